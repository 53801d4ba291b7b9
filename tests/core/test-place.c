#include "navigation/strata-place.h"

static void
test_round_trip (void)
{
  const char *const cases[] = {
    "concept:dl", "concept:dl?at=120", "concept:dl?at=120&into=250", "concept:dl?at=0&into=-1500",
    "file:/a.md?at=7&into=-9", "file:/a/b/c.md?in=/a&at=0&into=9", "table:challenges",
    "table:challenges?q=bias&row=data-bias",
    "table:models?facet=weights%3Dopen&sort=year&desc=1", "file:/notes/week%201.md",
    "file:/notes/%3Fq.md?at=7", "file:/notes/a/b.md?in=/notes", "file:/notes/a/b.md?in=/notes&at=7",
    "file:/\u8ab2/\u4e00.md", "file:/not-utf8/%FF.md", "file:/100%25/a%26b%3D.md",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataPlace) place = strata_place_parse (cases[i]);
      g_autofree char *string = strata_place_to_string (place);

      g_assert_cmpstr (string, ==, cases[i]);
    }
}

static void
test_row_link (void)
{
  g_autoptr (StrataPlace) place = strata_place_parse ("row:challenges/latency");

  g_assert_cmpint (place->kind, ==, STRATA_PLACE_TABLE);
  g_assert_cmpstr (place->id, ==, "challenges");
  g_assert_cmpstr (place->list->row, ==, "latency");
}

static void
test_file (void)
{
  static const struct
  {
    const char *string;
    const char *path;
    const char *root;
  } cases[] = {
    { "file:/notes/a.md", "/notes/a.md", "/notes" },
    { "file:///notes/a.md", "/notes/a.md", "/notes" },
    { "file:/notes/../a.md?at=x", "/a.md", "/" },
    { "file:/notes/b/a.md?in=/notes/&at=3", "/notes/b/a.md", "/notes/" },
    { "file:/notes/b/a.md?in=/", "/notes/b/a.md", "/" },
    /* a root that does not hold the file is none */
    { "file:/notes/b/a.md?in=/notes/c", "/notes/b/a.md", "/notes/b" },
    { "file:/notes/b/a.md?in=/note", "/notes/b/a.md", "/notes/b" },
    { "file:/notes/b/a.md?in=notes", "/notes/b/a.md", "/notes/b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataPlace) place = strata_place_parse (cases[i].string);
      g_autofree char *root = strata_place_dup_root (place);

      g_assert_cmpint (place->kind, ==, STRATA_PLACE_FILE);
      g_assert_cmpstr (place->id, ==, cases[i].path);
      g_assert_cmpstr (root, ==, cases[i].root);
    }
}

static void
test_malformed (void)
{
  const char *const cases[] = {
    NULL, "", "?", "dl", "concept:", "concept:?at=3", "table:", "row:", "row:x", "row:/y", "row:x/",
    "https://example.org", "file:", "file:a.md", "file:/", "file:/%00", "file:/%zz", "concept\xff:a",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (strata_place_parse (cases[i]));
}

static void
test_offset (void)
{
  const char *const cases[] = { "concept:dl?at=-1", "concept:dl?at=x", "concept:dl?at=99999999999",
                                "concept:dl?at=&into=x", "concept:dl?at=0&into=99999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataPlace) place = strata_place_parse (cases[i]);

      g_assert_cmpuint (place->offset, ==, 0);
      g_assert_cmpint (place->into, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/round-trip", test_round_trip);
  g_test_add_func ("/place/row-link", test_row_link);
  g_test_add_func ("/place/file", test_file);
  g_test_add_func ("/place/malformed", test_malformed);
  g_test_add_func ("/place/offset", test_offset);
  return g_test_run ();
}
