#include "strata-lesson-scroll-private.h"

static GtkAdjustment *
scroll_adjustment (GtkTextView *view)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL
             ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
             : NULL;
}

/* What is scrolled, in whose coordinates nothing moves when it is; NULL where that
 * is the text itself. */
static GtkWidget *
scrolled_child (GtkWidget *scroller)
{
  GtkWidget *child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));

  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : NULL;
}

/* Where the text begins in what is scrolled. */
double
_strata_lesson_scroll_top (GtkTextView *view)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *child = scroller != NULL ? scrolled_child (scroller) : NULL;
  graphene_point_t top;

  if (child == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (view), child, &GRAPHENE_POINT_INIT (0, 0), &top))
    return 0;
  return top.y;
}

/* The first character of the line at the top edge. */
guint
_strata_lesson_scroll_offset (GtkTextView *view)
{
  GtkAdjustment *adjustment = scroll_adjustment (view);
  GtkTextIter iter;
  double y;

  if (adjustment == NULL)
    return 0;
  y = gtk_adjustment_get_value (adjustment) - _strata_lesson_scroll_top (view);
  if (y <= 0)
    return 0;
  gtk_text_view_get_line_at_y (view, &iter, (int) y, NULL);
  return (guint) gtk_text_iter_get_offset (&iter);
}

/* The text does not scroll by itself: what is around it does. @place is in pixels of
 * the view. */
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
