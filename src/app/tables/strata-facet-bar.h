#pragma once

#include <gtk/gtk.h>

#include "course/strata-filter.h"
#include "navigation/strata-list-state.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FACET_BAR (strata_facet_bar_get_type ())

/**
 * StrataFacetBar:
 *
 * The values a list can be narrowed by, each with how many rows it would
 * leave. Emits `toggled` with column, value and whether it is on.
 */
G_DECLARE_FINAL_TYPE (StrataFacetBar, strata_facet_bar, STRATA, FACET_BAR, GtkWidget)

GtkWidget *strata_facet_bar_new    (void);
void       strata_facet_bar_build  (StrataFacetBar        *self,
                                    StrataTable           *table,
                                    StrataFilter          *filter,
                                    const char *const     *languages);
void       strata_facet_bar_update (StrataFacetBar        *self,
                                    const StrataListState *state,
                                    gboolean               narrow);

G_END_DECLS
