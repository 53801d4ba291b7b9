/* The room of a block that was left behind.
 *
 * A text view lays out all of its widgets whenever one of them grows, wherever they stand:
 * who has read far would wait for all that he has seen. So the widget of a block that is
 * far from what is seen goes, and an empty picture of its size stays, so that nothing moves;
 * coming back makes it again. Where text gets another width or size, rooms become text. */
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"
#include "widgets/strata-focus.h"

/* So many widgets may stay, wherever they are. */
#define KEPT_WIDGETS 24
/* A block is far when so many pages or more are between it and what is seen. */
#define FAR_PAGES 3

static void
get_first (StrataLessonView *self,
           guint             position,
           GtkTextIter      *at)
{
  const StrataBlock *block = strata_document_get_block (self->document, position);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), at,
                                      (int) (block->start + block->marker));
}

/**
 * _strata_lesson_view_take_first:
 * @self: the view
 * @position: of a block
 * @at: (out): where something else is to be inserted now
 *
 * Takes the first character of a block out of the text, or what stands there instead of it.
 * The character itself is remembered.
 */
void
_strata_lesson_view_take_first (StrataLessonView *self,
                                guint             position,
                                GtkTextIter      *at)
{
  GtkTextIter next;

  get_first (self, position, at);
  next = *at;
  gtk_text_iter_forward_char (&next);
  if (!g_hash_table_contains (self->firsts, GUINT_TO_POINTER (position)))
    g_hash_table_insert (self->firsts, GUINT_TO_POINTER (position),
                         GUINT_TO_POINTER (gtk_text_iter_get_char (at)));
  gtk_text_buffer_delete (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), at, &next);
}

/* Whether the caret or the end of the selection stands at the block's widget. */
static gboolean
has_caret (StrataLessonView  *self,
           const GtkTextIter *at)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &from, &to);
  return ABS (gtk_text_iter_get_offset (&from) - gtk_text_iter_get_offset (at)) <= 1
         || ABS (gtk_text_iter_get_offset (&to) - gtk_text_iter_get_offset (at)) <= 1;
}

static gboolean
leave (StrataLessonView  *self,
       guint              position,
       StrataLessonBlock *widget)
{
  g_autoptr (GdkPaintable) room = NULL;
  GtkRequisition size;
  GtkTextIter at;

  get_first (self, position, &at);
  if (has_caret (self, &at) || strata_lesson_block_is_moved (widget))
    return FALSE;
  gtk_widget_get_preferred_size (GTK_WIDGET (widget), &size, NULL);
  room = gdk_paintable_new_empty (size.width, size.height);
  gtk_text_view_remove (GTK_TEXT_VIEW (self), GTK_WIDGET (widget));
  _strata_lesson_view_take_first (self, position, &at);
  gtk_text_buffer_insert_paintable (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &at, room);
  _strata_lesson_tags_block (self, position);
  return TRUE;
}

/* Lets the widgets go that are far from what is seen, where there are many. Not while things
 * are being laid out. */
void
_strata_lesson_view_leave_far (StrataLessonView *self)
{
  GtkWidget *focused = strata_focus_get_child (GTK_WIDGET (self));
  guint first, last;
  GHashTableIter iter;
  gpointer position, widget;

  if (g_hash_table_size (self->widgets) <= KEPT_WIDGETS
      || !_strata_lesson_view_get_seen (self, FAR_PAGES, &first, &last))
    return;
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &position, &widget))
    {
      guint at = GPOINTER_TO_UINT (position);

      if (widget == (gpointer) focused || (at >= first && at <= last)
          || _strata_lesson_view_is_folded (self, at))
        continue;
      if (leave (self, at, widget))
        g_hash_table_iter_remove (&iter);
    }
}

/* Whether a block was a widget and keeps its room. */
static gboolean
has_room (StrataLessonView *self,
          guint             position)
{
  return g_hash_table_contains (self->firsts, GUINT_TO_POINTER (position))
         && !g_hash_table_contains (self->widgets, GUINT_TO_POINTER (position));
}

static void
make_text (StrataLessonView *self,
           guint             position,
           gunichar          first)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const StrataBlock *block = strata_document_get_block (self->document, position);
  GtkTextIter at, end;
  char text[7] = "";

  g_unichar_to_utf8 (first, text);
  _strata_lesson_view_take_first (self, position, &at);
  gtk_text_buffer_insert (buffer, &at, text, -1);
  get_first (self, position, &at);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) block->end);
  gtk_text_buffer_remove_tag_by_name (buffer, "hidden", &at, &end);
  _strata_lesson_tags_block (self, position);
  if (_strata_lesson_view_is_folded (self, position))
    _strata_lesson_view_tag_fold (self, position);
}

static gboolean
clear (gpointer data)
{
  StrataLessonView *self = data;
  GHashTableIter iter;
  gpointer position, first;

  self->clear_source = 0;
  g_hash_table_iter_init (&iter, self->firsts);
  while (g_hash_table_iter_next (&iter, &position, &first))
    if (has_room (self, GPOINTER_TO_UINT (position)))
      {
        make_text (self, GPOINTER_TO_UINT (position), GPOINTER_TO_UINT (first));
        g_hash_table_iter_remove (&iter);
      }
  strata_lesson_view_look_around (self);
  return G_SOURCE_REMOVE;
}

/* After the text has got another width or size: no room is right any more. Not at once, as
 * things may be being laid out. */
void
_strata_lesson_view_clear_rooms (StrataLessonView *self)
{
  if (g_hash_table_size (self->firsts) > g_hash_table_size (self->widgets)
      && self->clear_source == 0)
    self->clear_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, clear, self, NULL);
}
