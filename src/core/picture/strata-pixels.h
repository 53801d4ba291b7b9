#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataTone:
 * @STRATA_TONE_OPAQUE: nothing of the page shows through
 * @STRATA_TONE_DARK: made for a light page, as black lines on nothing
 * @STRATA_TONE_LIGHT: made for a dark page
 * @STRATA_TONE_MIXED: for any page
 *
 * What kind of page a picture with transparent parts can be seen on.
 */
typedef enum
{
  STRATA_TONE_OPAQUE,
  STRATA_TONE_DARK,
  STRATA_TONE_LIGHT,
  STRATA_TONE_MIXED,
} StrataTone;

StrataTone strata_pixels_get_tone (const guint32 *pixels,
                                   guint          width,
                                   guint          height,
                                   gsize          stride);

G_END_DECLS
