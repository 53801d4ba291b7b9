/* A document on a terminal. */
#include "strata-print-text.h"

#include <string.h>

#define LINE_SEPARATOR 0x2028
#define OBJECT_CHARACTER 0xfffc

typedef struct
{
  const StrataDocument *document;
  GString              *out;
  GString              *prefix;   /* of each line of the block */
  guint                 span;     /* the next one that may be an image */
} Printer;

static const char *
find_image (Printer *self,
            guint    offset)
{
  guint n = strata_document_get_n_spans (self->document);

  for (; self->span < n; self->span++)
    {
      const StrataSpan *span = strata_document_get_span (self->document, self->span);

      if (span->start > offset)
        break;
      if (span->start == offset && span->kind == STRATA_SPAN_IMAGE)
        return span->alt;
    }
  return NULL;
}

/* An image is shown by what stands for it. */
static void
append_words (Printer    *self,
              GString    *out,
              guint       offset,
              const char *start,
              const char *end,
              const char *line_end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p), offset++)
    {
      gunichar c = g_utf8_get_char (p);
      const char *alt = c == OBJECT_CHARACTER ? find_image (self, offset) : NULL;

      if (alt != NULL && *alt != '\0')
        g_string_append_printf (out, "[%s]", alt);
      else if (c == LINE_SEPARATOR)
        g_string_append (out, line_end);
      else if (alt == NULL)
        g_string_append_unichar (out, c);
    }
}

/* Tables. ------------------------------------------------------------------------ */

static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static GPtrArray *
cell_texts (Printer          *self,
            const StrataGrid *grid,
            GArray           *widths)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *text = strata_document_get_text (self->document);

  for (guint i = 0; i < grid->n_rows * grid->n_columns; i++)
    {
      guint column = i % grid->n_columns;
      const StrataCell *cell =
          strata_document_get_cell (self->document, grid, i / grid->n_columns, column);
      GString *words = g_string_new (NULL);
      guint *width = &g_array_index (widths, guint, column);

      append_words (self, words, cell->start, text + cell->byte_start, text + cell->byte_end, " ");
      *width = MAX (*width, width_of (words->str));
      g_ptr_array_add (texts, g_string_free (words, FALSE));
    }
  return texts;
}

static void
append_cell (GString     *out,
             const char  *text,
             guint        width,
             StrataAlign  align)
{
  guint room = width - width_of (text);
  guint before = align == STRATA_ALIGN_RIGHT    ? room
                 : align == STRATA_ALIGN_CENTRE ? room / 2
                                                : 0;

  g_string_append_printf (out, "%*s%s%*s", (int) before, "", text, (int) (room - before), "");
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_table (Printer           *self,
              const StrataBlock *block)
{
  const StrataGrid *grid = strata_document_get_grid (self->document, block->grid);
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GPtrArray) texts = NULL;

  g_array_set_size (widths, grid->n_columns);
  texts = cell_texts (self, grid, widths);
  for (guint row = 0; row < grid->n_rows; row++)
    {
      if (row > 0)
        g_string_append (self->out, self->prefix->str);
      for (guint i = 0; i < grid->n_columns; i++)
        {
          const StrataCell *cell = strata_document_get_cell (self->document, grid, row, i);

          g_string_append (self->out, i > 0 ? " | " : "");
          append_cell (self->out, g_ptr_array_index (texts, row * grid->n_columns + i),
                       g_array_index (widths, guint, i), cell->align);
        }
      end_line (self->out);
      for (guint i = 0; row == 0 && i < grid->n_columns; i++)
        {
          g_string_append (self->out, i > 0 ? "-|-" : self->prefix->str);
          for (guint n = g_array_index (widths, guint, i); n > 0; n--)
            g_string_append_c (self->out, '-');
        }
      if (row == 0)
        g_string_append_c (self->out, '\n');
    }
}

/* Blocks. ------------------------------------------------------------------------ */

/* What stands before the lines of a block, outermost container first. Where there is
 * a bullet, it stands in the place of the innermost item's indent. */
static void
set_prefix (Printer *self,
            guint    container,
            gboolean has_marker)
{
  g_string_truncate (self->prefix, 0);
  while (container > 0)
    {
      const StrataContainer *c = strata_document_get_container (self->document, container);

      if (c->kind == STRATA_CONTAINER_QUOTE)
        g_string_prepend (self->prefix, "> ");
      else if (!has_marker || c->kind != STRATA_CONTAINER_ITEM)
        g_string_prepend (self->prefix, "  ");
      else
        has_marker = FALSE;
      container = c->parent;
    }
}

static void
append_block (Printer           *self,
              const StrataBlock *block)
{
  const char *text = strata_document_get_text (self->document) + block->byte_start;
  const char *end = strata_document_get_text (self->document) + block->byte_end;
  const char *words = g_utf8_offset_to_pointer (text, block->marker);
  g_autofree char *line_end = NULL;

  set_prefix (self, block->container, block->marker > 0);
  g_string_append (self->out, self->prefix->str);
  g_string_append_len (self->out, text, (gssize) (words - text));
  set_prefix (self, block->container, FALSE);
  if (block->kind == STRATA_BLOCK_CODE)
    {
      g_string_append (self->out, "    ");
      g_string_append (self->prefix, "    ");
    }
  if (block->kind == STRATA_BLOCK_TABLE)
    {
      append_table (self, block);
      return;
    }
  line_end = g_strconcat ("\n", self->prefix->str, NULL);
  if (block->kind == STRATA_BLOCK_RULE)
    g_string_append (self->out, "---");
  append_words (self, self->out, block->start + block->marker, words, end, line_end);
  end_line (self->out);
}

/**
 * strata_print_text:
 * @document: a document
 *
 * The text that the reader shows: an empty line between blocks, quotes and lists
 * with what stands before them, tables in columns, images as what stands for them.
 *
 * Returns: (transfer full): the text
 */
char *
strata_print_text (const StrataDocument *document)
{
  Printer self = { .document = document };
  gboolean was_tight = TRUE;

  self.out = g_string_new (NULL);
  self.prefix = g_string_new (NULL);
  for (guint i = 0; i < strata_document_get_n_blocks (document); i++)
    {
      const StrataBlock *block = strata_document_get_block (document, i);

      if (!was_tight)
        g_string_append_c (self.out, '\n');
      append_block (&self, block);
      was_tight = block->tight;
    }
  g_string_free (self.prefix, TRUE);
  return g_string_free (self.out, FALSE);
}
