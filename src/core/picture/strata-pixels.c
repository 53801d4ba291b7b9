#include "strata-pixels.h"

/* Of all pixels: fewer are round corners and soft edges. */
#define TRANSPARENT_SHARE 0.05
/* Of the pixels that are seen. */
#define DARK_SHARE 0.2
#define LIGHT_SHARE 0.8
/* Luminance: on the dark page a contrast below 3, on the light one below 1.3. */
#define DARK 0.13
#define LIGHT 0.75

/* Relative luminance (WCAG 2.2) with the gamma taken for 2: it is close enough
 * here, and needs no table. @pixel is premultiplied. */
static double
luminance (guint32 pixel,
           guint   alpha)
{
  double red = (pixel >> 16 & 0xff) / (double) alpha;
  double green = (pixel >> 8 & 0xff) / (double) alpha;
  double blue = (pixel & 0xff) / (double) alpha;

  return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue;
}

/**
 * strata_pixels_get_tone:
 * @pixels: premultiplied 0xAARRGGBB
 * @width: in pixels
 * @height: in pixels
 * @stride: of a row, in pixels
 *
 * Returns: what page the picture needs behind it
 */
StrataTone
strata_pixels_get_tone (const guint32 *pixels,
                        guint          width,
                        guint          height,
                        gsize          stride)
{
  guint64 clear = 0, dark = 0, light = 0, seen = 0;

  for (guint y = 0; y < height; y++)
    {
      for (guint x = 0; x < width; x++)
        {
          guint32 pixel = pixels[y * stride + x];
          guint alpha = pixel >> 24;
          double value;

          if (alpha < 128)
            {
              clear++;
              continue;
            }
          value = luminance (pixel, alpha);
          seen++;
          dark += value < DARK;
          light += value > LIGHT;
        }
    }
  if ((double) clear < TRANSPARENT_SHARE * width * height)
    return STRATA_TONE_OPAQUE;
  if (seen > 0 && (double) dark >= DARK_SHARE * (double) seen)
    return STRATA_TONE_DARK;
  return seen > 0 && (double) light >= LIGHT_SHARE * (double) seen ? STRATA_TONE_LIGHT
                                                                   : STRATA_TONE_MIXED;
}
