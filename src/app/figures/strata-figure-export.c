#include "strata-figure-export.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

/* A sheet of A4 across, between margins of 1 cm, in pixels of which 96 are an inch. */
#define WIDTH (277 / 25.4 * 96)

/* Pixels that a picture may be high: image surfaces end at 32767. */
#define MOST_HEIGHT 20000

static cairo_status_t
append_to_array (void                *data,
                 const unsigned char *bytes,
                 unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status,
       GError       **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}

/* A row's name and what the pointer shows of it, in a line. */
static void
append_mark (GString          *out,
             StrataFigure     *figure,
             StrataFigureMark *mark)
{
  const char *name = strata_table_get_row_name (strata_figure_get_table (figure),
                                                strata_figure_mark_get_row (mark),
                                                strata_figure_get_languages (figure));
  const char *tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (mark));
  g_autofree char *more = tooltip == NULL ? g_strdup (name)
                          : g_str_has_prefix (tooltip, name) ? g_strdup (tooltip)
                          : g_strconcat (name, "\n", tooltip, NULL);
  g_auto (GStrv) lines = g_strsplit (more, "\n", -1);
  g_autofree char *line = g_strjoinv ("; ", lines);

  g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", line);
}

/* The figure's words, for search and for screen readers: letters are but outlines. */
static char *
dup_words (StrataFigure *figure)
{
  const char *const *languages = strata_figure_get_languages (figure);
  const StrataFigureSpec *spec = strata_table_get_figure (strata_figure_get_table (figure));
  GString *out = g_string_new (NULL);

  for (guint i = 0; spec->lines != NULL && i < spec->lines->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "",
                            strata_text_get (((StrataFigureLine *) spec->lines->pdata[i])->label, languages));
  for (guint i = 0; i < strata_figure_get_n_marks (figure); i++)
    append_mark (out, figure, strata_figure_get_mark (figure, i));
  return g_string_free (out, FALSE);
}

/* Puts title and words behind the first tag. */
static void
describe (GByteArray   *svg,
          StrataFigure *figure)
{
  g_autofree char *words = dup_words (figure);
  g_autofree char *text = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>",
                                                   strata_figure_get_title (figure), words);
  const char *root = g_strstr_len ((const char *) svg->data, svg->len, "<svg");
  const char *end = root != NULL
                        ? memchr (root, '>', svg->len - (gsize) (root - (const char *) svg->data))
                        : NULL;
  guint at = end != NULL ? (guint) (end - (const char *) svg->data) + 1 : 0;
  gsize length = strlen (text), before = svg->len;

  if (end == NULL)
    return;
  g_byte_array_set_size (svg, (guint) (before + length));
  memmove (svg->data + at + length, svg->data + at, before - at);
  memcpy (svg->data + at, text, length);
}

/**
 * strata_figure_export_svg:
 * @figure: a figure with a table
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the figure as an SVG, with its letters as
 *   outlines, so that it looks the same whatever fonts there are; its words are
 *   in the description
 */
GBytes *
strata_figure_export_svg (StrataFigure *figure,
                          GError      **error)
{
  graphene_size_t size;
  g_autoptr (GByteArray) array = g_byte_array_new ();
  GskRenderNode *node = strata_figure_dup_print (figure, WIDTH, &size);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      append_to_array, array, size.width * 0.75, size.height * 0.75);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, 0.75, 0.75);     /* to points */
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
  if (!check (status, error))
    return NULL;
  describe (array, figure);
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

static cairo_surface_t *
paint (StrataFigure *figure)
{
  graphene_size_t size;
  GskRenderNode *node = strata_figure_dup_print (figure, WIDTH, &size);
  double scale = MIN (STRATA_FIGURE_DPI / 96.0, MOST_HEIGHT / size.height);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (size.width * scale),
                                  (int) ceil (size.height * scale));
  cairo_t *cr = cairo_create (surface);

  /* All of it, also what the last pixel has more than the figure. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  gsk_render_node_unref (node);
  return surface;
}

/* Cairo's pixels, opaque as they are here, as red, green and blue. */
static GdkPixbuf *
pixbuf_of (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  for (int y = 0; pixbuf != NULL && y < height; y++)
    {
      const guint32 *from = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                                              + (gsize) y * cairo_image_surface_get_stride (surface));
      guchar *to = gdk_pixbuf_get_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, to += 3)
        {
          to[0] = from[x] >> 16 & 0xff;
          to[1] = from[x] >> 8 & 0xff;
          to[2] = from[x] & 0xff;
        }
    }
  return pixbuf;
}

/**
 * strata_figure_export_png:
 * @figure: a figure with a table
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the figure as a PNG that fills a sheet of
 *   A4 across at %STRATA_FIGURE_DPI; coarser only where it would be endless
 */
GBytes *
strata_figure_export_png (StrataFigure *figure,
                          GError      **error)
{
  cairo_surface_t *surface = paint (figure);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  char *data = NULL;
  gsize length = 0;
  gboolean good = check (cairo_surface_status (surface), error);

  if (good)
    pixbuf = pixbuf_of (surface);
  cairo_surface_destroy (surface);
  if (!good)
    return NULL;
  if (pixbuf == NULL)
    {
      check (CAIRO_STATUS_NO_MEMORY, error);
      return NULL;
    }
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", error, "x-dpi",
                                  G_STRINGIFY (STRATA_FIGURE_DPI), "y-dpi",
                                  G_STRINGIFY (STRATA_FIGURE_DPI), NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

static void
destroy_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

/**
 * strata_figure_export_texture:
 * @figure: a figure with a table
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the figure as strata_figure_export_png()
 *   has it, to be copied
 */
GdkTexture *
strata_figure_export_texture (StrataFigure *figure,
                              GError      **error)
{
  cairo_surface_t *surface = paint (figure);
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;

  if (!check (cairo_surface_status (surface), error))
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height, destroy_surface, surface);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}
