#include "strata-rgba.h"

/**
 * strata_rgba:
 * @colour: a colour of core
 *
 * Returns: the same, opaque
 */
GdkRGBA
strata_rgba (const StrataColour *colour)
{
  return (GdkRGBA){ colour->red, colour->green, colour->blue, 1 };
}
