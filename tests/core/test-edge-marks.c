#include "geometry/strata-edge-marks.h"

#include <math.h>

#define N_NODES 6
#define N_MARKS 5
#define RADIUS 13

/* The bundled course: circles in one another, with names as long as theirs. */
static void
make_map (double           length,
          double           em,
          StrataNestNode  *nodes,
          StrataNestPlace *places)
{
  const double letters[N_NODES] = { 23, 16, 15, 13, 13, 21 };

  for (guint i = 0; i < N_NODES; i++)
    {
      nodes[i].parent = (int) i - 1;
      nodes[i].sizes[STRATA_NEST_FULL] = (StrataNestSize){ letters[i] * em, 2.2 * em };
      nodes[i].sizes[STRATA_NEST_BROAD] = (StrataNestSize){ letters[i] * em * 0.6, 4.4 * em };
      nodes[i].sizes[STRATA_NEST_SQUARE] = (StrataNestSize){ letters[i] * em * 0.4, 6.6 * em };
      nodes[i].sizes[STRATA_NEST_SHORT] = (StrataNestSize){ 3 * em, 2.2 * em };
    }
  strata_nest_layout (nodes, N_NODES, length, length, places);
}

static void
check_mark (const StrataNestNode  *nodes,
            const StrataNestPlace *places,
            const StrataCircle    *mark,
            guint                  edge,
            double                 length)
{
  const StrataCircle *circle = &places[edge].circle;

  g_assert_cmpfloat_with_epsilon (hypot (mark->x - circle->x, mark->y - circle->y), circle->r, 1e-6);
  g_assert_true (mark->x >= mark->r && mark->x + mark->r <= length);
  g_assert_true (mark->y >= mark->r && mark->y + mark->r <= length);
  for (guint i = 0; i < N_NODES; i++)
    {
      const StrataNestSize *size = &nodes[i].sizes[places[i].form];
      double x, y;

      if (places[i].form == STRATA_NEST_NONE)
        continue;
      x = CLAMP (mark->x, places[i].x, places[i].x + size->width);
      y = CLAMP (mark->y, places[i].y, places[i].y + size->height);
      g_assert_cmpfloat (hypot (mark->x - x, mark->y - y), >, mark->r);
    }
}

/* On its edge, clear of every name, of the frame and of each other; from where
 * the map is large enough for all, all have a place. */
static void
test_clear (void)
{
  const guint edges[N_MARKS] = { 1, 3, 4, 5, 3 };
  StrataNestNode nodes[N_NODES];
  StrataNestPlace places[N_NODES];
  StrataCircle marks[N_MARKS];

  for (double length = 120; length < 3000; length += 20)
    {
      make_map (length, MAX (6, length / 80), nodes, places);
      strata_edge_marks_place (nodes, places, N_NODES, length, length, edges, N_MARKS, RADIUS, marks);
      for (guint i = 0; i < N_MARKS; i++)
        {
          if (length >= 420)
            g_assert_cmpfloat (marks[i].r, ==, RADIUS);
          if (marks[i].r == 0)
            continue;
          check_mark (nodes, places, &marks[i], edges[i], length);
          for (guint j = 0; j < i; j++)
            if (marks[j].r > 0)
              g_assert_cmpfloat (hypot (marks[i].x - marks[j].x, marks[i].y - marks[j].y), >,
                                 2 * RADIUS);
        }
    }
}

/* Where everything is full, there is no mark rather than one on a name. */
static void
test_no_room (void)
{
  const guint edges[] = { 0 };
  StrataNestNode node = { .parent = -1 };
  StrataNestPlace place;
  StrataCircle mark;

  strata_nest_layout (&node, 1, 60, 60, &place);
  strata_edge_marks_place (&node, &place, 1, 60, 60, edges, 1, RADIUS, &mark);
  g_assert_cmpfloat (mark.r, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edge-marks/clear", test_clear);
  g_test_add_func ("/edge-marks/no-room", test_no_room);
  return g_test_run ();
}
