#pragma once

#include <gtk/gtk.h>

#include "picture/strata-picture-header.h"

G_BEGIN_DECLS

GtkWidget *strata_image_viewer_open (GtkWidget                 *from,
                                     const char                *path,
                                     const StrataPictureHeader *header,
                                     const char                *alt);

G_END_DECLS
