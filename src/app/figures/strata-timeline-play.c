/* How a timeline goes through its events. */
#include "config.h"

#include "strata-timeline-frame-private.h"

#include "strata-timeline-stage.h"

static void
set_playing (StrataTimelineFrame *self,
             gboolean             playing)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->playing = playing;
  _strata_timeline_frame_update (self);
}

/* Shows an event large, and its layer; -1 for none. */
void
_strata_timeline_frame_tell (StrataTimelineFrame *self,
                             int                  position)
{
  StrataFigure *figure = STRATA_FIGURE (self->figure);
  StrataFigureMark *mark;

  strata_timeline_figure_light (self->figure, position);
  gtk_widget_set_visible (self->stage, position >= 0);
  if (position < 0)
    return;
  mark = strata_figure_get_mark (figure, (guint) position);
  strata_timeline_stage_tell (STRATA_TIMELINE_STAGE (self->stage),
                              strata_timeline_figure_get_year (self->figure, (guint) position),
                              strata_table_get_row_name (strata_figure_get_table (figure),
                                                         strata_figure_mark_get_row (mark),
                                                         strata_figure_get_languages (figure)),
                              strata_timeline_figure_get_lane (self->figure, (guint) position),
                              strata_timeline_figure_get_concept (self->figure, (guint) position));
}

/* The next event that is not faded; -1 after the last. */
static int
next_event (StrataTimelineFrame *self)
{
  StrataFigure *figure = STRATA_FIGURE (self->figure);
  guint n = strata_figure_get_n_marks (figure);

  for (guint i = (guint) (strata_timeline_figure_get_lit (self->figure) + 1); i < n; i++)
    if (!strata_figure_mark_get_faded (strata_figure_get_mark (figure, i)))
      return (int) i;
  return -1;
}

/**
 * strata_timeline_frame_advance:
 * @self: a frame whose timeline plays
 *
 * Goes on to the next event, as time does: its mark gets the keyboard, so that a
 * screen reader says it. After the last one, playing ends.
 *
 * Returns: whether it still plays
 */
gboolean
strata_timeline_frame_advance (StrataTimelineFrame *self)
{
  int next;

  g_return_val_if_fail (STRATA_IS_TIMELINE_FRAME (self), FALSE);

  if (!self->playing)
    return FALSE;
  next = next_event (self);
  if (next < 0)
    {
      set_playing (self, FALSE);
      return FALSE;
    }
  _strata_timeline_frame_tell (self, next);
  gtk_widget_grab_focus (GTK_WIDGET (strata_figure_get_mark (STRATA_FIGURE (self->figure),
                                                             (guint) next)));
  return TRUE;
}

static gboolean
tick (gpointer data)
{
  StrataTimelineFrame *self = data;
  guint timer = self->timer;

  self->timer = 0;
  if (!strata_timeline_frame_advance (self))
    return G_SOURCE_REMOVE;
  self->timer = timer;
  return G_SOURCE_CONTINUE;
}

/**
 * strata_timeline_frame_play:
 * @self: a frame
 *
 * Goes through the events from where it was paused, or from the first.
 */
void
strata_timeline_frame_play (StrataTimelineFrame *self)
{
  g_return_if_fail (STRATA_IS_TIMELINE_FRAME (self));

  if (self->playing)
    return;
  if (next_event (self) < 0)
    strata_timeline_figure_light (self->figure, -1);
  set_playing (self, TRUE);
  if (strata_timeline_frame_advance (self) && self->pace > 0)
    self->timer = g_timeout_add (self->pace, tick, self);
}

/**
 * strata_timeline_frame_pause:
 * @self: a frame
 *
 * Stops where it is; what is told stays to be seen.
 */
void
strata_timeline_frame_pause (StrataTimelineFrame *self)
{
  g_return_if_fail (STRATA_IS_TIMELINE_FRAME (self));

  if (self->playing)
    set_playing (self, FALSE);
}

gboolean
strata_timeline_frame_get_playing (StrataTimelineFrame *self)
{
  g_return_val_if_fail (STRATA_IS_TIMELINE_FRAME (self), FALSE);

  return self->playing;
}

/**
 * strata_timeline_frame_set_pace:
 * @self: a frame
 * @milliseconds: from one event to the next; 0 if only
 *   strata_timeline_frame_advance() goes on
 */
void
strata_timeline_frame_set_pace (StrataTimelineFrame *self,
                                guint                milliseconds)
{
  g_return_if_fail (STRATA_IS_TIMELINE_FRAME (self));

  self->pace = milliseconds;
}

void
_strata_timeline_frame_toggle (StrataTimelineFrame *self)
{
  if (self->playing)
    strata_timeline_frame_pause (self);
  else
    strata_timeline_frame_play (self);
}

void
_strata_timeline_frame_close (StrataTimelineFrame *self)
{
  strata_timeline_frame_pause (self);
  _strata_timeline_frame_tell (self, -1);
}

/* Any input. --------------------------------------------------------------------- */

/* A reader who does something wants to look for themselves. The keys that would
 * only stop it do nothing else. */
static gboolean
any_key (StrataTimelineFrame *self,
         guint                key)
{
  if (!self->playing)
    return GDK_EVENT_PROPAGATE;
  strata_timeline_frame_pause (self);
  return key == GDK_KEY_space || key == GDK_KEY_Escape;
}

static void
any_press (GtkGestureClick     *gesture,
           int                  n_press,
           double               x,
           double               y,
           StrataTimelineFrame *self)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *target = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);

  /* The button itself pauses when it is let go. */
  if (target == NULL || (target != self->play && !gtk_widget_is_ancestor (target, self->play)))
    strata_timeline_frame_pause (self);
}

static gboolean
any_scroll (StrataTimelineFrame *self)
{
  strata_timeline_frame_pause (self);
  return GDK_EVENT_PROPAGATE;
}

static void
add_listener (StrataTimelineFrame *self,
              GtkEventController  *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), controller);
  g_ptr_array_add (self->listeners, controller);
}

void
_strata_timeline_frame_listen (StrataTimelineFrame *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (any_key), self);
  g_signal_connect (click, "pressed", G_CALLBACK (any_press), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (any_scroll), self);
  add_listener (self, key);
  add_listener (self, GTK_EVENT_CONTROLLER (click));
  add_listener (self, scroll);
}

void
_strata_timeline_frame_deafen (StrataTimelineFrame *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  for (guint i = 0; i < self->listeners->len; i++)
    gtk_widget_remove_controller (root, self->listeners->pdata[i]);
  g_ptr_array_set_size (self->listeners, 0);
}
