/* One block as the lines of Markdown it is. */
#include <string.h>

#include "strata-writer-private.h"

#define LINE_SEPARATOR "\xe2\x80\xa8"

static StrataStretch
words_of (const StrataDocument *document,
          const StrataBlock    *block,
          guint                 start,
          guint                 end)
{
  const char *text = strata_document_get_text (document) + block->byte_start;
  StrataStretch stretch = { .document = document };

  stretch.start = CLAMP (start, block->start + block->marker, block->end);
  stretch.end = CLAMP (end, stretch.start, block->end);
  stretch.text = g_utf8_offset_to_pointer (text, (glong) (stretch.start - block->start));
  stretch.first_span = _strata_writer_find_span (document, block->start);
  return stretch;
}

static const char *
end_of (const StrataStretch *stretch)
{
  return g_utf8_offset_to_pointer (stretch->text, (glong) (stretch->end - stretch->start));
}

/* @before, and the words as plainly as they can be written. */
static void
add_words (GString             *out,
           const char          *before,
           const StrataStretch *stretch,
           StrataBlockKind      kind)
{
  g_autoptr (GString) words = g_string_new (NULL);

  _strata_writer_add_words (words, stretch, STRATA_WRITE_PLAINLY);
  if (stretch->start < stretch->end)
    {
      g_autofree char *alone = g_strconcat (before, words->str, NULL);

      if (!_strata_writer_reads_back (alone, stretch, kind))
        {
          g_string_truncate (words, 0);
          _strata_writer_add_words (words, stretch, STRATA_WRITE_SAFELY);
        }
    }
  g_string_append (out, before);
  g_string_append_len (out, words->str, (gssize) words->len);
}

/* <TAG>words</TAG>, for what Markdown cannot say. */
static void
add_tagged (GString             *out,
            const char          *tag,
            StrataAlign          align,
            const StrataStretch *stretch)
{
  static const char *const sides[] = { NULL, "left", "center", "right" };

  g_string_append_printf (out, "<%s", tag);
  if (align != STRATA_ALIGN_NONE)
    _strata_writer_add_attribute (out, "align", sides[align]);
  g_string_append_c (out, '>');
  _strata_writer_add_words (out, stretch, STRATA_WRITE_HTML);
  g_string_append_printf (out, "</%s>", tag);
}

static void
add_heading (GString           *out,
             const StrataBlock *block,
             StrataStretch     *stretch)
{
  if (block->align != STRATA_ALIGN_NONE)
    {
      char tag[] = { 'h', (char) ('0' + block->level), '\0' };

      add_tagged (out, tag, block->align, stretch);
      return;
    }
  stretch->one_line = TRUE;
  add_words (out, &"###### "[6 - block->level], stretch, STRATA_BLOCK_HEADING);
}

/* Code. -------------------------------------------------------------------------- */

static void
add_lines (GString    *out,
           const char *text,
           const char *end)
{
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2028)
        g_string_append_c (out, '\n');
      else
        g_string_append_unichar (out, c);
    }
}

/* Longer than every row of @mark in the code. */
static void
add_fence (GString    *out,
           char        mark,
           const char *text,
           const char *end)
{
  guint run = 0, longest = 2;

  for (const char *p = text; p < end; p++)
    {
      run = *p == mark ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  for (guint i = 0; i <= longest; i++)
    g_string_append_c (out, mark);
}

static void
add_info (GString    *out,
          const char *info)
{
  for (const char *p = info; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        g_string_append_printf (out, "&#%u;", (guchar) *p);
      else
        {
          if (*p == '\\' || *p == '&')
            g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
    }
}

static gboolean
has_spans (const StrataStretch *stretch)
{
  return stretch->first_span < strata_document_get_n_spans (stretch->document)
         && strata_document_get_span (stretch->document, stretch->first_span)->start <= stretch->end;
}

static void
add_code (GString             *out,
          const StrataBlock   *block,
          const StrataStretch *stretch)
{
  const char *end = end_of (stretch);
  char mark = block->info != NULL && strchr (block->info, '`') != NULL ? '~' : '`';

  if (has_spans (stretch))
    {
      g_string_append (out, "<pre>");
      _strata_writer_add_words (out, stretch, STRATA_WRITE_HTML);
      g_string_append (out, "</pre>");
      return;
    }
  add_fence (out, mark, stretch->text, end);
  add_info (out, block->info != NULL ? block->info : "");
  g_string_append_c (out, '\n');
  add_lines (out, stretch->text, end);
  g_string_append (out, stretch->text < end ? "\n" : "");
  add_fence (out, mark, stretch->text, end);
}

/* Tables. ------------------------------------------------------------------------ */

/* The words of a cell, which the table reads as a heading without its backslashes
 * before pipes. */
static void
add_cell (GString              *out,
          const StrataDocument *document,
          const StrataCell     *cell)
{
  StrataStretch stretch = { document, cell->start, cell->end,
                            strata_document_get_text (document) + cell->byte_start,
                            _strata_writer_find_span (document, cell->start), TRUE, TRUE };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) read = g_string_new ("# ");

  _strata_writer_add_words (words, &stretch, STRATA_WRITE_PLAINLY);
  g_string_append_printf (read, "%s #", words->str);
  g_string_replace (read, "\\|", "|", 0);
  if (words->len > 0 && !_strata_writer_reads_back (read->str, &stretch, STRATA_BLOCK_HEADING))
    {
      g_string_truncate (words, 0);
      _strata_writer_add_words (words, &stretch, STRATA_WRITE_SAFELY);
    }
  g_string_append_printf (out, " %s |", words->str);
}

static void
add_row (GString              *out,
         const StrataDocument *document,
         const StrataGrid     *grid,
         guint                 row)
{
  g_string_append_c (out, '|');
  for (guint column = 0; column < grid->n_columns; column++)
    add_cell (out, document, strata_document_get_cell (document, grid, row, column));
}

/* Whole rows, those of the stretch, below the heads. */
static void
add_table (GString             *out,
           const StrataBlock   *block,
           const StrataStretch *stretch)
{
  static const char *const dashes[] = { " --- |", " :-- |", " :-: |", " --: |" };
  const StrataDocument *document = stretch->document;
  const StrataGrid *grid = strata_document_get_grid (document, block->grid);

  add_row (out, document, grid, 0);
  g_string_append (out, "\n|");
  for (guint column = 0; column < grid->n_columns; column++)
    g_string_append (out, dashes[strata_document_get_cell (document, grid, 0, column)->align]);
  for (guint row = 1; row < grid->n_rows; row++)
    {
      const StrataCell *first = strata_document_get_cell (document, grid, row, 0);
      const StrataCell *last = strata_document_get_cell (document, grid, row, grid->n_columns - 1);

      if (last->end < stretch->start || first->start > stretch->end)
        continue;
      g_string_append_c (out, '\n');
      add_row (out, document, grid, row);
    }
}

/* -------------------------------------------------------------------------------- */

/**
 * _strata_writer_add_block:
 * @out: the lines are appended here, the last one without its end
 * @document: a document
 * @block: one of its blocks
 * @start: offset from which on it is written
 * @end: offset up to which it is written
 * @in_item: whether it lies in an item, where a row of dashes would be one
 *
 * Writes a block without the marks of what it lies in.
 */
void
_strata_writer_add_block (GString              *out,
                          const StrataDocument *document,
                          const StrataBlock    *block,
                          guint                 start,
                          guint                 end,
                          gboolean              in_item)
{
  StrataStretch stretch = words_of (document, block, start, end);

  stretch.end = MAX (stretch.end, stretch.start);
  switch (block->kind)
    {
    case STRATA_BLOCK_HEADING:
      add_heading (out, block, &stretch);
      break;
    case STRATA_BLOCK_CODE:
      add_code (out, block, &stretch);
      break;
    case STRATA_BLOCK_TABLE:
      add_table (out, block, &stretch);
      break;
    case STRATA_BLOCK_RULE:
      g_string_append (out, in_item ? "___" : "---");
      break;
    case STRATA_BLOCK_SUMMARY:
      add_tagged (out, "summary", block->align, &stretch);
      break;
    case STRATA_BLOCK_PARAGRAPH:
    default:
      if (block->align != STRATA_ALIGN_NONE)
        add_tagged (out, "p", block->align, &stretch);
      else
        add_words (out, "", &stretch, STRATA_BLOCK_PARAGRAPH);
    }
}

/* A part of one line, without any marks around it. */
void
_strata_writer_add_part (GString              *out,
                         const StrataDocument *document,
                         const StrataBlock    *block,
                         guint                 start,
                         guint                 end)
{
  StrataStretch stretch = words_of (document, block, start, end);

  if (block->kind == STRATA_BLOCK_CODE)
    {
      const char *last = end_of (&stretch);

      if (g_strstr_len (stretch.text, last - stretch.text, LINE_SEPARATOR) != NULL)
        add_code (out, block, &stretch);
      else
        _strata_writer_add_code (out, stretch.text, (gsize) (last - stretch.text));
    }
  else if (block->kind == STRATA_BLOCK_TABLE
           && (memchr (stretch.text, '\t', (gsize) (end_of (&stretch) - stretch.text)) != NULL
               || g_strstr_len (stretch.text, end_of (&stretch) - stretch.text, LINE_SEPARATOR)))
    add_table (out, block, &stretch);
  else
    add_words (out, "", &stretch, STRATA_BLOCK_PARAGRAPH);
}
