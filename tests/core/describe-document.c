/* A document in a short notation, so that tests can be tables:
 *
 *   H2 words           a heading; P paragraph, C code, R rule, T table, S summary
 *   P>-1. words        in an item of a list in a quote; + where the item is tight,
 *                      ? in a part that folds
 *   a {S b} c          strong; E emphasis, C code, U underline, K key, v below, ^ above
 *   {L(to) a} {I(x)}   a link, an image
 *   T lcr- a|b/c|d     a table: how its columns are set, its cells
 *
 * A / is a line of the same block, and each block a line of the notation. */
#include "describe-document.h"

#include <string.h>

static void
add_path (GString              *out,
          const StrataDocument *document,
          guint                 id)
{
  GString *path = g_string_new (NULL);

  while (id > 0)
    {
      const StrataContainer *container = strata_document_get_container (document, id);

      g_string_prepend (path, container->kind == STRATA_CONTAINER_QUOTE     ? ">"
                              : container->kind == STRATA_CONTAINER_DETAILS ? "?"
                              : container->tight                            ? "+"
                                                                            : "-");
      id = container->parent;
    }
  g_string_append (out, path->str);
  g_string_free (path, TRUE);
}

static void
add_opening (GString          *out,
             const StrataSpan *span)
{
  g_string_append_printf (out, "{%c", "ESCLIUv^K"[span->kind]);
  if (span->target != NULL)
    g_string_append_printf (out, "(%s)", span->target);
  if (span->title != NULL)
    g_string_append_printf (out, "'%s'", span->title);
  if (span->alt != NULL)
    g_string_append_printf (out, "[%s]", span->alt);
  if (span->width > 0)
    g_string_append_printf (out, "%u", span->width);
  if (span->kind != STRATA_SPAN_IMAGE)
    g_string_append_c (out, ' ');
}

/* Spans that end at @offset, then those that begin there. */
static void
add_marks (GString              *out,
           const StrataDocument *document,
           const StrataBlock    *block,
           guint                 offset)
{
  guint n = strata_document_get_n_spans (document);

  for (guint i = 0; i < n; i++)
    {
      const StrataSpan *span = strata_document_get_span (document, i);

      if (span->end == offset && span->start < offset && span->start >= block->start)
        g_string_append_c (out, '}');
    }
  for (guint i = 0; i < n; i++)
    {
      const StrataSpan *span = strata_document_get_span (document, i);

      if (span->start == offset && span->end <= block->end)
        add_opening (out, span);
      if (span->start == offset && span->end == offset)
        g_string_append_c (out, '}');
    }
}

static void
add_words (GString              *out,
           const StrataDocument *document,
           const StrataBlock    *block)
{
  const char *p = strata_document_get_text (document) + block->byte_start;

  for (guint offset = block->start; offset <= block->end; offset++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      add_marks (out, document, block, offset);
      if (c == 0x2028)
        g_string_append_c (out, '/');
      else if (c == '\t' && block->kind == STRATA_BLOCK_TABLE)
        g_string_append_c (out, '|');
      else if (c == 0x2002)
        g_string_append_c (out, ' ');
      else if (c != 0xfffc)
        g_string_append_unichar (out, c);
    }
}

static void
add_block (GString              *out,
           const StrataDocument *document,
           const StrataBlock    *block)
{
  g_string_append_c (out, "PHCRTS"[block->kind]);
  if (block->level > 0)
    g_string_append_printf (out, "%u", block->level);
  add_path (out, document, block->container);
  if (block->align != STRATA_ALIGN_NONE)
    g_string_append_printf (out, "%c", "-lcr"[block->align]);
  if (block->info != NULL)
    g_string_append_printf (out, "(%s)", block->info);
  g_string_append_c (out, ' ');
  if (block->kind == STRATA_BLOCK_TABLE)
    {
      const StrataGrid *grid = strata_document_get_grid (document, block->grid);

      for (guint i = 0; i < grid->n_columns; i++)
        g_string_append_c (out, "-lcr"[strata_document_get_cell (document, grid, 0, i)->align]);
      g_string_append_c (out, ' ');
    }
  add_words (out, document, block);
}

char *
describe_document (const char *markdown,
                   gssize      length)
{
  g_autoptr (StrataDocument) document = strata_document_new (markdown, length);
  GString *out = g_string_new (NULL);

  check_document (document);
  for (guint i = 0; i < strata_document_get_n_blocks (document); i++)
    add_block (out, document, strata_document_get_block (document, i));
  return g_string_free (out, FALSE);
}

/* What must hold. ------------------------------------------------------------------ */

static void
check_blocks (const StrataDocument *document,
              const char           *text)
{
  guint offset = 0;

  for (guint i = 0; i < strata_document_get_n_blocks (document); i++)
    {
      const StrataBlock *block = strata_document_get_block (document, i);
      const char *line = text + block->byte_start;

      g_assert_cmpuint (block->start, ==, offset);
      g_assert_cmpuint (block->start + block->marker, <=, block->end);
      g_assert_cmpuint (block->end - block->start, ==,
                        g_utf8_strlen (line, (gssize) (block->byte_end - block->byte_start)));
      g_assert_cmpuint (strcspn (line, "\n\r"), ==, block->byte_end - block->byte_start);
      g_assert_cmpuint (block->container, <=, strata_document_get_n_containers (document));
      offset = block->end + 1;
    }
  g_assert_cmpuint (offset, ==, g_utf8_strlen (text, -1));
}

static void
check_cells (const StrataDocument *document)
{
  for (guint g = 0; g < strata_document_get_n_grids (document); g++)
    {
      const StrataGrid *grid = strata_document_get_grid (document, g);

      for (guint i = 0; i < grid->n_rows * grid->n_columns; i++)
        {
          const StrataCell *cell = strata_document_get_cell (document, grid, i / grid->n_columns,
                                                             i % grid->n_columns);

          g_assert_cmpuint (cell->row, ==, i / grid->n_columns);
          g_assert_cmpuint (cell->column, ==, i % grid->n_columns);
          g_assert_cmpuint (cell->start, <=, cell->end);
          g_assert_cmpuint (cell->byte_start, <=, cell->byte_end);
        }
    }
}

/* What a view relies on, whatever has been read. */
void
check_document (const StrataDocument *document)
{
  const char *text = strata_document_get_text (document);
  guint n_spans = strata_document_get_n_spans (document), block = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  check_blocks (document, text);
  check_cells (document);
  for (guint i = 0; i < n_spans; i++)
    {
      const StrataSpan *span = strata_document_get_span (document, i);

      g_assert_true (i == 0 || span->start >= strata_document_get_span (document, i - 1)->start);
      while (strata_document_get_block (document, block)->end < span->start)
        block++;
      g_assert_cmpuint (span->start, >=, strata_document_get_block (document, block)->start);
      g_assert_cmpuint (span->end, <=, strata_document_get_block (document, block)->end);
      g_assert_cmpuint (span->start, <=, span->end);
    }
  for (guint i = 1; i <= strata_document_get_n_containers (document); i++)
    {
      const StrataContainer *container = strata_document_get_container (document, i);

      g_assert_cmpuint (container->parent, <, i);
      g_assert_cmpuint (container->depth, <=, STRATA_CONTAINER_MAX_DEPTH);
      g_assert_cmpuint (container->start, <=, container->end);
    }
}
