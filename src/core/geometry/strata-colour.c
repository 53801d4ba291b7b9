#include "strata-colour.h"

#include <math.h>

/* One violet ramp, from the outermost layer to the innermost. */
static const guint light_ramp[] = { 0xeee9fb, 0xdcd0f5, 0xc2b1ee, 0xa389e3, 0x7f59d3, 0x6440be };
static const guint dark_ramp[] = { 0x2d2742, 0x3b2f5e, 0x4b3a7e, 0x5c489f, 0x6b50b8, 0x7d5ecf };

/**
 * strata_colour_from_hex:
 * @hex: 0xrrggbb
 *
 * Returns: the colour
 */
StrataColour
strata_colour_from_hex (guint hex)
{
  return (StrataColour){ (hex >> 16 & 0xff) / 255.0, (hex >> 8 & 0xff) / 255.0,
                         (hex & 0xff) / 255.0 };
}

/**
 * strata_colour_mix:
 * @from: a colour
 * @to: another
 * @share: of @to, 0 to 1
 *
 * Returns: a colour between them, in sRGB
 */
StrataColour
strata_colour_mix (const StrataColour *from,
                   const StrataColour *to,
                   double              share)
{
  return (StrataColour){ from->red + (to->red - from->red) * share,
                         from->green + (to->green - from->green) * share,
                         from->blue + (to->blue - from->blue) * share };
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const StrataColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
         + 0.0722 * linear (colour->blue);
}

/**
 * strata_colour_contrast:
 * @one: a colour
 * @other: another
 *
 * Returns: their contrast, 1 to 21, as WCAG 2.1 defines it
 */
double
strata_colour_contrast (const StrataColour *one,
                        const StrataColour *other)
{
  double a = luminance (one), b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* Near-black violet. */
#define INK 0x1a1036

/**
 * strata_colour_text_on:
 * @ground: what the text stands on
 *
 * Returns: the first of near-black violet, white and black that has a contrast
 *   of %STRATA_CONTRAST_TEXT; of white and black, one always has
 */
StrataColour
strata_colour_text_on (const StrataColour *ground)
{
  const guint inks[] = { INK, 0xffffff, 0x000000 };
  StrataColour ink = { 0, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      ink = strata_colour_from_hex (inks[i]);
      if (strata_colour_contrast (ground, &ink) >= STRATA_CONTRAST_TEXT)
        break;
    }
  return ink;
}

/**
 * strata_colour_ground:
 * @dark: whether it is dark
 *
 * Returns: what the layers stand on, nearly: between them, and around their marks
 */
StrataColour
strata_colour_ground (gboolean dark)
{
  return strata_colour_from_hex (dark ? 0x242428 : 0xffffff);
}

/**
 * strata_colour_focus:
 * @dark: whether the ground is dark
 *
 * Returns: the ring around what has the keyboard focus in a figure or the map
 */
StrataColour
strata_colour_focus (gboolean dark)
{
  return strata_colour_from_hex (dark ? 0xffffff : INK);
}

/**
 * strata_colour_layer:
 * @level: 1 for the outermost
 * @n_levels: of the whole tree, at least @level
 * @dark: whether the ground is dark
 *
 * Returns: what a layer is filled with: near the ground outside, strongest
 *   inside
 */
StrataColour
strata_colour_layer (guint    level,
                     guint    n_levels,
                     gboolean dark)
{
  const guint *ramp = dark ? dark_ramp : light_ramp;
  guint last = G_N_ELEMENTS (light_ramp) - 1, step;
  double position;
  StrataColour from, to;

  g_return_val_if_fail (level >= 1 && level <= n_levels, strata_colour_from_hex (ramp[0]));

  position = n_levels == 1 ? 0 : (double) (level - 1) / (n_levels - 1) * last;
  step = MIN ((guint) position, last - 1);
  from = strata_colour_from_hex (ramp[step]);
  to = strata_colour_from_hex (ramp[step + 1]);
  return strata_colour_mix (&from, &to, position - step);
}
