/* The blocks of a lesson that are widgets: code, tables, summaries.
 *
 * Offsets of the buffer are those of the document everywhere, so a block's text stays
 * in the buffer: its first character becomes the place of the widget, and the rest is
 * there but not seen. Finding, links, places and copying need no other way to count.
 *
 * A widget is made when its block comes near to what is seen. Until then its text
 * stands there as text, which costs nothing and is about as high. One that was left behind
 * goes again: see strata-lesson-view-rooms.c. */
#include "strata-lesson-code.h"
#include "strata-lesson-indent-private.h"
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-table.h"
#include "strata-lesson-view-private.h"
#include "widgets/strata-focus.h"

/* What may be made at once between two frames. */
#define SLICE_MICROSECONDS 5000
/* Before the view has one. */
#define USUAL_WIDTH 600
/* Until a widget that was made just now stands where it will. */
#define SETTLED_FRAMES 3

typedef enum
{
  STATE_UNKNOWN,
  STATE_TEXT,
  STATE_WIDGET,
} StrataBlockState;

/* The block that the character at @offset lies in. */
guint
_strata_lesson_view_block_at (StrataLessonView *self,
                              guint             offset)
{
  guint low = 0, high = strata_document_get_n_blocks (self->document);

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (strata_document_get_block (self->document, middle)->start <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static guint
block_at_y (StrataLessonView *self,
            double            y)
{
  GtkTextIter iter;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, (int) MAX (y, 0), NULL);
  return MIN (_strata_lesson_view_block_at (self, (guint) gtk_text_iter_get_offset (&iter)),
              self->n_blocks - 1);
}

/* Whether the block was laid out once. */
static gboolean
is_laid_out (StrataLessonView *self,
             guint             position)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (int) strata_document_get_block (self->document, position)->start);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  /* What is folded has no height. */
  return height > 0 || _strata_lesson_view_is_folded (self, position);
}

/* Which blocks are seen, or so many pages away from it; whether any are. */
gboolean
_strata_lesson_view_get_seen (StrataLessonView *self,
                              double            pages,
                              guint            *first,
                              guint            *last)
{
  double top, page;

  if (self->n_blocks == 0)
    return FALSE;
  *first = 0;
  *last = self->n_blocks - 1;
  if (!_strata_lesson_scroll_get_seen (GTK_TEXT_VIEW (self), &top, &page))
    return TRUE;
  *first = block_at_y (self, top - pages * page);
  *last = block_at_y (self, top + (1 + pages) * page);
  if (page <= 0 || top + (1 + pages) * page < 0)
    return FALSE;
  /* What was not laid out yet takes no room, so that all of it would seem to be near. */
  for (guint i = *first; i <= *last; i++)
    if (!is_laid_out (self, i))
      *last = MAX (i, *first + 1) - 1;
  return TRUE;
}

/* For another document, whose widgets are none yet. */
void
_strata_lesson_view_reset_blocks (StrataLessonView *self)
{
  guint n = self->document != NULL ? strata_document_get_n_blocks (self->document) : 0;

  g_clear_handle_id (&self->make_source, g_source_remove);
  g_clear_handle_id (&self->clear_source, g_source_remove);
  g_hash_table_remove_all (self->widgets);
  g_hash_table_remove_all (self->firsts);
  g_array_set_size (self->states, 0);
  g_array_set_size (self->states, n);
}

/* Whether a block is to be a widget. */
gboolean
_strata_lesson_view_suits (StrataLessonView *self,
                           guint             position)
{
  guint8 *state = &g_array_index (self->states, guint8, position);
  const StrataBlock *block = strata_document_get_block (self->document, position);

  if (*state == STATE_UNKNOWN)
    {
      gboolean suits =
          (block->kind == STRATA_BLOCK_CODE && strata_lesson_code_suits (self->document, block))
          || (block->kind == STRATA_BLOCK_TABLE
              && strata_lesson_table_suits (self->document, block));

      *state = suits ? STATE_WIDGET : STATE_TEXT;
    }
  return *state == STATE_WIDGET;
}

static void
size_block (StrataLessonView  *self,
            StrataLessonBlock *widget,
            guint              position,
            int                width)
{
  const StrataBlock *block = strata_document_get_block (self->document, position);
  int indent = _strata_lesson_indent_get (self, _strata_lesson_indent_outside (self, block));

  if (block->quote > 0)
    indent += STRATA_LESSON_PADDING;
  strata_lesson_block_set_width (widget, MAX (width - 2 - indent, 40));
}

static GtkWidget *
widget_new (StrataLessonView *self,
            guint             position)
{
  const StrataBlock *block = strata_document_get_block (self->document, position);

  if (block->kind == STRATA_BLOCK_TABLE)
    return strata_lesson_table_new (self->document, block, &self->marks);
  return strata_lesson_code_new (self->document, block, &self->marks);
}

/* Puts @widget in the place of the block's text. */
static void
place_widget (StrataLessonView *self,
              guint             position,
              GtkWidget        *widget)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const StrataBlock *block = strata_document_get_block (self->document, position);
  GtkTextIter at;

  _strata_lesson_view_take_first (self, position, &at);
  gtk_text_view_add_child_at_anchor (view, widget, gtk_text_buffer_create_child_anchor (buffer, &at));
  _strata_lesson_tags_apply (buffer, "hidden", block->start + block->marker + 1, block->end);
}

/**
 * _strata_lesson_view_make_block:
 * @self: the view
 * @position: of a block
 *
 * Returns: (transfer none) (nullable): the block's widget, made now if it was not
 *   there; %NULL where the block is text, or not filled in
 */
StrataLessonBlock *
_strata_lesson_view_make_block (StrataLessonView *self,
                                guint             position)
{
  GtkWidget *widget = g_hash_table_lookup (self->widgets, GUINT_TO_POINTER (position));
  int width;

  if (widget != NULL)
    return STRATA_LESSON_BLOCK (widget);
  if (position >= self->n_blocks || !_strata_lesson_view_suits (self, position))
    return NULL;
  widget = widget_new (self, position);
  place_widget (self, position, widget);
  /* The first character may have been that on which the block's tags began. */
  _strata_lesson_tags_block (self, position);
  width = gtk_widget_get_width (GTK_WIDGET (self));
  size_block (self, STRATA_LESSON_BLOCK (widget), position, width > 0 ? width : USUAL_WIDTH);
  g_hash_table_insert (self->widgets, GUINT_TO_POINTER (position), widget);
  return STRATA_LESSON_BLOCK (widget);
}

static gboolean
is_missing (StrataLessonView *self,
            guint             position)
{
  return _strata_lesson_view_suits (self, position)
         && !_strata_lesson_view_is_folded (self, position)
         && !g_hash_table_contains (self->widgets, GUINT_TO_POINTER (position));
}

/* What grows above the top edge does not push away what is read: the view sees to that. */
static gboolean
make (gpointer data)
{
  StrataLessonView *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;
  guint first, last;

  self->make_source = 0;
  if (!_strata_lesson_view_get_seen (self, 1, &first, &last))
    return G_SOURCE_REMOVE;
  for (guint i = first; i <= last && g_get_monotonic_time () < end; i++)
    if (is_missing (self, i))
      _strata_lesson_view_make_block (self, i);
  _strata_lesson_view_make_near (self);
  return G_SOURCE_REMOVE;
}

/* Makes the widgets of the blocks that are near, before the next frame. Not at once:
 * this is asked for while things are being laid out. */
void
_strata_lesson_view_make_near (StrataLessonView *self)
{
  guint first, last;

  if (self->make_source != 0 || !_strata_lesson_view_get_seen (self, 1, &first, &last))
    return;
  while (first <= last && !is_missing (self, first))
    first++;
  if (first <= last)
    self->make_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, make, self, NULL);
}

/* GTK draws every widget of a text in every frame, wherever it is: those that are far from
 * what is seen are left out. */
void
_strata_lesson_view_show_near (StrataLessonView *self)
{
  GtkWidget *focused = strata_focus_get_child (GTK_WIDGET (self));
  guint first, last;
  GHashTableIter iter;
  gpointer position, widget;

  if (!_strata_lesson_view_get_seen (self, 1, &first, &last))
    return;
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &position, &widget))
    gtk_widget_set_child_visible (widget, widget == (gpointer) focused
                                              || (GPOINTER_TO_UINT (position) >= first
                                                  && GPOINTER_TO_UINT (position) <= last));
}

void
_strata_lesson_view_size_blocks (StrataLessonView *self,
                                 int               width)
{
  GHashTableIter iter;
  gpointer position, widget;

  if (width != self->blocks_width)
    _strata_lesson_view_clear_rooms (self);
  self->blocks_width = width;
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &position, &widget))
    size_block (self, widget, GPOINTER_TO_UINT (position), width);
}

/* After what is marked has changed, or the colours. */
void
_strata_lesson_view_mark_blocks (StrataLessonView *self)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    strata_lesson_block_mark (widget);
}

/* Where a character stands, in pixels of the text. A block that is out of sight is
 * nowhere: where its place is, is what the text knows. */
static void
locate (StrataLessonView *self,
        guint             offset,
        GdkRectangle     *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  guint position = _strata_lesson_view_block_at (self, offset);
  StrataLessonBlock *block = _strata_lesson_view_make_block (self, position);
  GtkTextIter iter;
  graphene_rect_t where;

  if (block != NULL && strata_lesson_block_locate (block, offset, &where))
    {
      const StrataBlock *text = strata_document_get_block (self->document, position);

      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                          (int) (text->start + text->marker));
      gtk_text_view_get_iter_location (view, &iter, place);
      *place = (GdkRectangle) { place->x + (int) where.origin.x, place->y + (int) where.origin.y,
                                (int) where.size.width, (int) where.size.height };
      return;
    }
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, place);
}

/* Where a character stands, in pixels of the view. */
void
_strata_lesson_view_locate (StrataLessonView *self,
                            guint             offset,
                            GdkRectangle     *place)
{
  locate (self, offset, place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, place->x,
                                         place->y, &place->x, &place->y);
}

static void
reveal (StrataLessonView *self)
{
  StrataLessonBlock *block =
      _strata_lesson_view_make_block (self, _strata_lesson_view_block_at (self, self->reveal_offset));
  GdkRectangle place;

  if (block != NULL)
    strata_lesson_block_reveal (block, self->reveal_offset);
  locate (self, self->reveal_offset, &place);
  _strata_lesson_scroll_to_place (GTK_TEXT_VIEW (self), &place);
}

static gboolean
reveal_tick (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);

  reveal (self);
  if (--self->reveal_frames > 0)
    return G_SOURCE_CONTINUE;
  self->reveal_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * _strata_lesson_view_reveal:
 * @self: the view
 * @offset: of a character, filled in
 *
 * Unfolds what the character lies in and scrolls so that it is seen, also sideways in
 * a block. A widget that is
 * made for it stands in its place a frame later: then this is done again.
 */
void
_strata_lesson_view_reveal (StrataLessonView *self,
                            guint             offset)
{
  strata_lesson_view_unfold (self, offset);
  self->reveal_offset = offset;
  self->reveal_frames = SETTLED_FRAMES;
  reveal (self);
  if (self->reveal_tick == 0)
    self->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_tick, NULL, NULL);
}

/* Where the block begins that has the character at @offset and is shown by a widget, or is
 * again when it is near; -1 where there is none. */
int
_strata_lesson_view_widget_at (StrataLessonView *self,
                               guint             offset)
{
  guint block;

  if (self->document == NULL || strata_document_get_n_blocks (self->document) == 0)
    return -1;
  block = _strata_lesson_view_block_at (self, offset);
  return g_hash_table_contains (self->firsts, GUINT_TO_POINTER (block))
             ? (int) strata_document_get_block (self->document, block)->start
             : -1;
}

/* The character at a point of the view, -1 where there is none. */
int
_strata_lesson_view_offset_at_point (StrataLessonView *self,
                                     double            x,
                                     double            y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkWidget *block = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkTextIter iter;
  int bx, by;

  if (block != NULL)
    block = gtk_widget_get_ancestor (block, STRATA_TYPE_LESSON_BLOCK);
  if (block != NULL)
    {
      graphene_point_t point;

      return gtk_widget_compute_point (GTK_WIDGET (self), block,
                                       &GRAPHENE_POINT_INIT ((float) x, (float) y), &point)
                 ? strata_lesson_block_get_offset_at (STRATA_LESSON_BLOCK (block), point.x, point.y)
                 : -1;
    }
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  /* Beside a widget there is nothing, and GTK 4.8 complains of the text that is unseen. */
  gtk_text_view_get_line_at_y (view, &iter, by, NULL);
  if (self->document == NULL || self->n_blocks == 0
      || _strata_lesson_view_is_folded (self, _strata_lesson_view_block_at (
                                                  self, (guint) gtk_text_iter_get_offset (&iter)))
      || _strata_lesson_view_widget_at (self, (guint) gtk_text_iter_get_offset (&iter)) >= 0)
    return -1;
  return gtk_text_view_get_iter_at_location (view, &iter, bx, by) ? gtk_text_iter_get_offset (&iter)
                                                                  : -1;
}
