#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TABLE_DETAIL (strata_table_detail_get_type ())

/**
 * StrataTableDetail:
 *
 * Everything that a row says. Emits `close` when the reader is done.
 */
G_DECLARE_FINAL_TYPE (StrataTableDetail, strata_table_detail, STRATA, TABLE_DETAIL, GtkWidget)

GtkWidget *strata_table_detail_new        (void);
void       strata_table_detail_show       (StrataTableDetail *self,
                                           StrataCourse      *course,
                                           StrataTable       *table,
                                           StrataRow         *row,
                                           const char *const *languages);
void       strata_table_detail_set_narrow (StrataTableDetail *self,
                                           gboolean           narrow);

G_END_DECLS
