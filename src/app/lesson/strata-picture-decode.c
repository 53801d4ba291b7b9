/* Photographs: PNG, JPEG and GIF by GTK's own readers, WebP by libwebp, which
 * not every system's GTK reads. In a thread. */
#include "strata-picture-decode-private.h"

#include <gtk/gtk.h>
#include <webp/decode.h>
#include <webp/demux.h>

/* The order of bytes of a 0xAARRGGBB that is premultiplied. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define WEBP_ORDER MODE_bgrA
#else
#define WEBP_ORDER MODE_Argb
#endif

static void
fail (GError    **error,
      const char *why)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, why);
}

/* Transparent, 0xAARRGGBB premultiplied; %NULL where there is no memory for it. */
cairo_surface_t *
_strata_picture_surface_new (int      width,
                             int      height,
                             GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  fail (error, cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  return NULL;
}

/* An animated GIF is cut after its first frame, and ended there. */
static GBytes *
first_frame (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize end = strata_picture_gif_first_frame (data, length);
  guint8 *copy;

  if (end == 0)
    return g_bytes_new (NULL, 0);
  copy = g_malloc (end + 1);
  memcpy (copy, data, end);
  copy[end] = ';';
  return g_bytes_new_take (copy, end + 1);
}

static GdkTexture *
read_texture (GBytes               *bytes,
              StrataPictureFormat   format,
              GError              **error)
{
  g_autoptr (GBytes) frame = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (format == STRATA_PICTURE_PNG && !strata_picture_png_is_whole (data, length))
    {
      fail (error, "PNG without an end");
      return NULL;
    }
  if (format == STRATA_PICTURE_GIF)
    bytes = frame = first_frame (bytes);
  return gdk_texture_new_from_bytes (bytes, error);
}

static cairo_surface_t *
decode_with_gtk (GBytes               *bytes,
                 StrataPictureFormat   format,
                 GError              **error)
{
  g_autoptr (GdkTexture) texture = read_texture (bytes, format, error);
  cairo_surface_t *surface;

  if (texture == NULL)
    return NULL;
  surface = _strata_picture_surface_new (gdk_texture_get_width (texture),
                                         gdk_texture_get_height (texture), error);
  if (surface == NULL)
    return NULL;
  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Exif's eight ways to hold a camera: where the stored picture's axes point. */
static void
turn (cairo_t *cr,
      guint    orientation,
      double   width,
      double   height)
{
  const cairo_matrix_t ways[] = {
    { 1, 0, 0, 1, 0, 0 },           { -1, 0, 0, 1, width, 0 },      { -1, 0, 0, -1, width, height },
    { 1, 0, 0, -1, 0, height },     { 0, 1, 1, 0, 0, 0 },           { 0, 1, -1, 0, width, 0 },
    { 0, -1, -1, 0, width, height }, { 0, -1, 1, 0, 0, height },
  };

  cairo_transform (cr, &ways[CLAMP (orientation, 1, 8) - 1]);
}

/* Takes @surface. */
static cairo_surface_t *
scale_and_turn (cairo_surface_t *surface,
                guint            orientation,
                int              width,
                int              height,
                GError         **error)
{
  double stored_width = cairo_image_surface_get_width (surface);
  double stored_height = cairo_image_surface_get_height (surface);
  cairo_surface_t *result;
  cairo_t *cr;

  if (orientation == 1 && stored_width == width && stored_height == height)
    return surface;
  result = _strata_picture_surface_new (width, height, error);
  if (result != NULL)
    {
      gboolean lies = orientation > 4;
      double upright_width = lies ? stored_height : stored_width;
      double upright_height = lies ? stored_width : stored_height;

      cr = cairo_create (result);
      cairo_scale (cr, width / upright_width, height / upright_height);
      turn (cr, orientation, upright_width, upright_height);
      cairo_set_source_surface (cr, surface, 0, 0);
      /* Without it the edges would mix with what is around the picture: nothing. */
      cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
      cairo_paint (cr);
      cairo_destroy (cr);
      cairo_surface_flush (result);
    }
  cairo_surface_destroy (surface);
  return result;
}

/* Decodes @data, @width by @height, into a part of @surface. */
static gboolean
decode_webp_frame (const guint8    *data,
                   gsize            length,
                   cairo_surface_t *surface,
                   const int        place[4],
                   GError         **error)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guint8 *pixels = cairo_image_surface_get_data (surface) + (gsize) place[1] * stride
                   + (gsize) place[0] * 4;
  WebPDecoderConfig config;
  VP8StatusCode status;

  if (!WebPInitDecoderConfig (&config))
    return FALSE;
  config.options.use_scaling = 1;
  config.options.scaled_width = place[2];
  config.options.scaled_height = place[3];
  config.output.colorspace = WEBP_ORDER;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = pixels;
  config.output.u.RGBA.stride = (int) stride;
  config.output.u.RGBA.size = stride * (gsize) (place[3] - 1) + (gsize) place[2] * 4;
  status = WebPDecode (data, length, &config);
  WebPFreeDecBuffer (&config.output);
  cairo_surface_mark_dirty (surface);
  if (status != VP8_STATUS_OK)
    fail (error, "WebP cannot be decoded");
  return status == VP8_STATUS_OK;
}

/* The first frame of an animation, which may be smaller than the picture. */
static gboolean
decode_webp_animation (WebPDemuxer     *demuxer,
                       cairo_surface_t *surface,
                       GError         **error)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  double x_scale = width / (double) MAX (WebPDemuxGetI (demuxer, WEBP_FF_CANVAS_WIDTH), 1);
  double y_scale = height / (double) MAX (WebPDemuxGetI (demuxer, WEBP_FF_CANVAS_HEIGHT), 1);
  gboolean done = FALSE;
  WebPIterator frame;

  if (WebPDemuxGetFrame (demuxer, 1, &frame))
    {
      int x = CLAMP ((int) (frame.x_offset * x_scale), 0, width - 1);
      int y = CLAMP ((int) (frame.y_offset * y_scale), 0, height - 1);
      int place[4] = { x, y, CLAMP ((int) (frame.width * x_scale + 0.5), 1, width - x),
                       CLAMP ((int) (frame.height * y_scale + 0.5), 1, height - y) };

      done = decode_webp_frame (frame.fragment.bytes, frame.fragment.size, surface, place, error);
      WebPDemuxReleaseIterator (&frame);
    }
  else
    fail (error, "WebP without a frame");
  return done;
}

static cairo_surface_t *
decode_webp (GBytes  *bytes,
             int      width,
             int      height,
             GError **error)
{
  WebPData data;
  WebPDemuxer *demuxer;
  cairo_surface_t *surface = _strata_picture_surface_new (width, height, error);
  int place[4] = { 0, 0, width, height };
  gboolean done;

  if (surface == NULL)
    return NULL;
  data.bytes = g_bytes_get_data (bytes, &data.size);
  demuxer = WebPDemux (&data);
  if (demuxer != NULL && (WebPDemuxGetI (demuxer, WEBP_FF_FORMAT_FLAGS) & ANIMATION_FLAG) != 0)
    done = decode_webp_animation (demuxer, surface, error);
  else
    done = decode_webp_frame (data.bytes, data.size, surface, place, error);
  WebPDemuxDelete (demuxer);
  if (!done)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

/* @width by @height, upright; 0xAARRGGBB premultiplied. */
cairo_surface_t *
_strata_picture_decode (GBytes                    *bytes,
                        const StrataPictureHeader *header,
                        int                        width,
                        int                        height,
                        GError                   **error)
{
  cairo_surface_t *surface;

  if (header->format == STRATA_PICTURE_WEBP)
    return decode_webp (bytes, width, height, error);
  surface = decode_with_gtk (bytes, header->format, error);
  return surface != NULL ? scale_and_turn (surface, header->orientation, width, height, error)
                         : NULL;
}
