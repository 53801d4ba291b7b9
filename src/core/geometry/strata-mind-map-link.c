/* The lines of a mind map. */
#include "strata-mind-map.h"

#include <math.h>

/* In ems. */
#define TRUNK 0.75      /* from a box's left edge to the line below it */
#define CORNER 0.45

static void
set_point (StrataMindMapLink *link,
           guint              point,
           double             x,
           double             y)
{
  link->x[point] = x;
  link->y[point] = y;
}

/**
 * strata_mind_map_link:
 * @plan: what the boxes were placed by
 * @items: the boxes, placed
 * @item: index of a box that is not the centre
 * @link: (out caller-allocates): the line between it and what it hangs at
 *
 * The line touches the edges of its two boxes and crosses no box.
 */
void
strata_mind_map_link (const StrataMindMapPlan *plan,
                      const StrataMindMapItem *items,
                      guint                    item,
                      StrataMindMapLink       *link)
{
  const StrataMindMapItem *to = &items[item], *from;
  double to_y = to->y + to->height / 2, from_y, half;

  g_return_if_fail (item > 0 && to->parent >= 0);

  from = &items[to->parent];
  link->bent = plan->form != STRATA_MIND_MAP_TREE;
  if (!link->bent)
    {
      double trunk = from->x + MIN (TRUNK * plan->em, from->width / 2);
      double corner = MIN (CORNER * plan->em, to->x - trunk);

      set_point (link, 0, trunk, from->y + from->height);
      set_point (link, 1, trunk, to_y - corner);
      set_point (link, 2, trunk + corner, to_y);
      set_point (link, 3, to->x, to_y);
      return;
    }
  from_y = from->y + from->height / 2;
  if (to->x >= from->x + from->width)
    {
      half = (to->x - from->x - from->width) / 2;
      set_point (link, 0, from->x + from->width, from_y);
      set_point (link, 3, to->x, to_y);
    }
  else
    {
      half = (to->x + to->width - from->x) / 2;
      set_point (link, 0, from->x, from_y);
      set_point (link, 3, to->x + to->width, to_y);
    }
  set_point (link, 1, link->x[0] + half, from_y);
  set_point (link, 2, link->x[3] - half, to_y);
}

/**
 * strata_mind_map_link_point:
 * @link: a line
 * @share: 0 for where it begins to 1 for its end
 * @x: (out): a point on it
 * @y: (out): a point on it
 *
 * See [De Casteljau's algorithm](https://en.wikipedia.org/wiki/B%C3%A9zier_curve)
 * for the curve.
 */
void
strata_mind_map_link_point (const StrataMindMapLink *link,
                            double                   share,
                            double                  *x,
                            double                  *y)
{
  double t = share, u = 1 - t, piece = t * 3;

  if (link->bent)
    {
      const double b[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };

      *x = b[0] * link->x[0] + b[1] * link->x[1] + b[2] * link->x[2] + b[3] * link->x[3];
      *y = b[0] * link->y[0] + b[1] * link->y[1] + b[2] * link->y[2] + b[3] * link->y[3];
    }
  else if (piece <= 1)
    {
      *x = link->x[0];
      *y = link->y[0] + piece * (link->y[1] - link->y[0]);
    }
  else if (piece <= 2)
    {
      double angle = (piece - 1) * G_PI_2, radius = link->x[2] - link->x[1];

      *x = link->x[2] - radius * cos (angle);
      *y = link->y[1] + radius * sin (angle);
    }
  else
    {
      *x = link->x[2] + (piece - 2) * (link->x[3] - link->x[2]);
      *y = link->y[3];
    }
}
