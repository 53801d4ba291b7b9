/* The pictures of a printed lesson. */
#include "strata-paper-image.h"

#include <librsvg/rsvg.h>
#include <string.h>

#include "lesson/strata-picture-decode-private.h"
#include "picture/strata-picture-file.h"

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

static Size
measure (const char *path)
{
  StrataPictureHeader header;

  if (!strata_picture_file_read_header (path, &header))
    return (Size) { 0, 0 };
  return (Size) { header.width, header.height };
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
draw_drawing (GBytes  *bytes,
              cairo_t *cr,
              double   width,
              double   height)
{
  static const char style[] = "svg { color: #241f31 !important; }";
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  RsvgHandle *drawing = rsvg_handle_new_from_data (data, length, NULL);
  RsvgRectangle viewport = { 0, 0, width, height };

  if (drawing == NULL)
    return;
  rsvg_handle_set_stylesheet (drawing, (const guint8 *) style, strlen (style), NULL);
  rsvg_handle_render_document (drawing, cr, &viewport, NULL);
  g_object_unref (drawing);
}

/* A JPEG stays one inside a PDF, unless it is to be turned: it is not packed anew. */
static void
keep_packed (cairo_surface_t           *surface,
             GBytes                    *bytes,
             const StrataPictureHeader *header)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (header->format != STRATA_PICTURE_JPEG || header->orientation != 1)
    return;
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length,
                                   (cairo_destroy_func_t) g_bytes_unref, bytes)
      == CAIRO_STATUS_SUCCESS)
    g_bytes_ref (bytes);
}

static void
draw_photograph (GBytes                    *bytes,
                 const StrataPictureHeader *header,
                 cairo_t                   *cr,
                 double                     width,
                 double                     height)
{
  cairo_surface_t *surface =
      _strata_picture_decode (bytes, header, (int) header->width, (int) header->height, NULL);

  if (surface == NULL)
    return;
  keep_packed (surface, bytes, header);
  cairo_scale (cr, width / header->width, height / header->height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
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
  g_autoptr (GBytes) bytes = strata_picture_file_read_all (path, NULL);
  StrataPictureHeader header;
  const guint8 *data;
  gsize length;
  double x, y;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  if (data == NULL || !strata_picture_header_read (data, length, &header))
    return;
  cairo_get_current_point (cr, &x, &y);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  if (header.format == STRATA_PICTURE_SVG)
    draw_drawing (bytes, cr, width, height);
  else
    draw_photograph (bytes, &header, cr, width, height);
  cairo_restore (cr);
}
