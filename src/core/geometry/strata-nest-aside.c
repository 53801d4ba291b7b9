#include "strata-nest-aside.h"

#include <math.h>

/* Shares of a label's height. */
#define GAP 0.5             /* between the outermost circle and the labels */
#define APART 0.1           /* between labels */

/* Where a line leaves a ring: upwards to the right, so that it is short and meets no
 * label in the middle. */
#define ACROSS 0.8
#define UPWARDS 0.6

/* Whether each node has but one inside it. */
static gboolean
is_chain (const StrataNestNode *nodes,
          guint                 n_nodes)
{
  for (guint i = 0; i < n_nodes; i++)
    if (nodes[i].parent != (int) i - 1)
      return FALSE;
  return TRUE;
}

/* The midst of what is seen of a circle, there. */
static void
find_start (const StrataNestPlace *places,
            guint                  n_nodes,
            StrataNestAside       *aside)
{
  const StrataCircle *circle = &places[aside->node].circle;
  const StrataCircle *inner = aside->node + 1 < n_nodes ? &places[aside->node + 1].circle : NULL;

  aside->from_x = circle->x;
  aside->from_y = circle->y;
  if (inner == NULL)
    return;
  aside->from_x = (circle->x + inner->x + ACROSS * (circle->r + inner->r)) / 2;
  aside->from_y = (circle->y + inner->y - UPWARDS * (circle->r + inner->r)) / 2;
}

/* Whether all have room in that form, in so much width, below each other. */
static gboolean
has_room (const StrataNestNode  *nodes,
          const StrataNestAside *asides,
          guint                  n,
          StrataNestForm         form,
          double                 right,
          double                 width,
          double                 height)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      const StrataNestSize *size = &nodes[asides[i].node].sizes[form];

      if (size->width <= 0 || right + GAP * size->height + size->width > width)
        return FALSE;
      sum += (1 + APART) * size->height;
    }
  return sum <= height;
}

/* Each as high as its ring, if the one above leaves that; then up again as far as the
 * foot asks for. */
static void
spread (const StrataNestNode *nodes,
        StrataNestAside      *asides,
        guint                 n,
        double                right,
        double                height)
{
  double top = 0, foot = height;

  for (guint i = 0; i < n; i++)
    {
      const StrataNestSize *size = &nodes[asides[i].node].sizes[asides[i].form];

      asides[i].x = right + GAP * size->height;
      asides[i].y = MAX (asides[i].from_y - size->height / 2, top);
      top = asides[i].y + (1 + APART) * size->height;
    }
  for (guint i = n; i-- > 0;)
    {
      const StrataNestSize *size = &nodes[asides[i].node].sizes[asides[i].form];

      asides[i].y = MIN (asides[i].y, foot - size->height);
      foot = asides[i].y - APART * size->height;
      asides[i].to_x = asides[i].x - GAP / 2 * size->height;
      asides[i].to_y = asides[i].y + size->height / 2;
    }
}

/**
 * strata_nest_label_aside:
 * @nodes: (array length=n_nodes): a tree, as for strata_nest_layout()
 * @places: (array length=n_nodes): where it has put everything
 * @n_nodes: at least 1
 * @width: of the room, in pixels
 * @height: of the room, in pixels
 * @asides: (array length=n_nodes) (out caller-allocates): labels beside the circles
 *
 * Finds room to the right of nested circles for the labels that have none inside,
 * where each circle has but one inside it: from the outermost down, all with their
 * full names or else all with their short ones.
 *
 * Returns: how many @asides there are; 0 if there is no room for all
 */
guint
strata_nest_label_aside (const StrataNestNode  *nodes,
                         const StrataNestPlace *places,
                         guint                  n_nodes,
                         double                 width,
                         double                 height,
                         StrataNestAside       *asides)
{
  static const StrataNestForm forms[] = { STRATA_NEST_FULL, STRATA_NEST_SHORT };
  double right;
  guint n = 0;

  g_return_val_if_fail (nodes != NULL && places != NULL && n_nodes > 0 && asides != NULL, 0);

  if (!is_chain (nodes, n_nodes))
    return 0;
  right = places[0].circle.x + places[0].circle.r;
  for (guint i = 0; i < n_nodes; i++)
    if (places[i].form == STRATA_NEST_NONE)
      asides[n++] = (StrataNestAside){ .node = i };
  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      if (!has_room (nodes, asides, n, forms[f], right, width, height))
        continue;
      for (guint i = 0; i < n; i++)
        {
          asides[i].form = forms[f];
          find_start (places, n_nodes, &asides[i]);
        }
      spread (nodes, asides, n, right, height);
      return n;
    }
  return 0;
}

/**
 * strata_nest_aside_move:
 * @self: a label
 * @right: in pixels
 * @down: in pixels
 *
 * Moves label and line.
 */
void
strata_nest_aside_move (StrataNestAside *self,
                        double           right,
                        double           down)
{
  g_return_if_fail (self != NULL);

  self->x += right;
  self->y += down;
  self->from_x += right;
  self->from_y += down;
  self->to_x += right;
  self->to_y += down;
}
