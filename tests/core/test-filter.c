#include "course/strata-filter.h"
#include "course/strata-fold.h"
#include "course/strata-loader.h"
#include "course/strata-row-format.h"

static StrataCourse *
good_course (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures", "good", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  StrataCourse *course = strata_course_load (folder, faults);

  g_assert_nonnull (course);
  return course;
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Élan Über", "elan uber" }, { "ＡＩ", "ai" }, { "資料偏誤", "資料偏誤" },
    { "Straße", "strasse" },      { "ﬁne", "fine" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = strata_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_ranges (void)
{
  g_auto (GStrv) words = strata_fold_words ("  elan 偏 ");
  g_autoptr (GArray) ranges = strata_fold_ranges ("An Élan 偏誤", (const char *const *) words);
  StrataRange *range = &g_array_index (ranges, StrataRange, 0);

  g_assert_cmpuint (ranges->len, ==, 2);
  g_assert_cmpuint (range->start, ==, 3);
  g_assert_cmpuint (range->end, ==, 8);
  range = &g_array_index (ranges, StrataRange, 1);
  g_assert_cmpuint (range->end - range->start, ==, 3);
}

static void
test_query (void)
{
  g_autoptr (StrataCourse) course = good_course ();
  StrataTable *table = strata_course_find_table (course, "things");
  const char *const languages[] = { "en", NULL };
  g_autoptr (StrataFilter) filter = strata_filter_new (course, table, languages);
  static const struct
  {
    const char *query;
    guint       n;
  } cases[] = {
    { "", 2 }, { "STONE", 1 }, { "grey stone", 1 }, { "stone grey", 1 }, { "grey wool", 0 },
    { "soft", 1 }, { "rock", 1 }, { "1805", 1 }, { "  ", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      strata_filter_set_query (filter, cases[i].query);
      g_assert_cmpuint (strata_filter_count (filter), ==, cases[i].n);
    }
  strata_filter_set_query (filter, "grey");
  {
    g_autofree char *snippet =
        strata_filter_dup_snippet (filter, strata_table_find_row (table, "stone"));

    g_assert_cmpstr (snippet, ==, "grey, old");
  }
}

static void
test_facets (void)
{
  g_autoptr (StrataCourse) course = good_course ();
  StrataTable *table = strata_course_find_table (course, "things");
  const char *const languages[] = { "zh-TW", "en", NULL };
  g_autoptr (StrataFilter) filter = strata_filter_new (course, table, languages);
  g_autoptr (GPtrArray) values = strata_filter_list_values (filter, 1);

  g_assert_cmpuint (values->len, ==, 2);
  g_assert_cmpstr (strata_filter_value_name (filter, 1, "hard"), ==, "硬");
  strata_filter_set_facet (filter, 1, "soft", TRUE);
  g_assert_cmpuint (strata_filter_count (filter), ==, 1);
  /* A column does not narrow its own counts, the others do. */
  g_assert_cmpuint (strata_filter_count_value (filter, 1, "hard"), ==, 1);
  g_assert_cmpuint (strata_filter_count_value (filter, 5, "outer"), ==, 0);
  strata_filter_set_facet (filter, 5, "outer", TRUE);
  g_assert_cmpuint (strata_filter_count (filter), ==, 0);
  g_assert_cmpuint (strata_filter_count_without (filter, 5), ==, 1);
  strata_filter_set_facet (filter, 1, "hard", TRUE);
  g_assert_cmpuint (strata_filter_count (filter), ==, 1);
  strata_filter_clear_facets (filter);
  g_assert_cmpuint (strata_filter_count (filter), ==, 2);
}

/* Going on typing, going back and another word find what typing each afresh does; so
 * do counts, whether the table was read before or not. */
static void
test_typing (void)
{
  static const char *const queries[] = { "s", "st", "sto", "stone g", "s", "", "w", "wo rock", "o", "" };
  g_autoptr (StrataCourse) course = good_course ();
  StrataTable *table = strata_course_find_table (course, "things");
  GListModel *rows = strata_table_get_rows (table);
  const char *const languages[] = { "en", NULL };
  g_autoptr (StrataFilter) typed = strata_filter_new (course, table, languages);

  g_assert_true (strata_filter_prepare (typed, 1));
  g_assert_false (strata_filter_prepare (typed, 1));
  for (guint facet = 0; facet < 2; facet++)
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
      {
        g_autoptr (StrataFilter) fresh = strata_filter_new (course, table, languages);

        strata_filter_set_facet (typed, 1, "soft", facet > 0);
        strata_filter_set_facet (fresh, 1, "soft", facet > 0);
        strata_filter_set_query (typed, queries[i]);
        strata_filter_set_query (fresh, queries[i]);
        g_assert_cmpuint (strata_filter_count (typed), ==, strata_filter_count (fresh));
        g_assert_cmpuint (strata_filter_count_value (typed, 1, "hard"), ==,
                          strata_filter_count_value (fresh, 1, "hard"));
        for (guint k = 0; k < g_list_model_get_n_items (rows); k++)
          {
            g_autoptr (StrataRow) row = g_list_model_get_item (rows, k);

            g_assert_cmpuint (strata_row_get_position (row), ==, k);
            g_assert_cmpint (strata_filter_matches (typed, row), ==, strata_filter_matches (fresh, row));
            g_assert_cmpint (strata_filter_matches_at (typed, k), ==, strata_filter_matches (typed, row));
          }
      }
}

static void
test_display (void)
{
  g_autoptr (StrataCourse) course = good_course ();
  StrataTable *table = strata_course_find_table (course, "things");
  StrataRow *row = strata_table_find_row (table, "stone");
  const char *const languages[] = { "zh-TW", "en", NULL };
  const char *const expected[] = { "石頭", "硬", "2.5", "1805", "灰、old", "O、I", "岩", "Example" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = strata_row_dup_display (course, table, row, i, languages);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/fold", test_fold);
  g_test_add_func ("/filter/ranges", test_ranges);
  g_test_add_func ("/filter/query", test_query);
  g_test_add_func ("/filter/facets", test_facets);
  g_test_add_func ("/filter/typing", test_typing);
  g_test_add_func ("/filter/display", test_display);
  return g_test_run ();
}
