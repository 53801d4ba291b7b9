#include "geometry/strata-columns.h"

#define N(needs) G_N_ELEMENTS (needs)

/* There is room for all: no line is broken, and no room is filled. */
static void
test_wide (void)
{
  static const StrataColumnNeed needs[] = { { 20, 40 }, { 30, 200 }, { 10, 10 } };
  int widths[3];

  g_assert_cmpint (strata_columns_fit (needs, N (needs), 250, 100, widths), ==, 250);
  g_assert_cmpint (widths[0], ==, 40);
  g_assert_cmpint (widths[1], ==, 200);
  g_assert_cmpint (widths[2], ==, 10);
}

/* Long lines give way, short ones do not, and all of the room is used. */
static void
test_narrow (void)
{
  static const StrataColumnNeed needs[] = { { 20, 40 }, { 30, 600 }, { 60, 300 } };
  int widths[3];

  g_assert_cmpint (strata_columns_fit (needs, N (needs), 500, 100, widths), ==, 500);
  g_assert_cmpint (widths[0], ==, 40);
  g_assert_cmpint (widths[1], >, widths[2]);
  g_assert_cmpint (widths[2], >, 100);
}

/* No word is broken and no column is too narrow to read: rather it is scrolled. */
static void
test_scrolled (void)
{
  static const StrataColumnNeed needs[] = { { 20, 40 }, { 180, 600 }, { 60, 300 }, { 350, 350 } };
  int widths[4];

  g_assert_cmpint (strata_columns_fit (needs, N (needs), 500, 100, widths), >, 500);
  g_assert_cmpint (widths[0], ==, 40);
  g_assert_cmpint (widths[1], ==, 300);
  g_assert_cmpint (widths[2], ==, 300);
  g_assert_cmpint (widths[3], ==, 350);
}

static void
test_edges (void)
{
  static const StrataColumnNeed none[] = { { 0, 0 }, { 0, 0 } };
  static const StrataColumnNeed huge[] = { { G_MAXINT, G_MAXINT }, { 1, G_MAXINT } };
  int widths[2];

  g_assert_cmpint (strata_columns_fit (none, 2, 0, 0, widths), ==, 0);
  g_assert_cmpint (strata_columns_fit (none, 0, 100, 10, widths), ==, 0);
  g_assert_cmpint (strata_columns_fit (huge, 2, 100, G_MAXINT, widths), ==, G_MAXINT);
  /* What is wider than its lines, as an empty cell may be. */
  g_assert_cmpint (strata_columns_fit ((StrataColumnNeed[]) { { 50, 10 } }, 1, 5, 3, widths), ==, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/wide", test_wide);
  g_test_add_func ("/columns/narrow", test_narrow);
  g_test_add_func ("/columns/scrolled", test_scrolled);
  g_test_add_func ("/columns/edges", test_edges);
  return g_test_run ();
}
