/* The links of a lesson: by pointer and by keys, and where they lead. */
#include "course/strata-link.h"
#include "strata-address-popover.h"
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"

static void
link_rectangle (StrataLessonView *self,
                const StrataSpan *span,
                GdkRectangle     *where)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) span->start);
  gtk_text_view_get_iter_location (view, &iter, where);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, where->x, where->y,
                                         &where->x, &where->y);
}

/**
 * strata_lesson_view_follow:
 * @self: the view
 * @link: which of its links, from 0
 *
 * Goes where the link leads; of a web link, shows where that is.
 */
void
strata_lesson_view_follow (StrataLessonView *self,
                           guint             link)
{
  const StrataSpan *span;
  g_autoptr (StrataLink) parts = NULL;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self) && link < self->links->len);

  span = g_ptr_array_index (self->links, link);
  parts = strata_link_parse (span->target);
  if (parts->kind == STRATA_LINK_WEB)
    {
      GdkRectangle where;

      link_rectangle (self, span, &where);
      if (self->popover == NULL)
        {
          self->popover = strata_address_popover_new ();
          gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
        }
      strata_address_popover_show (self->popover, span->target, &where);
    }
  else if (parts->kind == STRATA_LINK_HEADING)
    {
      int offset = strata_document_find_heading (self->document, parts->target);

      if (offset >= 0)
        gtk_widget_activate_action (GTK_WIDGET (self), "lesson.scroll-to", "u", (guint) offset);
    }
  else if (parts->kind == STRATA_LINK_CONCEPT || parts->kind == STRATA_LINK_ROW)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", span->target);
  else if (parts->kind == STRATA_LINK_FILE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-file", "s", span->target);
}

guint
strata_lesson_view_get_n_links (StrataLessonView *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), 0);

  return self->links->len;
}

static int
link_at (StrataLessonView *self,
         guint             offset)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const StrataSpan *span = g_ptr_array_index (self->links, i);

      if (offset >= span->start && offset < span->end)
        return (int) i;
    }
  return -1;
}

static int
link_at_point (StrataLessonView *self,
               double            x,
               double            y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int bx, by;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  if (!gtk_text_view_get_iter_at_location (view, &iter, bx, by))
    return -1;
  return link_at (self, (guint) gtk_text_iter_get_offset (&iter));
}

static void
focus_link (StrataLessonView *self,
            int               link)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "link-focus", &start, &end);
  self->focus = link;
  if (link >= 0)
    {
      const StrataSpan *span = g_ptr_array_index (self->links, link);

      strata_lesson_view_fill_to (self, span->end);
      _strata_lesson_tags_apply (buffer, "link-focus", span->start, span->end);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span->start);
      gtk_text_buffer_place_cursor (buffer, &start);
      _strata_lesson_scroll_to_caret (GTK_TEXT_VIEW (self));
    }
}

/* Tab goes from link to link and leaves the text after the last one. */
static gboolean
key_pressed (StrataLessonView *self,
             guint             key,
             guint             code,
             GdkModifierType   state)
{
  gboolean back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    {
      int next = back ? self->focus - 1 : self->focus + 1;

      if (back && self->focus < 0)
        return GDK_EVENT_PROPAGATE;
      if (next < 0 || next >= (int) self->links->len)
        {
          focus_link (self, -1);
          return gtk_widget_child_focus (
              GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
              back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
        }
      focus_link (self, next);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
      GtkTextIter caret;
      int link;

      gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
      link = link_at (self, (guint) gtk_text_iter_get_offset (&caret));
      if (link >= 0)
        strata_lesson_view_follow (self, (guint) link);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Page_Down || key == GDK_KEY_Page_Up || key == GDK_KEY_space)
    return _strata_lesson_scroll_page (GTK_TEXT_VIEW (self), key == GDK_KEY_Page_Up
                                  || (key == GDK_KEY_space && (state & GDK_SHIFT_MASK) != 0));
  return GDK_EVENT_PROPAGATE;
}

static void
released (StrataLessonView *self,
          int               n,
          double            x,
          double            y)
{
  int link = link_at_point (self, x, y);

  if (n == 1 && link >= 0
      && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    strata_lesson_view_follow (self, (guint) link);
}

static void
moved (StrataLessonView *self,
       double            x,
       double            y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   link_at_point (self, x, y) >= 0 ? "pointer" : "text");
}

/* Who comes from below by Tab comes to the last link first. */
gboolean
_strata_lesson_view_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);
  GtkWidgetClass *parent_class = g_type_class_peek (GTK_TYPE_TEXT_VIEW);
  gboolean was_inside = gtk_widget_has_focus (widget);
  gboolean taken = parent_class->focus (widget, direction);

  if (taken && !was_inside && direction == GTK_DIR_TAB_BACKWARD && self->links->len > 0)
    focus_link (self, (int) self->links->len - 1);
  return taken;
}

void
_strata_lesson_view_add_link_controllers (StrataLessonView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
