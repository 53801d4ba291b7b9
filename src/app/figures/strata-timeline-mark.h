#pragma once

#include "geometry/strata-timeline.h"
#include "strata-figure-mark.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TIMELINE_MARK (strata_timeline_mark_get_type ())

/**
 * StrataTimelineMark:
 *
 * An event of a timeline: a dot at its year, and the row's name beside it.
 */
G_DECLARE_FINAL_TYPE (StrataTimelineMark, strata_timeline_mark, STRATA, TIMELINE_MARK, StrataFigureMark)

GtkWidget *strata_timeline_mark_new     (guint                     level,
                                         guint                     n_levels);
void       strata_timeline_mark_place   (StrataTimelineMark       *self,
                                         const StrataTimelineItem *item,
                                         double                    radius,
                                         PangoLayout              *label);
void       strata_timeline_mark_set_lit (StrataTimelineMark       *self,
                                         gboolean                  lit);
gboolean   strata_timeline_mark_get_lit (StrataTimelineMark       *self);

G_END_DECLS
