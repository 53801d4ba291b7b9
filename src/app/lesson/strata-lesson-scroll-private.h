#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     _strata_lesson_scroll_to_caret  (GtkTextView *view);
double   _strata_lesson_scroll_top       (GtkTextView *view);
guint    _strata_lesson_scroll_offset    (GtkTextView *view);
gboolean _strata_lesson_scroll_get_seen (GtkTextView *view,
                                         double      *top,
                                         double      *page);
void     _strata_lesson_scroll_to_place (GtkTextView *view,
                                         const GdkRectangle *place);
void     _strata_lesson_scroll_to_see   (GtkTextView *view,
                                         guint        offset);
gboolean _strata_lesson_scroll_page     (GtkTextView *view,
                                         gboolean     up);

G_END_DECLS
