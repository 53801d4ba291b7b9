/* The parts of a lesson that fold: a summary, and what it folds away.
 *
 * What is folded stays in the buffer, as all text does, under a tag that makes it
 * unseen; its widgets and pictures are not shown. A part that is folded in another
 * keeps its own state. */
#include <glib/gi18n.h>

#include "strata-lesson-palette-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"

#define TRIANGLE 16    /* pixels for text of the usual size */

static gboolean
is_closed (StrataLessonView *self,
           guint             container)
{
  return g_array_index (self->folded, guint8, container);
}

/**
 * _strata_lesson_view_fold_of:
 * @self: the view
 * @block: of its document
 *
 * Returns: the container that folds at the block; 0 where it is no summary, or not
 *   the first block of what it would fold
 */
guint
_strata_lesson_view_fold_of (StrataLessonView  *self,
                             const StrataBlock *block)
{
  const StrataContainer *container;

  if (block->kind != STRATA_BLOCK_SUMMARY || block->container == 0)
    return 0;
  container = strata_document_get_container (self->document, block->container);
  return container->kind == STRATA_CONTAINER_DETAILS && container->start == block->start
             ? block->container
             : 0;
}

/* The outermost container that makes the block at @position unseen now, 0 for none. */
static guint
folded_by (StrataLessonView *self,
           guint             position)
{
  const StrataBlock *block = strata_document_get_block (self->document, position);
  guint id = block->container;
  guint outermost = 0;

  if (_strata_lesson_view_fold_of (self, block) != 0)
    id = strata_document_get_container (self->document, id)->parent;
  for (; id > 0; id = strata_document_get_container (self->document, id)->parent)
    if (is_closed (self, id))
      outermost = id;
  return outermost;
}

/* Whether the block at @position is unseen now. */
gboolean
_strata_lesson_view_is_folded (StrataLessonView *self,
                               guint             position)
{
  return folded_by (self, position) != 0;
}

/* The block at @position, or the summary that it is folded away below. */
guint
_strata_lesson_view_last_seen (StrataLessonView *self,
                               guint             position)
{
  guint id = folded_by (self, position);

  return id > 0 ? _strata_lesson_view_block_at (
                      self, strata_document_get_container (self->document, id)->start)
                : position;
}

/* The first block after that at @position that is not folded away, as many as there are
 * blocks where there is none. */
guint
_strata_lesson_view_next_seen (StrataLessonView *self,
                               guint             position)
{
  guint n = strata_document_get_n_blocks (self->document);
  guint id;

  for (position++; position < n && (id = folded_by (self, position)) > 0; position++)
    position = _strata_lesson_view_block_at (
        self, strata_document_get_container (self->document, id)->end);
  return position;
}

/* What folds by the summary that the character at @offset is in, 0 for none. */
static guint
fold_at (StrataLessonView *self,
         int               offset)
{
  if (offset < 0 || self->n_blocks == 0)
    return 0;
  return _strata_lesson_view_fold_of (
      self, strata_document_get_block (self->document,
                                       _strata_lesson_view_block_at (self, (guint) offset)));
}

static int
get_caret (StrataLessonView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&caret);
}

/* The lesson is one text for a screen reader: while the caret is in a summary, the text
 * itself is what is expanded or collapsed. Another summary is told anew, even if it is in
 * the same state as the last one. */
static void
tell_state (StrataLessonView *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  guint id = fold_at (self, get_caret (self));
  gboolean expanded = id > 0 && !is_closed (self, id);

  if (id != self->told_fold && self->told_fold > 0)
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED);
  if (id > 0 && (id != self->told_fold || expanded != self->told_expanded))
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  self->told_fold = id;
  self->told_expanded = expanded;
}

/* Tells a screen reader about the summary that the caret comes to. */
void
_strata_lesson_view_watch_folds (StrataLessonView *self)
{
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                           "notify::cursor-position", G_CALLBACK (tell_state), self,
                           G_CONNECT_SWAPPED);
}

/* For another document, whose parts are folded as it wants. */
void
_strata_lesson_view_reset_folds (StrataLessonView *self)
{
  guint n = strata_document_get_n_blocks (self->document);

  g_array_set_size (self->folded, 0);
  g_array_set_size (self->folded, strata_document_get_n_containers (self->document) + 1);
  for (guint i = 0; i < n; i++)
    {
      guint id = _strata_lesson_view_fold_of (self, strata_document_get_block (self->document, i));

      if (id > 0)
        g_array_index (self->folded, guint8, id) =
            !strata_document_get_container (self->document, id)->open;
    }
}

static void
show_images (StrataLessonView *self)
{
  for (guint i = 0; i < self->images->len; i++)
    {
      GtkWidget *image = g_ptr_array_index (self->images, i);
      guint block = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (image), "block"));

      gtk_widget_set_visible (image, !_strata_lesson_view_is_folded (self, block));
    }
}

static void
show_blocks (StrataLessonView *self)
{
  GHashTableIter iter;
  gpointer position, widget;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &position, &widget))
    gtk_widget_set_visible (widget,
                            !_strata_lesson_view_is_folded (self, GPOINTER_TO_UINT (position)));
}

/* Makes a block seen or unseen, as it is to be. */
void
_strata_lesson_view_tag_fold (StrataLessonView *self,
                              guint             position)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const StrataBlock *block = strata_document_get_block (self->document, position);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) block->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) block->end + 1);
  if (_strata_lesson_view_is_folded (self, position))
    {
      /* A line takes room in GTK where such a tag ends within it. */
      gtk_text_buffer_remove_tag_by_name (buffer, "hidden", &from, &to);
      gtk_text_buffer_apply_tag_by_name (buffer, "folded", &from, &to);
      return;
    }
  gtk_text_buffer_remove_tag_by_name (buffer, "folded", &from, &to);
  if (g_hash_table_contains (self->firsts, GUINT_TO_POINTER (position)))
    _strata_lesson_tags_apply (buffer, "hidden", block->start + block->marker + 1, block->end);
}

/* The caret does not stay in what is unseen. */
static void
take_caret_out (StrataLessonView      *self,
                const StrataContainer *container)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint caret = (guint) get_caret (self);
  GtkTextIter iter;

  if (caret < container->start || caret > container->end
      || !_strata_lesson_view_is_folded (self, _strata_lesson_view_block_at (self, caret)))
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) container->start);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
set_closed (StrataLessonView *self,
            guint             id,
            gboolean          closed)
{
  const StrataContainer *container = strata_document_get_container (self->document, id);
  guint last = _strata_lesson_view_block_at (self, container->end);

  g_array_index (self->folded, guint8, id) = closed;
  show_images (self);
  show_blocks (self);
  for (guint i = _strata_lesson_view_block_at (self, container->start);
       i <= last && i < self->n_blocks; i++)
    {
      _strata_lesson_view_tag_fold (self, i);
      _strata_lesson_tags_card_end (self, i);
    }
  if (closed)
    take_caret_out (self, container);
  tell_state (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  _strata_lesson_view_make_near (self);
}

/**
 * strata_lesson_view_unfold:
 * @self: the view
 * @offset: in characters
 *
 * Unfolds all that the character lies in, so that it can be seen.
 */
void
strata_lesson_view_unfold (StrataLessonView *self,
                           guint             offset)
{
  guint position, id;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self));

  if (self->document == NULL || strata_document_get_n_blocks (self->document) == 0)
    return;
  position = _strata_lesson_view_block_at (self, offset);
  id = strata_document_get_block (self->document, position)->container;
  while (_strata_lesson_view_is_folded (self, position))
    {
      const StrataBlock *block = strata_document_get_block (self->document, position);

      if (is_closed (self, id) && _strata_lesson_view_fold_of (self, block) != id)
        set_closed (self, id, FALSE);
      id = strata_document_get_container (self->document, id)->parent;
    }
}

/**
 * strata_lesson_view_skip_folded:
 * @self: the view
 * @offset: in characters
 *
 * Returns: @offset, or where the next thing begins that is not folded away
 */
guint
strata_lesson_view_skip_folded (StrataLessonView *self,
                                guint             offset)
{
  guint n, position;

  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), offset);

  n = self->document != NULL ? strata_document_get_n_blocks (self->document) : 0;
  if (n == 0)
    return offset;
  position = _strata_lesson_view_block_at (self, offset);
  if (!_strata_lesson_view_is_folded (self, position))
    return offset;
  for (guint i = position + 1; i < n; i++)
    if (!_strata_lesson_view_is_folded (self, i))
      return strata_document_get_block (self->document, i)->start;
  while (position > 0 && _strata_lesson_view_is_folded (self, position))
    position--;
  return strata_document_get_block (self->document, position)->start;
}

/* Folds or unfolds by the summary that @offset is in; whether it is in one. */
gboolean
_strata_lesson_view_toggle_at (StrataLessonView *self,
                               int               offset)
{
  guint id = fold_at (self, offset);

  if (id > 0)
    set_closed (self, id, !is_closed (self, id));
  return id > 0;
}

gboolean
_strata_lesson_view_toggle_at_caret (StrataLessonView *self)
{
  return _strata_lesson_view_toggle_at (self, get_caret (self));
}

/* Where the summary begins whose line is at @y of the view, -1 where there is none. Its
 * whole line counts, with the triangle and what is behind the words. */
int
_strata_lesson_view_summary_at_y (StrataLessonView *self,
                                  double            y)
{
  const StrataBlock *block;
  GtkTextIter iter;
  int by;

  if (self->n_blocks == 0)
    return -1;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, 0, (int) y,
                                         NULL, &by);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, by, NULL);
  block = strata_document_get_block (
      self->document, _strata_lesson_view_block_at (self, (guint) gtk_text_iter_get_offset (&iter)));
  return _strata_lesson_view_fold_of (self, block) != 0 ? (int) block->start : -1;
}

/* What a press would do, in words. */
gboolean
_strata_lesson_view_say_fold (StrataLessonView *self,
                              int               x,
                              int               y,
                              gboolean          by_key,
                              GtkTooltip       *tooltip)
{
  int offset = by_key ? -1 : _strata_lesson_view_summary_at_y (self, y);
  guint id;

  if (offset < 0)
    return FALSE;
  id = strata_document_get_block (self->document,
                                  _strata_lesson_view_block_at (self, (guint) offset))
           ->container;
  gtk_tooltip_set_text (tooltip, is_closed (self, id) ? _("Unfold") : _("Fold"));
  return TRUE;
}

/* A triangle beside the summary: it points down where what follows is unfolded. */
void
_strata_lesson_view_draw_fold (StrataLessonView  *self,
                               GtkSnapshot       *snapshot,
                               const StrataBlock *block,
                               int                left)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA colour = _strata_lesson_palette_colour (_strata_lesson_palette ()->text);
  gboolean closed = is_closed (self, block->container);
  int size = (int) (TRIANGLE * _strata_lesson_view_get_scale (self));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
      closed ? "pan-end-symbolic" : "pan-down-symbolic", NULL, size,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  GtkTextIter iter;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter,
                                      (int) block->start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (left - size - size / 3),
                                                (float) (place.y + (place.height - size) / 2 + 1)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            &colour, 1);
  gtk_snapshot_restore (snapshot);
}
