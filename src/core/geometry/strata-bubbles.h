#pragma once

#include "strata-axis.h"

G_BEGIN_DECLS

/* How much further than its radius a shape may go that has a circle's area: a
 * diamond's corner is sqrt (pi / 2) radii away. */
#define STRATA_BUBBLE_REACH 1.26

/* How much room a piece of a line takes before its label that stands apart, in ems. */
#define STRATA_BUBBLES_KEY 2

/**
 * StrataBubbleLabel:
 * @STRATA_BUBBLE_LABEL_NONE: there is no room for it
 * @STRATA_BUBBLE_LABEL_INSIDE: within the circle
 * @STRATA_BUBBLE_LABEL_BESIDE: next to it
 *
 * Where a circle's label is.
 */
typedef enum
{
  STRATA_BUBBLE_LABEL_NONE,
  STRATA_BUBBLE_LABEL_INSIDE,
  STRATA_BUBBLE_LABEL_BESIDE,
} StrataBubbleLabel;

/**
 * StrataBubble:
 * @year: where it stands along; not a number for a row without a year
 * @value: where it stands upwards; not a number for a row in the row below
 * @size: what its area stands for; not a number for the least
 * @label_width: of its label
 * @label_height: of its label
 * @x: (out): its centre
 * @y: (out): its centre
 * @radius: (out): of the circle
 * @label: (out): where its label is
 * @label_x: (out): the label's left edge
 * @label_y: (out): the label's upper edge
 *
 * A row, in pixels.
 */
typedef struct
{
  double            year;
  double            value;
  double            size;
  double            label_width;
  double            label_height;
  double            x;
  double            y;
  double            radius;
  StrataBubbleLabel label;
  double            label_x;
  double            label_y;
} StrataBubble;

/**
 * StrataBubblesLine:
 * @value: where it stands upwards
 * @label_width: of its label
 * @label_height: of its label
 * @y: (out): where it is
 * @is_apart: (out): whether the label has no room at the line, but stands above the
 *   plot after a piece of it, which begins %STRATA_BUBBLES_KEY ems before the label
 * @label_x: (out): the label's left edge
 * @label_y: (out): the label's upper edge
 *
 * A line across to compare with, in pixels.
 */
typedef struct
{
  double   value;
  double   label_width;
  double   label_height;
  double   y;
  gboolean is_apart;
  double   label_x;
  double   label_y;
} StrataBubblesLine;

/**
 * StrataBubblesFrame:
 * @width: of the frame
 * @height: of the frame; 0 for as high as it has to be, below 0 for as high as
 *   looks best
 * @em: the height of a letter, which all distances grow with
 * @top: what is taken above the circles
 * @foot: what is taken below all
 * @tick_width: of the widest number at the axis, or its title if that is wider
 * @title_room: height above the highest number, for the axis' title
 * @year_width: of the widest year
 * @year_height: of a year
 * @row_title_width: of what stands above the row of those without a value
 * @row_title_height: the same
 *
 * What there is to know before anything is placed. In pixels.
 */
typedef struct
{
  double width;
  double height;
  double em;
  double top;
  double foot;
  double tick_width;
  double title_room;
  double year_width;
  double year_height;
  double row_title_width;
  double row_title_height;
} StrataBubblesFrame;

/**
 * StrataBubblesPlan:
 * @axis: upwards
 * @left: edge of what circles stand in
 * @right: the same
 * @head: where the labels of lines begin that have no room in the plot; where it
 *   begins itself if there are none
 * @top: edge of what circles stand in
 * @foot: the same
 * @low: where the axis begins, within the edges
 * @high: where it ends
 * @first: the first year
 * @last: the last year; years stand in bands of equal width
 * @year_step: of the years that are written
 * @has_undated: whether there is a band after the last for rows without a year
 * @band: the width of a year's band
 * @largest: of all sizes; 0 without sizes
 * @largest_radius: what it is drawn with
 * @least_radius: no circle is smaller
 * @row_left: of the row of those without a value, which ends at @right
 * @row_top: the same
 * @row_foot: the same; equal where there are none
 * @height: what all takes
 *
 * Where everything is that is not a row. In pixels.
 */
typedef struct
{
  StrataAxis axis;
  double     left;
  double     right;
  double     head;
  double     top;
  double     foot;
  double     low;
  double     high;
  double     first;
  double     last;
  double     year_step;
  gboolean   has_undated;
  double     band;
  double     largest;
  double     largest_radius;
  double     least_radius;
  double     row_left;
  double     row_top;
  double     row_foot;
  double     height;
} StrataBubblesPlan;

void   strata_bubbles_scale  (const StrataBubble       *bubbles,
                              guint                     n_bubbles,
                              const StrataBubblesLine  *lines,
                              guint                     n_lines,
                              gboolean                  log,
                              StrataAxis               *axis);
double strata_bubbles_layout (const StrataBubblesFrame *frame,
                              const StrataAxis         *axis,
                              StrataBubble             *bubbles,
                              guint                     n_bubbles,
                              StrataBubblesLine        *lines,
                              guint                     n_lines,
                              StrataBubblesPlan        *plan);
double strata_bubbles_year_x (const StrataBubblesPlan  *plan,
                              double                    year);
double strata_bubbles_value_y (const StrataBubblesPlan *plan,
                              double                    value);
double strata_bubbles_radius (const StrataBubblesPlan  *plan,
                              double                    size);

G_END_DECLS
