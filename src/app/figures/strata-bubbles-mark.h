#pragma once

#include "strata-bubbles-shape.h"
#include "strata-figure-mark.h"

G_BEGIN_DECLS

#define STRATA_TYPE_BUBBLES_MARK (strata_bubbles_mark_get_type ())

/**
 * StrataBubblesMark:
 *
 * A row as a shape, with its name in it or beside it where there is room.
 */
G_DECLARE_FINAL_TYPE (StrataBubblesMark, strata_bubbles_mark, STRATA, BUBBLES_MARK, StrataFigureMark)

/**
 * StrataBubblesPlace:
 * @x: midst of the shape, in the figure
 * @y: the same
 * @radius: of a circle with its area
 * @has_label: whether there is room for the label
 * @is_inside: whether it stands in the shape
 * @label_x: the label's left edge, in the figure
 * @label_y: the label's upper edge
 *
 * Where a mark is.
 */
typedef struct
{
  double   x;
  double   y;
  double   radius;
  gboolean has_label;
  gboolean is_inside;
  double   label_x;
  double   label_y;
} StrataBubblesPlace;

GtkWidget                *strata_bubbles_mark_new       (int                       group,
                                                         guint                     n_groups);
void                      strata_bubbles_mark_set_label (StrataBubblesMark        *self,
                                                         PangoLayout              *label);
PangoLayout              *strata_bubbles_mark_get_label (StrataBubblesMark        *self);
void                      strata_bubbles_mark_set_place (StrataBubblesMark        *self,
                                                         const StrataBubblesPlace *place,
                                                         double                    least);
const StrataBubblesPlace *strata_bubbles_mark_get_place (StrataBubblesMark        *self);
const StrataBubblesShape *strata_bubbles_mark_get_shape (StrataBubblesMark        *self);

G_END_DECLS
