#include "strata-lesson-image.h"

#include <adwaita.h>
#include <librsvg/rsvg.h>
#include <stdlib.h>
#include <string.h>

/* What cairo can draw on, and what a lesson can need. */
#define MAX_EXTENT 16000

struct _StrataLessonImage
{
  GtkWidget   parent_instance;

  RsvgHandle *drawing;          /* a task's own while @task is there */
  GdkTexture *texture;          /* of a photograph, or the drawing at its size */
  GtkWidget  *label;            /* where there is no picture */
  double      natural_width;
  double      natural_height;
  int         width;            /* of the text around it */
  gboolean    near;             /* whether it is looked at, or soon will be */
  gboolean    framed;           /* whether there was a frame to be drawn after */
  GTask      *task;             /* draws; unowned */
  guint       source;           /* begins a task */
  int         drawn_width;      /* device pixels of @texture, of a drawing */
  gboolean    drawn_dark;
};

/* What a task is to draw. */
typedef struct
{
  int      width;               /* in device pixels */
  int      height;
  gboolean dark;
} Sheet;

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

/* Drawing is slow and lies outside the main thread: a lesson opens at once, and
 * its drawings come when they are near. */
static void
draw (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  const Sheet *sheet = data;
  RsvgHandle *drawing = STRATA_LESSON_IMAGE (source)->drawing;
  const char *style = sheet->dark ? "svg { color: #f2f0f7 !important; }"
                                  : "svg { color: #241f31 !important; }";
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, sheet->width, sheet->height);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  RsvgRectangle viewport = { 0, 0, sheet->width, sheet->height };
  g_autoptr (GBytes) bytes = NULL;

  rsvg_handle_set_stylesheet (drawing, (const guint8 *) style, strlen (style), NULL);
  rsvg_handle_render_document (drawing, cr, &viewport, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * sheet->height);
  cairo_surface_destroy (surface);
  g_task_return_pointer (task,
                         gdk_memory_texture_new (sheet->width, sheet->height, GDK_MEMORY_DEFAULT,
                                                 bytes, stride),
                         g_object_unref);
}

static Sheet
wanted_sheet (StrataLessonImage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int scale = gtk_widget_get_scale_factor (widget);

  return (Sheet) { CLAMP (gtk_widget_get_width (widget) * scale, 1, MAX_EXTENT),
                   CLAMP (gtk_widget_get_height (widget) * scale, 1, MAX_EXTENT),
                   adw_style_manager_get_dark (adw_style_manager_get_default ()) };
}

/* Whether the drawing has to be drawn, or drawn anew. */
static gboolean
is_stale (StrataLessonImage *self)
{
  Sheet sheet = wanted_sheet (self);

  return self->drawing != NULL && self->near && gtk_widget_get_width (GTK_WIDGET (self)) > 0
         && (self->drawn_width != sheet.width || self->drawn_dark != sheet.dark);
}

static void schedule (StrataLessonImage *self);

static void
drawn (GObject      *source,
       GAsyncResult *result,
       gpointer      data)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (source);
  const Sheet *sheet = g_task_get_task_data (G_TASK (result));

  self->task = NULL;
  g_clear_object (&self->texture);
  self->texture = g_task_propagate_pointer (G_TASK (result), NULL);
  self->drawn_width = sheet->width;
  self->drawn_dark = sheet->dark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  schedule (self);
}

static gboolean
begin (gpointer data)
{
  StrataLessonImage *self = data;
  Sheet sheet = wanted_sheet (self);

  self->source = 0;
  if (!is_stale (self) || self->task != NULL)
    return G_SOURCE_REMOVE;
  self->task = g_task_new (self, NULL, drawn, NULL);
  g_task_set_task_data (self->task, g_memdup2 (&sheet, sizeof sheet), g_free);
  g_task_run_in_thread (self->task, draw);
  g_object_unref (self->task);
  return G_SOURCE_REMOVE;
}

/* After the frame that is under way. */
static void
schedule (StrataLessonImage *self)
{
  if (self->source == 0 && self->framed && self->task == NULL && is_stale (self))
    self->source = g_idle_add_full (G_PRIORITY_LOW, begin, self, NULL);
}

static void
strata_lesson_image_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (widget);

  self->framed = TRUE;
  schedule (self);
  if (self->label != NULL)
    GTK_WIDGET_CLASS (strata_lesson_image_parent_class)->snapshot (widget, snapshot);
  else if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                      gtk_widget_get_height (widget)));
}

static GtkSizeRequestMode
strata_lesson_image_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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

  if (self->label == NULL)
    *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? shown_width (self)
                                                                    : shown_height (self);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (self->width, 1);
  else
    gtk_widget_measure (self->label, orientation, MAX (self->width, 1), minimum, natural, NULL,
                        NULL);
}

static void
strata_lesson_image_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (widget);

  if (self->label != NULL)
    gtk_widget_allocate (self->label, width, height, baseline, NULL);
  schedule (self);
}

static void
strata_lesson_image_dispose (GObject *object)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (object);

  self->near = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_lesson_image_parent_class)->dispose (object);
}

static void
strata_lesson_image_finalize (GObject *object)
{
  StrataLessonImage *self = STRATA_LESSON_IMAGE (object);

  g_clear_object (&self->drawing);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (strata_lesson_image_parent_class)->finalize (object);
}

static void
strata_lesson_image_class_init (StrataLessonImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_image_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_lesson_image_finalize;
  widget_class->snapshot = strata_lesson_image_snapshot;
  widget_class->get_request_mode = strata_lesson_image_get_request_mode;
  widget_class->measure = strata_lesson_image_measure;
  widget_class->size_allocate = strata_lesson_image_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
strata_lesson_image_init (StrataLessonImage *self)
{
  self->width = 600;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (schedule), NULL);
}

static gboolean
load_drawing (StrataLessonImage *self,
              const char        *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->drawing = rsvg_handle_new_from_gfile_sync (file, RSVG_HANDLE_FLAGS_NONE, NULL, NULL);
  if (self->drawing == NULL)
    return FALSE;
  if (rsvg_handle_get_intrinsic_size_in_pixels (self->drawing, &self->natural_width,
                                                &self->natural_height)
      && self->natural_width > 0 && self->natural_height > 0)
    return TRUE;
  g_clear_object (&self->drawing);
  return FALSE;
}

static gboolean
load_photograph (StrataLessonImage *self,
                 const char        *path)
{
  self->texture = gdk_texture_new_from_filename (path, NULL);
  if (self->texture == NULL)
    return FALSE;
  self->natural_width = gdk_texture_get_width (self->texture);
  self->natural_height = gdk_texture_get_height (self->texture);
  return TRUE;
}

static void
show_alternative (StrataLessonImage *self,
                  const char        *alt)
{
  self->label = gtk_label_new (alt);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "image-alternative");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * strata_lesson_image_new:
 * @path: (nullable): absolute path, %NULL where there is no picture to show
 * @alt: what stands for the picture and what a screen reader says
 *
 * Returns: (transfer floating): the picture, or its alternative
 */
GtkWidget *
strata_lesson_image_new (const char *path,
                         const char *alt)
{
  StrataLessonImage *self = g_object_new (STRATA_TYPE_LESSON_IMAGE, NULL);
  gboolean loaded = path != NULL
                    && (g_str_has_suffix (path, ".svg") ? load_drawing (self, path)
                                                        : load_photograph (self, path));

  if (!loaded)
    show_alternative (self, alt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, alt,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, alt, -1);
  return GTK_WIDGET (self);
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
 * A drawing is drawn while it is near.
 */
void
strata_lesson_image_set_near (StrataLessonImage *self,
                              gboolean           near)
{
  g_return_if_fail (STRATA_IS_LESSON_IMAGE (self));

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

  return self->task == NULL && !is_stale (self);
}

/**
 * strata_lesson_image_find:
 * @target: what the lesson says, relative to it
 * @lesson: path of the lesson
 * @folder: path of the course
 *
 * Returns: (transfer full) (nullable): the picture's path; %NULL if it is not
 *   there, leaves the course or is on the web
 */
char *
strata_lesson_image_find (const char *target,
                          const char *lesson,
                          const char *folder)
{
  g_autofree char *directory = g_path_get_dirname (lesson);
  g_autofree char *unescaped = g_uri_unescape_string (target, NULL);
  g_autofree char *joined = NULL;
  char *real, *root;
  char *result = NULL;

  if (unescaped == NULL || g_uri_peek_scheme (target) != NULL || g_path_is_absolute (unescaped))
    return NULL;
  joined = g_build_filename (directory, unescaped, NULL);
  real = realpath (joined, NULL);
  root = realpath (folder, NULL);
  if (real != NULL && root != NULL && g_str_has_prefix (real, root)
      && real[strlen (root)] == G_DIR_SEPARATOR)
    result = g_strdup (real);
  free (real);
  free (root);
  return result;
}
