/* What Tab goes through in a lesson, in the order of its text: links, pictures that can
 * be pressed, summaries, and blocks with something to press or to scroll. Not what is
 * folded away. */
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"
#include "widgets/strata-focus.h"

/* A link or a picture; where @span is NULL, a block or a summary that folds. */
typedef struct
{
  const StrataSpan *span;
  guint             block;
} StrataStop;

GArray *
_strata_lesson_view_stops_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (StrataStop));
}

static const StrataStop *
get_stop (StrataLessonView *self,
          int               position)
{
  return &g_array_index (self->stops, StrataStop, position);
}

static void
add_stop (StrataLessonView *self,
          const StrataSpan *span,
          guint             block)
{
  StrataStop stop = { span, block };

  g_array_append_val (self->stops, stop);
}

/* Only when they are asked for: most never are. */
static void
list_stops (StrataLessonView *self)
{
  guint n_spans = strata_document_get_n_spans (self->document);
  guint n_blocks = strata_document_get_n_blocks (self->document);
  guint i = 0;

  if (self->stops->len > 0)
    return;
  for (guint block = 0; block < n_blocks; block++)
    {
      guint end = strata_document_get_block (self->document, block)->end;
      gboolean is_widget = _strata_lesson_view_suits (self, block);

      if (is_widget
          || _strata_lesson_view_fold_of (self, strata_document_get_block (self->document, block)) != 0)
        add_stop (self, NULL, block);
      for (; i < n_spans && strata_document_get_span (self->document, i)->start <= end; i++)
        {
          const StrataSpan *span = strata_document_get_span (self->document, i);

          if (span->kind == STRATA_SPAN_LINK || (span->kind == STRATA_SPAN_IMAGE && !is_widget))
            add_stop (self, span, block);
        }
    }
}

/* The picture of a stop, once its text is filled in. */
static GtkWidget *
picture_of (StrataLessonView *self,
            const StrataSpan *span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextChildAnchor *anchor;
  g_autofree GtkWidget **widgets = NULL;
  GtkTextIter iter;
  guint n = 0;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) span->start);
  anchor = gtk_text_iter_get_child_anchor (&iter);
  if (anchor != NULL)
    widgets = gtk_text_child_anchor_get_widgets (anchor, &n);
  return n > 0 ? widgets[0] : NULL;
}

/* The block that has the focus, or something in it. */
static StrataLessonBlock *
focused_block (StrataLessonView *self)
{
  GtkWidget *child = strata_focus_get_child (GTK_WIDGET (self));

  return STRATA_IS_LESSON_BLOCK (child) ? STRATA_LESSON_BLOCK (child) : NULL;
}

static gboolean
has_focus (StrataLessonView *self,
           const StrataStop *stop,
           GtkWidget        *child)
{
  if (stop->span != NULL && stop->span->kind == STRATA_SPAN_IMAGE)
    return picture_of (self, stop->span) == child;
  return g_hash_table_lookup (self->widgets, GUINT_TO_POINTER (stop->block)) == child;
}

static guint
stop_offset (StrataLessonView *self,
             const StrataStop *stop)
{
  return stop->span != NULL ? stop->span->start
                            : strata_document_get_block (self->document, stop->block)->start;
}

/* Lets Tab go on from the character at @offset. */
void
_strata_lesson_view_tab_from (StrataLessonView *self,
                              guint             offset)
{
  list_stops (self);
  self->focus = -1;
  while (self->focus + 1 < (int) self->stops->len
         && stop_offset (self, get_stop (self, self->focus + 1)) < offset)
    self->focus++;
}

/* The stop that has the focus: a widget may have got it by a press. */
static int
current_stop (StrataLessonView *self)
{
  GtkWidget *child = strata_focus_get_child (GTK_WIDGET (self));

  if (child == NULL || (self->focus >= 0 && has_focus (self, get_stop (self, self->focus), child)))
    return self->focus;
  for (guint i = 0; i < self->stops->len; i++)
    {
      if (has_focus (self, get_stop (self, (int) i), child))
        return (int) i;
    }
  return self->focus;
}

static void
unmark_link (StrataLessonView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "link-focus", &start, &end);
  _strata_lesson_view_say_focused (self, NULL);
  if (self->marks.link_end == 0)
    return;
  self->marks.link_end = 0;
  _strata_lesson_view_mark_blocks (self);
}

static void
focus_link (StrataLessonView *self,
            const StrataSpan *span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  _strata_lesson_view_say_focused (self, span);
  _strata_lesson_tags_apply (buffer, "link-focus", span->start, span->end);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) span->start);
  gtk_text_buffer_place_cursor (buffer, &iter);
  _strata_lesson_scroll_to_caret (GTK_TEXT_VIEW (self));
}

/* Whether the stop is a summary and took the focus. */
static gboolean
focus_summary (StrataLessonView *self,
               guint             position)
{
  const StrataBlock *block = strata_document_get_block (self->document, position);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  if (_strata_lesson_view_fold_of (self, block) == 0)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _strata_lesson_tags_apply (buffer, "link-focus", block->start, block->end);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) block->start);
  gtk_text_buffer_place_cursor (buffer, &iter);
  _strata_lesson_scroll_to_caret (GTK_TEXT_VIEW (self));
  return TRUE;
}

static gboolean
focus_block (StrataLessonView  *self,
             StrataLessonBlock *block,
             const StrataStop  *stop)
{
  guint offset = stop_offset (self, stop);

  if (!strata_lesson_block_take_focus (block, offset, stop->span != NULL))
    return FALSE;
  if (stop->span != NULL)
    {
      self->marks.link_start = stop->span->start;
      self->marks.link_end = stop->span->end;
      _strata_lesson_view_mark_blocks (self);
      _strata_lesson_view_say_focused (self, stop->span);
    }
  _strata_lesson_view_reveal (self, offset);
  return TRUE;
}

/* Whether the stop took the focus: not every picture and table can be pressed or
 * scrolled. */
static gboolean
focus_stop (StrataLessonView *self,
            int               position)
{
  const StrataStop *stop = get_stop (self, position);
  StrataLessonBlock *block;

  if (_strata_lesson_view_is_folded (self, stop->block))
    return FALSE;
  unmark_link (self);
  self->focus = position;
  strata_lesson_view_fill_to (self, strata_document_get_block (self->document, stop->block)->end);
  block = _strata_lesson_view_make_block (self, stop->block);
  if (block != NULL)
    return focus_block (self, block, stop);
  if (stop->span == NULL)
    return focus_summary (self, stop->block);
  if (stop->span->kind == STRATA_SPAN_IMAGE)
    {
      GtkWidget *picture = picture_of (self, stop->span);

      if (picture == NULL || !gtk_widget_grab_focus (picture))
        return FALSE;
      _strata_lesson_view_reveal (self, stop->span->start);
      return TRUE;
    }
  focus_link (self, stop->span);
  return TRUE;
}

/* Goes on by @step until a stop takes the focus; whether one did. */
static gboolean
go_on (StrataLessonView *self,
       int               from,
       int               step)
{
  int next = from;

  do
    next += step;
  while (next >= 0 && next < (int) self->stops->len && !focus_stop (self, next));
  return next >= 0 && next < (int) self->stops->len;
}

/* Tab goes from stop to stop and leaves the text after the last one. */
gboolean
_strata_lesson_view_tab (StrataLessonView *self,
                         gboolean          back)
{
  int current;

  if (self->document == NULL)
    return GDK_EVENT_PROPAGATE;
  list_stops (self);
  current = current_stop (self);
  if (back && current < 0)
    return GDK_EVENT_PROPAGATE;
  if (go_on (self, current, back ? -1 : 1))
    return GDK_EVENT_STOP;
  unmark_link (self);
  self->focus = -1;
  return gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                 back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

/* The keys of what is in the text and has the focus, but for those that are its own. */
gboolean
_strata_lesson_view_block_key (StrataLessonView *self,
                               guint             key)
{
  StrataLessonBlock *block = focused_block (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (block == NULL || GTK_IS_LABEL (focus))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    return strata_lesson_block_scroll (block, key == GDK_KEY_Left ? -1 : 1);
  if (!is_enter || self->marks.link_end == 0)
    return GDK_EVENT_PROPAGATE;
  _strata_lesson_view_follow_at (self, self->marks.link_start);
  return GDK_EVENT_STOP;
}

/* Tab within the text is _strata_lesson_view_tab()'s: here it comes in or goes on. Who
 * comes from below comes to the last stop first. */
gboolean
_strata_lesson_view_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);
  GtkWidgetClass *parent_class = g_type_class_peek (GTK_TYPE_TEXT_VIEW);
  gboolean was_inside =
      gtk_widget_has_focus (widget) || strata_focus_get_child (widget) != NULL;

  if (was_inside && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;
  if (!parent_class->focus (widget, direction))
    return FALSE;
  if (!was_inside && direction == GTK_DIR_TAB_BACKWARD && self->document != NULL)
    {
      list_stops (self);
      if (!go_on (self, (int) self->stops->len, -1))
        self->focus = -1;
    }
  return TRUE;
}

static guint
stop_start (StrataLessonView *self,
            int               position)
{
  const StrataStop *stop = get_stop (self, position);

  return stop->span != NULL ? stop->span->start
                            : strata_document_get_block (self->document, stop->block)->start;
}

/**
 * strata_lesson_view_set_caret:
 * @self: the view
 * @offset: in characters
 *
 * Puts the caret somewhere; Tab goes on to the first link or block from there.
 */
void
strata_lesson_view_set_caret (StrataLessonView *self,
                              guint             offset)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self) && self->document != NULL);

  strata_lesson_view_fill_to (self, offset);
  strata_lesson_view_unfold (self, offset);
  list_stops (self);
  unmark_link (self);
  self->focus = -1;
  while (self->focus + 1 < (int) self->stops->len
         && stop_start (self, self->focus + 1) < offset)
    self->focus++;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}
