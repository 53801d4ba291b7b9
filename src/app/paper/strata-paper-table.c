/* Tables on paper: columns as wide as their words allow, rows that are not broken
 * unless one is higher than a page. */
#include "strata-paper-private.h"

#define SIZE 10.0            /* of the font */
#define GAP 14.0             /* between columns */
#define EDGE 6.0             /* left of the first column and right of the last */
#define ROW_PADDING 4.0
#define MAX_MEASURED 2000    /* cells; later rows take the widths there are */
#define MAX_WORDS 400        /* characters of a cell that are measured */
#define MIN_WIDTH 24.0       /* of a column */
#define MAX_MINIMUM 90.0     /* a word that is longer is broken */
#define SHORT 40.0           /* a column that likes to be wider is not made narrower */
#define COMFORT 84.0         /* a column of text that is narrower does not read well */
#define LEAST_SCALE 0.7      /* as small as a table is set for comfort */

/* How wide a column would be without a break, and how narrow it can be. */
typedef struct
{
  double natural;
  double minimum;
} Width;

/* The characters of a cell that @part of its row shows. */
static StrataPaperText *
cell_text (StrataPaper      *self,
           const StrataCell *cell,
           guint             part,
           guint             length,
           double            width)
{
  const char *words = strata_document_get_text (self->document) + cell->byte_start;
  guint start = (guint) MIN ((guint64) cell->start + (guint64) part * length, cell->end);

  return _strata_paper_text_new (self, start, MIN (cell->end, start + length),
                                 _strata_paper_first_span (self, cell->start),
                                 g_utf8_offset_to_pointer (words, start - cell->start), SIZE,
                                 width, FALSE);
}

static PangoLayout *
cell_layout (StrataPaper      *self,
             const StrataCell *cell,
             StrataPaperText  *text,
             double            width)
{
  PangoLayout *layout = _strata_paper_layout_new (self, SIZE, width);

  if (cell->row == 0)
    pango_attr_list_insert_before (text->attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_text (layout, text->text->str, (int) text->text->len);
  pango_layout_set_attributes (layout, text->attributes);
  pango_layout_set_alignment (layout, cell->align == STRATA_ALIGN_CENTRE  ? PANGO_ALIGN_CENTER
                                      : cell->align == STRATA_ALIGN_RIGHT ? PANGO_ALIGN_RIGHT
                                                                          : PANGO_ALIGN_LEFT);
  return layout;
}

/* Columns. ------------------------------------------------------------------------- */

static void
measure_cell (StrataPaper      *self,
              const StrataCell *cell,
              Width            *width)
{
  g_autoptr (StrataPaperText) text = cell_text (self, cell, 0, MAX_WORDS, self->width);
  g_autoptr (PangoLayout) layout = cell_layout (self, cell, text, -1);
  PangoRectangle logical;
  double minimum;

  pango_layout_set_width (layout, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  width->natural = MAX (width->natural, logical.width / (double) PANGO_SCALE + 0.5);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_extents (layout, NULL, &logical);
  minimum = MAX (logical.width / (double) PANGO_SCALE + 0.5, MIN (width->natural, SHORT));
  width->minimum = MAX (width->minimum, MIN (minimum, MAX_MINIMUM));
}

static double
sum_widths (const double *widths,
            guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];
  return sum;
}

/* Gives each column of @widths, which are too narrow for @room together, as much of
 * what is left as it misses to @wanted in proportion. */
static void
widen (double       *widths,
       const double *wanted,
       guint         n,
       double        room)
{
  double sum = sum_widths (widths, n), missing = sum_widths (wanted, n) - sum;
  double share = missing > 0 ? CLAMP ((room - sum) / missing, 0, 1) : 0;

  for (guint i = 0; i < n; i++)
    widths[i] += share * (wanted[i] - widths[i]);
}

/* All columns get what they need, and of the rest what they would like in proportion.
 * A table that would have columns too narrow to be read is set smaller. */
static void
share_width (StrataPaperTable *table,
             const Width      *widths,
             double            room)
{
  guint n = table->n_columns;
  g_autofree double *natural = g_new (double, n);
  double comfort = 0;

  for (guint i = 0; i < n; i++)
    {
      table->widths[i] = widths[i].minimum;
      natural[i] = widths[i].natural;
      comfort += MAX (widths[i].minimum, MIN (widths[i].natural, COMFORT));
    }
  widen (table->widths, natural, n, CLAMP (comfort, room, room / LEAST_SCALE));
}

static void
set_columns (StrataPaper       *self,
             const StrataBlock *block,
             const StrataGrid  *grid)
{
  StrataPaperTable *table = &self->table;
  g_autofree Width *widths = g_new (Width, grid->n_columns);
  double room = self->width - _strata_paper_indent (self, block->container);
  double between = (grid->n_columns - 1) * GAP + 2 * EDGE;
  guint n_rows = MIN (grid->n_rows, MAX (MAX_MEASURED / grid->n_columns, 1));

  for (guint i = 0; i < grid->n_columns; i++)
    widths[i] = (Width) { MIN_WIDTH, MIN_WIDTH };
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < grid->n_columns; i++)
        measure_cell (self, strata_document_get_cell (self->document, grid, row, i), &widths[i]);
    }
  g_free (table->widths);
  table->widths = g_new (double, grid->n_columns);
  table->n_columns = grid->n_columns;
  share_width (table, widths, room - between);
  table->width = between + sum_widths (table->widths, grid->n_columns);
  table->scale = MIN (1, room / table->width);
}

/* Rows. ---------------------------------------------------------------------------- */

static gboolean
has_more (StrataPaper      *self,
          const StrataGrid *grid,
          guint             row,
          guint             part)
{
  for (guint i = 0; i < grid->n_columns; i++)
    {
      const StrataCell *cell = strata_document_get_cell (self->document, grid, row, i);

      if (cell->end - cell->start > (guint64) (part + 1) * STRATA_PAPER_PART)
        return TRUE;
    }
  return FALSE;
}

static void
pad_row (StrataPaperPiece *piece,
         gboolean          begins,
         gboolean          ends)
{
  guint n = piece->strips->len;

  if (begins)
    _strata_paper_piece_strip (piece, 0)->height += ROW_PADDING;
  for (guint i = 0; begins && i < piece->lines->len; i++)
    {
      StrataPaperLine *line = &g_array_index (piece->lines, StrataPaperLine, i);

      line->baseline += line->strip == 0 ? ROW_PADDING : 0;
    }
  if (ends)
    _strata_paper_piece_strip (piece, n - 1)->height += ROW_PADDING;
  for (guint i = 0; i < n; i++)
    {
      StrataPaperStrip *strip = _strata_paper_piece_strip (piece, i);

      strip->height *= piece->scale;
      strip->keep = i + 1 < n ? STRATA_KEEP_LINES : STRATA_KEEP_NOT;
    }
}

/* A row, or a part of one whose cells are long. The lines of its cells stand on
 * common strips, between which a row that is higher than a page is broken. */
static StrataPaperPiece *
lay_out_part (StrataPaper       *self,
              const StrataBlock *block,
              const StrataGrid  *grid,
              guint              row,
              guint              part)
{
  const StrataPaperTable *table = &self->table;
  StrataPaperPiece *piece =
      _strata_paper_piece_new (block, _strata_paper_indent (self, block->container));
  double x = EDGE;

  piece->scale = table->scale;
  piece->width = table->width;
  piece->is_head = row == 0;
  piece->ends = !has_more (self, grid, row, part);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      const StrataCell *cell = strata_document_get_cell (self->document, grid, row, i);
      g_autoptr (StrataPaperText) text =
          cell_text (self, cell, part, STRATA_PAPER_PART, table->widths[i]);
      g_autoptr (PangoLayout) layout = cell_layout (self, cell, text, table->widths[i]);

      _strata_paper_add_lines (self, piece, layout, text, SIZE, x,
                               _strata_paper_count_lines (layout));
      x += table->widths[i] + GAP;
    }
  pad_row (piece, part == 0, piece->ends);
  return piece;
}

static double
piece_height (StrataPaperPiece *piece)
{
  double height = 0;

  for (guint i = 0; i < piece->strips->len; i++)
    height += g_array_index (piece->strips, StrataPaperStrip, i).height;
  return height;
}

/* Measures the columns, and whether the table fits on a page. */
static void
begin_table (StrataPaper       *self,
             const StrataBlock *block,
             const StrataGrid  *grid,
             guint              position)
{
  double height = 0;
  guint row;

  if (self->table.block == position + 1)
    return;
  set_columns (self, block, grid);
  self->table.block = position + 1;
  for (row = 0; row < grid->n_rows && height <= self->height; row++)
    {
      g_autoptr (StrataPaperPiece) piece = lay_out_part (self, block, grid, row, 0);

      height += piece_height (piece);
      if (row == 0)
        self->table.head = height;
      if (!piece->ends)
        height = self->height + 1;
    }
  self->table.fits = height <= self->height;
  /* Where the heads would fill the page, they are not repeated. */
  if (self->table.head > self->height / 2)
    self->table.head = 0;
}

/* What holds a row to the next one. */
static StrataPageKeep
row_keep (StrataPaper      *self,
          const StrataGrid *grid,
          guint             row,
          gboolean          ends)
{
  if (!ends)
    return STRATA_KEEP_NOT;
  if (row + 1 == grid->n_rows)
    return STRATA_KEEP_NOT;
  if (row == 0)
    return STRATA_KEEP_HEADING;
  return self->table.fits ? STRATA_KEEP_WHOLE : STRATA_KEEP_NOT;
}

/**
 * _strata_paper_lay_out_row:
 * @cursor: (inout): in a table; then, where the next row or block begins
 *
 * Returns: (transfer full): the row at @cursor
 */
StrataPaperPiece *
_strata_paper_lay_out_row (StrataPaper       *self,
                           StrataPaperCursor *cursor)
{
  const StrataBlock *block = strata_document_get_block (self->document, cursor->block);
  const StrataGrid *grid = strata_document_get_grid (self->document, block->grid);
  StrataPaperPiece *piece;

  begin_table (self, block, grid, cursor->block);
  piece = lay_out_part (self, block, grid, cursor->row, cursor->part);
  piece->begins = cursor->row == 0 && cursor->part == 0;
  _strata_paper_piece_strip (piece, piece->strips->len - 1)->keep =
      row_keep (self, grid, cursor->row, piece->ends);
  for (guint i = 0; i < piece->strips->len && cursor->row > 0; i++)
    _strata_paper_piece_strip (piece, i)->head = self->table.head;
  if (!piece->ends)
    cursor->part++;
  else if (cursor->row + 1 < grid->n_rows)
    *cursor = (StrataPaperCursor) { .block = cursor->block, .row = cursor->row + 1 };
  else
    *cursor = (StrataPaperCursor) { .block = cursor->block + 1 };
  return piece;
}

/**
 * _strata_paper_lay_out_head:
 * @block: a table
 * @position: of @block
 *
 * Returns: (transfer full): its row of heads, to be repeated
 */
StrataPaperPiece *
_strata_paper_lay_out_head (StrataPaper       *self,
                            const StrataBlock *block,
                            guint              position)
{
  const StrataGrid *grid = strata_document_get_grid (self->document, block->grid);

  StrataPaperPiece *piece;

  begin_table (self, block, grid, position);
  piece = lay_out_part (self, block, grid, 0, 0);
  piece->position = position;
  return piece;
}
