#pragma once

#include <gtk/gtk.h>

#include "picture/strata-pixels.h"

G_BEGIN_DECLS

void strata_picture_paint_ground (GtkSnapshot           *snapshot,
                                  StrataTone             tone,
                                  gboolean               dark,
                                  const graphene_rect_t *place);
void strata_picture_paint_ring   (GtkSnapshot           *snapshot,
                                  const graphene_rect_t *place);

G_END_DECLS
