#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_FAULT_PAGE (strata_fault_page_get_type ())

/**
 * StrataFaultPage:
 *
 * What is wrong with a course that could not be opened, and ways on.
 */
G_DECLARE_FINAL_TYPE (StrataFaultPage, strata_fault_page, STRATA, FAULT_PAGE, GtkWidget)

GtkWidget *strata_fault_page_new        (void);
void       strata_fault_page_set_faults (StrataFaultPage *self,
                                         const char      *folder,
                                         GPtrArray       *faults,
                                         gboolean         can_return);

G_END_DECLS
