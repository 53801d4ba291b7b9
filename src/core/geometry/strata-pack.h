#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataCircle:
 * @x: centre
 * @y: centre, downwards
 * @r: radius
 *
 * A circle, in any unit.
 */
typedef struct
{
  double x;
  double y;
  double r;
} StrataCircle;

void         strata_pack_siblings (StrataCircle       *circles,
                                   guint               n_circles);
StrataCircle strata_pack_enclose  (const StrataCircle *circles,
                                   guint               n_circles);

G_END_DECLS
