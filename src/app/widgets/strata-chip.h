#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *strata_chip_new     (const char *label,
                                const char *uri);
GtkWidget *strata_chip_box_new (void);
void       strata_chip_box_clear (GtkWidget *box);

G_END_DECLS
