#pragma once

#include <gtk/gtk.h>

#include "course/strata-filter.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TABLE_LIST (strata_table_list_get_type ())

/**
 * StrataTableList:
 *
 * The rows of a table that a filter lets through, in columns that can be
 * sorted by. Emits `row-opened` with a row or %NULL, and `sorted` when a
 * column's head is pressed.
 */
G_DECLARE_FINAL_TYPE (StrataTableList, strata_table_list, STRATA, TABLE_LIST, GtkWidget)

GtkWidget  *strata_table_list_new        (void);
void        strata_table_list_build      (StrataTableList    *self,
                                          StrataCourse       *course,
                                          StrataTable        *table,
                                          StrataFilter       *filter,
                                          const char *const  *languages);
void        strata_table_list_refilter   (StrataTableList    *self);
guint       strata_table_list_get_n_rows (StrataTableList    *self);
void        strata_table_list_select     (StrataTableList    *self,
                                          StrataRow          *row);
void        strata_table_list_sort       (StrataTableList    *self,
                                          const char         *column,
                                          gboolean            descending);
const char *strata_table_list_get_sort   (StrataTableList    *self,
                                          gboolean           *descending);
void        strata_table_list_set_narrow (StrataTableList    *self,
                                          gboolean            narrow);
void        strata_table_list_focus      (StrataTableList    *self);

G_END_DECLS
