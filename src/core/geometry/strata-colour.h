#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What WCAG 2.1 asks of text (success criterion 1.4.3) and of lines (1.4.11). */
#define STRATA_CONTRAST_TEXT 4.5
#define STRATA_CONTRAST_LINE 3.0

/**
 * StrataColour:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 *
 * An opaque sRGB colour.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} StrataColour;

StrataColour strata_colour_from_hex (guint               hex);
StrataColour strata_colour_mix      (const StrataColour *from,
                                     const StrataColour *to,
                                     double              share);
double       strata_colour_contrast (const StrataColour *one,
                                     const StrataColour *other);
StrataColour strata_colour_text_on  (const StrataColour *ground);
StrataColour strata_colour_ground   (gboolean            dark);
StrataColour strata_colour_focus    (gboolean            dark);
StrataColour strata_colour_layer    (guint               level,
                                     guint               n_levels,
                                     gboolean            dark);

G_END_DECLS
