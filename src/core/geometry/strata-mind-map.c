#include "strata-mind-map.h"

#include <math.h>

/* All in ems. */
#define MARGIN 0.75           /* around everything: room for a focus ring */
#define LEAST_GAP 2.2         /* between columns */
#define NATURAL_GAP 4.0
#define LARGEST_GAP 7.0
#define LEAF_GAP 0.42         /* between rows */
#define BRANCH_GAP 1.4
#define INDENT 1.7            /* of a tree's level */
#define NARROWEST 3.0         /* of a label, however narrow the frame is */

#define MOST_STRETCH 2.6      /* of the gaps between rows where there is room */
#define ARC 0.45              /* share of a gap that outer boxes come nearer */

/* Planning. --------------------------------------------------------------------- */

/* How far columns of these needs may go from their least to their natural width
 * in @room; below 0 where there is not even room for the least. */
static double
share_of (const StrataMindMapNeed *needs,
          const guint             *counts,
          guint                    n_levels,
          double                   room,
          double                   em)
{
  double least = 0, natural = 0;

  for (guint i = 0; i < n_levels; i++)
    {
      guint gaps = i + 1 < n_levels ? counts[i + 1] : 0;

      least += counts[i] * needs[i].least + gaps * LEAST_GAP * em;
      natural += counts[i] * MAX (needs[i].least, needs[i].natural) + gaps * NATURAL_GAP * em;
    }
  if (least > room)
    return -1;
  return natural > least ? MIN (1, (room - least) / (natural - least)) : 1;
}

static void
plan_columns (const StrataMindMapNeed *needs,
              const guint             *counts,
              guint                    n_levels,
              double                   room,
              double                   share,
              StrataMindMapPlan       *plan)
{
  double gap = LEAST_GAP + share * (NATURAL_GAP - LEAST_GAP), used = 0;
  guint n_gaps = 0;

  for (guint i = 0; i < n_levels; i++)
    {
      double natural = MAX (needs[i].least, needs[i].natural);

      plan->widths[i] = needs[i].least + share * (natural - needs[i].least);
      used += counts[i] * plan->widths[i];
      n_gaps += i > 0 ? counts[i] : 0;
    }
  plan->gap = gap * plan->em;
  if (share == 1 && n_gaps > 0)
    plan->gap = CLAMP ((room - used) / n_gaps, plan->gap, LARGEST_GAP * plan->em);
}

static void
plan_tree (const StrataMindMapNeed *needs,
           guint                    n_levels,
           double                   room,
           StrataMindMapPlan       *plan)
{
  plan->form = STRATA_MIND_MAP_TREE;
  plan->gap = INDENT * plan->em;
  for (guint i = 0; i < n_levels; i++)
    plan->widths[i] = MAX (NARROWEST * plan->em,
                           MIN (needs[i].natural, room - i * INDENT * plan->em));
}

/**
 * strata_mind_map_plan:
 * @needs: (array length=n_levels): of the centre, of what hangs at it, of what
 *   hangs at that
 * @n_levels: 1 to 3
 * @width: of the frame, in pixels
 * @em: the height of a letter, in pixels
 * @compact: whether only a tree will do
 * @plan: (out caller-allocates): how the labels are to be broken
 *
 * Chooses the widest form that the frame has room for and shares its width out
 * among the columns. Branches with leaves go to both sides or become a tree: to one
 * side only, they would leave half of a narrow frame empty.
 */
void
strata_mind_map_plan (const StrataMindMapNeed *needs,
                      guint                    n_levels,
                      double                   width,
                      double                   em,
                      gboolean                 compact,
                      StrataMindMapPlan       *plan)
{
  static const guint counts[][3] = {
    [STRATA_MIND_MAP_BOTH] = { 1, 2, 2 },
    [STRATA_MIND_MAP_RIGHT] = { 1, 1, 1 },
  };
  double room = width - 2 * MARGIN * em;

  g_return_if_fail (n_levels >= 1 && n_levels <= 3 && em > 0);

  *plan = (StrataMindMapPlan){ .em = em };
  for (guint form = 0; !compact && form < G_N_ELEMENTS (counts); form++)
    {
      double share = share_of (needs, counts[form], n_levels, room, em);

      if (share < 0 || (form == STRATA_MIND_MAP_RIGHT && n_levels > 2))
        continue;
      plan->form = (StrataMindMapForm) form;
      plan_columns (needs, counts[form], n_levels, room, share, plan);
      return;
    }
  plan_tree (needs, n_levels, room, plan);
}

/* Columns. ---------------------------------------------------------------------- */

/* One side of the centre: the items from @first to before @end. */
typedef struct
{
  guint  first;
  guint  end;
  double height;      /* of its boxes, and of its gaps unstretched */
  double gaps;
} Side;

/* The item after @item and all that hangs at it. */
static guint
next_branch (const StrataMindMapItem *items,
             guint                    n_items,
             guint                    item)
{
  guint next = item + 1;

  while (next < n_items && items[next].parent == (int) item)
    next++;
  return next;
}

/* What a branch, from @item to before @end, takes, apart from what gaps take. */
static double
branch_height (const StrataMindMapItem *items,
               guint                    item,
               guint                    end,
               double                   leaf_gap,
               double                  *leaves)
{
  *leaves = 0;
  for (guint i = item + 1; i < end; i++)
    *leaves += items[i].height + (i + 1 < end ? leaf_gap : 0);
  return MAX (items[item].height, *leaves);
}

static Side
measure_side (const StrataMindMapItem *items,
              guint                    first,
              guint                    end,
              gboolean                 grouped,
              double                   em)
{
  Side side = { first, end, 0, 0 };
  double between = (grouped ? BRANCH_GAP : LEAF_GAP) * em, leaves;

  for (guint i = first, next; i < end; i = next)
    {
      next = next_branch (items, end, i);
      side.height += branch_height (items, i, next, LEAF_GAP * em, &leaves);
      side.gaps += next - i > 2 ? (next - i - 2) * LEAF_GAP * em : 0;
      if (next < end)
        {
          side.height += between;
          side.gaps += between;
        }
    }
  return side;
}

static gboolean
is_grouped (const StrataMindMapItem *items,
            guint                    n_items)
{
  for (guint i = 1; i < n_items; i++)
    if (items[i].parent > 0)
      return TRUE;
  return FALSE;
}

/* Halves the branches, in their order, so that the higher side is as low as can
 * be; of equals, the left one has more. A single one stands on the right. */
static void
split (const StrataMindMapItem *items,
       guint                    n_items,
       double                   em,
       Side                    *sides)
{
  gboolean grouped = is_grouped (items, n_items);
  double best = INFINITY;
  guint at = 1;

  if (n_items > 1 && next_branch (items, n_items, 1) < n_items)
    {
      Side all = measure_side (items, 1, n_items, grouped, em);
      double between = (grouped ? BRANCH_GAP : LEAF_GAP) * em, left = 0, leaves;

      for (guint i = 1, next; i < n_items; i = next)
        {
          double higher = MAX (left - between, all.height - left);

          if (higher <= best)
            {
              best = higher;
              at = i;
            }
          next = next_branch (items, n_items, i);
          left += branch_height (items, i, next, LEAF_GAP * em, &leaves) + between;
        }
    }
  sides[0] = measure_side (items, 1, at, grouped, em);
  sides[1] = measure_side (items, at, n_items, grouped, em);
}

/* The vertical places of one side around the middle at @middle. */
static void
stack_side (const StrataMindMapPlan *plan,
            StrataMindMapItem       *items,
            const Side              *side,
            gboolean                 grouped,
            double                   stretch,
            double                   middle)
{
  double leaf_gap = LEAF_GAP * plan->em * stretch, leaves;
  double between = (grouped ? BRANCH_GAP : LEAF_GAP) * plan->em * stretch;
  double total = -between, y;

  for (guint i = side->first, next; i < side->end; i = next)
    {
      next = next_branch (items, side->end, i);
      total += branch_height (items, i, next, leaf_gap, &leaves) + between;
    }
  y = middle - total / 2;
  for (guint i = side->first, next; i < side->end; i = next)
    {
      double height, leaf_y;

      next = next_branch (items, side->end, i);
      height = branch_height (items, i, next, leaf_gap, &leaves);
      items[i].y = y + (height - items[i].height) / 2;
      leaf_y = y + (height - leaves) / 2;
      for (guint leaf = i + 1; leaf < next; leaf++)
        {
          items[leaf].y = leaf_y;
          leaf_y += items[leaf].height + leaf_gap;
        }
      y += height + between;
    }
}

/* How far from the middle the outermost branch of a side is; 0 where there are
 * too few for an arc. */
static double
arc_reach (const StrataMindMapItem *items,
           const Side              *side,
           double                   middle)
{
  double reach = 0;
  guint n = 0;

  for (guint i = side->first; i < side->end; i = next_branch (items, side->end, i))
    {
      reach = MAX (reach, fabs (items[i].y + items[i].height / 2 - middle));
      n++;
    }
  return n < 3 ? 0 : reach;
}

/* How much nearer to the centre than one in the middle a branch comes: the
 * further up or down, the more. */
static double
arc (const StrataMindMapPlan *plan,
     const StrataMindMapItem *item,
     double                   reach,
     double                   middle)
{
  double y = reach > 0 ? (item->y + item->height / 2 - middle) / reach : 0;

  return ARC * plan->gap * (1 - sqrt (MAX (0, 1 - y * y)));
}

/* The horizontal places of one side; @direction is -1 to the left, 1 to the
 * right, @edge the centre's edge on that side. */
static void
spread_side (const StrataMindMapPlan *plan,
             StrataMindMapItem       *items,
             const Side              *side,
             int                      direction,
             double                   edge,
             double                   middle)
{
  double column = 0, reach = arc_reach (items, side, middle);

  for (guint i = side->first; i < side->end; i++)
    column = items[i].parent == 0 ? MAX (column, items[i].width) : column;
  for (guint i = side->first, next; i < side->end; i = next)
    {
      double near = edge + direction * (plan->gap - arc (plan, &items[i], reach, middle));
      double far = near + direction * (column + plan->gap);

      next = next_branch (items, side->end, i);
      items[i].x = direction > 0 ? near : near - items[i].width;
      for (guint leaf = i + 1; leaf < next; leaf++)
        items[leaf].x = direction > 0 ? far : far - items[leaf].width;
    }
}

/* Moves everything so that it stands in the middle of the frame. */
static void
centre_items (StrataMindMapItem *items,
              guint              n_items,
              double             width)
{
  double left = INFINITY, right = -INFINITY;

  for (guint i = 0; i < n_items; i++)
    {
      left = MIN (left, items[i].x);
      right = MAX (right, items[i].x + items[i].width);
    }
  for (guint i = 0; i < n_items; i++)
    items[i].x += (width - right - left) / 2;
}

static double
lay_out_columns (const StrataMindMapPlan *plan,
                 StrataMindMapItem       *items,
                 guint                    n_items,
                 double                   width,
                 double                   height)
{
  gboolean grouped = is_grouped (items, n_items);
  double margin = MARGIN * plan->em, needed = items[0].height, stretch = MOST_STRETCH;
  Side sides[2] = { { 1, 1, 0, 0 } };

  if (plan->form == STRATA_MIND_MAP_BOTH)
    split (items, n_items, plan->em, sides);
  else
    sides[1] = measure_side (items, 1, n_items, grouped, plan->em);
  for (guint s = 0; s < 2; s++)
    needed = MAX (needed, sides[s].height);
  height = MAX (height, ceil (needed + 2 * margin));
  for (guint s = 0; s < 2; s++)
    if (sides[s].gaps > 0)
      stretch = MIN (stretch, 1 + (height - 2 * margin - sides[s].height) / sides[s].gaps);

  items[0].x = 0;
  items[0].y = (height - items[0].height) / 2;
  for (guint s = 0; s < 2; s++)
    {
      stack_side (plan, items, &sides[s], grouped, stretch, height / 2);
      spread_side (plan, items, &sides[s], s == 0 ? -1 : 1, s == 0 ? 0 : items[0].width,
                   height / 2);
    }
  centre_items (items, n_items, width);
  return height;
}

/* A tree. ----------------------------------------------------------------------- */

static double
lay_out_tree (const StrataMindMapPlan *plan,
              StrataMindMapItem       *items,
              guint                    n_items)
{
  gboolean grouped = is_grouped (items, n_items);
  double y = MARGIN * plan->em;

  for (guint i = 0; i < n_items; i++)
    {
      guint level = items[i].parent < 0 ? 0 : items[i].parent == 0 ? 1 : 2;

      if (i > 0)
        y += plan->em * (level == 1 && grouped ? BRANCH_GAP : i == 1 ? 2 * LEAF_GAP : LEAF_GAP);
      items[i].x = (MARGIN + level * INDENT) * plan->em;
      items[i].y = y;
      y += items[i].height;
    }
  return ceil (y + MARGIN * plan->em);
}

/**
 * strata_mind_map_layout:
 * @plan: what strata_mind_map_plan() gave
 * @items: (array length=n_items): boxes no wider than @plan says; their places
 *   are filled in
 * @n_items: at least 1
 * @width: of the frame, as it was planned for
 * @height: of the frame
 *
 * Places the boxes so that none overlaps another, in the order of reading: down
 * the left side, then down the right one.
 *
 * Returns: how high the map is: at least @height if it goes to the sides, what
 *   it takes if it is a tree
 */
double
strata_mind_map_layout (const StrataMindMapPlan *plan,
                        StrataMindMapItem       *items,
                        guint                    n_items,
                        double                   width,
                        double                   height)
{
  g_return_val_if_fail (plan != NULL && n_items > 0 && items[0].parent < 0, 0);

  if (plan->form == STRATA_MIND_MAP_TREE)
    return lay_out_tree (plan, items, n_items);
  return lay_out_columns (plan, items, n_items, width, height);
}
