/* What a query finds, and in which order. */
#include <string.h>

#include "strata-search-index-private.h"
#include "strata-search-match-private.h"
#include "strata-search-rank-private.h"

/* Where fewer than these match in full, what matches in part is shown as well. */
#define FEW 5

/* How much a title weighs, and what an entry stands among: its lesson, or the choices
 * that a row shares with many. The text weighs 1. */
#define TITLE_WEIGHT 8.0
#define AMONG_WEIGHT 2.0

/* Where the whole query stands in the title, by how much more it counts if it is all
 * of the title. */
#define TITLE_BONUS 2.0

/* By how much each section of a lesson counts less than the one before: a thing is
 * explained where it comes first, and only asked for at the end. */
#define LATER_SECTION 0.02
#define LAST_SECTION 10

static void
found_free (StrataSearchFound *found)
{
  _strata_search_entry_free (found->entry);
  g_free (found);
}

static char *
column_text (sqlite3_stmt *statement,
             int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  /* What is on a disk may be anything. */
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static StrataSearchEntry *
load_entry (StrataSearchIndex *self,
            gint64             id,
            int               *rc)
{
  const StrataSearchShape *shape = &g_array_index (self->shapes, StrataSearchShape, id - 1);
  StrataSearchEntry *entry = NULL;

  sqlite3_bind_int64 (self->entry, 1, id);
  *rc = sqlite3_step (self->entry);
  if (*rc == SQLITE_ROW)
    {
      entry = g_new0 (StrataSearchEntry, 1);
      entry->kind = shape->kind;
      entry->language = shape->language;
      entry->object = column_text (self->entry, 0);
      entry->part = column_text (self->entry, 1);
      entry->section = (guint) sqlite3_column_int64 (self->entry, 2);
      entry->start = (guint) sqlite3_column_int64 (self->entry, 3);
      entry->offset = (guint) sqlite3_column_int64 (self->entry, 4);
      entry->title = column_text (self->entry, 5);
      entry->text = column_text (self->entry, 6);
    }
  else if (*rc == SQLITE_DONE)
    *rc = SQLITE_CORRUPT;
  sqlite3_reset (self->entry);
  return entry;
}

/* What FTS5 does not know, as a factor. */
static double
weight (StrataSearch            *search,
        const StrataSearchFound *found)
{
  const StrataSearchEntry *entry = found->entry;
  StrataSearchTokeniser *tokeniser = search->index->tokeniser;
  double factor = 1 - LATER_SECTION * MIN (entry->section, LAST_SECTION);

  if (found->loose)
    {
      g_autofree char *all = g_strconcat (entry->title, "\n", entry->text, NULL);
      g_autoptr (GArray) hits = _strata_search_match (tokeniser, search->loose, all);

      /* Many of the words once each, rather than one of them many times. */
      return factor * _strata_search_match_count (hits) / search->loose->phrases->len;
    }
  return factor
         * (1 + TITLE_BONUS * _strata_search_title_share (tokeniser, search->query, entry->title));
}

static int
add_found (StrataSearch                      *search,
           const StrataSearchCandidate *candidate)
{
  StrataSearchIndex *self = search->index;
  int rc;
  StrataSearchEntry *entry = load_entry (self, candidate->id, &rc);
  StrataSearchFound *found;

  if (entry == NULL)
    return rc;
  if (entry->object == NULL || entry->title == NULL || entry->text == NULL
      || (entry->kind != STRATA_SEARCH_LESSON && entry->part == NULL))
    {
      _strata_search_entry_free (entry);
      return SQLITE_CORRUPT;
    }
  found = g_new0 (StrataSearchFound, 1);
  found->entry = entry;
  found->loose = candidate->loose;
  found->score = candidate->score * weight (search, found);
  g_ptr_array_add (search->found, found);
  return SQLITE_OK;
}

/* Everything that @query finds; the best of it into @search. */
static int
collect (StrataSearch                  *search,
         const StrataSearchQuery *query,
         gboolean                 loose)
{
  StrataSearchIndex *self = search->index;
  const char *const *languages = strata_course_get_languages (self->course);
  g_autoptr (StrataSearchBest) best = _strata_search_best_new (
      self->shapes, search->order, MIN (255, g_strv_length ((char **) languages)));
  g_autofree char *expression =
      _strata_search_query_dup_expression (query, loose ? "OR" : "AND");
  int rc;

  sqlite3_bind_text (self->find, 1, expression, -1, SQLITE_STATIC);
  sqlite3_bind_double (self->find, 2, TITLE_WEIGHT);
  sqlite3_bind_double (self->find, 3, AMONG_WEIGHT);
  while ((rc = sqlite3_step (self->find)) == SQLITE_ROW)
    _strata_search_best_offer (best, sqlite3_column_int64 (self->find, 0),
                               sqlite3_column_double (self->find, 1), loose);
  sqlite3_reset (self->find);
  for (guint b = 0; rc == SQLITE_DONE && b < best->buckets->len; b++)
    {
      GArray *bucket = g_ptr_array_index (best->buckets, b);

      for (guint i = 0; i < bucket->len && rc == SQLITE_DONE; i++)
        {
          rc = add_found (search, &g_array_index (bucket, StrataSearchCandidate, i));
          rc = rc == SQLITE_OK ? SQLITE_DONE : rc;
        }
    }
  return rc;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const StrataSearchFound *x = *(const StrataSearchFound *const *) a;
  const StrataSearchFound *y = *(const StrataSearchFound *const *) b;

  if (x->loose != y->loose)
    return x->loose ? 1 : -1;
  return x->score < y->score ? 1 : x->score > y->score ? -1 : 0;
}

/* Best first; each place once, in the language in which it is best. */
static void
settle (StrataSearch *search)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_sort (search->found, compare_found);
  for (guint i = 0; i < search->found->len; i++)
    {
      const StrataSearchFound *found = g_ptr_array_index (search->found, i);
      char *key = g_strdup_printf ("%d %s %u %s", found->entry->kind, found->entry->object,
                                   found->entry->section,
                                   found->entry->part != NULL ? found->entry->part : "");

      if (!g_hash_table_add (seen, key))
        g_ptr_array_remove_index (search->found, i--);
    }
}

/* The ids of the course's languages by how the reader likes them. */
static void
order_languages (StrataSearch      *search,
                 const char *const *languages)
{
  const char *const *all = strata_course_get_languages (search->index->course);

  memset (search->order, 255, sizeof search->order);
  for (guint i = 0; languages[i] != NULL && i < 255; i++)
    {
      int at = strata_language_match (all, languages[i]);

      if (at < 0 || at >= 255)
        continue;
      search->order[at] = MIN (search->order[at], i);
      if (i == 0)
        search->reader = (guint) at;
    }
}

/* What is typed as @query by who reads @languages; not longer than @index has the
 * same database. */
StrataSearch *
_strata_search_new (StrataSearchIndex *index,
                    const char        *query,
                    const char *const *languages)
{
  StrataSearch *self = g_new0 (StrataSearch, 1);

  self->index = index;
  self->query = _strata_search_query_new (index->tokeniser, query);
  self->loose = _strata_search_query_loosen (self->query);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  order_languages (self, languages);
  return self;
}

void
_strata_search_free (StrataSearch *self)
{
  _strata_search_query_free (self->query);
  g_clear_pointer (&self->loose, _strata_search_query_free);
  g_ptr_array_unref (self->found);
  g_free (self);
}

/* Fills in what is found. Answers what SQLite does, SQLITE_DONE if all is well. */
int
_strata_search_find (StrataSearch *self)
{
  int rc;

  if (self->query->phrases->len == 0)
    return SQLITE_DONE;
  rc = collect (self, self->query, FALSE);
  settle (self);
  if (rc == SQLITE_DONE && self->found->len < FEW && self->loose != NULL)
    {
      rc = collect (self, self->loose, TRUE);
      settle (self);
    }
  return rc;
}
