#include "navigation/strata-place.h"

static void
test_round_trip (void)
{
  const char *const cases[] = {
    "concept:dl", "concept:dl?at=120", "table:challenges", "table:challenges?q=bias&row=data-bias",
    "table:models?facet=weights%3Dopen&sort=year&desc=1",
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
test_malformed (void)
{
  const char *const cases[] = {
    NULL, "", "?", "dl", "concept:", "concept:?at=3", "table:", "row:", "row:x", "row:/y", "row:x/",
    "https://example.org", "concept\xff:a",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (strata_place_parse (cases[i]));
}

static void
test_offset (void)
{
  const char *const cases[] = { "concept:dl?at=-1", "concept:dl?at=x", "concept:dl?at=99999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataPlace) place = strata_place_parse (cases[i]);

      g_assert_cmpuint (place->offset, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/round-trip", test_round_trip);
  g_test_add_func ("/place/row-link", test_row_link);
  g_test_add_func ("/place/malformed", test_malformed);
  g_test_add_func ("/place/offset", test_offset);
  return g_test_run ();
}
