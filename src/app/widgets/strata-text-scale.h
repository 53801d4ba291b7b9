#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double strata_text_scale_get (GtkWidget *widget);
guint  strata_text_size_next (guint percent,
                              int   step);

G_END_DECLS
