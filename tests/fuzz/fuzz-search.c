/* What is typed, against a table of FTS5: every query is one that it understands, and what
 * it finds is where we say that it is. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "search/strata-search-match-private.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static sqlite3 *database;
static sqlite3_stmt *find;

static void
set_up (void)
{
  static const char sql[] =
      "CREATE VIRTUAL TABLE word USING fts5 (text, tokenize = 'strata');"
      "INSERT INTO word VALUES ('near or not and a model, GPT-3.5 café'), ('模型 幻覺 カフェ 한국어');";

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_cmpint (_strata_search_tokeniser_register (database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT text FROM word WHERE word MATCH ?1", -1,
                                       &find, NULL),
                   ==, SQLITE_OK);
}

static void
try_query (StrataSearchTokeniser   *tokeniser,
           const StrataSearchQuery *query,
           const char              *joiner)
{
  g_autofree char *expression = _strata_search_query_dup_expression (query, joiner);
  int rc;

  sqlite3_bind_text (find, 1, expression, -1, SQLITE_STATIC);
  while ((rc = sqlite3_step (find)) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (find, 0);
      g_autoptr (GArray) hits = _strata_search_match (tokeniser, query, text);

      g_assert_cmpuint (hits->len, >, 0);
    }
  g_assert_cmpint (rc, ==, SQLITE_DONE);
  sqlite3_reset (find);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (StrataSearchTokeniser) tokeniser = NULL;
  g_autoptr (StrataSearchQuery) query = NULL;
  g_autoptr (StrataSearchQuery) loose = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) ranges = NULL;
  g_autofree char *snippet = NULL;

  if (database == NULL)
    set_up ();
  tokeniser = _strata_search_tokeniser_new (database);
  query = _strata_search_query_new (tokeniser, text);
  loose = _strata_search_query_loosen (query);
  if (query->phrases->len > 0)
    try_query (tokeniser, query, "AND");
  if (loose != NULL)
    try_query (tokeniser, loose, "OR");
  hits = _strata_search_match (tokeniser, query, valid);
  snippet = _strata_search_snippet (valid, hits, _strata_search_match_best (valid, hits), 160, &ranges);
  g_assert_true (g_utf8_validate (snippet, -1, NULL));
  return 0;
}
