#include "strata-search-rank-private.h"

#include <string.h>

#include "strata-search-match-private.h"

#define N_KINDS (STRATA_SEARCH_TERM + 1)

/* Of each kind and language: more than are shown, as titles are looked at only later. */
#define BUCKET_SIZE 32

/* A text in a language that the reader did not ask for is found too, but later. */
#define OTHER_LANGUAGE 0.5

/* Who types a term wants to know first what it means. */
static const double kind_weights[N_KINDS] = { 1.0, 1.0, 1.25 };

StrataSearchBest *
_strata_search_best_new (const GArray *shapes,
                         const guint8 *order,
                         guint         n_languages)
{
  StrataSearchBest *self = g_new0 (StrataSearchBest, 1);

  self->shapes = shapes;
  self->order = order;
  self->n_languages = n_languages;
  self->buckets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < N_KINDS * n_languages; i++)
    g_ptr_array_add (self->buckets,
                     g_array_sized_new (FALSE, FALSE, sizeof (StrataSearchCandidate), BUCKET_SIZE));
  return self;
}

void
_strata_search_best_free (StrataSearchBest *self)
{
  g_ptr_array_unref (self->buckets);
  g_free (self);
}

/* @bm25: as FTS5 gives it, below zero and the less the better. */
void
_strata_search_best_offer (StrataSearchBest *self,
                           gint64            id,
                           double            bm25,
                           gboolean          loose)
{
  const StrataSearchShape *shape;
  StrataSearchCandidate candidate = { id, -bm25, loose };
  GArray *bucket;
  guint at;

  if (id < 1 || id > self->shapes->len)
    return;
  shape = &g_array_index (self->shapes, StrataSearchShape, id - 1);
  if (shape->kind >= N_KINDS || shape->language >= self->n_languages)
    return;
  candidate.score *= kind_weights[shape->kind];
  candidate.score *= self->order[shape->language] > 0 ? OTHER_LANGUAGE : 1.0;

  bucket = g_ptr_array_index (self->buckets, shape->kind * self->n_languages + shape->language);
  at = bucket->len;
  while (at > 0 && g_array_index (bucket, StrataSearchCandidate, at - 1).score < candidate.score)
    at--;
  if (at >= BUCKET_SIZE)
    return;
  if (bucket->len == BUCKET_SIZE)
    g_array_set_size (bucket, BUCKET_SIZE - 1);
  g_array_insert_val (bucket, at, candidate);
}

static gboolean
count_token (const char *token,
             gsize       length,
             gsize       start,
             gsize       end,
             gpointer    data)
{
  (*(guint *) data)++;
  return TRUE;
}

/* How many tokens of the title a hit stands for: of a word that is still being typed
 * only as much as is there. */
static double
covered_by (const StrataSearchHit    *hit,
            const StrataSearchPhrase *phrase)
{
  gsize typed = 0;

  for (guint i = 0; i < phrase->tokens->len; i++)
    typed += strlen (g_ptr_array_index (phrase->tokens, i)) + (i > 0);
  if (!phrase->prefix || typed >= hit->end - hit->start)
    return phrase->tokens->len;
  return phrase->tokens->len * (double) typed / (double) (hit->end - hit->start);
}

static double
share_of (StrataSearchTokeniser   *tokeniser,
          const StrataSearchQuery *query,
          const char              *title)
{
  g_autoptr (GArray) hits = _strata_search_match (tokeniser, query, title);
  guint n = 0;
  double covered = 0;
  gsize end = 0;

  if (_strata_search_match_count (hits) < query->phrases->len)
    return 0;
  _strata_search_tokenise (tokeniser, title, strlen (title), count_token, &n);
  for (guint i = 0; i < hits->len; i++)
    {
      const StrataSearchHit *hit = &g_array_index (hits, StrataSearchHit, i);
      const StrataSearchPhrase *phrase = g_ptr_array_index (query->phrases, hit->phrase);

      if (hit->start >= end)
        covered += covered_by (hit, phrase);
      end = MAX (end, hit->end);
    }
  return n > 0 ? MIN (1.0, covered / n) : 0;
}

/* How much of a title the query is, from 0 to 1; 0 if not all of the query stands in
 * it. What stands in brackets, as in "deep learning (DL)", may be left out. */
double
_strata_search_title_share (StrataSearchTokeniser   *tokeniser,
                            const StrataSearchQuery *query,
                            const char              *title)
{
  double share = share_of (tokeniser, query, title);
  const char *bracket = strpbrk (title, "(");
  const char *wide = strstr (title, "（");
  g_autofree char *plain = NULL;

  if (bracket == NULL || (wide != NULL && wide < bracket))
    bracket = wide;
  if (bracket == NULL || bracket == title)
    return share;
  plain = g_strndup (title, bracket - title);
  return MAX (share, share_of (tokeniser, query, plain));
}
