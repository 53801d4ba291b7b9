#pragma once

#include "strata-timeline-frame.h"

G_BEGIN_DECLS

struct _StrataTimelineFrame
{
  GtkWidget             parent_instance;

  StrataTimelineFigure *figure;
  GtkWidget            *scroller;
  GtkWidget            *bar;
  GtkWidget            *hint;
  GtkWidget            *play;
  GtkWidget            *play_icon;
  GtkWidget            *play_label;
  GtkWidget            *zoom[3];    /* out, fit, in */
  GtkWidget            *stage;

  gboolean              playing;
  guint                 pace;       /* ms from event to event; 0: by hand only */
  guint                 timer;
  GPtrArray            *listeners;  /* GtkEventController of the window, for any input */
};

void _strata_timeline_frame_listen (StrataTimelineFrame *self);
void _strata_timeline_frame_deafen (StrataTimelineFrame *self);
void _strata_timeline_frame_toggle (StrataTimelineFrame *self);
void _strata_timeline_frame_tell   (StrataTimelineFrame *self,
                                    int                  position);
void _strata_timeline_frame_close  (StrataTimelineFrame *self);
void _strata_timeline_frame_update (StrataTimelineFrame *self);

G_END_DECLS
