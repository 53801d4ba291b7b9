#include "strata-picture-view.h"

#include <adwaita.h>
#include <math.h>

#include "geometry/strata-zoom.h"
#include "strata-picture-paint.h"
#include "strata-picture-task.h"

#define STEP 1.25
/* How far an arrow key moves, of what is seen. */
#define MOVE 0.15
/* A photograph is not kept larger: 96 MB. */
#define MAX_PIXELS 24e6
/* A small photograph is enlarged so much that its pixels do not show yet. */
#define MAX_FIT_OF_PHOTOGRAPH 2

/* The picture as a whole, and of a drawing what is seen of it, sharp. */
typedef struct
{
  StrataPictureView  *view;             /* unowned */
  GdkTexture         *texture;
  StrataPictureSheet  sheet;            /* of @texture */
  StrataPictureSheet  asked;            /* of what is under way */
  StrataTone          tone;
  gboolean            busy;
} Layer;

struct _StrataPictureView
{
  GtkWidget            parent_instance;

  char                *path;
  StrataPictureHeader  header;
  StrataZoom           zoom;
  Layer                whole;
  Layer                detail;
  double               drag_x;          /* how far the drag has been followed */
  double               drag_y;
  double               pinch;           /* likewise */
  double               pointer_x;
  double               pointer_y;
};

G_DEFINE_FINAL_TYPE (StrataPictureView, strata_picture_view, GTK_TYPE_WIDGET)

static gboolean
is_drawing (StrataPictureView *self)
{
  return self->header.format == STRATA_PICTURE_SVG;
}

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

/* On whole pixels, or a drawing would be blurred. */
static graphene_rect_t
place_in (const StrataZoom *zoom)
{
  double x, y, width, height;

  strata_zoom_get_place (zoom, &x, &y, &width, &height);
  return GRAPHENE_RECT_INIT (roundf ((float) x), roundf ((float) y),
                             MAX (roundf ((float) width), 1), MAX (roundf ((float) height), 1));
}

static graphene_rect_t
picture_place (StrataPictureView *self)
{
  return place_in (&self->zoom);
}

/* What is wanted. --------------------------------------------------------------- */

/* A photograph in its own size, a drawing as it fits. */
static StrataPictureSheet
wanted_whole (StrataPictureView *self)
{
  double width = self->header.width, height = self->header.height;

  if (is_drawing (self))
    {
      int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
      StrataZoom fitted = self->zoom;
      graphene_rect_t place;

      strata_zoom_fit (&fitted);
      place = place_in (&fitted);
      width = place.size.width * (float) scale;
      height = place.size.height * (float) scale;
    }
  else if (width * height > MAX_PIXELS)
    {
      double share = sqrt (MAX_PIXELS / (width * height));

      width = MAX (width * share, 1);
      height = MAX (height * share, 1);
    }
  return (StrataPictureSheet) { .width = (int) width,
                                .height = (int) height,
                                .dark = is_drawing (self) && is_dark () };
}

/* What is seen of a drawing that is larger than the view. */
static StrataPictureSheet
wanted_detail (StrataPictureView *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t place = picture_place (self);
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) self->zoom.view_width,
                                             (float) self->zoom.view_height);
  graphene_rect_t seen;

  if (!graphene_rect_intersection (&place, &view, &seen))
    seen = view;
  return (StrataPictureSheet) {
    .width = (int) (place.size.width * (float) scale),
    .height = (int) (place.size.height * (float) scale),
    .part = { (int) ((seen.origin.x - place.origin.x) * (float) scale),
              (int) ((seen.origin.y - place.origin.y) * (float) scale),
              (int) ceilf (seen.size.width * (float) scale),
              (int) ceilf (seen.size.height * (float) scale) },
    .dark = is_dark (),
  };
}

static gboolean
is_stale (StrataPictureView *self,
          Layer             *layer)
{
  StrataPictureSheet sheet;

  if (self->zoom.view_width <= 1)
    return FALSE;
  if (layer == &self->detail && (!is_drawing (self) || self->zoom.scale <= 0))
    return FALSE;
  sheet = layer == &self->detail ? wanted_detail (self) : wanted_whole (self);
  return layer->sheet.width != sheet.width || layer->sheet.dark != sheet.dark
         || !gdk_rectangle_equal (&layer->sheet.part, &sheet.part);
}

static void refresh (StrataPictureView *self);

static void
drawn (GObject      *source,
       GAsyncResult *result,
       gpointer      data)
{
  Layer *layer = data;
  StrataPictureView *self = layer->view;
  StrataTone tone;
  GdkTexture *texture = strata_picture_task_finish (result, &tone, NULL);

  layer->busy = FALSE;
  layer->sheet = layer->asked;
  g_clear_object (&layer->texture);
  layer->texture = texture;
  layer->tone = tone;
  refresh (self);
  g_object_unref (self);
}

static void
start (StrataPictureView *self,
       Layer             *layer)
{
  if (layer->busy || !is_stale (self, layer))
    return;
  layer->busy = TRUE;
  layer->asked = layer == &self->detail ? wanted_detail (self) : wanted_whole (self);
  g_object_ref (self);
  strata_picture_task_start (self->path, &layer->asked, NULL, drawn, layer);
}

static void
refresh (StrataPictureView *self)
{
  gboolean can_move = self->zoom.scale > 0;

  if (!can_move)
    {
      g_clear_object (&self->detail.texture);
      self->detail.sheet = (StrataPictureSheet) { 0 };
    }
  start (self, &self->whole);
  start (self, &self->detail);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), can_move ? "grab" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Zooming and moving. ------------------------------------------------------------ */

static void
zoom_by (StrataPictureView *self,
         double             factor,
         double             x,
         double             y)
{
  strata_zoom_by (&self->zoom, factor, x, y);
  refresh (self);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  StrataPictureView *self = STRATA_PICTURE_VIEW (widget);
  int step = g_variant_get_int32 (parameter);

  if (step == 0)
    strata_zoom_fit (&self->zoom);
  else
    strata_zoom_by (&self->zoom, step > 0 ? STEP : 1 / STEP, self->zoom.view_width / 2,
                    self->zoom.view_height / 2);
  refresh (self);
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  StrataPictureView *self = STRATA_PICTURE_VIEW (widget);
  int right, down;

  g_variant_get (parameter, "(ii)", &right, &down);
  strata_zoom_move (&self->zoom, -right * MOVE * self->zoom.view_width,
                    -down * MOVE * self->zoom.view_height);
  refresh (self);
}

static gboolean
scrolled (StrataPictureView *self,
          double             dx,
          double             dy)
{
  zoom_by (self, pow (STEP, -CLAMP (dy, -4, 4)), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pointed (StrataPictureView *self,
         double             x,
         double             y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
drag_begun (StrataPictureView *self)
{
  self->drag_x = 0;
  self->drag_y = 0;
}

static void
dragged (StrataPictureView *self,
         double             x,
         double             y)
{
  strata_zoom_move (&self->zoom, x - self->drag_x, y - self->drag_y);
  self->drag_x = x;
  self->drag_y = y;
  refresh (self);
}

static void
pinch_begun (StrataPictureView *self)
{
  self->pinch = 1;
}

static void
pinched (StrataPictureView *self,
         double             scale,
         GtkGesture        *gesture)
{
  double x = self->zoom.view_width / 2, y = self->zoom.view_height / 2;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  zoom_by (self, scale / self->pinch, x, y);
  self->pinch = scale;
}

/* The widget. ------------------------------------------------------------------- */

static void
append_layer (StrataPictureView *self,
              GtkSnapshot       *snapshot,
              Layer             *layer)
{
  const StrataPictureSheet *sheet = &layer->sheet;
  graphene_rect_t place = picture_place (self);
  float across, down;

  if (layer->texture == NULL)
    return;
  across = place.size.width / (float) sheet->width;
  down = place.size.height / (float) sheet->height;
  if (sheet->part.width > 0)
    place = GRAPHENE_RECT_INIT (place.origin.x + (float) sheet->part.x * across,
                                place.origin.y + (float) sheet->part.y * down,
                                (float) sheet->part.width * across,
                                (float) sheet->part.height * down);
  gtk_snapshot_append_texture (snapshot, layer->texture, &place);
}

static void
strata_picture_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  StrataPictureView *self = STRATA_PICTURE_VIEW (widget);
  graphene_rect_t place = picture_place (self);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  if (self->whole.texture != NULL)
    strata_picture_paint_ground (snapshot, self->whole.tone, is_dark (), &place);
  append_layer (self, snapshot, &self->whole);
  append_layer (self, snapshot, &self->detail);
  gtk_snapshot_pop (snapshot);
}

static void
strata_picture_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  StrataPictureView *self = STRATA_PICTURE_VIEW (widget);

  strata_zoom_set_view (&self->zoom, width, height);
  refresh (self);
}

static void
strata_picture_view_finalize (GObject *object)
{
  StrataPictureView *self = STRATA_PICTURE_VIEW (object);

  g_clear_object (&self->whole.texture);
  g_clear_object (&self->detail.texture);
  g_free (self->path);

  G_OBJECT_CLASS (strata_picture_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   step;
  } zooms[] = { { GDK_KEY_plus, 1 },      { GDK_KEY_equal, 1 },        { GDK_KEY_KP_Add, 1 },
                { GDK_KEY_minus, -1 },    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },
                { GDK_KEY_KP_0, 0 } };
  static const struct
  {
    guint key;
    int   right;
    int   down;
  } moves[] = { { GDK_KEY_Left, -1, 0 },  { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 },
                { GDK_KEY_KP_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 },    { GDK_KEY_KP_Up, 0, -1 },
                { GDK_KEY_Down, 0, 1 },   { GDK_KEY_KP_Down, 0, 1 } };

  gtk_widget_class_install_action (widget_class, "picture.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "picture.move", "(ii)", move_action);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, zooms[i].key, 0, "picture.zoom", "i",
                                           zooms[i].step);
      gtk_widget_class_add_binding_action (widget_class, zooms[i].key, GDK_CONTROL_MASK,
                                           "picture.zoom", "i", zooms[i].step);
    }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding_action (widget_class, moves[i].key, 0, "picture.move", "(ii)",
                                         moves[i].right, moves[i].down);
}

static void
strata_picture_view_class_init (StrataPictureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = strata_picture_view_finalize;
  widget_class->snapshot = strata_picture_view_snapshot;
  widget_class->size_allocate = strata_picture_view_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "picture-view");
  add_keys (widget_class);
}

static void
add_pointer (StrataPictureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointed), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointed), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begun), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

static void
strata_picture_view_init (StrataPictureView *self)
{
  self->whole.view = self;
  self->detail.view = self;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (refresh), NULL);
  add_pointer (self);
}

/**
 * strata_picture_view_new:
 * @path: absolute path of a picture
 * @header: what it is
 *
 * Returns: (transfer floating): the picture, the whole of it at first
 */
GtkWidget *
strata_picture_view_new (const char                *path,
                         const StrataPictureHeader *header)
{
  StrataPictureView *self = g_object_new (STRATA_TYPE_PICTURE_VIEW, NULL);

  self->path = g_strdup (path);
  self->header = *header;
  self->zoom = (StrataZoom) { .width = header->width,
                              .height = header->height,
                              .max_fit = is_drawing (self) ? 1e6 : MAX_FIT_OF_PHOTOGRAPH };
  strata_zoom_set_view (&self->zoom, 1, 1);
  return GTK_WIDGET (self);
}

/**
 * strata_picture_view_get_scale:
 * @self: the picture
 *
 * Returns: logical pixels per pixel of the picture
 */
double
strata_picture_view_get_scale (StrataPictureView *self)
{
  g_return_val_if_fail (STRATA_IS_PICTURE_VIEW (self), 0);

  return strata_zoom_get_scale (&self->zoom);
}

/**
 * strata_picture_view_get_drawn:
 * @self: the picture
 *
 * Returns: whether what is seen is as sharp as it gets
 */
gboolean
strata_picture_view_get_drawn (StrataPictureView *self)
{
  g_return_val_if_fail (STRATA_IS_PICTURE_VIEW (self), FALSE);

  return self->whole.texture != NULL && !self->whole.busy && !self->detail.busy
         && !is_stale (self, &self->whole) && !is_stale (self, &self->detail);
}
