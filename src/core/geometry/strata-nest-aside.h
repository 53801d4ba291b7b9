#pragma once

#include "strata-nest.h"

G_BEGIN_DECLS

/**
 * StrataNestAside:
 * @node: index of the node whose label it is
 * @form: of the label
 * @x: left edge of the label
 * @y: upper edge of the label
 * @from_x: where a line to the label begins, in what is seen of the node's circle
 * @from_y: the same
 * @to_x: where it ends, beside the label
 * @to_y: the same
 *
 * A label that has no room in its circle and stands beside the outermost one, in
 * pixels from the upper left corner. The label's size is that of its form.
 */
typedef struct
{
  guint          node;
  StrataNestForm form;
  double         x;
  double         y;
  double         from_x;
  double         from_y;
  double         to_x;
  double         to_y;
} StrataNestAside;

guint strata_nest_label_aside (const StrataNestNode  *nodes,
                               const StrataNestPlace *places,
                               guint                  n_nodes,
                               double                 width,
                               double                 height,
                               StrataNestAside       *asides);
void  strata_nest_aside_move  (StrataNestAside       *self,
                               double                 right,
                               double                 down);

G_END_DECLS
