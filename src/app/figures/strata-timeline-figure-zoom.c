/* How a timeline is drawn nearer, and moved along. */
#include "strata-timeline-figure-private.h"

#include <math.h>

#include "strata-figure-label.h"

#define STEP 1.3              /* of the wheel and the keys */
#define NEAREST 12            /* times the frame */
#define WIDEST 30000          /* pixels */
#define MOST_STRETCH 6
#define LEAST_FRAME 38        /* ems, below which nothing is wider than the frame */
#define AHEAD 0.35            /* of a page, around what is told of */
#define WHEEL 60              /* pixels that a notch moves across */

static double
frame_width (StrataTimelineFigure *self)
{
  double page = self->across != NULL ? gtk_adjustment_get_page_size (self->across) : 0;

  return page > 0 ? page : gtk_widget_get_width (GTK_WIDGET (self));
}

static double
nearest (StrataTimelineFigure *self)
{
  return MIN (NEAREST * frame_width (self), WIDEST);
}

/* Zooms around what is at @x, in pixels from the figure's left edge. */
static void
zoom_across (StrataTimelineFigure *self,
             double                factor,
             double                x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), frame = frame_width (self);
  double new_width = factor <= 0 ? frame : CLAMP (width * factor, frame, nearest (self)), offset;

  if (width <= 0)
    return;
  self->wide = new_width <= frame + 1 ? 0 : (int) new_width;
  if (self->across == NULL)
    return;
  /* Before it is laid out, so that nothing is seen at a wrong place. */
  offset = x - gtk_adjustment_get_value (self->across);
  gtk_adjustment_set_upper (self->across, new_width);
  gtk_adjustment_set_value (self->across, x / width * new_width - offset);
}

static void
zoom_at (StrataTimelineFigure *self,
         double                factor,
         double                x)
{
  self->zooming = TRUE;       /* what is looked at stays, wherever the keyboard is */
  if (self->plan.form == STRATA_TIMELINE_ACROSS)
    zoom_across (self, factor, x);
  else
    self->stretch = factor <= 0 ? 1 : CLAMP (self->stretch * factor, 1, MOST_STRETCH);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "zoomed");
}

/**
 * strata_timeline_figure_zoom:
 * @self: a timeline
 * @step: above 0 to draw it nearer, below to draw it farther; 0 to fit it into
 *   its frame
 *
 * What has the keyboard stays where it is, or else the middle.
 */
void
strata_timeline_figure_zoom (StrataTimelineFigure *self,
                             int                   step)
{
  const graphene_rect_t *bounds;
  double left, middle;

  g_return_if_fail (STRATA_IS_TIMELINE_FIGURE (self));

  left = self->across != NULL ? gtk_adjustment_get_value (self->across) : 0;
  middle = left + frame_width (self) / 2;
  bounds = strata_figure_get_current_bounds (STRATA_FIGURE (self));
  if (bounds != NULL && bounds->origin.x >= left
      && bounds->origin.x + bounds->size.width <= left + frame_width (self))
    middle = bounds->origin.x + bounds->size.width / 2;
  zoom_at (self, step == 0 ? 0 : step > 0 ? STEP : 1 / STEP, middle);
}

/**
 * strata_timeline_figure_can_zoom:
 * @self: a timeline
 * @step: as for strata_timeline_figure_zoom()
 *
 * Returns: whether that would change anything
 */
gboolean
strata_timeline_figure_can_zoom (StrataTimelineFigure *self,
                                 int                   step)
{
  g_return_val_if_fail (STRATA_IS_TIMELINE_FIGURE (self), FALSE);

  if (self->plan.form == STRATA_TIMELINE_DOWN)
    return step > 0 ? self->stretch < MOST_STRETCH : self->stretch > 1;
  return step > 0 ? self->wide + 1 < nearest (self) : self->wide > 0;
}

/**
 * strata_timeline_figure_is_across:
 * @self: a timeline
 *
 * Returns: whether years run across, not down
 */
gboolean
strata_timeline_figure_is_across (StrataTimelineFigure *self)
{
  g_return_val_if_fail (STRATA_IS_TIMELINE_FIGURE (self), FALSE);

  return self->plan.form == STRATA_TIMELINE_ACROSS;
}

/* Scrolling. ---------------------------------------------------------------------- */

static void
clamp (GtkAdjustment *adjustment,
       double         from,
       double         to)
{
  if (to - from <= gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_clamp_page (adjustment, from, to);
}

/* Brings what has the keyboard into view, clear of the years that stay on top;
 * of what is told of, the whole lane if it has room. */
void
_strata_timeline_figure_reveal (StrataTimelineFigure *self)
{
  const graphene_rect_t *mark = strata_figure_get_current_bounds (STRATA_FIGURE (self));
  double em = self->plan.em, top = self->plan.axis + em;

  if (self->down == NULL || mark == NULL)
    return;
  if (self->lit >= 0 && self->plan.form == STRATA_TIMELINE_ACROSS)
    {
      const StrataTimelineLane *lane = LANE (self, ITEM (self, self->lit)->lane);

      clamp (self->down, lane->y - self->plan.axis, lane->y + lane->height);
    }
  else if (self->lit >= 0)
    clamp (self->down, mark->origin.y - AHEAD * gtk_adjustment_get_page_size (self->down),
           mark->origin.y + AHEAD * gtk_adjustment_get_page_size (self->down));
  clamp (self->down, mark->origin.y - top, mark->origin.y + mark->size.height + em);
  clamp (self->across, mark->origin.x - em, mark->origin.x + mark->size.width + em);
}

/* In a frame that became narrow, years run down: nothing is to be wider. */
static void
fit_narrow (StrataTimelineFigure *self)
{
  double least = LEAST_FRAME * strata_figure_em (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  if (self->wide == 0 || self->across == NULL
      || gtk_adjustment_get_page_size (self->across) >= least)
    return;
  self->wide = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
settle (gpointer data)
{
  StrataTimelineFigure *self = data;

  self->settling = 0;
  fit_narrow (self);
  if (!self->zooming)
    _strata_timeline_figure_reveal (self);
  self->zooming = FALSE;
  g_signal_emit_by_name (self, "zoomed");
  return G_SOURCE_REMOVE;
}

/* Another size of the figure or of its frame: the rest can wait until all have
 * theirs, and until the view has done what it does for any figure. */
static void
laid_out (StrataTimelineFigure *self)
{
  if (self->settling == 0)
    self->settling = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 1, settle, self, NULL);
}

static void
take_adjustment (StrataTimelineFigure *self,
                 GtkAdjustment       **place,
                 GtkAdjustment        *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
}

/**
 * strata_timeline_figure_set_scroller:
 * @self: a timeline
 * @scroller: (nullable): the scrolled window that it is in
 */
void
strata_timeline_figure_set_scroller (StrataTimelineFigure *self,
                                     GtkWidget            *scroller)
{
  GtkScrolledWindow *window = scroller != NULL ? GTK_SCROLLED_WINDOW (scroller) : NULL;

  g_return_if_fail (STRATA_IS_TIMELINE_FIGURE (self));

  take_adjustment (self, &self->across,
                   window != NULL ? gtk_scrolled_window_get_hadjustment (window) : NULL);
  take_adjustment (self, &self->down,
                   window != NULL ? gtk_scrolled_window_get_vadjustment (window) : NULL);
  if (scroller == NULL)
    {
      g_clear_handle_id (&self->settling, g_source_remove);
      return;
    }
  g_signal_connect_object (self->across, "changed", G_CALLBACK (laid_out), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down, "changed", G_CALLBACK (laid_out), self,
                           G_CONNECT_SWAPPED);
}

static void
scroll_by (GtkAdjustment *adjustment,
           double         pixels)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static gboolean
can_scroll (GtkAdjustment *adjustment)
{
  return adjustment != NULL
         && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1;
}

/* Where the pointer is. */
static double
pointer_x (GtkEventController   *controller,
           StrataTimelineFigure *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x = 0, y = 0, left = 0, top = 0;
  graphene_point_t point, here;

  if (event == NULL || native == NULL || !gdk_event_get_position (event, &x, &y))
    return gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  gtk_native_get_surface_transform (native, &left, &top);
  graphene_point_init (&point, (float) (x - left), (float) (y - top));
  return gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self), &point, &here)
             ? here.x
             : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
}

/* With Ctrl, the wheel zooms; where there is nothing to scroll down, it moves
 * across. */
static gboolean
wheel (GtkEventControllerScroll *controller,
       double                    dx,
       double                    dy,
       StrataTimelineFigure     *self)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);

  if (gtk_event_controller_get_current_event_state (base) & GDK_CONTROL_MASK)
    {
      zoom_at (self, pow (STEP, CLAMP (-dy, -3, 3)), pointer_x (base, self));
      return GDK_EVENT_STOP;
    }
  if (dy == 0 || can_scroll (self->down) || !can_scroll (self->across))
    return GDK_EVENT_PROPAGATE;
  scroll_by (self->across, dy * WHEEL);
  return GDK_EVENT_STOP;
}

/* Fingers scroll by themselves. */
static void
drag_begin (GtkGesture           *gesture,
            double                x,
            double                y,
            StrataTimelineFigure *self)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  if (!can_scroll (self->across)
      || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag_from = gtk_adjustment_get_value (self->across);
  self->dragging = FALSE;
}

static gboolean
is_far (StrataTimelineFigure *self,
        double                dx,
        double                dy)
{
  int least;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-dnd-drag-threshold", &least, NULL);
  return hypot (dx, dy) > least;
}

/* The figure moves below the pointer: how far the drag went grows by that. What is
 * dragged is not pressed, also if the drag began and ends on a mark. */
static void
drag_update (GtkGesture           *gesture,
             double                dx,
             double                dy,
             StrataTimelineFigure *self)
{
  double moved = gtk_adjustment_get_value (self->across) - self->drag_from;

  if (!self->dragging && !is_far (self, dx, dy))
    return;
  self->dragging = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_adjustment_set_value (self->across, self->drag_from + moved - dx);
}

static void
pinch_begin (StrataTimelineFigure *self)
{
  self->pinch_from = 1;
}

static void
pinch (GtkGesture           *gesture,
       double                scale,
       StrataTimelineFigure *self)
{
  double x, y, factor = scale / self->pinch_from;

  if (!gtk_gesture_is_active (gesture) || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  self->pinch_from = scale;
  if (factor > 0 && isfinite (factor))
    zoom_at (self, factor, x);
}

void
_strata_timeline_figure_init_input (StrataTimelineFigure *self)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new (), *zoom = gtk_gesture_zoom_new ();

  pinch_begin (self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (wheel), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update), self);
  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (pinch_begin), self);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
}
