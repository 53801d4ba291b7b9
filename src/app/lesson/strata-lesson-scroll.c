#include "strata-lesson-scroll-private.h"

static GtkAdjustment *
scroll_adjustment (GtkTextView *view)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL
             ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
             : NULL;
}

/* The text does not scroll by itself: what is around it does. */
void
_strata_lesson_scroll_to_caret (GtkTextView *view)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = scroll_adjustment (view);
  GdkRectangle where;
  graphene_point_t point;

  if (adjustment == NULL || !gtk_widget_has_focus (GTK_WIDGET (view)))
    return;
  gtk_text_view_get_cursor_locations (view, NULL, &where, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, where.x, where.y, &where.x,
                                         &where.y);
  if (gtk_widget_compute_point (GTK_WIDGET (view), scroller,
                                &GRAPHENE_POINT_INIT (where.x, where.y), &point))
    {
      double y = point.y + gtk_adjustment_get_value (adjustment);

      gtk_adjustment_clamp_page (adjustment, y - 48, y + where.height + 48);
    }
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
