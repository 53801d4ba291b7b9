#pragma once

#include "strata-search-database-private.h"
#include "strata-search-query-private.h"

G_BEGIN_DECLS

/* An entry that matches, before it is known what it is. */
typedef struct
{
  gint64   id;
  double   score;      /* the more the better */
  gboolean loose;      /* only a part of the query stands in it */
} StrataSearchCandidate;

/* The best candidates of each kind in each language. */
typedef struct
{
  const GArray *shapes;         /* StrataSearchShape */
  const guint8 *order;          /* of each language, its place among the reader's */
  guint         n_languages;
  GPtrArray    *buckets;        /* GArray of StrataSearchCandidate */
} StrataSearchBest;

StrataSearchBest *_strata_search_best_new   (const GArray            *shapes,
                                             const guint8            *order,
                                             guint                    n_languages);
void              _strata_search_best_free  (StrataSearchBest        *self);
void              _strata_search_best_offer (StrataSearchBest        *self,
                                             gint64                   id,
                                             double                   bm25,
                                             gboolean                 loose);
double            _strata_search_title_share (StrataSearchTokeniser  *tokeniser,
                                             const StrataSearchQuery *query,
                                             const char              *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataSearchBest, _strata_search_best_free)

G_END_DECLS
