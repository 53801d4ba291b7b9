#pragma once

#include <gtk/gtk.h>

#include "course/strata-concept.h"

G_BEGIN_DECLS

void strata_breadcrumb_fill (GtkWidget         *box,
                             StrataConcept     *concept,
                             const char *const *languages);

G_END_DECLS
