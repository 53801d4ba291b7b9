#include "strata-document-private.h"

#include "strata-builder-private.h"
#include "strata-markdown-private.h"
#include "strata-source-private.h"
#include "text/strata-slug.h"

static void
span_clear (gpointer data)
{
  StrataSpan *span = data;

  g_free (span->target);
  g_free (span->alt);
  g_free (span->title);
}

static void
block_clear (gpointer data)
{
  g_free (((StrataBlock *) data)->info);
}

/**
 * strata_document_new:
 * @markdown: CommonMark, with pipe tables, tasks and some HTML; what is not
 *   UTF-8 is replaced
 * @length: in bytes, or -1; what is after %STRATA_DOCUMENT_MAX_LENGTH is left out
 *
 * Returns: (transfer full): the document
 */
StrataDocument *
strata_document_new (const char *markdown,
                     gssize      length)
{
  StrataDocument *self = g_new0 (StrataDocument, 1);
  g_autofree char *source = _strata_source_dup (markdown, length);
  StrataBuilder builder;

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (StrataSpan));
  g_array_set_clear_func (self->spans, span_clear);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (StrataBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  self->containers = g_array_new (FALSE, FALSE, sizeof (StrataContainer));
  self->grids = g_array_new (FALSE, FALSE, sizeof (StrataGrid));
  self->cells = g_array_new (FALSE, FALSE, sizeof (StrataCell));

  _strata_builder_init (&builder, self);
  _strata_markdown_read (&builder, source);
  _strata_builder_clear (&builder);
  return self;
}

void
strata_document_free (StrataDocument *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_array_unref (self->blocks);
  g_array_unref (self->containers);
  g_array_unref (self->grids);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * strata_document_get_text:
 * @self: a document
 *
 * Returns: (transfer none): the text that is shown, a line break after each
 *   block
 */
const char *
strata_document_get_text (const StrataDocument *self)
{
  return self->text->str;
}

guint
strata_document_get_n_spans (const StrataDocument *self)
{
  return self->spans->len;
}

const StrataSpan *
strata_document_get_span (const StrataDocument *self,
                          guint                 position)
{
  g_return_val_if_fail (position < self->spans->len, NULL);

  return &g_array_index (self->spans, StrataSpan, position);
}

guint
strata_document_get_n_blocks (const StrataDocument *self)
{
  return self->blocks->len;
}

const StrataBlock *
strata_document_get_block (const StrataDocument *self,
                           guint                 position)
{
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return &g_array_index (self->blocks, StrataBlock, position);
}

guint
strata_document_get_n_containers (const StrataDocument *self)
{
  return self->containers->len;
}

/**
 * strata_document_get_container:
 * @self: a document
 * @id: what a block or a container says it lies in, from 1; those that lie in
 *   others come after them
 *
 * Returns: (transfer none): the container
 */
const StrataContainer *
strata_document_get_container (const StrataDocument *self,
                               guint                 id)
{
  g_return_val_if_fail (id > 0 && id <= self->containers->len, NULL);

  return &g_array_index (self->containers, StrataContainer, id - 1);
}

guint
strata_document_get_n_grids (const StrataDocument *self)
{
  return self->grids->len;
}

const StrataGrid *
strata_document_get_grid (const StrataDocument *self,
                          guint                 position)
{
  g_return_val_if_fail (position < self->grids->len, NULL);

  return &g_array_index (self->grids, StrataGrid, position);
}

/**
 * strata_document_get_cell:
 * @self: a document
 * @grid: a table of it
 * @row: from 0, which is the row of heads
 * @column: from 0
 *
 * Returns: (transfer none): the cell; every table has all of them
 */
const StrataCell *
strata_document_get_cell (const StrataDocument *self,
                          const StrataGrid     *grid,
                          guint                 row,
                          guint                 column)
{
  g_return_val_if_fail (row < grid->n_rows && column < grid->n_columns, NULL);

  return &g_array_index (self->cells, StrataCell,
                         grid->first_cell + row * grid->n_columns + column);
}

static char *
dup_words (const StrataDocument *self,
           const StrataBlock    *block)
{
  const char *text = self->text->str + block->byte_start;
  const char *words = g_utf8_offset_to_pointer (text, block->marker);

  return g_strndup (words, (gsize) (self->text->str + block->byte_end - words));
}

/**
 * strata_document_find_heading:
 * @self: a document
 * @anchor: what a link says after its `#`, percent-encoded or not
 *
 * Returns: offset of the heading's first character, -1 if there is none; see
 *   strata_slug_dup()
 */
int
strata_document_find_heading (const StrataDocument *self,
                              const char           *anchor)
{
  g_autofree char *wanted = g_uri_unescape_string (anchor, NULL);
  g_autoptr (GHashTable) slugs = strata_slugs_new ();

  for (guint i = 0; wanted != NULL && i < self->blocks->len; i++)
    {
      const StrataBlock *block = strata_document_get_block (self, i);
      g_autofree char *words = NULL;
      g_autofree char *slug = NULL;

      if (block->kind != STRATA_BLOCK_HEADING)
        continue;
      words = dup_words (self, block);
      slug = strata_slug_dup (slugs, words);
      if (g_str_equal (slug, wanted))
        return (int) block->start;
    }
  return -1;
}
