#pragma once

#include <gtk/gtk.h>

#include "geometry/strata-nest.h"

G_BEGIN_DECLS

PangoLayout *strata_map_label_new (GtkWidget     *widget,
                                   const char    *text,
                                   StrataNestForm form,
                                   double         scale);

G_END_DECLS
