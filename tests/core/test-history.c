#include "navigation/strata-history.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
push (StrataHistory *history,
      const char    *string)
{
  g_autoptr (StrataPlace) place = strata_place_parse (string);

  strata_history_push (history, place);
}

static void
test_steps (void)
{
  g_autoptr (StrataHistory) history = strata_history_new ();
  guint back = 0, forward = 0;

  g_signal_connect_swapped (history, "notify::can-back", G_CALLBACK (count), &back);
  g_signal_connect_swapped (history, "notify::can-forward", G_CALLBACK (count), &forward);
  g_assert_null (strata_history_get_current (history));
  g_assert_null (strata_history_back (history));
  push (history, "concept:a");
  g_assert_cmpuint (back, ==, 0);
  push (history, "concept:b");
  push (history, "concept:b");      /* where one already is */
  push (history, "concept:c");
  g_assert_cmpuint (back, ==, 1);
  g_assert_cmpstr (strata_history_back (history)->id, ==, "b");
  g_assert_cmpstr (strata_history_back (history)->id, ==, "a");
  g_assert_cmpuint (forward, ==, 1);
  g_assert_cmpstr (strata_history_forward (history)->id, ==, "b");
  push (history, "concept:d");      /* what lay ahead is forgotten */
  g_assert_false (strata_history_get_can_forward (history));
  g_assert_cmpstr (strata_history_back (history)->id, ==, "b");
}

/* To a heading of the same lesson and back. */
static void
test_jump (void)
{
  g_autoptr (StrataHistory) history = strata_history_new ();
  g_autoptr (StrataPlace) place = strata_place_parse ("concept:a?at=90&into=300");
  g_autoptr (StrataPlace) heading = strata_place_parse ("concept:a?at=400&into=-600");

  strata_history_push (history, place);
  strata_history_push (history, heading);
  g_assert_false (strata_history_get_can_back (history));
  strata_history_push_jump (history, heading);
  strata_history_push_jump (history, heading);      /* where one already is */
  g_assert_cmpuint (strata_history_get_current (history)->offset, ==, 400);
  g_assert_cmpuint (strata_history_back (history)->offset, ==, 90);
  g_assert_cmpint (strata_history_get_current (history)->into, ==, 300);
  g_assert_false (strata_history_get_can_back (history));
}

static void
test_replace (void)
{
  g_autoptr (StrataHistory) history = strata_history_new ();
  g_autoptr (StrataPlace) typed = strata_place_parse ("table:t?q=bi");

  push (history, "concept:a");
  push (history, "table:t?q=b");
  strata_history_replace (history, typed);
  g_assert_cmpstr (strata_history_get_current (history)->list->query, ==, "bi");
  g_assert_cmpstr (strata_history_back (history)->id, ==, "a");
}

static void
test_find_last (void)
{
  g_autoptr (StrataHistory) history = strata_history_new ();

  push (history, "table:t?q=old");
  push (history, "table:t?q=new");
  push (history, "concept:a");
  g_assert_cmpstr (strata_history_find_last (history, STRATA_PLACE_TABLE, "t")->list->query, ==,
                   "new");
  g_assert_null (strata_history_find_last (history, STRATA_PLACE_TABLE, "other"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/jump", test_jump);
  g_test_add_func ("/history/replace", test_replace);
  g_test_add_func ("/history/find-last", test_find_last);
  return g_test_run ();
}
