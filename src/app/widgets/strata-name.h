#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void strata_name_widget (GtkWidget  *widget,
                         const char *name);

G_END_DECLS
