/* CommonMark with pipe tables and tasks: cmark's tree becomes a document. Nothing
 * here calls itself: how deep a text is nested costs memory, not stack. */
#include "strata-markdown-private.h"

#include <cmark.h>
#include <string.h>

#include "strata-html-private.h"
#include "strata-pipe-tables-private.h"
#include "strata-source-private.h"

typedef struct
{
  StrataBuilder    *b;
  StrataPipeTables *tables;
  StrataCursor      cursor;
  cmark_node       *task;     /* the text that begins with a task's box */
} Reader;

/* Inlines. ----------------------------------------------------------------------- */

/* Characters of East Asian scripts stand without a space between lines. */
static gboolean
is_cjk (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0xfe30 && c <= 0xfe4f) || (c >= 0xff00 && c <= 0xff60)
         || (c >= 0x20000 && c <= 0x3ffff);
}

/* What @node begins with, which may stand deep in it. */
static const char *
first_text (cmark_node *node)
{
  while (node != NULL && cmark_node_first_child (node) != NULL)
    node = cmark_node_first_child (node);
  return node != NULL ? cmark_node_get_literal (node) : NULL;
}

static void
add_soft_break (StrataBuilder *b,
                cmark_node    *node)
{
  const char *next = first_text (cmark_node_next (node));
  gunichar last = _strata_builder_last (b);

  if (b->n_breaks > 0 || b->gap != STRATA_GAP_NONE || last == 0x2028
      || (is_cjk (last) && next != NULL && is_cjk (g_utf8_get_char (next))))
    return;
  _strata_builder_add_text (b, " ", 1);
}

static char *
plain_text (cmark_node *node)
{
  GString *out = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *inner = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (inner);

      if (event != CMARK_EVENT_ENTER)
        continue;
      if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
        g_string_append (out, cmark_node_get_literal (inner));
      else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        g_string_append_c (out, ' ');
    }
  cmark_iter_free (iter);
  return g_string_free (out, FALSE);
}

static char *
dup_unless_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
add_image (StrataBuilder *b,
           cmark_iter    *iter,
           cmark_node    *node)
{
  StrataSpan *span = _strata_builder_add_image (b);

  if (span != NULL)
    {
      span->target = g_strdup (cmark_node_get_url (node));
      span->title = dup_unless_empty (cmark_node_get_title (node));
      span->alt = plain_text (node);
    }
  /* What is inside is the alternative, not text. */
  cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
}

static void
open_link (StrataBuilder *b,
           cmark_node    *node)
{
  StrataSpan *span = _strata_builder_open_span (b, 0, STRATA_SPAN_LINK);

  span->target = g_strdup (cmark_node_get_url (node));
  span->title = dup_unless_empty (cmark_node_get_title (node));
}

static void
add_text (Reader     *self,
          cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);

  if (node == self->task)
    text += strlen ("[x]") + strspn (text + strlen ("[x]"), " \t");
  _strata_builder_add_text (self->b, text, -1);
}

static void
enter_inline (Reader     *self,
              cmark_iter *iter,
              cmark_node *node)
{
  StrataBuilder *b = self->b;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      add_text (self, node);
      break;
    case CMARK_NODE_SOFTBREAK:
      add_soft_break (b, node);
      break;
    case CMARK_NODE_LINEBREAK:
      _strata_builder_add_break (b);
      break;
    case CMARK_NODE_CODE:
      _strata_builder_open_span (b, 0, STRATA_SPAN_CODE);
      _strata_builder_add_text (b, cmark_node_get_literal (node), -1);
      _strata_builder_close_span (b, 0);
      break;
    case CMARK_NODE_EMPH:
      _strata_builder_open_span (b, 0, STRATA_SPAN_EMPHASIS);
      break;
    case CMARK_NODE_STRONG:
      _strata_builder_open_span (b, 0, STRATA_SPAN_STRONG);
      break;
    case CMARK_NODE_LINK:
      open_link (b, node);
      break;
    case CMARK_NODE_IMAGE:
      add_image (b, iter, node);
      break;
    case CMARK_NODE_HTML_INLINE:
      _strata_html_read_inline (b, cmark_node_get_literal (node));
      break;
    default:
      break;
    }
}

static void
leave_inline (Reader     *self,
              cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK)
    _strata_builder_close_span (self->b, 0);
}

/* All inlines of a block that is not of the document's tree itself. */
static void
read_inlines (Reader     *self,
              cmark_node *block)
{
  cmark_iter *iter = cmark_iter_new (block);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        enter_inline (self, iter, cmark_iter_get_node (iter));
      else
        leave_inline (self, cmark_iter_get_node (iter));
    }
  cmark_iter_free (iter);
}

/* Blocks. ------------------------------------------------------------------------ */

static void
read_lines_beside (Reader *self)
{
  cmark_node *paragraph = _strata_pipe_tables_take_paragraph (self->tables);

  if (paragraph == NULL)
    return;
  _strata_builder_begin (self->b, STRATA_BLOCK_PARAGRAPH, 0);
  read_inlines (self, paragraph);
  _strata_builder_end (self->b);
}

static void
read_table (Reader                *self,
            const StrataPipeTable *table)
{
  if (table->before)
    read_lines_beside (self);
  _strata_builder_begin_grid (self->b, table->n_rows, table->n_columns);
  for (guint row = 0; row < table->n_rows; row++)
    {
      for (guint column = 0; column < table->n_columns; column++)
        {
          cmark_node *cell = _strata_pipe_tables_take_cell (self->tables);

          _strata_builder_begin_cell (self->b, row, column, table->aligns[column]);
          if (cell != NULL)
            read_inlines (self, cell);
          _strata_builder_end_cell (self->b);
        }
    }
  _strata_builder_end (self->b);
  if (table->after)
    read_lines_beside (self);
  if (table->rule)
    {
      _strata_builder_begin (self->b, STRATA_BLOCK_RULE, 0);
      _strata_builder_end (self->b);
    }
}

/* A paragraph or a heading, or the table that cmark has taken for one. */
static void
enter_words (Reader     *self,
             cmark_iter *iter,
             cmark_node *node)
{
  const StrataPipeTable *table = _strata_pipe_tables_match (self->tables, node);

  if (table != NULL)
    {
      read_table (self, table);
      cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
    }
  else if (cmark_node_get_type (node) == CMARK_NODE_HEADING)
    _strata_builder_begin (self->b, STRATA_BLOCK_HEADING,
                           (guint) cmark_node_get_heading_level (node));
  else
    _strata_builder_begin (self->b, STRATA_BLOCK_PARAGRAPH, 0);
}

/* The box must stand in the source as it is: an escaped one is text. */
static StrataTask
find_task (Reader     *self,
           cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child (item);
  cmark_node *text = paragraph != NULL ? cmark_node_first_child (paragraph) : NULL;
  const char *literal = text != NULL ? cmark_node_get_literal (text) : NULL;
  const char *line;

  if (literal == NULL || cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH
      || cmark_node_get_type (text) != CMARK_NODE_TEXT || literal[0] != '['
      || literal[1] == '\0' || strchr (" xX", literal[1]) == NULL || literal[2] != ']'
      || (literal[3] != ' ' && literal[3] != '\t'))
    return STRATA_TASK_NONE;
  line = _strata_cursor_seek (&self->cursor, cmark_node_get_start_line (paragraph));
  if (line == NULL || (gsize) cmark_node_get_start_column (paragraph) > _strata_line_length (line)
      || strncmp (line + cmark_node_get_start_column (paragraph) - 1, literal, 3) != 0)
    return STRATA_TASK_NONE;
  self->task = text;
  return literal[1] == ' ' ? STRATA_TASK_OPEN : STRATA_TASK_DONE;
}

static void
add_code_block (StrataBuilder *b,
                cmark_node    *node)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = strlen (literal);
  g_autofree char *text = NULL;

  /* The last line end ends the block. */
  if (length > 0 && literal[length - 1] == '\n')
    length--;
  if (length > 0 && literal[length - 1] == '\r')
    length--;
  text = g_strndup (literal, length);
  _strata_builder_begin (b, STRATA_BLOCK_CODE, 0);
  b->block.info = dup_unless_empty (cmark_node_get_fence_info (node));
  _strata_builder_add_lines (b, text);
  _strata_builder_end (b);
}

static void
enter (Reader     *self,
       cmark_iter *iter,
       cmark_node *node)
{
  StrataBuilder *b = self->b;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      _strata_builder_push_container (b, 0, STRATA_CONTAINER_QUOTE);
      break;
    case CMARK_NODE_LIST:
      _strata_builder_push_list (b, 0, cmark_node_get_list_type (node) == CMARK_ORDERED_LIST,
                                 (guint) cmark_node_get_list_start (node),
                                 cmark_node_get_list_tight (node));
      break;
    case CMARK_NODE_ITEM:
      _strata_builder_push_item (b, 0, find_task (self, node));
      break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      enter_words (self, iter, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_code_block (b, node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      _strata_html_read_block (b, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      _strata_builder_begin (b, STRATA_BLOCK_RULE, 0);
      _strata_builder_end (b);
      break;
    default:
      enter_inline (self, iter, node);
    }
}

/* A paragraph of nothing but tags that are not shown is none. */
static void
end_words (StrataBuilder *b)
{
  GArray *spans = b->document->spans;
  gboolean leads = FALSE;

  for (guint i = b->first_span; i < spans->len && b->length == b->content; i++)
    leads = leads || g_array_index (spans, StrataSpan, i).target != NULL;
  if (b->block.kind == STRATA_BLOCK_PARAGRAPH && !leads)
    _strata_builder_end_unless_empty (b);
  else
    _strata_builder_end (b);
}

static void
leave (Reader     *self,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
      _strata_builder_pop_markdown (self->b);
      break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      if (self->b->in_block)
        end_words (self->b);
      break;
    default:
      leave_inline (self, node);
    }
}

/* Writes what @source, as _strata_source_dup() gives it, says. */
void
_strata_markdown_read (StrataBuilder *builder,
                       const char    *source)
{
  cmark_node *root = cmark_parse_document (source, strlen (source), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);
  Reader self = { .b = builder, .cursor = { source, 1 } };
  cmark_event_type event;

  self.tables = _strata_pipe_tables_new (root, source);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        enter (&self, iter, cmark_iter_get_node (iter));
      else
        leave (&self, cmark_iter_get_node (iter));
    }
  _strata_builder_pop_to (builder, 0);
  _strata_pipe_tables_free (self.tables);
  cmark_iter_free (iter);
  cmark_node_free (root);
}
