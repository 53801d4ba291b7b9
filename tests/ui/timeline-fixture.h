#pragma once

#include <adwaita.h>

#include "course/strata-loader.h"
#include "figures/strata-timeline-frame.h"
#include "figures/strata-timeline-stage.h"
#include "find.h"
#include "tables/strata-table-page.h"

static StrataCourse *course;
static const char *const english[] = { "en", NULL };

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

static inline gboolean
is_laid_out (Shown *shown)
{
  return gtk_widget_get_mapped (GTK_WIDGET (shown->figure))
         && gtk_widget_get_height (GTK_WIDGET (shown->figure)) > 0
         && gtk_adjustment_get_page_size (shown->across) > 0;
}

static inline void
show (Shown *shown,
      int    width)
{
  GtkWidget *page = strata_table_page_new ();
  g_autoptr (StrataListState) state = strata_list_state_parse ("face=figure");

  shown->window = gtk_window_new ();
  shown->page = STRATA_TABLE_PAGE (page);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), width, 800);
  gtk_window_set_child (GTK_WINDOW (shown->window), page);
  strata_table_page_set_table (shown->page, course, strata_course_find_table (course, "timeline"),
                               english);
  strata_table_page_set_state (shown->page, state);
  shown->figure = STRATA_FIGURE (find (page, STRATA_TYPE_FIGURE));
  shown->timeline = STRATA_TIMELINE_FIGURE (shown->figure);
  shown->frame = STRATA_TIMELINE_FRAME (find (page, STRATA_TYPE_TIMELINE_FRAME));
  shown->stage = find (page, STRATA_TYPE_TIMELINE_STAGE);
  shown->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (shown->figure), GTK_TYPE_SCROLLED_WINDOW)));
  strata_timeline_frame_set_pace (shown->frame, 0);
  gtk_window_present (GTK_WINDOW (shown->window));
  while (!is_laid_out (shown))
    g_main_context_iteration (NULL, TRUE);
}

/* Loads the course and runs the tests that @add adds. */
static inline int
run_tests (int     argc,
           char   *argv[],
           void  (*add) (void))
{
  g_autofree char *folder = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses",
                                              "llm-foundations", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  course = strata_course_load (folder, faults);
  g_assert_nonnull (course);
  add ();
  status = g_test_run ();
  g_object_unref (course);
  return status;
}
