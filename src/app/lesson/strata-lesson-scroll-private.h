#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     _strata_lesson_scroll_to_caret (GtkTextView *view);
gboolean _strata_lesson_scroll_page     (GtkTextView *view,
                                         gboolean     up);

G_END_DECLS
