#include "strata-lesson-scroll-private.h"

#include "strata-lesson-column.h"

static GtkAdjustment *
scroll_adjustment (GtkTextView *view)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL
             ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
             : NULL;
}

/* Where the text begins in what is scrolled. */
double
_strata_lesson_scroll_top (GtkTextView *view)
{
  GtkWidget *column = gtk_widget_get_parent (GTK_WIDGET (view));

  return STRATA_IS_LESSON_COLUMN (column)
             ? strata_lesson_column_get_text_top (STRATA_LESSON_COLUMN (column))
             : 0;
}

/* What is seen, in pixels of the text: from @top on, so many pixels as @page; whether the
 * text is in something that scrolls. */
gboolean
_strata_lesson_scroll_get_seen (GtkTextView *view,
                                double      *top,
                                double      *page)
{
  GtkAdjustment *adjustment = scroll_adjustment (view);

  if (adjustment == NULL)
    return FALSE;
  *top = gtk_adjustment_get_value (adjustment) - _strata_lesson_scroll_top (view);
  *page = gtk_adjustment_get_page_size (adjustment);
  return TRUE;
}

/* The first character of the line at the top edge. */
guint
_strata_lesson_scroll_offset (GtkTextView *view)
{
  GtkTextIter iter;
  double top, page;

  if (!_strata_lesson_scroll_get_seen (view, &top, &page) || top <= 0)
    return 0;
  gtk_text_view_get_line_at_y (view, &iter, (int) top, NULL);
  return (guint) gtk_text_iter_get_offset (&iter);
}

/* With what stands above and below it. @place is in pixels of the text. */
void
_strata_lesson_scroll_to_place (GtkTextView        *view,
                                const GdkRectangle *place)
{
  GtkAdjustment *adjustment = scroll_adjustment (view);
  double top = _strata_lesson_scroll_top (view) + place->y;

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, top - 48, top + place->height + 48);
}

void
_strata_lesson_scroll_to_caret (GtkTextView *view)
{
  GdkRectangle place;

  if (!gtk_widget_has_focus (GTK_WIDGET (view)))
    return;
  gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
  _strata_lesson_scroll_to_place (view, &place);
}

/* Scrolls no more than it must for the character at @offset to be seen. */
void
_strata_lesson_scroll_to_see (GtkTextView *view,
                              guint        offset)
{
  GtkTextIter iter;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  _strata_lesson_scroll_to_place (view, &place);
}

/* A page up or down; whether that is possible. */
gboolean
_strata_lesson_scroll_page (GtkTextView *view,
                            gboolean     up)
{
  GtkAdjustment *adjustment = scroll_adjustment (view);
  double step;

  if (adjustment == NULL)
    return GDK_EVENT_PROPAGATE;
  step = gtk_adjustment_get_page_size (adjustment) * 0.9;
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + (up ? -step : step));
  return GDK_EVENT_STOP;
}
