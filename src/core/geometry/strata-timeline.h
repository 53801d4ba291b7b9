#pragma once

#include "strata-timeline-axis.h"

G_BEGIN_DECLS

/**
 * StrataTimelineForm:
 * @STRATA_TIMELINE_ACROSS: years to the right, each lane a band across
 * @STRATA_TIMELINE_DOWN: years downwards, each lane a column of dots, labels to
 *   the right of them
 */
typedef enum
{
  STRATA_TIMELINE_ACROSS,
  STRATA_TIMELINE_DOWN,
} StrataTimelineForm;

/**
 * StrataTimelinePlan:
 * @form: how the timeline runs
 * @em: the height of a letter, which all distances grow with
 * @width: of the frame
 * @label_width: the widest that a label may be
 * @start: where the axis starts if it runs across; else where the first lane's
 *   column has its middle
 * @end: where the axis ends if it runs across; else where labels start
 * @pitch: from one lane's column to the next, if it runs down; 0 where there is
 *   room for one column only
 * @radius: of a dot
 * @axis: the height of the years above the lanes, if it runs across
 *
 * What there is to know before labels are made. In pixels.
 */
typedef struct
{
  StrataTimelineForm form;
  double             em;
  double             width;
  double             label_width;
  double             start;
  double             end;
  double             pitch;
  double             radius;
  double             axis;
} StrataTimelinePlan;

/**
 * StrataTimelineItem:
 * @year: of the event
 * @lane: that it is in
 * @width: of its label
 * @height: of its label
 * @x: (out): left edge of its box, which holds dot and label
 * @y: (out): upper edge of its box
 * @box_width: (out): of its box
 * @box_height: (out): of its box
 * @dot_x: (out): the middle of its dot
 * @dot_y: (out): the middle of its dot
 * @label_x: (out): left edge of its label
 * @label_y: (out): upper edge of its label
 *
 * An event, in pixels.
 */
typedef struct
{
  int    year;
  guint  lane;
  double width;
  double height;
  double x;
  double y;
  double box_width;
  double box_height;
  double dot_x;
  double dot_y;
  double label_x;
  double label_y;
} StrataTimelineItem;

/**
 * StrataTimelineLane:
 * @heading: the height of its name
 * @x: (out): left edge of its band; the middle of its column if years run down
 * @y: (out): upper edge of its band; if years run down, where its first dot is
 * @width: (out): of its band; 0 if years run down
 * @height: (out): of its band; if years run down, as far as its last dot
 *
 * A lane, in pixels.
 */
typedef struct
{
  double heading;
  double x;
  double y;
  double width;
  double height;
} StrataTimelineLane;

void   strata_timeline_plan   (double                    width,
                               double                    em,
                               double                    tick_width,
                               guint                     n_lanes,
                               StrataTimelinePlan       *plan);
double strata_timeline_layout (const StrataTimelinePlan *plan,
                               const StrataTimelineAxis *axis,
                               StrataTimelineItem       *items,
                               guint                     n_items,
                               StrataTimelineLane       *lanes,
                               guint                     n_lanes,
                               double                    height,
                               double                    stretch);

G_END_DECLS
