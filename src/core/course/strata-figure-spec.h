#pragma once

#include <glib.h>

#include "strata-text.h"

G_BEGIN_DECLS

/**
 * StrataFigureType:
 * @STRATA_FIGURE_MIND_MAP: rows on branches around the table's title
 * @STRATA_FIGURE_TIMELINE: rows along the years
 * @STRATA_FIGURE_BUBBLES: rows as circles over the years
 */
typedef enum
{
  STRATA_FIGURE_MIND_MAP,
  STRATA_FIGURE_TIMELINE,
  STRATA_FIGURE_BUBBLES,
} StrataFigureType;

/**
 * StrataFigureLine:
 * @value: where it stands on the axis upwards
 * @label: what is written on it
 *
 * A line across a figure that values are compared with.
 */
typedef struct
{
  double      value;
  StrataText *label;
} StrataFigureLine;

/**
 * StrataFigureSpec:
 * @type: what is drawn
 * @group: the choice column whose values are branches of a mind map, or
 *   colours and shapes of bubbles; -1 for none
 * @x: the year column, of timeline and bubbles
 * @y: the number column of the axis upwards, of bubbles
 * @size: the number column that an area stands for, of bubbles; -1 for none
 * @lane: the choice or concepts column whose values are lanes of a timeline;
 *   -1 for none
 * @log: whether the axis upwards is logarithmic
 * @factor: how many a value of 1 on the axis upwards stands for; 1 by default
 * @unit: (nullable): what is counted, as it stands after a number
 * @missing: (nullable): what it means that a row has no value there
 * @lines: (element-type StrataFigureLine): lines across bubbles
 *
 * How a table is drawn, as its course says. Columns are named by their
 * positions in the table; one that the type does not have is -1.
 */
typedef struct
{
  StrataFigureType type;
  int              group;
  int              x;
  int              y;
  int              size;
  int              lane;
  gboolean         log;
  double           factor;
  StrataText      *unit;
  StrataText      *missing;
  GPtrArray       *lines;
} StrataFigureSpec;

StrataFigureSpec *strata_figure_spec_new      (StrataFigureType  type);
void              strata_figure_spec_free     (StrataFigureSpec *self);
void              strata_figure_spec_add_line (StrataFigureSpec *self,
                                               double            value,
                                               StrataText       *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataFigureSpec, strata_figure_spec_free)

G_END_DECLS
