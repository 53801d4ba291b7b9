#pragma once

#include "strata-bubbles.h"

G_BEGIN_DECLS

/* In ems. */
#define STRATA_BUBBLES_MARGIN 0.6

typedef struct
{
  double x, y, width, height;
} StrataBubblesBox;

/* What labels have room in: the plot, or the row of those without a value. */
typedef struct
{
  StrataBubblesBox         inside;
  gboolean                 is_row;
  double                   em;
  StrataBubble            *bubbles;
  guint                    n_bubbles;
  const StrataBubblesLine *lines;       /* that no label may stand on */
  guint                    n_lines;
  GArray                  *taken;       /* StrataBubblesBox */
} StrataBubblesRoom;

gboolean _strata_bubbles_overlap      (const StrataBubblesBox   *one,
                                       const StrataBubblesBox   *other);
double   _strata_bubbles_distance     (const StrataBubblesBox   *box,
                                       const StrataBubble       *bubble);
void     _strata_bubbles_place_label  (StrataBubblesRoom        *room,
                                       StrataBubble             *bubble);
gboolean _strata_bubbles_place_labels (const StrataBubblesPlan  *plan,
                                       const StrataBubblesFrame *frame,
                                       StrataBubble             *bubbles,
                                       guint                     n_bubbles,
                                       StrataBubblesLine        *lines,
                                       guint                     n_lines);
double   _strata_bubbles_plan_row     (const StrataBubblesPlan  *plan,
                                       const StrataBubblesFrame *frame,
                                       StrataBubble             *bubbles,
                                       guint                     n_bubbles);
void     _strata_bubbles_swarm        (StrataBubblesPlan        *plan,
                                       StrataBubble             *bubbles,
                                       guint                     n_bubbles);

G_END_DECLS
