#pragma once

#include <glib.h>

G_BEGIN_DECLS

char   **strata_term_forms_dup           (const char *name);
gboolean strata_term_is_abbreviation     (const char *form);

G_END_DECLS
