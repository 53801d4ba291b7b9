/* What is found, where, and how it is shown. */
#include <string.h>

#include "document/strata-document.h"
#include "navigation/strata-place.h"
#include "search-course.h"
#include "search/strata-search-group.h"

#define LESSON_EN                                                                                 \
  "# First layer\n\nWords *before* the rest, with overfitting.\n\n## A tea shop\n\n"               \
  "It sells tea at 30 °C. The naïve owner\tguesses.\n\n| cups | sold |\n|---|---|\n"               \
  "| many | oolong |\n\n```\nline one\nline two\n```\n\n## Nothing\n"
#define LESSON_ZH                                                                                 \
  "# 第一層\n\n前面的字，過度擬合。\n\n## 茶店\n\n賣烏龍茶，用𠮷野家的碗。ｶﾌｪもある。\n\n## 空\n"

static void
test_find (void)
{
  static const struct
  {
    const char *query;
    const char *language;
    const char *place;
  } cases[] = {
    /* Case, accents, and a word that is still being typed. */
    { "CAFE", "en", "table:things?row=cafe" },
    { "café", "en", "table:things?row=cafe" },
    { "ela", "en", "table:things?row=cafe" },
    { "naive", "en", "concept:one?at=91" },
    { "overfit", "en", "concept:one?at=40" },
    { "fit", "en", "" },
    { "overfit ", "en", "" },
    { "shop tea", "en", "concept:one?at=55" },
    /* Words that belong together, however they are joined. */
    { "gpt-3", "en", "table:things?row=cafe" },
    { "fine tuning", "en", "table:things?row=cafe" },
    { "fine-tun", "en", "table:things?row=cafe" },
    { "1986", "en", "table:things?row=cafe" },
    { "first layer overfitting", "en", "concept:one?at=40" },
    /* Any run of Chinese, and of other letters that stand without spaces. */
    { "模型", "zh-TW", "table:glossary?row=model" },
    { "模", "zh-TW", "table:glossary?row=model" },
    { "型模", "zh-TW", "" },
    { "幻覺", "zh-TW", "table:glossary?row=hallucination" },
    { "調模", "zh-TW", "table:things?row=cafe" },
    { "烏龍", "zh-TW", "concept:one?at=19" },
    { "𠮷野", "zh-TW", "concept:one?at=24" },
    { "カフェ", "zh-TW", "concept:one?at=30" },
    { "latte 咖啡", "zh-TW", "table:things?row=cafe" },
    { "ai咖啡館", "zh-TW", "table:things?row=cafe" },
    { "過度擬合", "zh-TW", "concept:one?at=9" },
    /* Not all of it is there. */
    { "過擬合", "zh-TW", "concept:one?at=11" },
    { "oolong is where", "en", "concept:one?at=127" },
    /* Another language than the reader's: the row, and the same section. */
    { "幻覺", "en", "table:glossary?row=hallucination" },
    { "oolong", "zh-TW", "concept:one?at=15" },
    { "烏龍", "en", "concept:one?at=53" },
    /* Nothing. */
    { "", "en", "" },
    { "  \t\n　", "en", "" },
    { "?!,。、", "en", "" },
    { "zebra", "en", "" },
  };
  char *folder = search_course_write (LESSON_EN, LESSON_ZH);
  g_autoptr (StrataCourse) course = search_course_load (folder);
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = search_first_place (index, cases[i].query, cases[i].language);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (place, ==, cases[i].place);
    }
  search_course_drop (folder);
}

/* What FTS5 takes for operators is what was typed. */
static void
test_syntax (void)
{
  static const struct
  {
    const char *query;
    const char *place;
  } cases[] = {
    { "near", "table:things?row=near" },
    { "NEAR(operators, 2)", "table:things?row=near" },
    { "NOT ", "table:things?row=near" },
    { "near NOT and", "table:things?row=near" },
    { "\"OR\"", "table:things?row=near" },
    { "\"or (or", "table:things?row=near" },
    { "title:model", "table:glossary?row=model" },
    { "{title} : model", "table:glossary?row=model" },
    { "- model", "table:glossary?row=model" },
    { "^model", "table:glossary?row=model" },
    { "model*", "table:glossary?row=model" },
    { "mod*ca", "table:things?row=cafe" },
    { "model + + \"", "table:glossary?row=model" },
    { "'; DROP TABLE entry; --", "" },
    { "\xff\xfemodel", "table:glossary?row=model" },
    { "model\x01", "table:glossary?row=model" },
  };
  char *folder = search_course_write (LESSON_EN, LESSON_ZH);
  g_autoptr (StrataCourse) course = search_course_load (folder);
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = search_first_place (index, cases[i].query, "en");
      g_autofree char *query = g_strescape (cases[i].query, NULL);

      g_test_message ("%s", query);
      g_assert_cmpstr (place, ==, cases[i].place);
    }
  search_course_drop (folder);
}

static StrataDocument *
read_lesson (StrataCourse *course,
             const char   *language)
{
  const char *const languages[] = { language, NULL };
  g_autofree char *path =
      strata_course_dup_lesson_path (course, strata_course_get_root (course), languages);
  g_autofree char *markdown = NULL;

  g_assert_true (g_file_get_contents (path, &markdown, NULL, NULL));
  return strata_document_new (markdown, -1);
}

/* The place is written as navigation writes it, and the match stands right there in the
 * text that the reader shows. */
static void
test_place (void)
{
  static const char *const queries[][2] = {
    { "oolong", "en" }, { "line two", "en" }, { "guesses", "en" }, { "tea shop", "en" },
    { "野家", "zh-TW" }, { "第一層", "zh-TW" },
  };
  char *folder = search_course_write (LESSON_EN, LESSON_ZH);
  g_autoptr (StrataCourse) course = search_course_load (folder);
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      const char *const languages[] = { queries[i][1], NULL };
      g_autoptr (GListModel) results =
          strata_search_index_query (index, queries[i][0], languages, 1, NULL, NULL);
      g_autoptr (StrataSearchResult) result = g_list_model_get_item (results, 0);
      g_autoptr (StrataPlace) place = strata_place_parse (strata_search_result_get_place (result));
      g_autofree char *written = strata_place_to_string (place);
      g_autoptr (StrataDocument) document = read_lesson (course, queries[i][1]);
      const char *text = strata_document_get_text (document);
      const char *match = strata_search_result_get_match (result);

      g_assert_cmpstr (written, ==, strata_search_result_get_place (result));
      g_assert_nonnull (match);
      g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (text, place->offset), match));
    }
  search_course_drop (folder);
}

static char *
mark (const char              *text,
      const StrataSearchRange *ranges,
      gsize                    n)
{
  GString *out = g_string_new (NULL);
  guint at = 0;

  for (const char *p = text;; p = g_utf8_next_char (p), at++)
    {
      for (gsize i = 0; i < n; i++)
        {
          g_string_append (out, ranges[i].end == at ? "]" : "");
          g_string_append (out, ranges[i].start == at ? "[" : "");
        }
      if (*p == '\0')
        return g_string_free (out, FALSE);
      g_string_append_unichar (out, g_utf8_get_char (p));
    }
}

static void
test_shown (void)
{
  static const struct
  {
    const char *query;
    const char *language;
    const char *title;
    const char *context;
    const char *snippet;
  } cases[] = {
    { "owner tea", "en", "A [tea] shop", "ONE · First layer",
      "It sells [tea] at 30 °C. The naïve [owner] guesses. cups sold many oolong line one line two" },
    { "cafe ela", "en", "[Café] [Élan]", "Things", "A place for GPT-3.5 and fine-tuning" },
    { "咖啡", "zh-TW", "[咖啡]館", "東西", "在ＡＩ[咖啡]館裡微調模型，喝 Latte" },
    { "sure", "en", "hallucination", "Glossary", "Fluent, [sure] and wrong" },
  };
  char *folder = search_course_write (LESSON_EN, LESSON_ZH);
  g_autoptr (StrataCourse) course = search_course_load (folder);
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const languages[] = { cases[i].language, NULL };
      g_autoptr (GListModel) results =
          strata_search_index_query (index, cases[i].query, languages, 1, NULL, NULL);
      g_autoptr (StrataSearchResult) result = g_list_model_get_item (results, 0);
      gsize n;
      const StrataSearchRange *ranges = strata_search_result_get_title_ranges (result, &n);
      g_autofree char *title = mark (strata_search_result_get_title (result), ranges, n);
      g_autofree char *snippet = NULL;

      ranges = strata_search_result_get_snippet_ranges (result, &n);
      snippet = mark (strata_search_result_get_snippet (result), ranges, n);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (snippet, ==, cases[i].snippet);
      g_assert_cmpstr (strata_search_result_get_context (result), ==, cases[i].context);
      g_assert_cmpstr (strata_search_result_get_language (result), ==, cases[i].language);
    }
  search_course_drop (folder);
}

/* A row is one result, in the reader's language where that matches. */
static void
test_languages (void)
{
  const char *const languages[] = { "zh-TW", "en", NULL };
  char *folder = search_course_write ("# Latte\n\nLatte\n", "# Latte\n\nLatte\n");
  g_autoptr (StrataCourse) course = search_course_load (folder);
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, NULL);
  g_autoptr (GListModel) results =
      strata_search_index_query (index, "latte", languages, 10, NULL, NULL);
  g_autoptr (StrataSearchResult) first = g_list_model_get_item (results, 0);

  g_assert_cmpuint (g_list_model_get_n_items (results), ==, 2);
  g_assert_cmpint (strata_search_result_get_kind (first), ==, STRATA_SEARCH_LESSON);
  g_assert_cmpstr (strata_search_result_get_language (first), ==, "zh-TW");
  search_course_drop (folder);
}

/* Those of a lesson or table stand together, the best group first. */
static void
test_group (void)
{
  static const struct
  {
    guint       most;
    const char *kinds;
  } cases[] = { { 9, "TTLLL" }, { 1, "TL" }, { 2, "TTLL" } };
  const char *const languages[] = { "en", "zh-TW", NULL };
  char *folder = search_course_write ("# model\n\n## model\n\n## A model\n\nmodel\n", "# 模\n");
  g_autofree char *table = g_build_filename (folder, "glossary.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (StrataCourse) course = NULL;
  g_autoptr (StrataSearchIndex) index = NULL;
  g_autoptr (GListModel) results = NULL;

  g_assert_true (g_file_get_contents (table, &json, NULL, NULL));
  changed = g_string_new (json);
  g_string_replace (changed, "sure and wrong", "sure and wrong, as a model", 0);
  g_assert_true (g_file_set_contents (table, changed->str, -1, NULL));
  course = search_course_load (folder);
  index = strata_search_index_open (course, NULL, NULL, NULL);
  results = strata_search_index_query (index, "model", languages, 20, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListModel) grouped = strata_search_group (results, cases[i].most);
      g_autoptr (GString) kinds = g_string_new (NULL);

      for (guint k = 0; k < g_list_model_get_n_items (grouped); k++)
        {
          g_autoptr (StrataSearchResult) result = g_list_model_get_item (grouped, k);

          g_string_append_c (kinds, "LRT"[strata_search_result_get_kind (result)]);
        }
      g_assert_cmpstr (kinds->str, ==, cases[i].kinds);
    }
  search_course_drop (folder);
}

/* What is found in another language stands among names of the reader's; and whoever
 * finds only a part is told. */
static void
test_other_language (void)
{
  const char *const languages[] = { "zh-TW", "en", NULL };
  char *folder = search_course_write (LESSON_EN, LESSON_ZH);
  g_autoptr (StrataCourse) course = search_course_load (folder);
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, NULL);
  g_autoptr (GListModel) whole = strata_search_index_query (index, "fluent", languages, 5, NULL, NULL);
  g_autoptr (GListModel) part =
      strata_search_index_query (index, "fluent zebra", languages, 5, NULL, NULL);
  g_autoptr (StrataSearchResult) first = g_list_model_get_item (whole, 0);
  g_autoptr (StrataSearchResult) partial = g_list_model_get_item (part, 0);

  g_assert_cmpstr (strata_search_result_get_language (first), ==, "en");
  g_assert_cmpstr (strata_search_result_get_context (first), ==, "詞彙表");
  g_assert_false (strata_search_result_get_partial (first));
  g_assert_true (strata_search_result_get_partial (partial));
  search_course_drop (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/find", test_find);
  g_test_add_func ("/search/syntax", test_syntax);
  g_test_add_func ("/search/place", test_place);
  g_test_add_func ("/search/shown", test_shown);
  g_test_add_func ("/search/languages", test_languages);
  g_test_add_func ("/search/group", test_group);
  g_test_add_func ("/search/other-language", test_other_language);
  return g_test_run ();
}
