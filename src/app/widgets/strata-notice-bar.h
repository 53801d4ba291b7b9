#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_NOTICE_BAR (strata_notice_bar_get_type ())

/**
 * StrataNoticeBar:
 *
 * A line across the window that says what has happened, with a button for what
 * can be done about it and one to close it. A screen reader is told.
 */
G_DECLARE_FINAL_TYPE (StrataNoticeBar, strata_notice_bar, STRATA, NOTICE_BAR, GtkWidget)

GtkWidget  *strata_notice_bar_new      (void);
void        strata_notice_bar_show     (StrataNoticeBar *self,
                                        const char      *text,
                                        const char      *label,
                                        const char      *action);
void        strata_notice_bar_hide     (StrataNoticeBar *self);
const char *strata_notice_bar_get_text (StrataNoticeBar *self);

G_END_DECLS
