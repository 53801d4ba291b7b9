#include "strata-outline.h"

#define MAX_LEVEL 6

struct _StrataOutline
{
  GArray *headings;     /* StrataHeading */
};

static void
heading_clear (gpointer data)
{
  g_free (((StrataHeading *) data)->words);
}

/* On one line, without bullets and pictures. */
static char *
dup_words (const StrataDocument *document,
           const StrataBlock    *block)
{
  const char *text = strata_document_get_text (document);
  const char *p = g_utf8_offset_to_pointer (text + block->byte_start, block->marker);
  GString *words = g_string_new (NULL);

  for (; p < text + block->byte_end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0xfffc)
        g_string_append_unichar (words, c == 0x2028 ? ' ' : c);
    }
  return g_strstrip (g_string_free (words, FALSE));
}

static gboolean
has_title (const StrataDocument *document)
{
  guint n_first = 0;
  gboolean leads = FALSE, other = FALSE;

  for (guint i = 0; i < strata_document_get_n_blocks (document); i++)
    {
      const StrataBlock *block = strata_document_get_block (document, i);

      if (block->kind != STRATA_BLOCK_HEADING)
        continue;
      leads = leads || (block->level == 1 && !other);
      n_first += block->level == 1;
      other = TRUE;
    }
  return leads && n_first == 1;
}

/**
 * strata_outline_new:
 * @document: a document
 *
 * Returns: (transfer full): its outline, which does not need @document any more
 */
StrataOutline *
strata_outline_new (const StrataDocument *document)
{
  StrataOutline *self = g_new0 (StrataOutline, 1);
  gboolean title = has_title (document);
  guint levels[MAX_LEVEL];      /* of the headings that the next one may lie below */
  guint depth = 0;

  self->headings = g_array_new (FALSE, FALSE, sizeof (StrataHeading));
  g_array_set_clear_func (self->headings, heading_clear);
  for (guint i = 0; i < strata_document_get_n_blocks (document); i++)
    {
      const StrataBlock *block = strata_document_get_block (document, i);
      StrataHeading heading = { .offset = block->start };

      if (block->kind != STRATA_BLOCK_HEADING || (title && block->level == 1))
        continue;
      heading.words = dup_words (document, block);
      if (*heading.words == '\0')
        {
          g_free (heading.words);
          continue;
        }
      while (depth > 0 && levels[depth - 1] >= block->level)
        depth--;
      heading.depth = depth;
      levels[depth++] = block->level;
      g_array_append_val (self->headings, heading);
    }
  return self;
}

void
strata_outline_free (StrataOutline *self)
{
  g_array_unref (self->headings);
  g_free (self);
}

guint
strata_outline_get_n_headings (const StrataOutline *self)
{
  return self->headings->len;
}

const StrataHeading *
strata_outline_get_heading (const StrataOutline *self,
                            guint                position)
{
  g_return_val_if_fail (position < self->headings->len, NULL);

  return &g_array_index (self->headings, StrataHeading, position);
}

/**
 * strata_outline_find:
 * @self: an outline
 * @offset: of a character of the document
 *
 * Returns: position of the heading that it stands in or below, -1 where it is
 *   before the first
 */
int
strata_outline_find (const StrataOutline *self,
                     guint                offset)
{
  guint low = 0, high = self->headings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->headings, StrataHeading, middle).offset <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low - 1;
}
