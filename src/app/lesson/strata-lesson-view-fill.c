/* How a lesson's text comes into the view: the first screens at once, before the
 * first frame, and the rest a little at a time when there is nothing else to do. */
#include <string.h>

#include "course/strata-link.h"
#include "picture/strata-picture-file.h"
#include "strata-lesson-image.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"

/* In characters: two screens, and what fits between two frames. */
#define FIRST_SLICE 1800
#define NEXT_SLICE 2000

static void
tag_span (GtkTextBuffer    *buffer,
          const StrataSpan *span)
{
  static const char *const names[] = {
    [STRATA_SPAN_EMPHASIS] = "emphasis",
    [STRATA_SPAN_STRONG] = "strong",
    [STRATA_SPAN_CODE] = "code",
    [STRATA_SPAN_LINK] = "link",
    [STRATA_SPAN_UNDERLINE] = "underline",
    [STRATA_SPAN_SUBSCRIPT] = "subscript",
    [STRATA_SPAN_SUPERSCRIPT] = "superscript",
    [STRATA_SPAN_KEY] = "code",
  };

  if (span->kind != STRATA_SPAN_IMAGE)
    _strata_lesson_tags_apply (buffer, names[span->kind], span->start, span->end);
}

static gboolean
is_in_link (StrataLessonView *self,
            const StrataSpan *span)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const StrataSpan *link = g_ptr_array_index (self->links, i);

      if (link->start > span->start)
        return FALSE;
      if (span->end <= link->end)
        return TRUE;
    }
  return FALSE;
}

/* Nothing is fetched: an image on the web is what there is to say about it. */
static GtkWidget *
image_new (StrataLessonView *self,
           const StrataSpan *span)
{
  const char *target = span->target != NULL ? span->target : "";
  g_autoptr (StrataLink) link = strata_link_parse (target);
  gboolean web = link->kind == STRATA_LINK_WEB && !g_str_has_prefix (target, "mailto:");
  g_autofree char *path = strata_picture_file_find (target, self->path, self->folder);
  GtkWidget *image = strata_lesson_image_new (path, web ? target : NULL, span->alt, span->width);

  if (is_in_link (self, span))
    strata_lesson_image_set_in_link (STRATA_LESSON_IMAGE (image));
  /* Without one GTK would take away the description too. */
  if (span->title != NULL)
    gtk_widget_set_tooltip_text (image, span->title);
  return image;
}

static void
insert_image (StrataLessonView *self,
              GtkTextBuffer    *buffer,
              const StrataSpan *span)
{
  GtkWidget *image = image_new (self, span);
  GtkTextIter from, to;
  GtkTextChildAnchor *anchor;
  guint block = _strata_lesson_view_block_at (self, span->start);

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) span->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) span->end);
  gtk_text_buffer_delete (buffer, &from, &to);
  anchor = gtk_text_buffer_create_child_anchor (buffer, &from);
  gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self), image, anchor);
  g_object_set_data (G_OBJECT (image), "block", GUINT_TO_POINTER (block));
  g_object_set_data (G_OBJECT (image), "anchor", anchor);
  gtk_widget_set_visible (image, !_strata_lesson_view_is_folded (self, block));
  g_ptr_array_add (self->images, image);
}

/* Appends the text of the blocks up to, not with, @last. */
static void
append_text (StrataLessonView *self,
             GtkTextBuffer    *buffer,
             guint             last)
{
  const StrataBlock *first_block = strata_document_get_block (self->document, self->n_blocks);
  const StrataBlock *last_block = strata_document_get_block (self->document, last - 1);
  const char *end = g_utf8_offset_to_pointer (self->next_text,
                                              (glong) last_block->end + 1 - first_block->start);
  /* The last line break of all would show as an empty line. */
  gboolean is_end = last == strata_document_get_n_blocks (self->document);
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (buffer, &iter);
  gtk_text_buffer_insert (buffer, &iter, self->next_text,
                          (int) (end - self->next_text) - (is_end ? 1 : 0));
  self->next_text = end;
}

/* Before the tags, which would end in front of what is inserted where they begin. What
 * a widget shows is not inserted. */
static void
insert_images (StrataLessonView *self,
               GtkTextBuffer    *buffer,
               guint             end)
{
  guint n = strata_document_get_n_spans (self->document);

  for (guint i = self->n_spans; i < n; i++)
    {
      const StrataSpan *span = strata_document_get_span (self->document, i);

      if (span->start >= end)
        break;
      if (span->kind == STRATA_SPAN_IMAGE
          && !_strata_lesson_view_suits (self, _strata_lesson_view_block_at (self, span->start)))
        insert_image (self, buffer, span);
    }
}

static void
tag_slice (StrataLessonView *self,
           GtkTextBuffer    *buffer,
           guint             last,
           guint             end)
{
  guint n = strata_document_get_n_spans (self->document);

  for (; self->n_blocks < last; self->n_blocks++)
    {
      const StrataBlock *block = strata_document_get_block (self->document, self->n_blocks);

      _strata_lesson_tags_block (self, self->n_blocks);
      if (_strata_lesson_view_is_folded (self, self->n_blocks))
        _strata_lesson_view_tag_fold (self, self->n_blocks);
      if (block->kind == STRATA_BLOCK_TABLE && !_strata_lesson_view_suits (self, self->n_blocks))
        _strata_lesson_view_tag_grid (self, block);
    }
  for (; self->n_spans < n; self->n_spans++)
    {
      const StrataSpan *span = strata_document_get_span (self->document, self->n_spans);

      if (span->start >= end)
        break;
      tag_span (buffer, span);
    }
}

/* Whole blocks, of @n characters or a little more. */
static void
fill_slice (StrataLessonView *self,
            guint             n)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint n_blocks = strata_document_get_n_blocks (self->document);
  guint last = self->n_blocks;
  guint start, end;

  if (last == n_blocks)
    return;
  start = strata_document_get_block (self->document, last)->start;
  do
    end = strata_document_get_block (self->document, last++)->end;
  while (last < n_blocks && end - start < n);
  append_text (self, buffer, last);
  insert_images (self, buffer, end);
  _strata_lesson_tags_apply (buffer, "language", start, end + 1);
  tag_slice (self, buffer, last, end);
  _strata_lesson_view_tag_terms (self, end);
}

static gboolean
fill_more (gpointer data)
{
  StrataLessonView *self = data;

  fill_slice (self, NEXT_SLICE);
  if (self->n_blocks < strata_document_get_n_blocks (self->document))
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

/* Fills the first screens, and goes on when idle. */
void
_strata_lesson_view_start_filling (StrataLessonView *self)
{
  self->next_text = strata_document_get_text (self->document);
  fill_slice (self, FIRST_SLICE);
  for (guint i = 0; i < self->n_blocks; i++)
    if (!_strata_lesson_view_is_folded (self, i))
      _strata_lesson_view_make_block (self, i);
  if (self->n_blocks < strata_document_get_n_blocks (self->document))
    self->fill_source = g_idle_add (fill_more, self);
}

void
_strata_lesson_view_stop_filling (StrataLessonView *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  self->n_blocks = 0;
  self->n_spans = 0;
}

/**
 * strata_lesson_view_fill_to:
 * @self: the view
 * @offset: in characters
 *
 * Makes sure that the text is there up to @offset and some screens further,
 * before it is scrolled to.
 */
void
strata_lesson_view_fill_to (StrataLessonView *self,
                            guint             offset)
{
  guint filled;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self));

  filled = (guint) gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  if (self->fill_source != 0 && offset + FIRST_SLICE > filled)
    fill_slice (self, offset + FIRST_SLICE - filled);
}

/**
 * strata_lesson_view_get_length:
 * @self: the view
 *
 * Returns: how long the lesson is, in characters, whether filled in or not
 */
guint
strata_lesson_view_get_length (StrataLessonView *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), 0);

  return self->document != NULL
             ? (guint) g_utf8_strlen (strata_document_get_text (self->document), -1)
             : 0;
}
