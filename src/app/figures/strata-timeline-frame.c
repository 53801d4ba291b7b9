#include "config.h"

#include "strata-timeline-frame-private.h"

#include <glib/gi18n-lib.h>

#include "strata-figure-label.h"
#include "strata-timeline-figure-private.h"
#include "strata-timeline-stage.h"

#define PACE 1200             /* ms an event */
#define LEAST_WIDTH 200

/* Of the stage. */
#define BESIDE_FROM 55        /* ems, from which it stands beside the timeline */
#define BESIDE_SHARE 0.26     /* of the width */
#define LEAST_BESIDE 240      /* pixels */
#define MOST_BESIDE 460
#define ABOVE 200             /* pixels, else */
#define ABOVE_SHARE 0.45      /* of the height */

G_DEFINE_FINAL_TYPE (StrataTimelineFrame, strata_timeline_frame, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *name;
  int         step;
} zooms[] = {
  { "zoom-out-symbolic", N_("Zoom Out"), -1 },
  { "zoom-fit-best-symbolic", N_("Fit the Whole Timeline"), 0 },
  { "zoom-in-symbolic", N_("Zoom In"), 1 },
};

/* Layout. ------------------------------------------------------------------------ */

static int
bar_height (StrataTimelineFrame *self,
            int                  width)
{
  int height;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
strata_timeline_frame_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  StrataTimelineFrame *self = STRATA_TIMELINE_FRAME (widget);
  int bar;

  if (self->bar == NULL)
    return;
  gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->bar, orientation, -1, &bar, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (LEAST_WIDTH, MAX (*minimum, bar));
  else
    *minimum += bar;
  *natural = MAX (*natural, *minimum);
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  GtkAllocation allocation = { x, y, MAX (0, width), MAX (0, height) };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
strata_timeline_frame_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  StrataTimelineFrame *self = STRATA_TIMELINE_FRAME (widget);
  double em = strata_figure_em (gtk_widget_get_pango_context (widget));
  int top = bar_height (self, width), side = 0;

  place (self->bar, 0, 0, width, top);
  if (gtk_widget_get_visible (self->stage) && width >= BESIDE_FROM * em)
    {
      side = CLAMP ((int) (width * BESIDE_SHARE), LEAST_BESIDE, MOST_BESIDE);
      place (self->stage, width - side, top, side, height - top);
    }
  else if (gtk_widget_get_visible (self->stage))
    {
      int above;

      gtk_widget_measure (self->stage, GTK_ORIENTATION_VERTICAL, width, &above, NULL, NULL, NULL);
      above = (height - top) * ABOVE_SHARE >= ABOVE ? MAX (ABOVE, above)
                                                    : MIN (above, (height - top) / 2);
      place (self->stage, 0, top, width, above);
      top += above;
    }
  place (self->scroller, 0, top, width - side, height - top);
}

/* Bar. --------------------------------------------------------------------------- */

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What the buttons say and whether they can be pressed. */
void
_strata_timeline_frame_update (StrataTimelineFrame *self)
{
  /* Translators: goes through the events of a timeline, one after the other. */
  const char *name = self->playing ? _("Pause") : _("Play");

  gtk_image_set_from_icon_name (GTK_IMAGE (self->play_icon),
                                self->playing ? "media-playback-pause-symbolic"
                                              : "media-playback-start-symbolic");
  gtk_label_set_label (GTK_LABEL (self->play_label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_visible (self->hint, strata_timeline_figure_is_across (self->figure));
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_set_sensitive (self->zoom[i],
                              strata_timeline_figure_can_zoom (self->figure, zooms[i].step));
}

static void
zoom_clicked (StrataTimelineFrame *self,
              GtkWidget           *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (self->zoom[i] == button)
      strata_timeline_figure_zoom (self->figure, zooms[i].step);
}

static GtkWidget *
build_zoom (StrataTimelineFrame *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Zoom"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      self->zoom[i] = gtk_button_new_from_icon_name (zooms[i].icon);
      gtk_widget_add_css_class (self->zoom[i], "flat");
      set_name (self->zoom[i], _(zooms[i].name));
      g_signal_connect_swapped (self->zoom[i], "clicked", G_CALLBACK (zoom_clicked), self);
      gtk_box_append (GTK_BOX (box), self->zoom[i]);
    }
  return box;
}

/* Not a content of Adwaita's: with a label of its own, too, it is named twice. */
static GtkWidget *
build_play (StrataTimelineFrame *self)
{
  GtkWidget *button = gtk_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->play_icon = gtk_image_new ();
  self->play_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (content), self->play_icon);
  gtk_box_append (GTK_BOX (content), self->play_label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, _("Go Through the Years"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (_strata_timeline_frame_toggle), self);
  return button;
}

static GtkWidget *
build_bar (StrataTimelineFrame *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *zoom;

  self->play = build_play (self);
  self->hint = gtk_label_new (_("Years are further apart where more happened."));
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  zoom = build_zoom (self);
  gtk_widget_set_hexpand (zoom, TRUE);
  gtk_widget_set_halign (zoom, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->play);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), zoom);
  gtk_widget_add_css_class (box, "timeline-bar");
  return box;
}

/* What happens to the figure. ------------------------------------------------------ */

static void
rebuilt (StrataTimelineFrame *self)
{
  StrataFigure *figure = STRATA_FIGURE (self->figure);
  gboolean has_map = strata_figure_get_n_marks (figure) > 0
                     && strata_timeline_figure_get_concept (self->figure, 0) != NULL;

  _strata_timeline_frame_close (self);
  strata_timeline_stage_set_map (
      STRATA_TIMELINE_STAGE (self->stage),
      has_map ? strata_course_get_root (strata_figure_get_course (figure)) : NULL,
      strata_figure_get_languages (figure));
}

/* While something is told, it is of the mark that has the keyboard. */
static void
mark_focused (StrataTimelineFrame *self,
              guint                position)
{
  if (gtk_widget_get_visible (self->stage)
      && strata_timeline_figure_get_lit (self->figure) != (int) position)
    _strata_timeline_frame_tell (self, (int) position);
}

static gboolean
zoom_key (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  strata_timeline_figure_zoom (STRATA_TIMELINE_FRAME (widget)->figure,
                               g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
close_key (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  StrataTimelineFrame *self = STRATA_TIMELINE_FRAME (widget);

  if (!gtk_widget_get_visible (self->stage))
    return GDK_EVENT_PROPAGATE;
  _strata_timeline_frame_close (self);
  return GDK_EVENT_STOP;
}

/* Space plays wherever it has nothing else to do. */
static gboolean
play_key (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;
  _strata_timeline_frame_toggle (STRATA_TIMELINE_FRAME (widget));
  return GDK_EVENT_STOP;
}

/* The class. ----------------------------------------------------------------------- */

static void
strata_timeline_frame_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (strata_timeline_frame_parent_class)->root (widget);
  _strata_timeline_frame_listen (STRATA_TIMELINE_FRAME (widget));
}

static void
strata_timeline_frame_unroot (GtkWidget *widget)
{
  _strata_timeline_frame_deafen (STRATA_TIMELINE_FRAME (widget));
  GTK_WIDGET_CLASS (strata_timeline_frame_parent_class)->unroot (widget);
}

/* Nobody sees it any more. */
static void
strata_timeline_frame_unmap (GtkWidget *widget)
{
  strata_timeline_frame_pause (STRATA_TIMELINE_FRAME (widget));
  GTK_WIDGET_CLASS (strata_timeline_frame_parent_class)->unmap (widget);
}

static void
strata_timeline_frame_dispose (GObject *object)
{
  StrataTimelineFrame *self = STRATA_TIMELINE_FRAME (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->playing = FALSE;
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->stage, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->figure);

  G_OBJECT_CLASS (strata_timeline_frame_parent_class)->dispose (object);
}

static void
strata_timeline_frame_finalize (GObject *object)
{
  g_ptr_array_unref (STRATA_TIMELINE_FRAME (object)->listeners);

  G_OBJECT_CLASS (strata_timeline_frame_parent_class)->finalize (object);
}

static void
strata_timeline_frame_class_init (StrataTimelineFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    int   step;
  } keys[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  object_class->dispose = strata_timeline_frame_dispose;
  object_class->finalize = strata_timeline_frame_finalize;
  widget_class->measure = strata_timeline_frame_measure;
  widget_class->size_allocate = strata_timeline_frame_size_allocate;
  widget_class->root = strata_timeline_frame_root;
  widget_class->unroot = strata_timeline_frame_unroot;
  widget_class->unmap = strata_timeline_frame_unmap;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, GDK_CONTROL_MASK, zoom_key, "i",
                                  keys[i].step);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_key, NULL);
  gtk_widget_class_set_css_name (widget_class, "timeline-frame");
}

static void
strata_timeline_frame_init (StrataTimelineFrame *self)
{
  GtkEventController *global = gtk_shortcut_controller_new ();

  self->pace = PACE;
  self->listeners = g_ptr_array_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (global), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (global),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                        gtk_callback_action_new (play_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), global);
}

/**
 * strata_timeline_frame_new:
 * @figure: a timeline
 * @scroller: that it is in
 *
 * Returns: (transfer floating): a frame with the scroller in it
 */
GtkWidget *
strata_timeline_frame_new (StrataTimelineFigure *figure,
                           GtkWidget            *scroller)
{
  StrataTimelineFrame *self = g_object_new (STRATA_TYPE_TIMELINE_FRAME, NULL);

  self->figure = g_object_ref (figure);
  self->scroller = scroller;
  self->bar = build_bar (self);
  self->stage = strata_timeline_stage_new ();
  gtk_widget_set_visible (self->stage, FALSE);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->stage, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  strata_timeline_figure_set_scroller (figure, scroller);
  g_signal_connect_object (self->stage, "closed", G_CALLBACK (_strata_timeline_frame_close), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (figure, "rebuilt", G_CALLBACK (rebuilt), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (figure, "zoomed", G_CALLBACK (_strata_timeline_frame_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (figure, "mark-focused", G_CALLBACK (mark_focused), self,
                           G_CONNECT_SWAPPED);
  _strata_timeline_frame_update (self);
  return GTK_WIDGET (self);
}

GtkWidget *
_strata_timeline_figure_wrap (StrataFigure *figure,
                              GtkWidget    *scroller)
{
  return strata_timeline_frame_new (STRATA_TIMELINE_FIGURE (figure), scroller);
}
