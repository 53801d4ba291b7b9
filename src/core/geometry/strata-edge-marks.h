#pragma once

#include "strata-nest.h"

G_BEGIN_DECLS

void strata_edge_marks_place (const StrataNestNode  *nodes,
                              const StrataNestPlace *places,
                              guint                  n_nodes,
                              double                 width,
                              double                 height,
                              const guint           *edges,
                              guint                  n_marks,
                              double                 radius,
                              StrataCircle          *marks);

G_END_DECLS
