#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataRange:
 * @start: first byte
 * @end: byte after the last one
 */
typedef struct
{
  gsize start;
  gsize end;
} StrataRange;

char    *strata_fold        (const char        *text);
void     strata_fold_append (GString           *out,
                             const char        *text);
char   **strata_fold_words  (const char        *query);
gboolean strata_fold_match  (const char        *folded,
                             const char *const *words);
GArray  *strata_fold_ranges (const char        *text,
                             const char *const *words);

G_END_DECLS
