#pragma once

#include "figure-fixture.h"
#include "figures/strata-timeline-frame.h"
#include "figures/strata-timeline-stage.h"

/* A page with the timeline, and what the tests look at. */
typedef struct
{
  GtkWidget            *window;
  StrataTablePage      *page;
  StrataFigure         *figure;
  StrataTimelineFigure *timeline;
  StrataTimelineFrame  *frame;
  GtkWidget            *stage;
  GtkAdjustment        *across;
} Shown;

static inline void
show (Shown *shown,
      int    width)
{
  GtkWidget *page;

  shown->page = show_page ("timeline", "face=figure", width, &shown->window);
  page = GTK_WIDGET (shown->page);
  shown->figure = STRATA_FIGURE (find (page, STRATA_TYPE_FIGURE));
  shown->timeline = STRATA_TIMELINE_FIGURE (shown->figure);
  shown->frame = STRATA_TIMELINE_FRAME (find (page, STRATA_TYPE_TIMELINE_FRAME));
  shown->stage = find (page, STRATA_TYPE_TIMELINE_STAGE);
  shown->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (shown->figure), GTK_TYPE_SCROLLED_WINDOW)));
  strata_timeline_frame_set_pace (shown->frame, 0);
  while (gtk_adjustment_get_page_size (shown->across) <= 0)
    g_main_context_iteration (NULL, TRUE);
}
