#pragma once

#include "strata-timeline-figure.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TIMELINE_FRAME (strata_timeline_frame_get_type ())

/**
 * StrataTimelineFrame:
 *
 * What stands around a timeline: buttons that play and zoom it, and what is told
 * while it plays.
 */
G_DECLARE_FINAL_TYPE (StrataTimelineFrame, strata_timeline_frame, STRATA, TIMELINE_FRAME, GtkWidget)

GtkWidget *strata_timeline_frame_new         (StrataTimelineFigure *figure,
                                              GtkWidget            *scroller);
void       strata_timeline_frame_set_pace    (StrataTimelineFrame  *self,
                                              guint                 milliseconds);
void       strata_timeline_frame_play        (StrataTimelineFrame  *self);
void       strata_timeline_frame_pause       (StrataTimelineFrame  *self);
gboolean   strata_timeline_frame_advance     (StrataTimelineFrame  *self);
gboolean   strata_timeline_frame_get_playing (StrataTimelineFrame  *self);

G_END_DECLS
