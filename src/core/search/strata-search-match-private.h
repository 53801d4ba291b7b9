#pragma once

#include "strata-search-query-private.h"
#include "strata-search-result.h"

G_BEGIN_DECLS

/* One place where a phrase of a query stands in a text. */
typedef struct
{
  guint phrase;   /* position in the query */
  gsize start;    /* in bytes */
  gsize end;
} StrataSearchHit;

GArray *_strata_search_match       (StrataSearchTokeniser   *tokeniser,
                                    const StrataSearchQuery *query,
                                    const char              *text);
guint   _strata_search_match_count (const GArray            *hits);
gsize   _strata_search_match_best  (const char              *text,
                                    const GArray            *hits);
char   *_strata_search_snippet     (const char              *text,
                                    const GArray            *hits,
                                    gsize                    first,
                                    guint                    width,
                                    GArray                 **ranges);

G_END_DECLS
