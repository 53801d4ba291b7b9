#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"
#include "tables/strata-table-page.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LIBRARY_PAGE (strata_library_page_get_type ())

/**
 * StrataLibraryPage:
 *
 * The tables of a course that have no page of their own: a row of buttons to
 * choose one, and the table.
 */
G_DECLARE_FINAL_TYPE (StrataLibraryPage, strata_library_page, STRATA, LIBRARY_PAGE, GtkWidget)

GtkWidget       *strata_library_page_new        (void);
void             strata_library_page_set_course (StrataLibraryPage *self,
                                                 StrataCourse      *course,
                                                 const char *const *languages);
void             strata_library_page_set_table  (StrataLibraryPage *self,
                                                 StrataTable       *table);
StrataTablePage *strata_library_page_get_page   (StrataLibraryPage *self);

G_END_DECLS
