/* Finding in a lesson: every match is marked, and one of them is shown. */
#include "course/strata-fold.h"
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"

static void
unmark (StrataLessonView *self,
        const char       *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, tag, &start, &end);
}

/* The places of @query in the text, in characters. */
static void
collect (StrataLessonView *self,
         const char       *query)
{
  const char *text = strata_document_get_text (self->document);
  g_autofree char *folded = strata_fold (query);
  const char *const words[] = { folded, NULL };
  g_autoptr (GArray) ranges = NULL;
  const char *at = text;
  guint offset = 0;

  if (*folded == '\0')
    return;
  ranges = strata_fold_ranges (text, words);
  for (guint i = 0; i < ranges->len; i++)
    {
      const StrataRange *bytes = &g_array_index (ranges, StrataRange, i);
      StrataRange range;

      offset += (guint) g_utf8_pointer_to_offset (at, text + bytes->start);
      at = text + bytes->start;
      range.start = offset;
      range.end = offset + (gsize) g_utf8_pointer_to_offset (at, text + bytes->end);
      g_array_append_val (self->found, range);
    }
}

static void
mark_shown (StrataLessonView *self)
{
  const StrataRange *range = &g_array_index (self->found, StrataRange, self->marks.found_at);

  unmark (self, "found-here");
  strata_lesson_view_unfold (self, (guint) range->start);
  _strata_lesson_tags_apply (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "found-here",
                             (guint) range->start, (guint) range->end);
  _strata_lesson_view_mark_blocks (self);
}

static void
reveal_found (StrataLessonView *self)
{
  const StrataRange *range = &g_array_index (self->found, StrataRange, self->marks.found_at);

  _strata_lesson_view_reveal (self, (guint) range->start);
}

static void
place_caret (StrataLessonView *self)
{
  const StrataRange *range = &g_array_index (self->found, StrataRange, self->marks.found_at);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint block = _strata_lesson_view_block_at (self, (guint) range->start);
  guint offset = (guint) range->start;
  GtkTextIter iter;

  /* Not into text that is not seen. */
  if (_strata_lesson_view_suits (self, block))
    offset = strata_document_get_block (self->document, block)->start;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  _strata_lesson_view_tab_from (self, (guint) range->start);
}

/* Marks every place of @query; the first one from @from is the one that is shown. */
static guint
mark (StrataLessonView *self,
      const char       *query,
      guint             from)
{
  GtkTextBuffer *buffer;

  unmark (self, "found");
  unmark (self, "found-here");
  g_array_set_size (self->found, 0);
  self->marks.found_at = 0;
  if (self->document != NULL)
    collect (self, query);
  if (self->found->len == 0)
    {
      _strata_lesson_view_mark_blocks (self);
      return 0;
    }

  strata_lesson_view_fill_to (self, strata_lesson_view_get_length (self));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  for (guint i = self->found->len; i > 0; i--)
    {
      const StrataRange *range = &g_array_index (self->found, StrataRange, i - 1);

      _strata_lesson_tags_apply (buffer, "found", (guint) range->start, (guint) range->end);
      if (range->start >= from)
        self->marks.found_at = i - 1;
    }
  mark_shown (self);
  return self->found->len;
}

/**
 * strata_lesson_view_find:
 * @self: the view
 * @query: what to look for, case and accents apart; "" to look for nothing
 *
 * Marks every place where @query stands and shows the first one from the top edge
 * of what is seen, or else the first of all.
 *
 * Returns: how many there are
 */
guint
strata_lesson_view_find (StrataLessonView *self,
                         const char       *query)
{
  guint n;

  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self) && query != NULL, 0);

  n = mark (self, query, _strata_lesson_scroll_offset (GTK_TEXT_VIEW (self)));
  if (n > 0)
    reveal_found (self);
  return n;
}

/**
 * strata_lesson_view_find_at:
 * @self: the view
 * @query: as for strata_lesson_view_find()
 * @offset: in characters
 *
 * Marks every place where @query stands, the first one from @offset as the one that
 * is shown, and puts the caret there. Nothing is scrolled.
 *
 * Returns: how many there are
 */
guint
strata_lesson_view_find_at (StrataLessonView *self,
                            const char       *query,
                            guint             offset)
{
  guint n;

  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self) && query != NULL, 0);

  n = mark (self, query, offset);
  if (n > 0)
    place_caret (self);
  return n;
}

/**
 * strata_lesson_view_find_step:
 * @self: the view
 * @step: 1 for the next match, -1 for the one before; after the last comes the
 *   first; 0 stays
 *
 * Returns: position of the match that is shown, from 1; 0 if there is none
 */
guint
strata_lesson_view_find_step (StrataLessonView *self,
                              int               step)
{
  guint n;

  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), 0);

  n = self->found->len;
  if (n == 0)
    return 0;
  if (step != 0)
    {
      self->marks.found_at = (self->marks.found_at + n + step) % n;
      mark_shown (self);
      reveal_found (self);
    }
  return self->marks.found_at + 1;
}

/**
 * strata_lesson_view_count_found:
 * @self: the view
 *
 * Returns: how many matches the last strata_lesson_view_find() marked
 */
guint
strata_lesson_view_count_found (StrataLessonView *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), 0);

  return self->found->len;
}

/**
 * strata_lesson_view_find_end:
 * @self: the view
 *
 * Looks for nothing any more; the caret goes to where one was, and Tab goes on from it.
 */
void
strata_lesson_view_find_end (StrataLessonView *self)
{
  g_return_if_fail (STRATA_IS_LESSON_VIEW (self));

  if (self->found->len > 0)
    place_caret (self);
  strata_lesson_view_find (self, "");
}
