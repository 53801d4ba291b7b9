#pragma once

#include <glib-object.h>

#include "strata-place.h"

G_BEGIN_DECLS

#define STRATA_TYPE_HISTORY (strata_history_get_type ())

/**
 * StrataHistory:
 *
 * The places a reader has been at, and which of them is the present one; back
 * and forward as in a browser.
 */
G_DECLARE_FINAL_TYPE (StrataHistory, strata_history, STRATA, HISTORY, GObject)

StrataHistory     *strata_history_new             (void);
const StrataPlace *strata_history_get_current     (StrataHistory     *self);
gboolean           strata_history_get_can_back    (StrataHistory     *self);
gboolean           strata_history_get_can_forward (StrataHistory     *self);
void               strata_history_push            (StrataHistory     *self,
                                                   const StrataPlace *place);
void               strata_history_push_jump       (StrataHistory     *self,
                                                   const StrataPlace *place);
void               strata_history_replace         (StrataHistory     *self,
                                                   const StrataPlace *place);
const StrataPlace *strata_history_back            (StrataHistory     *self);
const StrataPlace *strata_history_forward         (StrataHistory     *self);
const StrataPlace *strata_history_find_last       (StrataHistory     *self,
                                                   StrataPlaceKind    kind,
                                                   const char        *id);
void               strata_history_clear           (StrataHistory     *self);

G_END_DECLS
