#pragma once

#include <gtk/gtk.h>

#include "picture/strata-picture-header.h"

G_BEGIN_DECLS

#define STRATA_TYPE_PICTURE_VIEW (strata_picture_view_get_type ())

/**
 * StrataPictureView:
 *
 * A picture as large as there is room for it, which can be zoomed and moved by
 * wheel, fingers, pointer and keys. A drawing is drawn anew for each zoom.
 */
G_DECLARE_FINAL_TYPE (StrataPictureView, strata_picture_view, STRATA, PICTURE_VIEW, GtkWidget)

GtkWidget *strata_picture_view_new       (const char                *path,
                                          const StrataPictureHeader *header);
double     strata_picture_view_get_scale (StrataPictureView         *self);
gboolean   strata_picture_view_get_drawn (StrataPictureView         *self);

G_END_DECLS
