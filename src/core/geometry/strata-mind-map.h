#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataMindMapForm:
 * @STRATA_MIND_MAP_BOTH: to both sides of the centre
 * @STRATA_MIND_MAP_RIGHT: to the right of the centre
 * @STRATA_MIND_MAP_TREE: one below the other, indented
 */
typedef enum
{
  STRATA_MIND_MAP_BOTH,
  STRATA_MIND_MAP_RIGHT,
  STRATA_MIND_MAP_TREE,
} StrataMindMapForm;

/**
 * StrataMindMapNeed:
 * @least: the narrowest that the labels of a kind still look well
 * @natural: the widest of them in one line
 *
 * The width, in pixels, that the labels of one kind ask for.
 */
typedef struct
{
  double least;
  double natural;
} StrataMindMapNeed;

/**
 * StrataMindMapPlan:
 * @form: how the map spreads
 * @em: the height of a letter, which all distances grow with
 * @gap: between columns
 * @widths: the widest that a label may be, by its level: the centre, what
 *   hangs at it, what hangs at that
 *
 * What there is to know before the labels are broken into lines. In pixels.
 */
typedef struct
{
  StrataMindMapForm form;
  double            em;
  double            gap;
  double            widths[3];
} StrataMindMapPlan;

/**
 * StrataMindMapItem:
 * @parent: index of what it hangs at; -1 for the centre
 * @width: of its box
 * @height: of its box
 * @x: (out): left edge of its box
 * @y: (out): upper edge of its box
 *
 * A box of the map, in pixels. The centre is the first of all; a box stands
 * after the one that it hangs at, directly after that one's subtree so far, and
 * nothing hangs deeper than at the second level.
 */
typedef struct
{
  int    parent;
  double width;
  double height;
  double x;
  double y;
} StrataMindMapItem;

/**
 * StrataMindMapLink:
 * @bent: whether it is a cubic Bézier curve through its four points; else a
 *   line from the first to the second, a quarter of a circle to the third, a
 *   line to the last
 * @x: of four points
 * @y: of four points
 *
 * The line from a box to the one that it hangs at.
 */
typedef struct
{
  gboolean bent;
  double   x[4];
  double   y[4];
} StrataMindMapLink;

void   strata_mind_map_plan       (const StrataMindMapNeed *needs,
                                   guint                    n_levels,
                                   double                   width,
                                   double                   em,
                                   gboolean                 compact,
                                   StrataMindMapPlan       *plan);
double strata_mind_map_layout     (const StrataMindMapPlan *plan,
                                   StrataMindMapItem       *items,
                                   guint                    n_items,
                                   double                   width,
                                   double                   height);
void   strata_mind_map_link       (const StrataMindMapPlan *plan,
                                   const StrataMindMapItem *items,
                                   guint                    item,
                                   StrataMindMapLink       *link);
void   strata_mind_map_link_point (const StrataMindMapLink *link,
                                   double                   share,
                                   double                  *x,
                                   double                  *y);

G_END_DECLS
