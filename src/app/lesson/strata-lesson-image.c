#include "strata-lesson-image.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "picture/strata-picture-file.h"
#include "strata-image-alternative.h"
#include "strata-image-viewer.h"
#include "strata-picture-paint.h"
#include "strata-picture-task.h"

/* What can be drawn on, and what a lesson can need. */
#define MAX_EXTENT 16000

struct _StrataLessonImage
{
  GtkWidget            parent_instance;

  char                *path;
  char                *alt;
  StrataPictureHeader  header;
  GdkTexture          *texture;
  GtkWidget           *alternative;     /* where there is no picture */
  double               natural_width;   /* in logical pixels */
  double               natural_height;
  int                  width;           /* of the text around it */
  gboolean             near;            /* whether it is looked at, or soon will be */
  gboolean             framed;          /* whether there was a frame to be drawn after */
  gboolean             in_link;
  gboolean             busy;            /* whether a task is under way */
  GCancellable        *cancellable;     /* of the task */
  guint                source;          /* begins a task */
  StrataPictureSheet   sheet;           /* of @texture, or of the task */
  StrataTone           tone;
};

G_DEFINE_FINAL_TYPE (StrataLessonImage, strata_lesson_image, GTK_TYPE_WIDGET)

static int
shown_width (StrataLessonImage *self)
{
  return (int) CLAMP (self->natural_width, 1, MAX (self->width, 1));
}

static int
shown_height (StrataLessonImage *self)
{
  double height = shown_width (self) * self->natural_height / self->natural_width + 0.5;

  return (int) CLAMP (height, 1, MAX_EXTENT);
}

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

/* When it is decoded. ----------------------------------------------------------- */

/* No photograph is larger than it is. */
static StrataPictureSheet
wanted_sheet (StrataLessonImage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int scale = gtk_widget_get_scale_factor (widget);
  gboolean drawing = self->header.format == STRATA_PICTURE_SVG;
  double width = gtk_widget_get_width (widget) * scale;
  double height = gtk_widget_get_height (widget) * scale;

  return (StrataPictureSheet) {
    .width = (int) CLAMP (width, 1, drawing ? MAX_EXTENT : self->header.width),
    .height = (int) CLAMP (height, 1, drawing ? MAX_EXTENT : self->header.height),
    .dark = drawing && is_dark (),
  };
}

/* Whether it has to be drawn, or drawn anew. A photograph that is somewhat too
 * large will do: its window is being made narrower. */
static gboolean
is_stale (StrataLessonImage *self)
{
  StrataPictureSheet sheet;

  if (self->alternative != NULL || !self->near || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  sheet = wanted_sheet (self);
  if (self->texture != NULL && self->header.format != STRATA_PICTURE_SVG)
    return self->sheet.width < sheet.width || self->sheet.width > 2 * sheet.width;
  return self->texture == NULL || self->sheet.width != sheet.width
         || self->sheet.dark != sheet.dark;
}

static void schedule (StrataLessonImage *self);
static void show_alternative (StrataLessonImage *self,
                              const char        *address);

static void
drawn (GObject      *source,
       GAsyncResult *result,
       gpointer      data)
{
  g_autoptr (StrataLessonImage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  StrataTone tone;

  texture = strata_picture_task_finish (result, &tone, &error);
  self->busy = FALSE;
  if (self->near && texture != NULL)
    {
      g_set_object (&self->texture, texture);
      self->tone = tone;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (self->near && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_alternative (self, NULL);
  schedule (self);
}

static gboolean
begin (gpointer data)
{
  StrataLessonImage *self = data;

  self->source = 0;
  if (!is_stale (self) || self->busy)
    return G_SOURCE_REMOVE;
  self->busy = TRUE;
  self->sheet = wanted_sheet (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  strata_picture_task_start (self->path, &self->sheet, self->cancellable, drawn,
                             g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* After the frame that is under way. */
static void
schedule (StrataLessonImage *self)
{
  if (self->source == 0 && self->framed && !self->busy && is_stale (self))
    self->source = g_idle_add_full (G_PRIORITY_LOW, begin, self, NULL);
}

/* What is far takes no memory. */
static void
drop (StrataLessonImage *self)
{
  self->near = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->texture);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* Enlarging. -------------------------------------------------------------------- */

static gboolean
enlarge (GtkWidget *widget,
         GVariant  *parameter,
         gpointer   data)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (widget);

  if (self->alternative != NULL || self->in_link)
    return GDK_EVENT_PROPAGATE;
  strata_image_viewer_open (widget, self->path, &self->header, self->alt);
  return GDK_EVENT_STOP;
}

static void
clicked (StrataLessonImage *self,
         int                n,
         double             x,
         double             y,
         GtkGesture        *gesture)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y) || self->alternative != NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  enlarge (GTK_WIDGET (self), NULL, NULL);
}

/* The widget. ------------------------------------------------------------------- */

static void
strata_lesson_image_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (widget);
  graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                              gtk_widget_get_height (widget));

  self->framed = TRUE;
  schedule (self);
  if (self->alternative != NULL)
    GTK_WIDGET_CLASS (strata_lesson_image_parent_class)->snapshot (widget, snapshot);
  else if (self->texture != NULL)
    {
      strata_picture_paint_ground (snapshot, self->tone, is_dark (), &place);
      gtk_snapshot_append_texture (snapshot, self->texture, &place);
      if (gtk_widget_has_visible_focus (widget))
        strata_picture_paint_ring (snapshot, &place);
    }
}

static GtkSizeRequestMode
strata_lesson_image_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As wide as its words, but not wider than the text. */
static int
alternative_width (StrataLessonImage *self)
{
  int minimum, natural;

  gtk_widget_measure (self->alternative, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                      NULL);
  return CLAMP (MAX (self->width, 1), minimum, MAX (natural, minimum));
}

static void
strata_lesson_image_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (widget);

  if (self->alternative == NULL)
    *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? shown_width (self)
                                                                    : shown_height (self);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = alternative_width (self);
  else
    gtk_widget_measure (self->alternative, orientation, alternative_width (self), minimum, natural,
                        NULL, NULL);
}

static void
strata_lesson_image_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (widget);

  if (self->alternative != NULL)
    gtk_widget_allocate (self->alternative, width, height, baseline, NULL);
  schedule (self);
}

/* For a picture on the web, what leads there is meant. */
static gboolean
strata_lesson_image_grab_focus (GtkWidget *widget)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (widget);
  GtkWidget *button = self->alternative != NULL
                          ? strata_image_alternative_get_button (self->alternative)
                          : NULL;

  if (self->in_link)
    return FALSE;
  if (button != NULL)
    return gtk_widget_grab_focus (button);
  return GTK_WIDGET_CLASS (strata_lesson_image_parent_class)->grab_focus (widget);
}

static void
strata_lesson_image_dispose (GObject *object)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (object);

  drop (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->alternative, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_lesson_image_parent_class)->dispose (object);
}

static void
strata_lesson_image_finalize (GObject *object)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (object);

  g_free (self->path);
  g_free (self->alt);

  G_OBJECT_CLASS (strata_lesson_image_parent_class)->finalize (object);
}

static void
strata_lesson_image_class_init (StrataLessonImageClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_image_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_lesson_image_finalize;
  widget_class->snapshot = strata_lesson_image_snapshot;
  widget_class->get_request_mode = strata_lesson_image_get_request_mode;
  widget_class->measure = strata_lesson_image_measure;
  widget_class->size_allocate = strata_lesson_image_size_allocate;
  widget_class->grab_focus = strata_lesson_image_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "lesson-image");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, enlarge, NULL);
}

/* A photograph stays, but what is behind it may change. */
static void
darkened (StrataLessonImage *self)
{
  schedule (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
strata_lesson_image_init (StrataLessonImage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->width = 600;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (darkened), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (schedule), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
show_alternative (StrataLessonImage *self,
                  const char        *address)
{
  g_autofree char *words = NULL;

  if (address == NULL)
    /* Translators: for a screen reader; %s is what the picture would show. */
    words = g_strdup_printf (_("Missing picture: %s"), self->alt);
  self->alternative = strata_image_alternative_new (self->alt, self->in_link ? NULL : address);
  gtk_widget_set_parent (self->alternative, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : self->alt, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * strata_lesson_image_new:
 * @path: (nullable): absolute path, %NULL where there is no picture to show
 * @address: (nullable): where on the web it is instead
 * @alt: what stands for the picture and what a screen reader says
 * @width: how wide it is asked to be, in logical pixels; 0 for its own width
 *
 * Returns: (transfer floating): the picture, or its alternative
 */
GtkWidget *
strata_lesson_image_new (const char *path,
                         const char *address,
                         const char *alt,
                         guint       width)
{
  StrataLessonImage *self = g_object_new (STRATA_TYPE_LESSON_IMAGE, NULL);

  self->path = g_strdup (path);
  self->alt = g_strdup (alt != NULL ? alt : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->alt,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->alt, -1);
  if (path == NULL || !strata_picture_file_read_header (path, &self->header))
    {
      show_alternative (self, address);
      return GTK_WIDGET (self);
    }
  self->natural_width = width > 0 ? width : self->header.width;
  self->natural_height = self->natural_width * self->header.height / self->header.width;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "zoom-in");
  return GTK_WIDGET (self);
}

/**
 * strata_lesson_image_set_in_link:
 * @self: the picture
 *
 * A picture in a link is a part of it: whoever presses it follows the link.
 */
void
strata_lesson_image_set_in_link (StrataLessonImage *self)
{
  GtkWidget *button;

  g_return_if_fail (STRATA_IS_LESSON_IMAGE (self));

  self->in_link = TRUE;
  button = self->alternative != NULL ? strata_image_alternative_get_button (self->alternative)
                                     : NULL;
  if (button != NULL)
    gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * strata_lesson_image_set_width:
 * @self: the picture
 * @width: of the text around it, in pixels
 */
void
strata_lesson_image_set_width (StrataLessonImage *self,
                               int                width)
{
  g_return_if_fail (STRATA_IS_LESSON_IMAGE (self));

  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * strata_lesson_image_set_near:
 * @self: the picture
 * @near: whether it is looked at, or soon will be
 *
 * A picture is decoded while it is near, and takes memory only then.
 */
void
strata_lesson_image_set_near (StrataLessonImage *self,
                              gboolean           near)
{
  g_return_if_fail (STRATA_IS_LESSON_IMAGE (self));

  if (!near)
    drop (self);
  self->near = near;
  schedule (self);
}

/**
 * strata_lesson_image_get_drawn:
 * @self: the picture
 *
 * Returns: whether it shows what it should, as far as it is near
 */
gboolean
strata_lesson_image_get_drawn (StrataLessonImage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_IMAGE (self), FALSE);

  return !self->busy && !is_stale (self);
}

/**
 * strata_lesson_image_get_shown:
 * @self: the picture
 *
 * Returns: whether there is a picture, decoded or not, and not its alternative
 */
gboolean
strata_lesson_image_get_shown (StrataLessonImage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_IMAGE (self), FALSE);

  return self->alternative == NULL;
}

/**
 * strata_lesson_image_get_texture:
 * @self: the picture
 *
 * Returns: (transfer none) (nullable): what is decoded, in device pixels
 */
GdkTexture *
strata_lesson_image_get_texture (StrataLessonImage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_IMAGE (self), NULL);

  return self->texture;
}
