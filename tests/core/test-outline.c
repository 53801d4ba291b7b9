#include "document/strata-outline.h"

static StrataOutline *
outline_of (const char *markdown)
{
  g_autoptr (StrataDocument) document = strata_document_new (markdown, -1);

  return strata_outline_new (document);
}

/* Each heading as its depth and its words. */
static void
test_cases (void)
{
  static const struct
  {
    const char *markdown;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "# Title\n\na\n", "" },
    { "# Title\n\n## One\n\n### In *it*\n\n## Two\n", "0One 1In it 0Two " },
    /* more than one of level 1, or one that does not lead, is no title */
    { "# One\n\n# Two\n", "0One 0Two " },
    { "## One\n\n# Two\n\n## Three\n", "0One 0Two 1Three " },
    /* levels that are left out */
    { "# T\n\n## a\n\n##### b\n\n### c\n\n# d\n", "0T 1a 2b 2c 0d " },
    { "### a\n\n## b\n\n###### c\n", "0a 0b 1c " },
    /* in lists, quotes, parts that fold; pictures and empty ones */
    { "- ## a\n\n> ### b\n\n<details><summary>s</summary>\n\n## c\n\n</details>\n",
      "0a 1b 0c " },
    { "## ![x](y) a\n\n##\n\n## ![x](y)\n", "0a " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataOutline) outline = outline_of (cases[i].markdown);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint n = 0; n < strata_outline_get_n_headings (outline); n++)
        g_string_append_printf (got, "%u%s ", strata_outline_get_heading (outline, n)->depth,
                                strata_outline_get_heading (outline, n)->words);
      g_assert_cmpstr (got->str, ==, cases[i].expected);
    }
}

static void
test_find (void)
{
  g_autoptr (StrataOutline) outline = outline_of ("# T\n\na\n\n## One\n\nb\n\n## Two\n");

  g_assert_cmpint (strata_outline_find (outline, 0), ==, -1);
  g_assert_cmpint (strata_outline_find (outline, 3), ==, -1);
  g_assert_cmpint (strata_outline_find (outline, 4), ==, 0);
  g_assert_cmpint (strata_outline_find (outline, 9), ==, 0);
  g_assert_cmpint (strata_outline_find (outline, 10), ==, 1);
  g_assert_cmpint (strata_outline_find (outline, 1000), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/cases", test_cases);
  g_test_add_func ("/outline/find", test_find);
  return g_test_run ();
}
