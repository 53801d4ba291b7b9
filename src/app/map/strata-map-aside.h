#pragma once

#include <gtk/gtk.h>

#include "geometry/strata-nest-aside.h"

G_BEGIN_DECLS

/**
 * StrataMapAside:
 * @place: in the coordinates of the node whose label it is
 * @label: (nullable): %NULL where the node has none beside the map
 *
 * A label beside the map, and the line that leads to it.
 */
typedef struct
{
  StrataNestAside place;
  PangoLayout    *label;
} StrataMapAside;

void     strata_map_aside_set      (StrataMapAside        *self,
                                    const StrataNestAside *place,
                                    const GtkAllocation   *node,
                                    PangoLayout           *label);
void     strata_map_aside_clear    (StrataMapAside        *self);
gboolean strata_map_aside_contains (const StrataMapAside  *self,
                                    double                 x,
                                    double                 y);
void     strata_map_aside_snapshot (const StrataMapAside  *self,
                                    GtkSnapshot           *snapshot);

G_END_DECLS
