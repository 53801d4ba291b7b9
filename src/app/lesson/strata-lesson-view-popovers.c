/* The popovers that point at a place in a lesson: they go along with it, and go away
 * with it.  One is shown at a time. */
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-view-private.h"

static void
locate_anchor (StrataLessonView *self,
               GdkRectangle     *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (int) self->pointing.offset);
  gtk_text_view_get_iter_location (view, &iter, place);
}

/**
 * _strata_lesson_view_point_at:
 * @self: the view
 * @popover: a child of it that is shown now
 * @where: what it points to, in pixels of the view
 *
 * From now on @popover stays with what is there, and is closed when that is scrolled
 * out of sight.
 */
void
_strata_lesson_view_point_at (StrataLessonView   *self,
                              GtkWidget          *popover,
                              const GdkRectangle *where)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle place;
  GtkTextIter iter;
  int x, y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, where->x,
                                         where->y + where->height / 2, &x, &y);
  gtk_text_view_get_iter_at_location (view, &iter, x, y);
  self->pointing.popover = popover;
  self->pointing.offset = (guint) gtk_text_iter_get_offset (&iter);
  self->pointing.where = *where;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, where->x, where->y,
                                         &self->pointing.where.x, &self->pointing.where.y);
  locate_anchor (self, &place);
  self->pointing.where.x -= place.x;
  self->pointing.where.y -= place.y;
}

/* What is pointed to, in pixels of the text; whether a popover is shown at all. */
static gboolean
locate_pointed (StrataLessonView *self,
                GdkRectangle     *where)
{
  GdkRectangle place;

  if (self->pointing.popover == NULL || !gtk_widget_get_visible (self->pointing.popover))
    return FALSE;
  locate_anchor (self, &place);
  *where = self->pointing.where;
  where->x += place.x;
  where->y += place.y;
  return TRUE;
}

/* After the view was laid out: lines may be others, and so may what is above them. */
void
_strata_lesson_view_place_popover (StrataLessonView *self)
{
  GdkRectangle where;

  if (!locate_pointed (self, &where))
    return;
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, where.x,
                                         where.y, &where.x, &where.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->pointing.popover), &where);
  gtk_popover_present (GTK_POPOVER (self->pointing.popover));
}

/* After what is seen has moved: the view itself may move yet, and stands before the popover
 * is placed. */
void
_strata_lesson_view_keep_pointing (StrataLessonView *self)
{
  GdkRectangle where;
  double top, page;

  if (!locate_pointed (self, &where))
    return;
  if (_strata_lesson_scroll_get_seen (GTK_TEXT_VIEW (self), &top, &page)
      && (where.y + where.height <= top || where.y >= top + page))
    gtk_popover_popdown (GTK_POPOVER (self->pointing.popover));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* There is another text now. */
void
_strata_lesson_view_stop_pointing (StrataLessonView *self)
{
  if (self->pointing.popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->pointing.popover));
  self->pointing.popover = NULL;
}
