/* The pictures of a printed lesson. */
#include "strata-paper-image.h"

#include <gtk/gtk.h>
#include <librsvg/rsvg.h>
#include <string.h>

/* Larger photographs are not read: their words stand for them. */
#define MAX_PIXELS (100.0 * 1000 * 1000)

typedef struct
{
  double width;
  double height;
} Size;

struct _StrataPaperImages
{
  GHashTable *sizes;   /* path → Size, 0 of what is no picture */
};

StrataPaperImages *
strata_paper_images_new (void)
{
  StrataPaperImages *self = g_new0 (StrataPaperImages, 1);

  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
strata_paper_images_free (StrataPaperImages *self)
{
  g_hash_table_unref (self->sizes);
  g_free (self);
}

static gboolean
is_drawing (const char *path)
{
  return g_str_has_suffix (path, ".svg");
}

static RsvgHandle *
open_drawing (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return rsvg_handle_new_from_gfile_sync (file, RSVG_HANDLE_FLAGS_NONE, NULL, NULL);
}

static Size
measure (const char *path)
{
  Size size = { 0, 0 };
  int width, height;

  if (is_drawing (path))
    {
      RsvgHandle *drawing = open_drawing (path);

      if (drawing == NULL
          || !rsvg_handle_get_intrinsic_size_in_pixels (drawing, &size.width, &size.height))
        size = (Size) { 0, 0 };
      g_clear_object (&drawing);
    }
  else if (gdk_pixbuf_get_file_info (path, &width, &height) != NULL
           && (double) width * height <= MAX_PIXELS)
    size = (Size) { width, height };
  return size;
}

/**
 * strata_paper_images_measure:
 * @self: pictures
 * @path: absolute path of one
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Returns: (transfer none) (nullable): @path, kept; %NULL if it is no picture
 */
const char *
strata_paper_images_measure (StrataPaperImages *self,
                             const char        *path,
                             double            *width,
                             double            *height)
{
  gpointer key, value;
  const Size *size;

  if (!g_hash_table_lookup_extended (self->sizes, path, &key, &value))
    {
      Size measured = measure (path);

      key = g_strdup (path);
      value = g_memdup2 (&measured, sizeof measured);
      g_hash_table_insert (self->sizes, key, value);
    }
  size = value;
  *width = size->width;
  *height = size->height;
  return size->width > 0 && size->height > 0 ? key : NULL;
}

static void
draw_drawing (const char *path,
              cairo_t    *cr,
              double      width,
              double      height)
{
  static const char style[] = "svg { color: #241f31 !important; }";
  RsvgHandle *drawing = open_drawing (path);
  RsvgRectangle viewport = { 0, 0, width, height };

  if (drawing == NULL)
    return;
  rsvg_handle_set_stylesheet (drawing, (const guint8 *) style, strlen (style), NULL);
  rsvg_handle_render_document (drawing, cr, &viewport, NULL);
  g_object_unref (drawing);
}

/* A JPEG stays one inside a PDF: it is not packed anew. */
static void
keep_packed (cairo_surface_t *surface,
             const char      *path)
{
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return;
  if (length < 3 || memcmp (data, "\xff\xd8\xff", 3) != 0
      || cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (const guchar *) data, length,
                                      g_free, data)
             != CAIRO_STATUS_SUCCESS)
    g_free (data);
}

static void
draw_photograph (const char *path,
                 cairo_t    *cr,
                 double      width,
                 double      height)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, NULL);
  cairo_surface_t *surface;

  if (texture == NULL)
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture),
                                        gdk_texture_get_height (texture));
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                            (gsize) cairo_image_surface_get_stride (surface));
      cairo_surface_mark_dirty (surface);
      keep_packed (surface, path);
      cairo_scale (cr, width / gdk_texture_get_width (texture),
                   height / gdk_texture_get_height (texture));
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
    }
  cairo_surface_destroy (surface);
}

/**
 * strata_paper_images_draw:
 * @path: of a picture
 * @cr: where to, its corner at the current point
 * @width: in points
 * @height: in points
 *
 * Drawings stay drawings, sharp at any size, and take their `currentColor` for
 * paper.
 */
void
strata_paper_images_draw (const char *path,
                          cairo_t    *cr,
                          double      width,
                          double      height)
{
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  if (is_drawing (path))
    draw_drawing (path, cr, width, height);
  else
    draw_photograph (path, cr, width, height);
  cairo_restore (cr);
}
