#pragma once

#include <gtk/gtk.h>

#include "course/strata-table.h"

G_BEGIN_DECLS

GtkWidget *strata_term_popover_new         (void);
void       strata_term_popover_show        (GtkWidget          *popover,
                                            StrataTable        *table,
                                            StrataRow          *row,
                                            const char *const  *languages,
                                            const GdkRectangle *where);
char      *strata_term_popover_dup_meaning (StrataTable        *table,
                                            StrataRow          *row,
                                            const char *const  *languages);

G_END_DECLS
