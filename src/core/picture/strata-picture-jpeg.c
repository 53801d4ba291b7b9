/* Size and orientation of a JPEG (ITU-T T.81, B) with its Exif (CIPA DC-008, 4.6). */
#include "strata-picture-header-private.h"

#include <string.h>

#define ORIENTATION_TAG 0x0112

static guint
number (const guint8 *data,
        gboolean      little,
        guint         n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | data[little ? n - 1 - i : i];
  return value;
}

/* 1 where nothing else is said. @data is what follows "Exif\0\0". */
static guint
read_orientation (const guint8 *data,
                  gsize         length)
{
  gboolean little;
  gsize at;
  guint n;

  if (length < 8)
    return 1;
  little = data[0] == 'I';
  at = number (data + 4, little, 4);
  if (at > length - 2)
    return 1;
  n = number (data + at, little, 2);
  at += 2;
  for (guint i = 0; i < n && at + 12 <= length; i++, at += 12)
    {
      guint value = number (data + at + 8, little, 2);

      if (number (data + at, little, 2) == ORIENTATION_TAG)
        return value >= 1 && value <= 8 ? value : 1;
    }
  return 1;
}

static void
read_frame (const guint8        *segment,
            StrataPictureHeader *header)
{
  guint height = number (segment + 3, FALSE, 2);
  guint width = number (segment + 5, FALSE, 2);

  header->format = STRATA_PICTURE_JPEG;
  header->width = header->orientation > 4 ? height : width;
  header->height = header->orientation > 4 ? width : height;
}

gboolean
_strata_picture_read_jpeg (const guint8        *data,
                           gsize                length,
                           StrataPictureHeader *header)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  while (at + 9 < length && data[at] == 0xff)
    {
      const guint8 *segment = data + at + 2;
      guint8 marker = data[at + 1];
      gsize size = number (segment, FALSE, 2);

      if (marker == 0xff)   /* a fill byte */
        {
          at++;
          continue;
        }
      /* SOF0 to SOF15; three of these numbers are other markers. */
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          read_frame (segment, header);
          return TRUE;
        }
      if (size < 2)
        return FALSE;
      if (marker == 0xe1 && size >= 8 && at + 2 + size <= length
          && memcmp (segment + 2, "Exif\0\0", 6) == 0)
        header->orientation = read_orientation (segment + 8, size - 8);
      at += 2 + size;
    }
  return FALSE;
}
