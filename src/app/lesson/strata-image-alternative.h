#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *strata_image_alternative_new        (const char *alt,
                                                const char *address);
GtkWidget *strata_image_alternative_get_button (GtkWidget  *alternative);

G_END_DECLS
