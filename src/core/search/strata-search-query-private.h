#pragma once

#include "strata-search-tokeniser-private.h"

G_BEGIN_DECLS

/* Tokens that must follow each other. */
typedef struct
{
  GPtrArray *tokens;    /* char* */
  gboolean   cjk;       /* of letters that are tokens of their own */
  gboolean   prefix;    /* the last one may go on: it is still being typed */
} StrataSearchPhrase;

/* What was typed, as data: nothing in it is a command to FTS5. */
typedef struct
{
  GPtrArray *phrases;   /* StrataSearchPhrase */
} StrataSearchQuery;

StrataSearchQuery *_strata_search_query_new         (StrataSearchTokeniser   *tokeniser,
                                                     const char              *text);
StrataSearchQuery *_strata_search_query_loosen      (const StrataSearchQuery *self);
void               _strata_search_query_free        (StrataSearchQuery       *self);
char              *_strata_search_query_dup_expression (const StrataSearchQuery *self,
                                                     const char              *joiner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataSearchQuery, _strata_search_query_free)

G_END_DECLS
