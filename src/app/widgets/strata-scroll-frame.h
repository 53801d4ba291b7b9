#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *strata_scroll_frame_new (GtkWidget *scroller,
                                    int        most);

G_END_DECLS
