#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_TABLE_TOOLS (strata_table_tools_get_type ())

/**
 * StrataTableTools:
 *
 * What stands above a table: the search entry, how many rows are shown, and the
 * switch between list and figure. Activates the actions `table.drop`,
 * `table.save-figure` and `table.copy-figure`.
 */
G_DECLARE_FINAL_TYPE (StrataTableTools, strata_table_tools, STRATA, TABLE_TOOLS, GtkWidget)

GtkWidget  *strata_table_tools_new        (GtkWidget        *capture);
void        strata_table_tools_set_title  (StrataTableTools *self,
                                           const char       *title);
const char *strata_table_tools_get_query  (StrataTableTools *self);
void        strata_table_tools_set_query  (StrataTableTools *self,
                                           const char       *query);
void        strata_table_tools_set_count  (StrataTableTools *self,
                                           guint             shown,
                                           guint             all,
                                           gboolean          filtered);
void        strata_table_tools_set_face   (StrataTableTools *self,
                                           gboolean          has_figure,
                                           gboolean          figure);
void        strata_table_tools_set_narrow (StrataTableTools *self,
                                           gboolean          narrow);
void        strata_table_tools_focus      (StrataTableTools *self);

G_END_DECLS
