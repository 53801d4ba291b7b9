#include "strata-nest.h"

#include <math.h>
#include <stdlib.h>

/* Proportions; a leaf's radius is 1. */
#define RING 0.476   /* added to a radius around an only child */
#define CROWN 0.3    /* added to a radius around several children */
#define GAP 0.1      /* between siblings */
#define LEAF_AIR 1.2 /* room around the name of an innermost circle, on one line */
#define STRETCH 1.12 /* a ring may grow by this much for its full name */

typedef struct
{
  const StrataNestNode *nodes;
  guint                 n_nodes;
  StrataNestPlace      *places;

  /* The children of node i are children[first[i]] … children[first[i + 1] - 1]. */
  guint                *first;
  guint                *children;

  double               *needs;    /* radius of each subtree, in leaves */
  StrataCircle         *packed;   /* each node among its siblings, in leaves */
} Nest;

static guint
n_children (const Nest *nest,
            guint       i)
{
  return nest->first[i + 1] - nest->first[i];
}

static void
index_children (Nest *nest)
{
  g_autofree guint *filled = g_new0 (guint, nest->n_nodes);

  for (guint i = 1; i < nest->n_nodes; i++)
    nest->first[nest->nodes[i].parent + 1]++;
  for (guint i = 0; i < nest->n_nodes; i++)
    nest->first[i + 1] += nest->first[i];
  for (guint i = 1; i < nest->n_nodes; i++)
    {
      guint parent = nest->nodes[i].parent;

      nest->children[nest->first[parent] + filled[parent]++] = i;
    }
}

static int
larger_first (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const double *needs = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (needs[i] != needs[j])
    return needs[i] < needs[j] ? 1 : -1;
  return (i > j) - (i < j);
}

/* Packs the children of @i and centres them, the large ones in the middle, where
 * they waste least; equal ones keep their order. Returns the radius of it all. */
static double
pack_children (Nest *nest,
               guint i)
{
  guint n = n_children (nest, i);
  guint *children = nest->children + nest->first[i];
  StrataCircle *packed = nest->packed + nest->first[i];
  StrataCircle around;

  qsort_r (children, n, sizeof *children, larger_first, nest->needs);
  for (guint c = 0; c < n; c++)
    packed[c] = (StrataCircle){ 0, 0, nest->needs[children[c]] + GAP / 2 };
  strata_pack_siblings (packed, n);
  around = strata_pack_enclose (packed, n);
  for (guint c = 0; c < n; c++)
    {
      packed[c].x -= around.x;
      packed[c].y -= around.y;
    }
  return around.r;
}

/* From the leaves to the root, as a parent precedes its children. */
static void
estimate (Nest *nest)
{
  for (guint i = nest->n_nodes; i-- > 0;)
    {
      guint n = n_children (nest, i);

      if (n == 0)
        nest->needs[i] = 1;
      else if (n == 1)
        nest->needs[i] = nest->needs[nest->children[nest->first[i]]] + RING;
      else
        nest->needs[i] = pack_children (nest, i) + CROWN;
    }
}

/* Free room between a label and any line. */
static double
padding (double height)
{
  return MAX (3, height / 6);
}

/* How deep below the top of a circle of radius @r a box of this width just fits;
 * negative if it does not fit at all. */
static double
chord_depth (double r,
             double width)
{
  return width / 2 < r ? r - sqrt (r * r - width * width / 4) : -1;
}

/* How much of the circle, from its top, a label takes. */
static double
label_depth (const StrataNestSize *size,
             double                r)
{
  double pad = padding (size->height);
  double depth = size->width > 0 ? chord_depth (r - pad, size->width) : -1;

  return depth < 0 ? INFINITY : depth + size->height + 2 * pad;
}

/* Puts the label of @i above @bottom, a depth below the top of its circle. */
static void
place_label (Nest          *nest,
             guint          i,
             StrataNestForm form,
             double         bottom)
{
  StrataNestPlace *place = &nest->places[i];
  const StrataNestSize *size;
  double pad, least, most;

  place->form = form;
  place->x = place->circle.x;
  place->y = place->circle.y;
  if (form == STRATA_NEST_NONE)
    return;
  size = &nest->nodes[i].sizes[form];
  pad = padding (size->height);
  most = bottom - pad - size->height;
  least = label_depth (size, place->circle.r) - pad - size->height;
  place->x -= size->width / 2;
  place->y += -place->circle.r + CLAMP ((bottom - size->height) / 2, least, MAX (least, most));
}

/* A label that all but touches its circle is no better than one in lines. */
static void
place_leaf (Nest *nest,
            guint i)
{
  StrataNestPlace *place = &nest->places[i];

  place->form = STRATA_NEST_NONE;
  for (StrataNestForm form = 0; form < STRATA_NEST_NONE; form++)
    {
      const StrataNestSize *size = &nest->nodes[i].sizes[form];
      double reach = hypot (size->width, size->height) / 2 + padding (size->height);
      double air = form == STRATA_NEST_FULL ? LEAF_AIR : 1;

      if (size->width <= 0 || reach * air > place->circle.r)
        continue;
      place->form = form;
      place->x = place->circle.x - size->width / 2;
      place->y = place->circle.y - size->height / 2;
      return;
    }
}

/* The best form that takes no more than @depth, if the short one may take
 * @short_depth. */
static StrataNestForm
choose_form (const StrataNestNode *node,
             double                r,
             double                depth,
             double                short_depth)
{
  for (StrataNestForm form = 0; form < STRATA_NEST_NONE; form++)
    {
      double limit = form == STRATA_NEST_SHORT ? short_depth : depth;

      if (label_depth (&node->sizes[form], r) <= limit)
        return form;
    }
  return STRATA_NEST_NONE;
}

/* An only child touches the foot of its parent. Its ring has the share that
 * the depth of the tree leaves it, a little more if the full name then fits, and
 * as much as the short name needs. */
static void
place_ring (Nest *nest,
            guint i)
{
  guint child = nest->children[nest->first[i]];
  const StrataCircle *circle = &nest->places[i].circle;
  StrataCircle *inner = &nest->places[child].circle;
  double ring = 2 * circle->r * (1 - nest->needs[child] / nest->needs[i]);
  StrataNestForm form;

  form = choose_form (&nest->nodes[i], circle->r, STRETCH * ring,
                      MAX (STRETCH * ring, 0.6 * circle->r));
  if (form != STRATA_NEST_NONE)
    ring = MAX (ring, label_depth (&nest->nodes[i].sizes[form], circle->r));
  inner->r = circle->r - ring / 2;
  inner->x = circle->x;
  inner->y = circle->y + ring / 2;
  place_label (nest, i, form, ring);
}

/* Whether the packed children of @i, @scale times as large, go into a circle
 * of radius @r around the origin below the line @top; finds how far down. */
static gboolean
packed_fits (const Nest *nest,
             guint       i,
             double      scale,
             double      r,
             double      top,
             double     *offset)
{
  double least = -INFINITY, most = INFINITY;

  for (guint c = nest->first[i]; c < nest->first[i + 1]; c++)
    {
      double x = scale * nest->packed[c].x, y = scale * nest->packed[c].y;
      double own = scale * nest->packed[c].r, room = r - own, half;

      if (room < fabs (x))
        return FALSE;
      half = sqrt (room * room - x * x);
      least = MAX (least, MAX (top + own - y, -half - y));
      most = MIN (most, half - y);
    }
  *offset = (least + most) / 2;
  return least <= most;
}

/* Several children fill what the label leaves of the circle. */
static void
place_pack (Nest *nest,
            guint i)
{
  const StrataCircle *circle = &nest->places[i].circle;
  double room = circle->r * 0.97, crown, offset = 0, low = 0, high = circle->r;
  StrataNestForm form = choose_form (&nest->nodes[i], circle->r, circle->r * 0.5, circle->r * 0.7);

  crown = form == STRATA_NEST_NONE ? 0 : label_depth (&nest->nodes[i].sizes[form], circle->r);
  for (guint step = 0; step < 40; step++)
    {
      double scale = (low + high) / 2;

      if (packed_fits (nest, i, scale, room, crown - circle->r, &offset))
        low = scale;
      else
        high = scale;
    }
  packed_fits (nest, i, low, room, crown - circle->r, &offset);
  for (guint c = nest->first[i]; c < nest->first[i + 1]; c++)
    {
      StrataCircle *inner = &nest->places[nest->children[c]].circle;

      inner->x = circle->x + low * nest->packed[c].x;
      inner->y = circle->y + low * nest->packed[c].y + offset;
      inner->r = low * (nest->packed[c].r - GAP / 2);
      crown = c == nest->first[i] ? inner->y - inner->r : MIN (crown, inner->y - inner->r);
    }
  place_label (nest, i, form, crown - (circle->y - circle->r));
}

/**
 * strata_nest_layout:
 * @nodes: (array length=n_nodes): a tree; the root first, parents before their
 *   children
 * @n_nodes: at least 1
 * @width: of the room, in pixels
 * @height: of the room, in pixels
 * @places: (array length=n_nodes) (out caller-allocates): where everything goes
 *
 * Nests circles: a child lies inside its parent, siblings apart from each
 * other, an only child tangent to its parent's foot. A label lies inside its
 * circle above the children, in the best form that fits. The same arguments
 * give the same places.
 */
void
strata_nest_layout (const StrataNestNode *nodes,
                    guint                 n_nodes,
                    double                width,
                    double                height,
                    StrataNestPlace      *places)
{
  g_autofree guint *first = g_new0 (guint, n_nodes + 1);
  g_autofree guint *children = g_new0 (guint, n_nodes);
  g_autofree double *needs = g_new0 (double, n_nodes);
  g_autofree StrataCircle *packed = g_new0 (StrataCircle, n_nodes);
  Nest nest = { nodes, n_nodes, places, first, children, needs, packed };

  g_return_if_fail (nodes != NULL && n_nodes > 0 && places != NULL);
  for (guint i = 0; i < n_nodes; i++)
    g_return_if_fail (i == 0 ? nodes[i].parent == -1
                             : nodes[i].parent >= 0 && nodes[i].parent < (int) i);

  index_children (&nest);
  estimate (&nest);
  places[0].circle = (StrataCircle){ width / 2, height / 2, MAX (0, MIN (width, height) / 2) };
  for (guint i = 0; i < n_nodes; i++)
    switch (n_children (&nest, i))
      {
      case 0:
        place_leaf (&nest, i);
        break;
      case 1:
        place_ring (&nest, i);
        break;
      default:
        place_pack (&nest, i);
      }
}
