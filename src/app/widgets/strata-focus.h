#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *strata_focus_get_child (GtkWidget *widget);

G_END_DECLS
