#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataTimelineAxis:
 *
 * Where years stand on a timeline: in order, and further apart where much
 * happened.
 */
typedef struct _StrataTimelineAxis StrataTimelineAxis;

/**
 * StrataTimelineTick:
 * @year: that is named
 * @place: from the axis' start, in pixels
 */
typedef struct
{
  int    year;
  double place;
} StrataTimelineTick;

StrataTimelineAxis *strata_timeline_axis_new        (const int                *years,
                                                     guint                     n_years);
void                strata_timeline_axis_free       (StrataTimelineAxis       *self);
double              strata_timeline_axis_place      (const StrataTimelineAxis *self,
                                                     double                    year);
GArray             *strata_timeline_axis_list_ticks (const StrataTimelineAxis *self,
                                                     double                    length,
                                                     double                    room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataTimelineAxis, strata_timeline_axis_free)

G_END_DECLS
