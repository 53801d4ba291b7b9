#pragma once

#include <gtk/gtk.h>

#include "course/strata-concept.h"
#include "geometry/strata-nest-aside.h"

G_BEGIN_DECLS

#define STRATA_TYPE_MAP_NODE (strata_map_node_get_type ())

/**
 * StrataMapNode:
 *
 * One layer of the map: a button that is a circle.
 */
G_DECLARE_FINAL_TYPE (StrataMapNode, strata_map_node, STRATA, MAP_NODE, GtkButton)

GtkWidget     *strata_map_node_new          (StrataConcept         *concept,
                                             guint                  n_levels);
StrataConcept *strata_map_node_get_concept  (StrataMapNode         *self);
void           strata_map_node_relabel      (StrataMapNode         *self,
                                             const char *const     *languages);
void           strata_map_node_set_selected (StrataMapNode         *self,
                                             gboolean               selected);
void           strata_map_node_measure      (StrataMapNode         *self,
                                             double                 scale,
                                             StrataNestSize        *sizes);
void           strata_map_node_place        (StrataMapNode         *self,
                                             const StrataNestPlace *place,
                                             const StrataNestAside *aside,
                                             double                 scale);
void           strata_map_node_snapshot_rings (StrataMapNode      *self,
                                             GtkSnapshot           *snapshot);
StrataNestForm strata_map_node_get_form     (StrataMapNode         *self);

G_END_DECLS
