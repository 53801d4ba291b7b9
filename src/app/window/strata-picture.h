#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*StrataPictureReady) (GtkWindow *window);
typedef void     (*StrataPictureDone)  (GtkWindow *window,
                                        gboolean   saved);

void strata_picture_take (GtkWindow          *window,
                          const char         *path,
                          StrataPictureReady  ready,
                          StrataPictureDone   done);

G_END_DECLS
