#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StrataTaskBar:
 *
 * A bar across the window that says what is being done and how far it is, with a
 * button that emits #StrataTaskBar::cancelled.
 */
#define STRATA_TYPE_TASK_BAR (strata_task_bar_get_type ())
G_DECLARE_FINAL_TYPE (StrataTaskBar, strata_task_bar, STRATA, TASK_BAR, GtkWidget)

GtkWidget *strata_task_bar_new       (const char    *text);
void       strata_task_bar_set_share (StrataTaskBar *self,
                                      double         share);

G_END_DECLS
