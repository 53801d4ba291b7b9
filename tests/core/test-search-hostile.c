/* Queries and courses that nobody means well with. */
#include <string.h>

#include "search-course.h"

typedef struct
{
  const char *name;
  const char *piece;
  guint       n;
} Piece;

static char *
repeat (const Piece *piece)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < piece->n; i++)
    g_string_append (text, piece->piece);
  return g_string_free (text, FALSE);
}

static const Piece queries[] = {
  { "one letter", "a", 1 },
  { "one character", "模", 1 },
  { "one accent", "\xcc\x81", 1 },
  { "long word", "a", 10000 },
  { "many words", "ab cd ", 2000 },
  { "the same word", "model ", 2000 },
  { "long Chinese", "模型幻覺", 1000 },
  { "mixed", "a模", 3000 },
  { "quotes", "\"", 10000 },
  { "brackets", "(", 10000 },
  { "operators", "AND ", 3000 },
  { "stars", "* ", 5000 },
  { "near", "NEAR(a b) ", 1000 },
  { "not text", "\xff\xfe\x80", 3000 },
  { "half a character", "\xe6\xa8", 1 },
  { "marks", "e\xcc\x81\xcc\x82\xcc\x83", 2000 },
  { "emoji", "👩‍🚀", 1000 },
  { "right to left", "שלום \xe2\x80\xae", 1000 },
  { "ligatures", "\xef\xb7\xba ", 1000 },
  { "spaces", "\xe3\x80\x80\xe2\x80\xa8\xc2\xa0", 1000 },
  { "line ends", "\r\n\x0b\x0c\x01", 1000 },
};

static const Piece lessons[] = {
  { "empty", "", 1 },
  { "no heading", "words ", 1 },
  { "only headings", "# a\n", 20000 },
  { "empty headings", "#\n", 20000 },
  { "one long line", "lorem ipsum ", 100000 },
  { "one long word", "a", 1000000 },
  { "one long run", "模型", 200000 },
  { "code", "    a\n", 50000 },
  { "a table", "|a|b|\n|-|-|\n", 10000 },
  { "images", "![a](b.png) ", 20000 },
  { "headings in items", "- # a 模型\n", 20000 },
  { "marks", "e\xcc\x81\xcc\x82\xcc\x83", 50000 },
  { "line separators", "a\xe2\x80\xa8" "b\xe2\x80\xa9\x01\t", 20000 },
  { "right to left", "\xe2\x80\xae" "שלום ", 20000 },
  { "objects", "\xef\xbf\xbc", 20000 },
};

/* What a result holds together: text, and ranges inside it, one after another. */
static void
check_shown (const char              *text,
             const StrataSearchRange *ranges,
             gsize                    n)
{
  guint at = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strpbrk (text, "\n\r"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, 402);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpuint (ranges[i].start, >=, at);
      g_assert_cmpuint (ranges[i].end, >, ranges[i].start);
      at = ranges[i].end;
    }
  g_assert_cmpuint (at, <=, g_utf8_strlen (text, -1));
}

static void
search (StrataSearchIndex *index,
        const char        *query)
{
  const char *const languages[] = { "zh-TW", "en", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) results =
      strata_search_index_query (index, query, languages, 50, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (results), <=, 50);
  for (guint i = 0; i < g_list_model_get_n_items (results); i++)
    {
      g_autoptr (StrataSearchResult) result = g_list_model_get_item (results, i);
      gsize n;
      const StrataSearchRange *ranges = strata_search_result_get_title_ranges (result, &n);

      check_shown (strata_search_result_get_title (result), ranges, n);
      ranges = strata_search_result_get_snippet_ranges (result, &n);
      check_shown (strata_search_result_get_snippet (result), ranges, n);
    }
}

static void
test_queries (void)
{
  char *folder = search_course_write ("# a\n\nmodel ab, cd, é\n", "# 模\n\n模型幻覺 a模 e\xcc\x81\n");
  g_autoptr (StrataCourse) course = search_course_load (folder);
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *query = repeat (&queries[i]);

      g_test_message ("%s", queries[i].name);
      search (index, query);
    }
  search_course_drop (folder);
}

static void
test_lessons (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    {
      g_autofree char *lesson = repeat (&lessons[i]);
      char *folder = search_course_write (lesson, "# 模\n");
      g_autoptr (StrataCourse) course = search_course_load (folder);
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, &error);

      g_test_message ("%s", lessons[i].name);
      g_assert_no_error (error);
      search (index, "a");
      search (index, "模型");
      search (index, "lorem words a");
      search_course_drop (folder);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/hostile/queries", test_queries);
  g_test_add_func ("/search/hostile/lessons", test_lessons);
  return g_test_run ();
}
