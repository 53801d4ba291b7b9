#include "geometry/strata-zoom.h"

static StrataZoom
zoom_new (double max_fit)
{
  StrataZoom zoom = { .width = 400, .height = 200, .max_fit = max_fit };

  strata_zoom_set_view (&zoom, 200, 200);
  return zoom;
}

static void
assert_place (const StrataZoom *zoom,
              double            x,
              double            y,
              double            width,
              double            height)
{
  double place[4];

  strata_zoom_get_place (zoom, &place[0], &place[1], &place[2], &place[3]);
  g_assert_cmpfloat_with_epsilon (place[0], x, 0.001);
  g_assert_cmpfloat_with_epsilon (place[1], y, 0.001);
  g_assert_cmpfloat_with_epsilon (place[2], width, 0.001);
  g_assert_cmpfloat_with_epsilon (place[3], height, 0.001);
}

static void
test_fit (void)
{
  StrataZoom zoom = zoom_new (100);

  assert_place (&zoom, 0, 50, 200, 100);
  strata_zoom_set_view (&zoom, 1600, 400);
  assert_place (&zoom, 400, 0, 800, 400);
  zoom = zoom_new (1);
  strata_zoom_set_view (&zoom, 1600, 400);
  assert_place (&zoom, 600, 100, 400, 200);
  strata_zoom_set_view (&zoom, 0, 0);
  g_assert_cmpfloat (strata_zoom_get_scale (&zoom), >, 0);
}

/* The point under the pointer stays, as long as no side is empty for it. */
static void
test_by (void)
{
  StrataZoom zoom = zoom_new (100);

  strata_zoom_by (&zoom, 4, 50, 100);
  assert_place (&zoom, -150, -100, 800, 400);
  strata_zoom_by (&zoom, 0.5, 50, 100);
  assert_place (&zoom, -50, 0, 400, 200);
  strata_zoom_by (&zoom, 0.01, 50, 100);
  g_assert_cmpfloat (zoom.scale, ==, 0);
  assert_place (&zoom, 0, 50, 200, 100);
  for (guint i = 0; i < 100; i++)
    strata_zoom_by (&zoom, 1.25, 100, 100);
  g_assert_cmpfloat_with_epsilon (strata_zoom_get_scale (&zoom), 8, 0.001);
}

static void
test_move (void)
{
  StrataZoom zoom = zoom_new (100);

  g_assert_false (strata_zoom_move (&zoom, 30, 30));
  strata_zoom_by (&zoom, 2, 100, 100);
  assert_place (&zoom, -100, 0, 400, 200);
  g_assert_true (strata_zoom_move (&zoom, 30, 30));
  assert_place (&zoom, -70, 0, 400, 200);
  g_assert_true (strata_zoom_move (&zoom, 1000, 0));
  assert_place (&zoom, 0, 0, 400, 200);
  g_assert_false (strata_zoom_move (&zoom, 1000, 0));
  strata_zoom_fit (&zoom);
  assert_place (&zoom, 0, 50, 200, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zoom/fit", test_fit);
  g_test_add_func ("/zoom/by", test_by);
  g_test_add_func ("/zoom/move", test_move);
  return g_test_run ();
}
