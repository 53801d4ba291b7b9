#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_MAP_LAYOUT (strata_map_layout_get_type ())

/**
 * StrataMapLayout:
 *
 * Places the nodes of a map: measures their labels, asks the geometry.
 */
G_DECLARE_FINAL_TYPE (StrataMapLayout, strata_map_layout, STRATA, MAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *strata_map_layout_new (void);

G_END_DECLS
