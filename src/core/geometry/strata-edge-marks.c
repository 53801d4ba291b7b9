#include "strata-edge-marks.h"

#include <math.h>

#define STEPS 180       /* places on an edge that are tried */
#define GAP 3           /* between a mark and whatever it must not touch, in pixels */

/* A point's distance from a node's label; huge for one without. */
static double
label_distance (const StrataNestNode  *node,
                const StrataNestPlace *place,
                double                 x,
                double                 y)
{
  const StrataNestSize *size;

  if (place->form == STRATA_NEST_NONE)
    return INFINITY;
  size = &node->sizes[place->form];
  return hypot (x - CLAMP (x, place->x, place->x + size->width),
                y - CLAMP (y, place->y, place->y + size->height));
}

/* How far a mark may grow at a point before it touches a label, the frame or
 * one of the first @n_marks marks. */
static double
room_at (const StrataNestNode  *nodes,
         const StrataNestPlace *places,
         guint                  n_nodes,
         double                 width,
         double                 height,
         const StrataCircle    *marks,
         guint                  n_marks,
         double                 x,
         double                 y)
{
  double room = MIN (MIN (x, width - x), MIN (y, height - y));

  for (guint i = 0; i < n_nodes; i++)
    room = MIN (room, label_distance (&nodes[i], &places[i], x, y));
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].r > 0)
      room = MIN (room, hypot (x - marks[i].x, y - marks[i].y) - marks[i].r);
  return room;
}

/* How far the nearest edge is that is not the one of node @edge. */
static double
edge_distance (const StrataNestPlace *places,
               guint                  n_nodes,
               guint                  edge,
               double                 x,
               double                 y)
{
  double distance = INFINITY;

  for (guint i = 0; i < n_nodes; i++)
    if (i != edge)
      distance = MIN (distance, fabs (hypot (x - places[i].circle.x, y - places[i].circle.y)
                                      - places[i].circle.r));
  return distance;
}

/**
 * strata_edge_marks_place:
 * @nodes: (array length=n_nodes): what strata_nest_layout() laid out
 * @places: (array length=n_nodes): where it put them
 * @n_nodes: how many there are
 * @width: of the frame, in pixels
 * @height: of the frame
 * @edges: (array length=n_marks): for each mark, the node on whose edge it is
 * @n_marks: how many marks there are
 * @radius: of a mark
 * @marks: (out caller-allocates) (array length=n_marks): where the marks go; one
 *   that has no place has the radius 0
 *
 * Puts each mark with its middle on the edge of a circle, where it is clear of
 * labels, of other marks and of the frame, and as far from other edges as can be.
 */
void
strata_edge_marks_place (const StrataNestNode  *nodes,
                         const StrataNestPlace *places,
                         guint                  n_nodes,
                         double                 width,
                         double                 height,
                         const guint           *edges,
                         guint                  n_marks,
                         double                 radius,
                         StrataCircle          *marks)
{
  for (guint m = 0; m < n_marks; m++)
    {
      const StrataCircle *circle;
      double best = -1;

      g_return_if_fail (edges[m] < n_nodes);

      circle = &places[edges[m]].circle;
      marks[m] = (StrataCircle){ circle->x, circle->y, 0 };
      for (guint step = 0; step < STEPS; step++)
        {
          double angle = 2 * G_PI * step / STEPS;
          double x = circle->x + circle->r * cos (angle), y = circle->y + circle->r * sin (angle);
          double clear = edge_distance (places, n_nodes, edges[m], x, y);

          /* Enough is enough: of equals, the first is taken. */
          clear = MIN (clear, 2 * radius);
          if (clear <= best
              || room_at (nodes, places, n_nodes, width, height, marks, m, x, y) < radius + GAP)
            continue;
          best = clear;
          marks[m] = (StrataCircle){ x, y, radius };
        }
    }
}
