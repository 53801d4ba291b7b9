#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *strata_number_dup_words (double             value,
                               const char *const *languages,
                               gboolean           brief);

G_END_DECLS
