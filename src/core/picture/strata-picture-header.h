#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A picture of more is not decoded: of 50 megapixels, 350 MB for a moment. */
#define STRATA_PICTURE_MAX_PIXELS 50e6
/* As long as the first bytes need to be for the size to be among them, nearly always. */
#define STRATA_PICTURE_HEADER 4096
/* For photographs that have a thumbnail, a colour profile and more before it. */
#define STRATA_PICTURE_LONG_HEADER (1024 * 1024)

/**
 * StrataPictureFormat:
 * @STRATA_PICTURE_UNKNOWN: nothing that Strata shows
 * @STRATA_PICTURE_PNG: PNG
 * @STRATA_PICTURE_JPEG: JPEG
 * @STRATA_PICTURE_GIF: GIF
 * @STRATA_PICTURE_WEBP: WebP
 * @STRATA_PICTURE_SVG: SVG, not compressed
 *
 * What a file is, whatever its name.
 */
typedef enum
{
  STRATA_PICTURE_UNKNOWN,
  STRATA_PICTURE_PNG,
  STRATA_PICTURE_JPEG,
  STRATA_PICTURE_GIF,
  STRATA_PICTURE_WEBP,
  STRATA_PICTURE_SVG,
} StrataPictureFormat;

/**
 * StrataPictureHeader:
 * @format: of the file
 * @width: of the picture as it is to be seen, in pixels
 * @height: likewise
 * @orientation: how the stored picture is to be turned, 1 to 8 as Exif counts; 1 is upright
 *
 * What the first bytes of a picture say about it.
 */
typedef struct
{
  StrataPictureFormat format;
  double              width;
  double              height;
  guint               orientation;
} StrataPictureHeader;

gboolean strata_picture_header_read     (const guint8        *data,
                                         gsize                length,
                                         StrataPictureHeader *header);
gsize    strata_picture_gif_first_frame (const guint8        *data,
                                         gsize                length);
gboolean strata_picture_png_is_whole    (const guint8        *data,
                                         gsize                length);

G_END_DECLS
