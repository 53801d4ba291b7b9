/* The links of a lesson: by pointer and by keys, and where they lead. */
#include "course/strata-link.h"
#include "strata-address-popover.h"
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"
#include "widgets/strata-focus.h"

static void
popover_closed (StrataLessonView *self)
{
  if (self->popover_origin != NULL)
    strata_focus_give_back (self->popover_origin);
  g_clear_weak_pointer (&self->popover_origin);
}

/* Where a web link leads is shown before anything is opened. */
static void
show_address (StrataLessonView   *self,
              const char         *address,
              const GdkRectangle *where)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->popover == NULL)
    {
      self->popover = strata_address_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed), self);
    }
  g_set_weak_pointer (&self->popover_origin, root != NULL ? gtk_root_get_focus (root) : NULL);
  strata_address_popover_show (self->popover, address, where);
  _strata_lesson_view_point_at (self, self->popover, where);
}

/* Of the picture on the web that has the focus, and the address. */
void
_strata_lesson_view_show_address (GtkWidget  *widget,
                                  const char *action,
                                  GVariant   *parameter)
{
  GtkWidget *button = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (button == NULL || !gtk_widget_compute_bounds (button, widget, &bounds))
    return;
  show_address (STRATA_LESSON_VIEW (widget), g_variant_get_string (parameter, NULL),
                &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                  (int) bounds.size.width, (int) bounds.size.height });
}

static guint link_pointed;    /* the signal */

/* The pointer counts more than the focus: it was moved just now. */
static const StrataSpan *
get_pointed (StrataLessonView *self)
{
  return self->pointed != NULL ? self->pointed : self->focused;
}

/**
 * strata_lesson_view_get_pointed:
 * @self: the view
 * @where: (out): where the link is that "link-pointed" was last told of, in pixels of the
 *   view; of one that is broken into lines, all of these lines
 *
 * Returns: whether there is one
 */
gboolean
strata_lesson_view_get_pointed (StrataLessonView *self,
                                GdkRectangle     *where)
{
  const StrataSpan *link;
  GdkRectangle last;

  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self) && where != NULL, FALSE);

  link = get_pointed (self);
  if (link == NULL)
    return FALSE;
  _strata_lesson_view_locate (self, link->start, where);
  _strata_lesson_view_locate (self, MAX (link->end, link->start + 1) - 1, &last);
  if (last.y > where->y)
    {
      last.width = gtk_widget_get_width (GTK_WIDGET (self)) - last.x;
      where->x = 0;
    }
  gdk_rectangle_union (where, &last, where);
  return TRUE;
}

static void
say_pointed (StrataLessonView *self)
{
  const StrataSpan *link = get_pointed (self);

  g_signal_emit (self, link_pointed, 0, link != NULL ? link->target : NULL);
}

/* @link has the focus now, NULL where none has. */
void
_strata_lesson_view_say_focused (StrataLessonView *self,
                                 const StrataSpan *link)
{
  if (link == self->focused)
    return;
  self->focused = link;
  say_pointed (self);
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

      _strata_lesson_view_locate (self, span->start, &where);
      show_address (self, span->target, &where);
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

int
_strata_lesson_view_link_at_point (StrataLessonView *self,
                                   double            x,
                                   double            y)
{
  int offset = _strata_lesson_view_offset_at_point (self, x, y);

  return offset >= 0 ? link_at (self, (guint) offset) : -1;
}

int
_strata_lesson_view_link_at_caret (StrataLessonView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return link_at (self, (guint) gtk_text_iter_get_offset (&caret));
}

/* Follows the link that the character at @offset is part of, if there is one. */
void
_strata_lesson_view_follow_at (StrataLessonView *self,
                               guint             offset)
{
  int link = link_at (self, offset);

  if (link >= 0)
    strata_lesson_view_follow (self, (guint) link);
}

static gboolean
key_pressed (StrataLessonView *self,
             guint             key,
             guint             code,
             GdkModifierType   state)
{
  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    return _strata_lesson_view_tab (self, key == GDK_KEY_ISO_Left_Tab
                                              || (state & GDK_SHIFT_MASK) != 0);
  if (key == GDK_KEY_Page_Down || key == GDK_KEY_Page_Up)
    return _strata_lesson_scroll_page (GTK_TEXT_VIEW (self), key == GDK_KEY_Page_Up);
  if (strata_focus_get_child (GTK_WIDGET (self)) != NULL)
    return _strata_lesson_view_block_key (self, key);
  if (key == GDK_KEY_space && _strata_lesson_view_toggle_at_caret (self))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_space)
    return _strata_lesson_scroll_page (GTK_TEXT_VIEW (self), (state & GDK_SHIFT_MASK) != 0);
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      int link = _strata_lesson_view_link_at_caret (self);

      if (link >= 0)
        strata_lesson_view_follow (self, (guint) link);
      else
        _strata_lesson_view_toggle_at_caret (self);
      return GDK_EVENT_STOP;
    }
  return _strata_lesson_view_menu_key (self, key, state);
}

/* What is pressed for its meaning does not fold. */
static gboolean
is_term (StrataLessonView *self,
         double            x,
         double            y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  int offset = _strata_lesson_view_offset_at_point (self, x, y);
  GtkTextIter iter;

  if (offset < 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  return gtk_text_iter_has_tag (
      &iter, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "term"));
}

static void
released (StrataLessonView *self,
          int               n,
          double            x,
          double            y)
{
  int link = _strata_lesson_view_link_at_point (self, x, y);

  if (n != 1 || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  if (link >= 0)
    strata_lesson_view_follow (self, (guint) link);
  else if (!is_term (self, x, y))
    _strata_lesson_view_toggle_at (self, _strata_lesson_view_summary_at_y (self, y));
}

static void
point_to (StrataLessonView *self,
          const StrataSpan *link)
{
  if (link == self->pointed)
    return;
  self->pointed = link;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), link != NULL ? "pointer" : "text");
  say_pointed (self);
}

static void
moved (StrataLessonView *self,
       double            x,
       double            y)
{
  int link = _strata_lesson_view_link_at_point (self, x, y);

  point_to (self, link >= 0 ? g_ptr_array_index (self->links, link) : NULL);
  if (link < 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                     _strata_lesson_view_summary_at_y (self, y) >= 0 ? "pointer"
                                                                                     : "text");
}

static void
left (StrataLessonView *self)
{
  point_to (self, NULL);
}

/* What has lost the focus has no link that Enter would follow. */
static void
focus_left (StrataLessonView *self)
{
  _strata_lesson_view_say_focused (self, NULL);
}

void
_strata_lesson_view_install_links (GtkWidgetClass *klass)
{
  link_pointed = g_signal_new ("link-pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

void
_strata_lesson_view_add_link_controllers (StrataLessonView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  /* After what a term has to say. */
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_after (self, "query-tooltip", G_CALLBACK (_strata_lesson_view_say_fold), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
