#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"
#include "navigation/strata-list-state.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TABLE_PAGE (strata_table_page_get_type ())

/**
 * StrataTablePage:
 *
 * Any table of a course: search entry, facets, sortable list, and the detail
 * of the open row. Links go to the action `win.go` with the link as its
 * parameter.
 */
G_DECLARE_FINAL_TYPE (StrataTablePage, strata_table_page, STRATA, TABLE_PAGE, GtkWidget)

GtkWidget             *strata_table_page_new          (void);
void                   strata_table_page_set_table    (StrataTablePage       *self,
                                                       StrataCourse          *course,
                                                       StrataTable           *table,
                                                       const char *const     *languages);
StrataTable           *strata_table_page_get_table    (StrataTablePage       *self);
const StrataListState *strata_table_page_get_state    (StrataTablePage       *self);
void                   strata_table_page_set_state    (StrataTablePage       *self,
                                                       const StrataListState *state);
void                   strata_table_page_set_narrow   (StrataTablePage       *self,
                                                       gboolean               narrow);
void                   strata_table_page_focus_search (StrataTablePage       *self);

G_END_DECLS
