/* Writes the text of a document together with its blocks, spans and cells. */
#include "strata-builder-private.h"

#include <string.h>

#define OBJECT_CHARACTER "\xef\xbf\xbc"
#define PARAGRAPH_SEPARATOR "\xe2\x80\xa9"
#define MAX_HTML_SPANS 64

void
_strata_builder_init (StrataBuilder  *self,
                      StrataDocument *document)
{
  *self = (StrataBuilder) { .document = document };
  self->frames = g_array_new (FALSE, FALSE, sizeof (StrataFrame));
  self->open = g_array_new (FALSE, FALSE, sizeof (StrataOpenSpan));
  self->html_open = g_array_new (FALSE, FALSE, sizeof (StrataOpenSpan));
  self->marker = g_string_new (NULL);
}

void
_strata_builder_clear (StrataBuilder *self)
{
  g_array_unref (self->frames);
  g_array_unref (self->open);
  g_array_unref (self->html_open);
  g_string_free (self->marker, TRUE);
}

/* Text. -------------------------------------------------------------------------- */

/* How many characters; whether any of them would end the line. */
static guint
count (const char *text,
       gsize       length,
       gboolean   *breaks)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) text[i];

      n += (c & 0xc0) != 0x80;
      if (c == '\n' || c == '\r' || c == '\0'
          || (c == 0xa9 && i >= 2 && memcmp (text + i - 2, PARAGRAPH_SEPARATOR, 3) == 0))
        *breaks = TRUE;
    }
  return n;
}

/* A block is one line: what an entity says must not end it. */
static void
append (StrataBuilder *self,
        const char    *text,
        gsize          length)
{
  GString *out = self->document->text;
  gboolean breaks = FALSE;

  self->length += count (text, length, &breaks);
  if (!breaks)
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, c == '\n' || c == '\r' || c == '\0' || c == 0x2029 ? ' ' : c);
    }
}

/* The last character of the block or cell so far, 0 if there is none. */
gunichar
_strata_builder_last (StrataBuilder *self)
{
  const GString *text = self->document->text;
  const char *last;

  if (self->length == self->content)
    return 0;
  last = g_utf8_find_prev_char (text->str, text->str + text->len);
  return last != NULL ? g_utf8_get_char (last) : 0;
}

static void
append_break (StrataBuilder *self)
{
  append (self, STRATA_LINE_SEPARATOR, strlen (STRATA_LINE_SEPARATOR));
}

static void
fill_gap (StrataBuilder *self)
{
  gunichar last;

  if (self->gap == STRATA_GAP_NONE && self->n_breaks == 0)
    return;
  last = _strata_builder_last (self);
  for (guint i = 0; last != 0 && i < self->n_breaks; i++)
    append_break (self);
  if (last != 0 && last != 0x2028 && self->n_breaks == 0)
    {
      if (self->gap == STRATA_GAP_BREAK)
        append_break (self);
      else if (last != ' ')
        append (self, " ", 1);
    }
  self->gap = STRATA_GAP_NONE;
  self->n_breaks = 0;
}

void
_strata_builder_add_text (StrataBuilder *self,
                          const char    *text,
                          gssize         length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  gsize room = 0;

  /* No line begins with room. */
  if (self->gap != STRATA_GAP_NONE || self->n_breaks > 0)
    room = strspn (text, " ");
  if (self->hidden != 0 || room >= n)
    return;
  fill_gap (self);
  append (self, text + room, n - room);
}

/* A line of the same block. */
void
_strata_builder_add_break (StrataBuilder *self)
{
  if (self->hidden != 0)
    return;
  fill_gap (self);
  append_break (self);
}

/* A line of the same block, unless it would be the last one and empty. */
void
_strata_builder_want_break (StrataBuilder *self)
{
  if (self->hidden == 0)
    self->n_breaks++;
}

/* Text with line ends, which become lines of the same block. */
void
_strata_builder_add_lines (StrataBuilder *self,
                           const char    *text)
{
  const char *p = text;

  while (TRUE)
    {
      gsize line = strcspn (p, "\r\n");

      _strata_builder_add_text (self, p, (gssize) line);
      p += line;
      if (*p == '\0')
        return;
      p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
      _strata_builder_add_break (self);
    }
}

/* What is to stand before the next words; a break counts more than a space. */
void
_strata_builder_set_gap (StrataBuilder *self,
                         StrataGap      gap)
{
  self->gap = MAX (self->gap, gap);
}

/* Spans. ------------------------------------------------------------------------- */

static StrataSpan *
add_span (StrataBuilder  *self,
          StrataSpanKind  kind)
{
  StrataSpan span = { .kind = kind, .start = self->length, .end = self->length };
  GArray *spans = self->document->spans;

  g_array_append_val (spans, span);
  return &g_array_index (spans, StrataSpan, spans->len - 1);
}

/* Spans are listed by where they begin, so a place is kept for each. */
StrataSpan *
_strata_builder_open_span (StrataBuilder  *self,
                           int             tag,
                           StrataSpanKind  kind)
{
  GArray *open = tag != 0 ? self->html_open : self->open;
  StrataOpenSpan entry = { .tag = tag };

  if (tag != 0 && (open->len >= MAX_HTML_SPANS || self->hidden != 0))
    return NULL;
  if (self->hidden == 0)
    fill_gap (self);
  entry.position = self->document->spans->len;
  g_array_append_val (open, entry);
  return add_span (self, kind);
}

/* Ends the innermost span of @tag; one of HTML may not have begun. */
void
_strata_builder_close_span (StrataBuilder *self,
                            int            tag)
{
  GArray *open = tag != 0 ? self->html_open : self->open;

  for (guint i = open->len; i > 0; i--)
    {
      const StrataOpenSpan *entry = &g_array_index (open, StrataOpenSpan, i - 1);

      if (entry->tag != tag)
        continue;
      g_array_index (self->document->spans, StrataSpan, entry->position).end = self->length;
      g_array_remove_index (open, i - 1);
      return;
    }
}

StrataSpan *
_strata_builder_add_image (StrataBuilder *self)
{
  StrataSpan *span;

  if (self->hidden != 0)
    return NULL;
  fill_gap (self);
  span = add_span (self, STRATA_SPAN_IMAGE);
  append (self, OBJECT_CHARACTER, strlen (OBJECT_CHARACTER));
  span->end = self->length;
  return span;
}

/* What HTML has begun inside a block or cell ends with it. */
static void
end_words (StrataBuilder *self)
{
  while (self->html_open->len > 0)
    _strata_builder_close_span (
        self, g_array_index (self->html_open, StrataOpenSpan, self->html_open->len - 1).tag);
  self->gap = STRATA_GAP_NONE;
  self->n_breaks = 0;
  self->hidden = 0;
}

/* Blocks. ------------------------------------------------------------------------ */

void
_strata_builder_begin (StrataBuilder   *self,
                       StrataBlockKind  kind,
                       guint            level)
{
  const StrataContext *context = &self->context;
  guint start = self->length;

  self->block = (StrataBlock) {
    .kind = kind,
    .level = level,
    .container = context->container,
    .list = context->list,
    .quote = context->quote,
    .quote_id = context->quote_id,
    .tight = context->tight,
    .start = start,
    .byte_start = (guint) self->document->text->len,
    .align = context->align,
  };
  append (self, self->marker->str, self->marker->len);
  g_string_truncate (self->marker, 0);
  self->block.marker = self->length - start;
  self->first_span = self->document->spans->len;
  self->content = self->length;
  self->in_block = TRUE;
}

void
_strata_builder_end (StrataBuilder *self)
{
  GString *text = self->document->text;

  end_words (self);
  self->block.end = self->length;
  self->block.byte_end = (guint) text->len;
  g_string_append_c (text, '\n');
  self->length++;
  g_array_append_val (self->document->blocks, self->block);
  self->in_block = FALSE;
}

/* Ends a block of HTML, which was none if there is nothing in it. */
void
_strata_builder_end_unless_empty (StrataBuilder *self)
{
  if (self->length > self->content || self->block.marker > 0)
    {
      _strata_builder_end (self);
      return;
    }
  end_words (self);
  g_array_set_size (self->document->spans, self->first_span);
  self->in_block = FALSE;
}

void
_strata_builder_begin_grid (StrataBuilder *self,
                            guint          n_rows,
                            guint          n_columns)
{
  StrataGrid grid = { n_rows, n_columns, self->document->cells->len };

  _strata_builder_begin (self, STRATA_BLOCK_TABLE, 0);
  self->block.grid = self->document->grids->len;
  g_array_append_val (self->document->grids, grid);
}

void
_strata_builder_begin_cell (StrataBuilder *self,
                            guint          row,
                            guint          column,
                            StrataAlign    align)
{
  StrataCell cell = { .row = row, .column = column, .align = align };

  if (column > 0)
    append (self, "\t", 1);
  else if (row > 0)
    append_break (self);
  cell.start = self->content = self->length;
  cell.byte_start = (guint) self->document->text->len;
  g_array_append_val (self->document->cells, cell);
}

void
_strata_builder_end_cell (StrataBuilder *self)
{
  GArray *cells = self->document->cells;
  StrataCell *cell = &g_array_index (cells, StrataCell, cells->len - 1);

  end_words (self);
  cell->end = self->length;
  cell->byte_end = (guint) self->document->text->len;
}

/* Containers. -------------------------------------------------------------------- */

StrataFrame *
_strata_builder_push (StrataBuilder *self,
                      int            tag)
{
  StrataFrame frame = { .tag = tag, .around = self->context };

  self->n_html += tag != 0 ? 1 : 0;
  g_array_append_val (self->frames, frame);
  return &g_array_index (self->frames, StrataFrame, self->frames->len - 1);
}

static void
pop (StrataBuilder *self)
{
  StrataFrame *frame = &g_array_index (self->frames, StrataFrame, self->frames->len - 1);
  GArray *blocks = self->document->blocks;
  StrataBlock *last = blocks->len > 0 ? &g_array_index (blocks, StrataBlock, blocks->len - 1) : NULL;

  if (frame->container > 0)
    {
      StrataContainer *container =
          &g_array_index (self->document->containers, StrataContainer, frame->container - 1);

      container->end = last != NULL ? MAX (last->end, container->start) : container->start;
    }
  /* After a list there is room again. */
  if (frame->is_list && last != NULL && !frame->around.tight)
    last->tight = FALSE;
  self->n_html -= frame->tag != 0 ? 1 : 0;
  self->context = frame->around;
  g_array_set_size (self->frames, self->frames->len - 1);
}

/* Ends the frame at @position and what is in it. */
void
_strata_builder_pop_to (StrataBuilder *self,
                        guint          position)
{
  while (self->frames->len > position)
    {
      /* An item with nothing in it is shown nonetheless. */
      if (self->marker->len > 0)
        {
          _strata_builder_begin (self, STRATA_BLOCK_PARAGRAPH, 0);
          _strata_builder_end (self);
        }
      pop (self);
    }
}

/* Ends the innermost container of Markdown and what HTML has begun in it. */
void
_strata_builder_pop_markdown (StrataBuilder *self)
{
  guint i = self->frames->len;

  while (i > 0 && g_array_index (self->frames, StrataFrame, i - 1).tag != 0)
    i--;
  if (i > 0)
    _strata_builder_pop_to (self, i - 1);
}

/* Returns NULL where it is too deep; the frame is there nonetheless. */
StrataContainer *
_strata_builder_push_container (StrataBuilder       *self,
                                int                  tag,
                                StrataContainerKind  kind)
{
  StrataFrame *frame = _strata_builder_push (self, tag);
  GArray *containers = self->document->containers;
  StrataContainer container = { .kind = kind, .start = self->length, .end = self->length };

  self->context.tight = FALSE;
  if (kind == STRATA_CONTAINER_QUOTE && self->context.quote++ == 0)
    self->context.quote_id = ++self->n_quotes;
  if (self->context.depth >= STRATA_CONTAINER_MAX_DEPTH)
    return NULL;
  container.parent = self->context.container;
  container.depth = ++self->context.depth;
  g_array_append_val (containers, container);
  frame->container = self->context.container = containers->len;
  return &g_array_index (containers, StrataContainer, containers->len - 1);
}

void
_strata_builder_push_list (StrataBuilder *self,
                           int            tag,
                           gboolean       ordered,
                           guint          start,
                           gboolean       tight)
{
  StrataFrame *frame = _strata_builder_push (self, tag);

  frame->is_list = TRUE;
  frame->list = ++self->n_lists;
  frame->ordered = ordered;
  frame->number = start;
  frame->tight = tight;
  self->context.list++;
}

static void
add_marker (StrataBuilder *self,
            gboolean       ordered,
            guint          number,
            StrataTask     task)
{
  static const char *const boxes[] = {
    [STRATA_TASK_OPEN] = "\xe2\x98\x90",
    [STRATA_TASK_DONE] = "\xe2\x98\x91",
  };

  if (ordered)
    g_string_append_printf (self->marker, "%u.\xe2\x80\x82", number);
  else if (task == STRATA_TASK_NONE)
    g_string_append (self->marker, self->context.list % 2 == 1 ? "\xe2\x80\xa2\xe2\x80\x82"
                                                               : "\xe2\x97\xa6\xe2\x80\x82");
  if (task != STRATA_TASK_NONE)
    g_string_append_printf (self->marker, "%s\xe2\x80\x82", boxes[task]);
}

/* An item of the list whose frame is the last one. */
void
_strata_builder_push_item (StrataBuilder *self,
                           int            tag,
                           StrataTask     task)
{
  StrataFrame *list = &g_array_index (self->frames, StrataFrame, self->frames->len - 1);
  StrataFrame copy = *list;
  StrataContainer *item;

  list->number++;
  item = _strata_builder_push_container (self, tag, STRATA_CONTAINER_ITEM);
  self->context.tight = copy.tight;
  if (item != NULL)
    {
      item->list = copy.list;
      item->ordered = copy.ordered;
      item->number = copy.ordered ? copy.number : 0;
      item->tight = copy.tight;
      item->task = task;
    }
  else
    g_string_truncate (self->marker, 0);   /* too deep for one more */
  add_marker (self, copy.ordered, copy.number, task);
}
