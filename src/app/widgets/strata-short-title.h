#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *strata_short_title_new (void);
void       strata_short_title_set (GtkWidget  *self,
                                   const char *title,
                                   const char *subtitle);

G_END_DECLS
