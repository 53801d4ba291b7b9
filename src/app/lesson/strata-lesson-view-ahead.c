/* What is read next is prepared while there is nothing to do: the text view keeps the lines
 * that it has shaped, some three screens of them, so that the frame after a page down has
 * only to draw those that are a screen away. */
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-view-private.h"

/* What may be shaped at once between two frames. */
#define SLICE_MICROSECONDS 2000

static gboolean
is_object (gunichar character,
           gpointer data)
{
  return character == 0xfffc;
}

/* GTK gives a widget its place when it shapes the line that it stands in. */
static gboolean
has_widget (const GtkTextIter *line)
{
  GtkTextIter at = *line, end = *line;

  gtk_text_iter_forward_line (&end);
  return gtk_text_iter_get_char (&at) == 0xfffc
         || gtk_text_iter_forward_find_char (&at, is_object, NULL, &end);
}

/* Shapes the line at @y; returns where the next one begins. */
static double
shape_line (GtkTextView *view,
            double       y)
{
  GtkTextIter iter;
  GdkRectangle place;
  int top, height;

  gtk_text_view_get_line_at_y (view, &iter, (int) y, NULL);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  if (height > 0 && !has_widget (&iter))
    gtk_text_view_get_iter_location (view, &iter, &place);
  return MAX (top + height, y + 1);
}

static gboolean
shape (gpointer data)
{
  StrataLessonView *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;
  double top, page;

  if (_strata_lesson_scroll_get_seen (GTK_TEXT_VIEW (self), &top, &page))
    while (self->ahead.y < self->ahead.end && g_get_monotonic_time () < end)
      self->ahead.y = shape_line (GTK_TEXT_VIEW (self), self->ahead.y);
  if (self->ahead.y < self->ahead.end)
    return G_SOURCE_CONTINUE;
  self->ahead.source = 0;
  _strata_lesson_view_leave_far (self);
  return G_SOURCE_REMOVE;
}

/* Prepares the screen below the one that is seen, and the one above it. */
void
_strata_lesson_view_prepare_near (StrataLessonView *self)
{
  double top, page;

  if (!_strata_lesson_scroll_get_seen (GTK_TEXT_VIEW (self), &top, &page) || page <= 0)
    return;
  self->ahead.y = MAX (top - page, 0);
  self->ahead.end = MIN (top + 2 * page, strata_lesson_view_get_text_height (self, NULL));
  if (self->ahead.source == 0)
    self->ahead.source = g_idle_add_full (G_PRIORITY_LOW, shape, self, NULL);
}
