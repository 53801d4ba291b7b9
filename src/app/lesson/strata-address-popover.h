#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *strata_address_popover_new  (void);
void       strata_address_popover_show (GtkWidget          *popover,
                                        const char         *address,
                                        const GdkRectangle *where);

G_END_DECLS
