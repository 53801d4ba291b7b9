/* Pictures are decoded and drawn outside the main thread: a lesson opens at
 * once, and its pictures come when they are near. */
#include "strata-picture-task.h"

#include <librsvg/rsvg.h>
#include <string.h>

#include "picture/strata-picture-file.h"
#include "strata-picture-decode-private.h"

/* What GTK and cairo can draw on. */
#define MAX_EXTENT 16000
/* A photograph takes much memory while it is decoded: one after the other. */
#define N_PHOTOGRAPHS 1
#define N_DRAWINGS 2

typedef struct
{
  char               *path;
  StrataPictureSheet  sheet;
  StrataTone          tone;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job);
}

/* Whoever writes `currentColor` has thought of both kinds of page. */
static gboolean
is_adapted (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return memmem (text, length, "currentColor", strlen ("currentColor")) != NULL;
}

static cairo_surface_t *
draw (RsvgHandle               *drawing,
      const StrataPictureSheet *sheet,
      GError                  **error)
{
  const char *style = sheet->dark ? "svg { color: #f2f0f7 !important; }"
                                  : "svg { color: #241f31 !important; }";
  GdkRectangle part = sheet->part;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  if (part.width <= 0)
    part = (GdkRectangle) { 0, 0, sheet->width, sheet->height };
  surface = _strata_picture_surface_new (CLAMP (part.width, 1, MAX_EXTENT),
                                         CLAMP (part.height, 1, MAX_EXTENT), error);
  if (surface == NULL)
    return NULL;
  rsvg_handle_set_stylesheet (drawing, (const guint8 *) style, strlen (style), NULL);
  cr = cairo_create (surface);
  done = rsvg_handle_render_document (
      drawing, cr, &(RsvgRectangle) { -part.x, -part.y, sheet->width, sheet->height }, error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (!done)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

/* From memory: such a drawing has no folder, and nothing else is read for it. */
static cairo_surface_t *
draw_bytes (GBytes                   *bytes,
            const StrataPictureSheet *sheet,
            GError                  **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  RsvgHandle *drawing = rsvg_handle_new_from_data (data, length, error);
  cairo_surface_t *surface;

  if (drawing == NULL)
    return NULL;
  surface = draw (drawing, sheet, error);
  g_object_unref (drawing);
  return surface;
}

/* Takes @surface. */
static GdkTexture *
texture_new (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), stride * (gsize) height,
      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static cairo_surface_t *
make (Job     *job,
      GError **error)
{
  g_autoptr (GBytes) bytes = strata_picture_file_read_all (job->path, error);
  StrataPictureHeader header;
  gsize length;
  const guint8 *data;
  cairo_surface_t *surface;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  if (data == NULL || !strata_picture_header_read (data, length, &header))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "no picture");
      return NULL;
    }
  if (header.format == STRATA_PICTURE_SVG)
    surface = draw_bytes (bytes, &job->sheet, error);
  else
    {
      int width = MIN (job->sheet.width, (int) header.width);
      int height = MIN (job->sheet.height, (int) header.height);

      surface = _strata_picture_decode (bytes, &header, CLAMP (width, 1, MAX_EXTENT),
                                        CLAMP (height, 1, MAX_EXTENT), error);
    }
  if (surface != NULL && !(header.format == STRATA_PICTURE_SVG && is_adapted (bytes)))
    job->tone = strata_pixels_get_tone (
        (const guint32 *) (const void *) cairo_image_surface_get_data (surface),
        (guint) cairo_image_surface_get_width (surface),
        (guint) cairo_image_surface_get_height (surface),
        (gsize) cairo_image_surface_get_stride (surface) / 4);
  return surface;
}

static void
run (gpointer data,
     gpointer pool)
{
  g_autoptr (GTask) task = data;
  cairo_surface_t *surface;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = make (g_task_get_task_data (task), &error);
  if (surface != NULL)
    g_task_return_pointer (task, texture_new (surface), g_object_unref);
  else
    g_task_return_error (task, error);
}

static GThreadPool *
get_pool (gboolean photographs)
{
  static GThreadPool *pools[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      pools[0] = g_thread_pool_new (run, NULL, N_DRAWINGS, FALSE, NULL);
      pools[1] = g_thread_pool_new (run, NULL, N_PHOTOGRAPHS, FALSE, NULL);
      g_once_init_leave (&ready, 1);
    }
  return pools[photographs];
}

/**
 * strata_picture_task_start:
 * @path: of a picture
 * @sheet: how large it is wanted
 * @cancellable: (nullable): what has not begun is not begun then
 * @callback: called in the main thread
 * @data: for @callback, which must hold what it needs
 *
 * Decodes a photograph or draws a drawing in a thread.
 */
void
strata_picture_task_start (const char               *path,
                           const StrataPictureSheet *sheet,
                           GCancellable             *cancellable,
                           GAsyncReadyCallback       callback,
                           gpointer                  data)
{
  /* No source: the last to let go of the task may be the thread. */
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->sheet = *sheet;
  job->tone = STRATA_TONE_OPAQUE;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_thread_pool_push (get_pool (!g_str_has_suffix (path, ".svg")), task, NULL);
}

/**
 * strata_picture_task_finish:
 * @result: what the callback was given
 * @tone: (out): what page the picture needs behind it
 * @error: (out) (optional): why there is none
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
strata_picture_task_finish (GAsyncResult *result,
                            StrataTone   *tone,
                            GError      **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), error);

  *tone = job->tone;
  return texture;
}
