#pragma once

#include "strata-pack.h"

G_BEGIN_DECLS

/**
 * StrataNestForm:
 * @STRATA_NEST_FULL: the full name on one line
 * @STRATA_NEST_BROAD: the full name on about two lines
 * @STRATA_NEST_SQUARE: the full name on as many lines as make it a block
 * @STRATA_NEST_SHORT: the short name
 * @STRATA_NEST_NONE: no label; also the number of forms that have a size
 *
 * The forms a label may take, best first.
 */
typedef enum
{
  STRATA_NEST_FULL,
  STRATA_NEST_BROAD,
  STRATA_NEST_SQUARE,
  STRATA_NEST_SHORT,
  STRATA_NEST_NONE,
} StrataNestForm;

/**
 * StrataNestSize:
 * @width: in pixels; 0 if the form is not to be had
 * @height: in pixels
 *
 * How much room a label takes.
 */
typedef struct
{
  double width;
  double height;
} StrataNestSize;

/**
 * StrataNestNode:
 * @parent: index of the node around it, smaller than its own; -1 for the root
 * @sizes: of its label, for each form
 *
 * One node of the tree that is to be laid out.
 */
typedef struct
{
  int            parent;
  StrataNestSize sizes[STRATA_NEST_NONE];
} StrataNestNode;

/**
 * StrataNestPlace:
 * @circle: where the node is
 * @form: the form of its label
 * @x: left edge of the label
 * @y: upper edge of the label
 *
 * Where a node and its label go, in pixels from the upper left corner. The
 * label's size is that of its form.
 */
typedef struct
{
  StrataCircle   circle;
  StrataNestForm form;
  double         x;
  double         y;
} StrataNestPlace;

void strata_nest_layout (const StrataNestNode *nodes,
                         guint                 n_nodes,
                         double                width,
                         double                height,
                         StrataNestPlace      *places);

G_END_DECLS
