/* Blocks of a lesson, laid out for paper. */
#include "strata-paper-private.h"

#define ITEM_INDENT 22.0
#define QUOTE_INDENT 16.0
#define CODE_PADDING 9.0
#define CODE_INDENT 12.0       /* of what did not fit into a line */
#define MAX_UNBROKEN_CODE 14   /* lines */
#define RULE_HEIGHT 14.0

static const double heading_sizes[] = { 24, 16.5, 13, 11.5, 11, 11 };

static gboolean
is_heading (const StrataBlock *block)
{
  return block->kind == STRATA_BLOCK_HEADING || block->kind == STRATA_BLOCK_SUMMARY;
}

static double
font_size (const StrataBlock *block)
{
  if (block->kind == STRATA_BLOCK_HEADING)
    return heading_sizes[CLAMP (block->level, 1, G_N_ELEMENTS (heading_sizes)) - 1];
  return block->kind == STRATA_BLOCK_CODE ? 9.2 : 11;
}

static double
own_indent (const StrataContainer *container)
{
  return container->kind == STRATA_CONTAINER_ITEM    ? ITEM_INDENT
         : container->kind == STRATA_CONTAINER_QUOTE ? QUOTE_INDENT
                                                     : 0;
}

/* How far what lies in @container stands in. However deep, half of the column is left. */
double
_strata_paper_indent (StrataPaper *self,
                      guint        container)
{
  double indent = 0;

  while (container > 0)
    {
      const StrataContainer *c = strata_document_get_container (self->document, container);

      indent += own_indent (c);
      container = c->parent;
    }
  /* The deeper, the less each step adds. */
  return indent <= self->width * 0.25
             ? indent
             : self->width * (0.5 - 0.25 * 0.25 * self->width / indent);
}

/* Room above the block at @position, as in the window: more above a heading than below. */
double
_strata_paper_space (StrataPaper *self,
                     guint        position)
{
  static const double above[] = { 30, 24, 18, 14, 12, 12 };
  const StrataBlock *block = strata_document_get_block (self->document, position);
  const StrataBlock *before;
  double space;

  if (position == 0)
    return 0;
  before = strata_document_get_block (self->document, position - 1);
  if (before->kind == STRATA_BLOCK_HEADING)
    space = before->level == 1 ? 14 : 7;
  else
    space = before->tight ? 3 : 10;
  if (before->kind == STRATA_BLOCK_TABLE || before->kind == STRATA_BLOCK_CODE
      || block->kind == STRATA_BLOCK_TABLE || block->kind == STRATA_BLOCK_CODE)
    space = MAX (space, 12);
  if (block->kind == STRATA_BLOCK_HEADING && before->kind != STRATA_BLOCK_HEADING)
    space = MAX (space, above[CLAMP (block->level, 1, G_N_ELEMENTS (above)) - 1]);
  else if (block->kind == STRATA_BLOCK_HEADING)
    space = MAX (space, 12);
  return space;
}

/* Bullet, number or box, to the left of the text. */
static double
add_marker (StrataPaper       *self,
            StrataPaperPiece  *piece,
            const StrataBlock *block)
{
  const char *words = strata_document_get_text (self->document) + block->byte_start;
  g_autoptr (StrataPaperText) text =
      _strata_paper_text_new (self, block->start, block->start + block->marker,
                              _strata_paper_first_span (self, block->start), words,
                              font_size (block), self->width, FALSE);
  g_autoptr (PangoLayout) layout = _strata_paper_layout_new (self, font_size (block), -1);
  double outer = _strata_paper_indent (
      self, strata_document_get_container (self->document, block->container)->parent);
  PangoRectangle logical;
  double width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text->text->str, (int) text->text->len);
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_get_extents (layout, NULL, &logical);
  width = logical.width / (double) PANGO_SCALE;
  piece->left = MAX (piece->left, MIN (outer + width, self->width * 0.6));
  _strata_paper_add_lines (self, piece, layout, text, font_size (block), -width, 1);
  return width;
}

static PangoAlignment
alignment (StrataAlign align)
{
  return align == STRATA_ALIGN_CENTRE  ? PANGO_ALIGN_CENTER
         : align == STRATA_ALIGN_RIGHT ? PANGO_ALIGN_RIGHT
                                       : PANGO_ALIGN_LEFT;
}

static void
set_font (PangoLayout       *layout,
          StrataPaperText   *text,
          const StrataBlock *block)
{
  if (block->kind == STRATA_BLOCK_CODE)
    {
      pango_attr_list_insert_before (text->attributes, pango_attr_family_new ("monospace"));
      pango_layout_set_indent (layout, (int) (-CODE_INDENT * PANGO_SCALE));
    }
  else if (is_heading (block))
    pango_attr_list_insert_before (text->attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_text (layout, text->text->str, (int) text->text->len);
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_set_alignment (layout, alignment (block->align));
}

/* What ends with a colon stays with what it announces. */
static gboolean
announces (const StrataPaperText *text)
{
  return g_str_has_suffix (text->text->str, ":")
         || g_str_has_suffix (text->text->str, "\xef\xbc\x9a");
}

/* What holds the strips together. */
static void
set_keeps (StrataPaperPiece      *piece,
           const StrataPaperText *text)
{
  guint n = piece->strips->len;
  gboolean whole = piece->block->kind == STRATA_BLOCK_CODE && piece->begins && piece->ends
                   && n <= MAX_UNBROKEN_CODE;

  for (guint i = 0; i < n; i++)
    {
      StrataPaperStrip *strip = _strata_paper_piece_strip (piece, i);

      if (is_heading (piece->block))
        strip->keep = STRATA_KEEP_HEADING;
      else if (i + 1 < n && ((i == 0 && piece->begins) || (i + 2 == n && piece->ends)))
        strip->keep = STRATA_KEEP_LINES;
      else if (i + 1 < n && whole)
        strip->keep = STRATA_KEEP_WHOLE;
    }
  if (piece->ends && piece->block->kind == STRATA_BLOCK_PARAGRAPH && announces (text))
    _strata_paper_piece_strip (piece, n - 1)->keep = STRATA_KEEP_LINES;
}

static void
pad_code (StrataPaperPiece *piece)
{
  if (piece->begins)
    {
      _strata_paper_piece_strip (piece, 0)->height += CODE_PADDING;
      for (guint i = 0; i < piece->lines->len; i++)
        {
          StrataPaperLine *line = &g_array_index (piece->lines, StrataPaperLine, i);

          line->baseline += line->strip == 0 ? CODE_PADDING : 0;
        }
    }
  if (piece->ends)
    _strata_paper_piece_strip (piece, piece->strips->len - 1)->height += CODE_PADDING;
}

/* Goes on behind the lines that were taken: the last one of a part is not, as more
 * text could follow in it. */
static void
advance (StrataPaper           *self,
         StrataPaperCursor     *cursor,
         const StrataPaperText *text,
         PangoLayout           *layout,
         guint                  n_lines,
         guint                  start)
{
  const char *words = strata_document_get_text (self->document) + cursor->byte;
  guint n = text->bytes->len - 1;
  guint taken = n;

  if (n_lines < _strata_paper_count_lines (layout))
    {
      guint byte = (guint) pango_layout_get_line_readonly (layout, (int) n_lines)->start_index;

      for (taken = 0; taken < n && g_array_index (text->bytes, guint, taken) < byte; taken++)
        continue;
    }
  cursor->byte += (guint) (g_utf8_offset_to_pointer (words, taken) - words);
  cursor->offset = start + taken;
}

static void
begin_next_block (StrataPaper       *self,
                  StrataPaperCursor *cursor)
{
  *cursor = (StrataPaperCursor) { .block = cursor->block + 1 };
}

/* A part of a paragraph, heading or code. */
static StrataPaperPiece *
lay_out_text (StrataPaper       *self,
              StrataPaperCursor *cursor,
              const StrataBlock *block)
{
  gboolean begins = cursor->offset == 0;
  double padding = block->kind == STRATA_BLOCK_CODE ? CODE_PADDING : 0;
  StrataPaperPiece *piece =
      _strata_paper_piece_new (block, _strata_paper_indent (self, block->container));
  guint start = begins ? block->start + block->marker : cursor->offset;
  guint end = MIN (block->end, start + STRATA_PAPER_PART);
  const char *words = strata_document_get_text (self->document);
  g_autoptr (StrataPaperText) text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double width;
  guint n_lines;

  piece->begins = begins;
  piece->ends = end == block->end;
  if (begins)
    {
      cursor->byte = (guint) (g_utf8_offset_to_pointer (words + block->byte_start, block->marker)
                              - words);
      if (block->marker > 0 && block->container > 0)
        add_marker (self, piece, block);
    }
  width = self->width - piece->left - 2 * padding;
  text = _strata_paper_text_new (self, start, end, _strata_paper_first_span (self, block->start),
                                 words + cursor->byte, font_size (block), width,
                                 block->kind == STRATA_BLOCK_CODE);
  layout = _strata_paper_layout_new (self, font_size (block), width);
  set_font (layout, text, block);
  n_lines = _strata_paper_count_lines (layout);
  if (!piece->ends && n_lines > 1)
    n_lines--;
  _strata_paper_add_lines (self, piece, layout, text, font_size (block), padding, n_lines);
  if (padding > 0)
    pad_code (piece);
  set_keeps (piece, text);
  if (piece->ends)
    begin_next_block (self, cursor);
  else
    advance (self, cursor, text, layout, n_lines, start);
  return piece;
}

static StrataPaperPiece *
lay_out_rule (StrataPaper       *self,
              StrataPaperCursor *cursor,
              const StrataBlock *block)
{
  StrataPaperPiece *piece =
      _strata_paper_piece_new (block, _strata_paper_indent (self, block->container));

  piece->begins = piece->ends = TRUE;
  _strata_paper_piece_strip (piece, 0)->height = RULE_HEIGHT;
  if (block->marker > 0 && block->container > 0)
    add_marker (self, piece, block);
  begin_next_block (self, cursor);
  return piece;
}

/**
 * _strata_paper_lay_out:
 * @cursor: (inout): where; then, where the next piece begins
 *
 * Returns: (transfer full) (nullable): the piece at @cursor, %NULL behind the last
 */
StrataPaperPiece *
_strata_paper_lay_out (StrataPaper       *self,
                       StrataPaperCursor *cursor)
{
  guint position = cursor->block;
  const StrataBlock *block;
  StrataPaperPiece *piece;

  if (position >= strata_document_get_n_blocks (self->document))
    return NULL;
  block = strata_document_get_block (self->document, position);
  if (block->kind == STRATA_BLOCK_TABLE)
    piece = _strata_paper_lay_out_row (self, cursor);
  else if (block->kind == STRATA_BLOCK_RULE)
    piece = lay_out_rule (self, cursor, block);
  else
    piece = lay_out_text (self, cursor, block);
  piece->position = position;
  if (piece->begins)
    _strata_paper_piece_strip (piece, 0)->above = _strata_paper_space (self, position);
  return piece;
}
