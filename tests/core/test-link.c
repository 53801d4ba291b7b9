#include "course/strata-link.h"

static void
test_parse (void)
{
  static const struct
  {
    const char     *uri;
    StrataLinkKind  kind;
    const char     *target;
    const char     *row;
  } cases[] = {
    { "concept:dl", STRATA_LINK_CONCEPT, "dl", NULL },
    { "row:challenges/data-bias", STRATA_LINK_ROW, "challenges", "data-bias" },
    { "lab:markov", STRATA_LINK_LAB, "markov", NULL },
    { "https://example.org/a?b#c", STRATA_LINK_WEB, "https://example.org/a?b#c", NULL },
    { "mailto:a@example.org", STRATA_LINK_WEB, "mailto:a@example.org", NULL },
    { "#how", STRATA_LINK_HEADING, "how", NULL },
    { "../images/a.svg", STRATA_LINK_FILE, "../images/a.svg", NULL },
    /* malformed, unknown, dangerous */
    { NULL, STRATA_LINK_INVALID, NULL, NULL },
    { "", STRATA_LINK_INVALID, NULL, NULL },
    { "#", STRATA_LINK_FILE, "#", NULL },
    { "concept:", STRATA_LINK_INVALID, NULL, NULL },
    { "concept:Deep Learning", STRATA_LINK_INVALID, NULL, NULL },
    { "row:challenges", STRATA_LINK_INVALID, NULL, NULL },
    { "row:/x", STRATA_LINK_INVALID, NULL, NULL },
    { "row:a/b/c", STRATA_LINK_INVALID, NULL, NULL },
    { "javascript:alert(1)", STRATA_LINK_INVALID, NULL, NULL },
    { "file:///etc/passwd", STRATA_LINK_INVALID, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataLink) link = strata_link_parse (cases[i].uri);

      g_assert_cmpint (link->kind, ==, cases[i].kind);
      g_assert_cmpstr (link->target, ==, cases[i].target);
      g_assert_cmpstr (link->row, ==, cases[i].row);
    }
}

static void
test_path (void)
{
  static const struct
  {
    const char *target;
    const char *path;
    const char *anchor;
  } cases[] = {
    { "b.md", "/notes/b.md", NULL },
    { "./b.md#later", "/notes/b.md", "later" },
    { "week%202/b.md?x#a%20b", "/notes/week 2/b.md", "a%20b" },
    { "../other/b.md#", "/other/b.md", NULL },
    { "a%23b.md", "/notes/a#b.md", NULL },
    { "../../../../b.md", "/b.md", NULL },
    /* not relative, or no path */
    { "/etc/b.md", NULL, NULL },
    { "%2Fetc/b.md", NULL, NULL },
    { "?x", NULL, NULL },
    { "b%00.md", NULL, NULL },
    { "b%2.md", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *anchor = NULL;
      g_autofree char *path = strata_link_dup_path (cases[i].target, "/notes/a.md", &anchor);

      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_cmpstr (anchor, ==, cases[i].anchor);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/parse", test_parse);
  g_test_add_func ("/link/path", test_path);
  return g_test_run ();
}
