#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void strata_compat_show_about     (GtkWindow *parent);
void strata_compat_show_shortcuts (GtkWindow *parent);
void strata_compat_align_baseline (GtkWidget *widget);

G_END_DECLS
