#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STRATA_TYPE_TEXT (strata_text_get_type ())

/**
 * StrataText:
 *
 * A text in one or several languages: a *language map*, BCP 47 tag → text, or
 * a plain string that is the same in every language. Reference counted and,
 * once it is shared, unchanging.
 */
typedef struct _StrataText StrataText;

GType        strata_text_get_type     (void) G_GNUC_CONST;
StrataText  *strata_text_new          (void);
StrataText  *strata_text_new_plain    (const char         *string);
StrataText  *strata_text_ref          (StrataText         *self);
void         strata_text_unref        (StrataText         *self);
void         strata_text_add          (StrataText         *self,
                                       const char         *language,
                                       const char         *string);
const char  *strata_text_get          (const StrataText   *self,
                                       const char *const  *languages);
const char  *strata_text_get_language (const StrataText   *self,
                                       const char *const  *languages);
gboolean     strata_text_has_language (const StrataText   *self,
                                       const char         *language);
gboolean     strata_text_is_plain     (const StrataText   *self);
int          strata_language_match    (const char *const  *available,
                                       const char         *wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataText, strata_text_unref)

G_END_DECLS
