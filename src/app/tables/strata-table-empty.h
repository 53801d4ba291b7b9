#pragma once

#include <gtk/gtk.h>

#include "course/strata-filter.h"
#include "navigation/strata-list-state.h"

G_BEGIN_DECLS

void strata_table_empty_fill (GtkWidget             *box,
                              StrataTable           *table,
                              StrataFilter          *filter,
                              const StrataListState *state,
                              const char *const     *languages);

G_END_DECLS
