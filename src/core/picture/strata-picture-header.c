/* The size of a picture is needed before it is decoded: the text must not jump,
 * and what would fill the memory must not be decoded at all. */
#include "strata-picture-header-private.h"

#include <string.h>

static guint
little16 (const guint8 *data)
{
  return data[0] | (guint) data[1] << 8;
}

static guint
little24 (const guint8 *data)
{
  return little16 (data) | (guint) data[2] << 16;
}

static guint
big32 (const guint8 *data)
{
  return (guint) data[0] << 24 | (guint) data[1] << 16 | (guint) data[2] << 8 | data[3];
}

/* PNG (Third Edition), 11.2.1: IHDR is the first chunk. */
static gboolean
read_png (const guint8        *data,
          gsize                length,
          StrataPictureHeader *header)
{
  if (length < 24 || memcmp (data, "\211PNG\r\n\032\n", 8) != 0 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;
  header->format = STRATA_PICTURE_PNG;
  header->width = big32 (data + 16);
  header->height = big32 (data + 20);
  return TRUE;
}

/* GIF89a, 18: the logical screen. */
static gboolean
read_gif (const guint8        *data,
          gsize                length,
          StrataPictureHeader *header)
{
  if (length < 13 || (memcmp (data, "GIF87a", 6) != 0 && memcmp (data, "GIF89a", 6) != 0))
    return FALSE;
  header->format = STRATA_PICTURE_GIF;
  header->width = little16 (data + 6);
  header->height = little16 (data + 8);
  return TRUE;
}

/* RFC 9649: the canvas, or the only frame; of VP8, RFC 6386, 9.1. */
static gboolean
read_webp (const guint8        *data,
           gsize                length,
           StrataPictureHeader *header)
{
  if (length < 30 || memcmp (data, "RIFF", 4) != 0 || memcmp (data + 8, "WEBP", 4) != 0)
    return FALSE;
  if (memcmp (data + 12, "VP8X", 4) == 0)
    {
      header->width = little24 (data + 24) + 1;
      header->height = little24 (data + 27) + 1;
    }
  else if (memcmp (data + 12, "VP8L", 4) == 0 && data[20] == 0x2f)
    {
      guint bits = little24 (data + 21) | (guint) data[24] << 24;

      header->width = (bits & 0x3fff) + 1;
      header->height = (bits >> 14 & 0x3fff) + 1;
    }
  else if (memcmp (data + 12, "VP8 ", 4) == 0 && memcmp (data + 23, "\235\001\052", 3) == 0)
    {
      header->width = little16 (data + 26) & 0x3fff;
      header->height = little16 (data + 28) & 0x3fff;
    }
  else
    return FALSE;
  header->format = STRATA_PICTURE_WEBP;
  return TRUE;
}

/**
 * strata_picture_header_read:
 * @data: the first bytes of a file
 * @length: how many; %STRATA_PICTURE_HEADER are enough for all but some JPEG
 * @header: (out): what they say
 *
 * Returns: whether it is a picture that can be shown; %FALSE also for what
 *   would be too large to decode
 */
gboolean
strata_picture_header_read (const guint8        *data,
                            gsize                length,
                            StrataPictureHeader *header)
{
  *header = (StrataPictureHeader) { .orientation = 1 };
  if (!read_png (data, length, header) && !read_gif (data, length, header)
      && !read_webp (data, length, header) && !_strata_picture_read_jpeg (data, length, header)
      && !_strata_picture_read_svg (data, length, header))
    return FALSE;
  if (header->width < 1 || header->height < 1)
    return FALSE;
  /* A drawing is drawn at the size that is wanted. */
  return header->format == STRATA_PICTURE_SVG
         || header->width * header->height <= STRATA_PICTURE_MAX_PIXELS;
}

static gsize
colours (guint8 flags)
{
  return (flags & 0x80) != 0 ? (gsize) 3 << ((flags & 7) + 1) : 0;
}

/* After the sub-blocks that begin at @at; 0 if they do not end. */
static gsize
after_blocks (const guint8 *data,
              gsize         length,
              gsize         at)
{
  while (at < length && data[at] != 0)
    at += 1 + (gsize) data[at];
  return at < length ? at + 1 : 0;
}

/**
 * strata_picture_gif_first_frame:
 * @data: a GIF
 * @length: in bytes
 *
 * An animation is a picture of its first frame here.
 *
 * Returns: how many bytes there are up to the end of the first frame; 0 if it
 *   is not whole or does not lie in the picture
 */
gsize
strata_picture_gif_first_frame (const guint8 *data,
                                gsize         length)
{
  gsize at = 13;

  if (length < at)
    return 0;
  at += colours (data[10]);
  while (at + 10 < length && data[at] == 0x21)
    {
      at = after_blocks (data, length, at + 2);
      if (at == 0)
        return 0;
    }
  if (at + 10 >= length || data[at] != 0x2c
      || little16 (data + at + 1) + little16 (data + at + 5) > little16 (data + 6)
      || little16 (data + at + 3) + little16 (data + at + 7) > little16 (data + 8))
    return 0;
  return after_blocks (data, length, at + 11 + colours (data[at + 9]));
}

/**
 * strata_picture_png_is_whole:
 * @data: a PNG
 * @length: in bytes
 *
 * GTK 4.8 leaks some memory for each PNG that ends early.
 *
 * Returns: whether the last chunk is there
 */
gboolean
strata_picture_png_is_whole (const guint8 *data,
                             gsize         length)
{
  gsize at = 8;

  while (at < length && length - at >= 12)
    {
      gsize size = big32 (data + at);

      if (size > length - at - 12)
        return FALSE;
      if (memcmp (data + at + 4, "IEND", 4) == 0)
        return TRUE;
      at += 12 + size;
    }
  return FALSE;
}
