#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *strata_focus_get_child (GtkWidget *widget);
void       strata_focus_give_back (GtkWidget *widget);

G_END_DECLS
