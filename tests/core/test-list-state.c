#include "navigation/strata-list-state.h"

static void
test_round_trip (void)
{
  g_autoptr (StrataListState) state = strata_list_state_new ();
  g_autoptr (StrataListState) again = NULL;
  g_autofree char *string = strata_list_state_to_string (state);
  g_autofree char *full = NULL;

  g_assert_cmpstr (string, ==, "");
  state->query = g_strdup ("a&b=c 偏誤 %");
  state->sort = g_strdup ("name");
  state->row = g_strdup ("data-bias");
  state->descending = TRUE;
  state->figure = TRUE;
  strata_list_state_set_facet (state, "category", "data", TRUE);
  strata_list_state_set_facet (state, "areas", "x=y&z", TRUE);
  full = strata_list_state_to_string (state);
  again = strata_list_state_parse (full);
  g_assert_true (strata_list_state_equal (state, again));
  g_assert_cmpstr (again->query, ==, state->query);
  g_assert_true (again->figure);
  g_assert_true (strata_list_state_has_facet (again, "areas", "x=y&z"));
}

static void
test_facets (void)
{
  g_autoptr (StrataListState) state = strata_list_state_new ();

  strata_list_state_set_facet (state, "a", "1", TRUE);
  strata_list_state_set_facet (state, "a", "1", TRUE);
  g_assert_cmpuint (strata_list_state_get_n_facets (state), ==, 1);
  g_assert_true (strata_list_state_is_filtered (state));
  strata_list_state_set_facet (state, "a", "2", FALSE);
  strata_list_state_set_facet (state, "a", "1", FALSE);
  g_assert_false (strata_list_state_is_filtered (state));
  state->row = g_strdup ("r");
  state->query = g_strdup ("q");
  strata_list_state_clear_filter (state);
  g_assert_false (strata_list_state_is_filtered (state));
  g_assert_cmpstr (state->row, ==, "r");
}

static void
test_malformed (void)
{
  const char *const cases[] = { NULL, "", "&&&", "q", "q=%zz", "facet=nothing", "=x", "desc=maybe",
                                "face=list", "face=" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataListState) state = strata_list_state_parse (cases[i]);

      g_assert_cmpuint (strata_list_state_get_n_facets (state), ==, 0);
      g_assert_false (state->descending);
      g_assert_false (state->figure);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-state/round-trip", test_round_trip);
  g_test_add_func ("/list-state/facets", test_facets);
  g_test_add_func ("/list-state/malformed", test_malformed);
  return g_test_run ();
}
