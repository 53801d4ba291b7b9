#pragma once

#include <adwaita.h>

#include "find.h"
#include "lesson/strata-lesson-column.h"
#include "lesson/strata-lesson-view.h"

/* A lesson on the screen. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *scroller;
  GtkWidget *view;
} Fixture;

static inline Fixture
open_lesson (const char *text)
{
  Fixture self = { gtk_window_new (), gtk_scrolled_window_new (), strata_lesson_view_new () };
  GtkWidget *column = strata_lesson_column_new (NULL, STRATA_LESSON_VIEW (self.view), NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self.scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self.scroller), column);
  gtk_window_set_child (GTK_WINDOW (self.window), self.scroller);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 500, 600);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (self.view), text, -1, "", "/nowhere");
  gtk_window_present (GTK_WINDOW (self.window));
  return self;
}

static inline GtkAdjustment *
vertical (Fixture *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* GTK lays long text out a piece at a time. */
static inline gboolean
is_laid_out (Fixture *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);
  return height > 0 && gtk_adjustment_get_upper (vertical (self)) >= y + height;
}

/* Runs until all stands where it should for some frames. */
static inline void
settle (Fixture *self)
{
  double upper = -1;

  for (guint frames = 0; frames < 6;)
    {
      gint64 counter = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (self->view));
      double now;

      gtk_widget_queue_draw (self->view);
      while (gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (self->view)) == counter)
        g_main_context_iteration (NULL, TRUE);
      strata_lesson_view_look_around (STRATA_LESSON_VIEW (self->view));
      now = gtk_adjustment_get_upper (vertical (self));
      frames = now == upper && is_laid_out (self)
                       && strata_lesson_view_get_drawn (STRATA_LESSON_VIEW (self->view))
                   ? frames + 1
                   : 0;
      upper = now;
    }
}

static inline graphene_rect_t
bounds (GtkWidget *widget,
        GtkWidget *inside)
{
  graphene_rect_t rect;

  g_assert_true (gtk_widget_compute_bounds (widget, inside, &rect));
  return rect;
}

static inline void
text_read (GObject      *source,
           GAsyncResult *result,
           gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static inline char *
clipboard_text (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static inline void
press (GtkWidget *view,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        {
          g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &stop);
          return;
        }
    }
  g_assert_not_reached ();
}

static inline void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/strata_study/Strata/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
