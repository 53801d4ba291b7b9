/* What is found, as it is shown. */
#include <string.h>

#include "strata-search-index-private.h"
#include "strata-search-match-private.h"
#include "strata-search-result-private.h"
#include "strata-search-source-private.h"

/* In columns, of which a Chinese character takes two. */
#define SNIPPET_WIDTH 160
#define TITLE_WIDTH 400

/* Where the section begins in the reader's language; the lesson's beginning where that
 * has other sections. */
static guint
find_section (StrataSearch            *self,
              const StrataSearchEntry *entry)
{
  sqlite3_stmt *statement = self->index->section;
  guint start = 0;

  sqlite3_bind_text (statement, 1, entry->object, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, self->reader);
  sqlite3_bind_int64 (statement, 3, entry->section);
  sqlite3_bind_int64 (statement, 4, entry->language);
  if (sqlite3_step (statement) == SQLITE_ROW)
    start = (guint) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return start;
}

static gboolean
is_space (const char *start,
          const char *end)
{
  const char *p = start;

  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p >= end;
}

/* The words that stand at @at, as they are written there, with those right behind them;
 * NULL if none do. */
static char *
words_at (const char   *text,
          const GArray *hits,
          gsize         at)
{
  gsize end = at;

  for (guint i = 0; i < hits->len; i++)
    {
      const StrataSearchHit *hit = &g_array_index (hits, StrataSearchHit, i);

      if (hit->start >= at && is_space (text + end, text + hit->start))
        end = MAX (end, hit->end);
    }
  return end > at ? g_strndup (text + at, end - at) : NULL;
}

/* Where in the text that the reader shows the query stands: in the heading if that has
 * all of it. */
static guint
find_offset (const StrataSearchEntry *entry,
             const GArray            *title_hits,
             guint                    n_phrases,
             const GArray            *hits,
             gsize                    best,
             char                   **match)
{
  gsize first = title_hits->len > 0 ? g_array_index (title_hits, StrataSearchHit, 0).start : 0;

  if (hits->len > 0 && _strata_search_match_count (title_hits) < n_phrases)
    {
      *match = words_at (entry->text, hits, best);
      return entry->offset + (guint) g_utf8_pointer_to_offset (entry->text, entry->text + best);
    }
  *match = words_at (entry->title, title_hits, first);
  return entry->start + (guint) g_utf8_pointer_to_offset (entry->title, entry->title + first);
}

StrataSearchResult *
_strata_search_present (StrataSearch            *self,
                        const StrataSearchFound *found)
{
  const StrataSearchEntry *entry = found->entry;
  const StrataSearchQuery *query = found->loose ? self->loose : self->query;
  StrataSearchTokeniser *tokeniser = self->index->tokeniser;
  g_autoptr (GArray) title_hits = _strata_search_match (tokeniser, query, entry->title);
  g_autoptr (GArray) hits = _strata_search_match (tokeniser, query, entry->text);
  gsize best = _strata_search_match_best (entry->text, hits);
  StrataSearchResult *result = g_object_new (STRATA_TYPE_SEARCH_RESULT, NULL);
  StrataCourse *course = self->index->course;
  const char *const reader[] = { strata_course_get_languages (course)[self->reader], NULL };
  guint offset = 0;

  result->kind = entry->kind;
  result->partial = found->loose;
  result->object = g_strdup (entry->object);
  result->language = g_strdup (strata_course_get_languages (course)[entry->language]);
  result->context = _strata_search_dup_context (course, entry->kind, entry->object, reader);
  if (result->context == NULL)
    result->context = g_strdup ("");
  result->title =
      _strata_search_snippet (entry->title, title_hits, 0, TITLE_WIDTH, &result->title_ranges);
  result->snippet =
      _strata_search_snippet (entry->text, hits, best, SNIPPET_WIDTH, &result->snippet_ranges);
  if (entry->kind == STRATA_SEARCH_LESSON && entry->language == self->reader)
    offset = find_offset (entry, title_hits, query->phrases->len, hits, best, &result->match);
  else if (entry->kind == STRATA_SEARCH_LESSON)
    offset = find_section (self, entry);
  result->place = _strata_search_entry_dup_place (entry, offset);
  return result;
}
