/* Words with their styles, links and images as Markdown. */
#include <string.h>

#include "strata-writer-private.h"

typedef struct
{
  GString             *out;
  const StrataStretch *stretch;
  StrataWriteMode      mode;
  GPtrArray           *spans;     /* const StrataSpan* that lie in the stretch */
  guint                next;      /* of them, the first that has not begun */
  GArray              *open;      /* OpenSpan: those that have, and not ended */
  guint                stars_end; /* where the last that is written by stars has ended */
  gunichar             last;      /* character of the text; 0 where a line begins */
  guint                in_link;
} Words;

typedef struct
{
  const StrataSpan *span;
  const char       *mark;     /* NULL where it has a tag, or brackets */
} OpenSpan;

/* Styles. ------------------------------------------------------------------------- */

static const char *
tag_of (StrataSpanKind kind)
{
  static const char *const tags[] = {
    [STRATA_SPAN_EMPHASIS] = "em",   [STRATA_SPAN_STRONG] = "strong",
    [STRATA_SPAN_CODE] = "code",     [STRATA_SPAN_LINK] = "a",
    [STRATA_SPAN_UNDERLINE] = "u",   [STRATA_SPAN_SUBSCRIPT] = "sub",
    [STRATA_SPAN_SUPERSCRIPT] = "sup", [STRATA_SPAN_KEY] = "kbd",
  };

  return tags[kind];
}

static gboolean
has_stars (const StrataSpan *span)
{
  return span->kind == STRATA_SPAN_STRONG || span->kind == STRATA_SPAN_EMPHASIS;
}

/* Stars beside stars would be taken for one row of them. @position is that of @span,
 * which is about to begin. */
static gboolean
touches_stars (const Words      *self,
               const StrataSpan *span,
               guint             position)
{
  if (self->stars_end == span->start)
    return TRUE;
  for (guint i = 0; i < self->open->len; i++)
    {
      const StrataSpan *other = g_array_index (self->open, OpenSpan, i).span;

      if (has_stars (other) && (other->start == span->start || other->end == span->end))
        return TRUE;
    }
  for (guint i = position + 1; i < self->spans->len; i++)
    {
      const StrataSpan *other = g_ptr_array_index (self->spans, i);

      if (other->start > span->end)
        break;
      if (has_stars (other)
          && (other->start == span->start || other->end == span->end || other->start == span->end))
        return TRUE;
    }
  return FALSE;
}

static void
open_span (Words            *self,
           const StrataSpan *span,
           guint             position)
{
  GString *out = self->out;
  OpenSpan open = { .span = span };

  if (self->mode == STRATA_WRITE_PLAINLY && has_stars (span))
    {
      open.mark = span->kind == STRATA_SPAN_STRONG             ? "**"
                  : touches_stars (self, span, position) ? "_"
                                                               : "*";
      g_string_append (out, open.mark);
    }
  else if (self->mode == STRATA_WRITE_PLAINLY && span->kind == STRATA_SPAN_LINK)
    {
      /* What stood before must not make an image of it. */
      if (out->len > 0 && out->str[out->len - 1] == '!')
        g_string_insert_c (out, (gssize) out->len - 1, '\\');
      g_string_append_c (out, '[');
      self->in_link++;
    }
  else
    {
      g_string_append_printf (out, "<%s", tag_of (span->kind));
      if (span->kind == STRATA_SPAN_LINK)
        _strata_writer_add_attribute (out, "href", span->target != NULL ? span->target : "");
      if (span->kind == STRATA_SPAN_LINK && span->title != NULL)
        _strata_writer_add_attribute (out, "title", span->title);
      g_string_append_c (out, '>');
    }
  g_array_append_val (self->open, open);
}

static void
close_span (Words          *self,
            const OpenSpan *open)
{
  if (open->mark != NULL)
    {
      g_string_append (self->out, open->mark);
      self->stars_end = open->span->end;
    }
  else if (self->mode == STRATA_WRITE_PLAINLY && open->span->kind == STRATA_SPAN_LINK)
    {
      g_string_append_c (self->out, ']');
      _strata_writer_add_target (self->out, open->span, self->stretch->is_cell);
      self->in_link--;
    }
  else
    g_string_append_printf (self->out, "</%s>", tag_of (open->span->kind));
}

/* Whether code can be written between backticks: nothing else may begin or end in it. */
static gboolean
is_plain_code (const Words      *self,
               const StrataSpan *span,
               guint             position)
{
  const StrataSpan *next;

  if (span->kind != STRATA_SPAN_CODE || self->mode != STRATA_WRITE_PLAINLY
      || span->start == span->end)
    return FALSE;
  for (guint i = 0; i < self->open->len; i++)
    {
      if (g_array_index (self->open, OpenSpan, i).span->end < span->end)
        return FALSE;
    }
  next = position + 1 < self->spans->len ? g_ptr_array_index (self->spans, position + 1) : NULL;
  return next == NULL || next->start >= span->end;
}

static const char *
add_plain_code (Words            *self,
                const StrataSpan *span,
                const char       *p)
{
  const char *end = g_utf8_offset_to_pointer (p, (glong) (span->end - span->start));
  g_autoptr (GString) code = g_string_new_len (p, end - p);

  if (self->stretch->is_cell)
    g_string_replace (code, "|", "\\|", 0);
  _strata_writer_add_code (self->out, code->str, code->len);
  self->last = 'a';
  return end;
}

static void
add_break (Words *self)
{
  if (self->stretch->one_line || self->mode == STRATA_WRITE_HTML)
    g_string_append (self->out, "<br>");
  else
    g_string_append (self->out, "\\\n");
  self->last = 0;
}

/* The stretch. -------------------------------------------------------------------- */

/* The first span that begins at @offset or later. */
guint
_strata_writer_find_span (const StrataDocument *document,
                          guint                 offset)
{
  guint low = 0, high = strata_document_get_n_spans (document);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strata_document_get_span (document, middle)->start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The spans of a stretch, cut to it. */
static GPtrArray *
collect_spans (const StrataStretch *stretch)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (g_free);

  for (guint i = stretch->first_span; i < strata_document_get_n_spans (stretch->document); i++)
    {
      const StrataSpan *span = strata_document_get_span (stretch->document, i);
      StrataSpan *copy;

      if (span->start > stretch->end)
        break;
      if (span->end < stretch->start
          || (span->start < span->end
              && (span->end == stretch->start || span->start == stretch->end)))
        continue;
      copy = g_memdup2 (span, sizeof *span);    /* its strings stay the document's */
      copy->start = MAX (copy->start, stretch->start);
      copy->end = MIN (copy->end, stretch->end);
      g_ptr_array_add (spans, copy);
    }
  return spans;
}

static void
close_spans (Words *self,
             guint  offset)
{
  for (guint i = self->open->len; i > 0; i--)
    {
      const OpenSpan open = g_array_index (self->open, OpenSpan, i - 1);

      if (open.span->end == offset)
        {
          g_array_remove_index (self->open, i - 1);
          close_span (self, &open);
        }
    }
}

/* Opens what begins at @offset; returns the code or the image among it, which is
 * written as a whole. */
static const StrataSpan *
open_spans (Words *self,
            guint  offset)
{
  while (self->next < self->spans->len)
    {
      guint position = self->next;
      const StrataSpan *span = g_ptr_array_index (self->spans, position);

      if (span->start > offset)
        break;
      self->next++;
      if ((span->kind == STRATA_SPAN_IMAGE && span->end > span->start)
          || is_plain_code (self, span, position))
        return span;
      if (span->kind == STRATA_SPAN_IMAGE)
        continue;
      open_span (self, span, position);
      if (span->end == offset)
        {
          const OpenSpan open = g_array_index (self->open, OpenSpan, self->open->len - 1);

          g_array_set_size (self->open, self->open->len - 1);
          close_span (self, &open);
        }
    }
  return NULL;
}

void
_strata_writer_add_words (GString             *out,
                          const StrataStretch *stretch,
                          StrataWriteMode      mode)
{
  g_autoptr (GPtrArray) spans = collect_spans (stretch);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (OpenSpan));
  Words self = { .out = out, .stretch = stretch, .mode = mode, .spans = spans, .open = open,
                 .stars_end = G_MAXUINT };
  const char *p = stretch->text;
  guint offset = stretch->start;

  while (offset <= stretch->end)
    {
      const StrataSpan *whole;
      gunichar c, next;

      close_spans (&self, offset);
      whole = open_spans (&self, offset);
      if (offset == stretch->end)
        break;
      if (whole != NULL)
        {
          if (whole->kind == STRATA_SPAN_IMAGE)
            _strata_writer_add_image (out, whole, mode, stretch->is_cell);
          p = whole->kind == STRATA_SPAN_IMAGE ? g_utf8_next_char (p)
                                               : add_plain_code (&self, whole, p);
          self.last = 'a';
          offset = whole->end;
          continue;
        }
      c = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      offset++;
      next = offset < stretch->end ? g_utf8_get_char (p) : 0;
      if (c == 0x2028)
        add_break (&self);
      else
        {
          StrataPoint point = { self.last, next, self.in_link > 0, stretch->is_cell };

          _strata_writer_add_character (out, c, &point, mode);
          self.last = c;
        }
    }
}

static gboolean
same_span (const StrataSpan *span,
           guint             shift,
           const StrataSpan *other)
{
  return span->kind == other->kind && span->start - shift == other->start
         && span->end - shift == other->end && g_strcmp0 (span->target, other->target) == 0
         && g_strcmp0 (span->title, other->title) == 0 && g_strcmp0 (span->alt, other->alt) == 0
         && span->width == other->width;
}

/* Whether @markdown alone is one block of @kind that says just this. */
gboolean
_strata_writer_reads_back (const char          *markdown,
                           const StrataStretch *stretch,
                           StrataBlockKind      kind)
{
  g_autoptr (StrataDocument) read = strata_document_new (markdown, -1);
  g_autoptr (GPtrArray) spans = collect_spans (stretch);
  const StrataBlock *block;
  const char *end;

  if (strata_document_get_n_blocks (read) != 1
      || strata_document_get_n_spans (read) != spans->len)
    return FALSE;
  block = strata_document_get_block (read, 0);
  end = g_utf8_offset_to_pointer (stretch->text, (glong) (stretch->end - stretch->start));
  if (block->kind != kind || block->container != 0
      || block->byte_end != (gsize) (end - stretch->text)
      || strncmp (strata_document_get_text (read), stretch->text, block->byte_end) != 0)
    return FALSE;
  for (guint i = 0; i < spans->len; i++)
    {
      if (!same_span (g_ptr_array_index (spans, i), stretch->start,
                      strata_document_get_span (read, i)))
        return FALSE;
    }
  return TRUE;
}
