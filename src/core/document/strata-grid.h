#pragma once

#include "strata-block.h"

G_BEGIN_DECLS

/**
 * StrataGrid:
 * @n_rows: with the row of heads, which is the first
 * @n_columns: how many cells each row has
 * @first_cell: where its cells begin among those of the document
 *
 * A table. Its text is its cells, a tab between them and U+2028 between rows.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint first_cell;
} StrataGrid;

/**
 * StrataCell:
 * @start: offset of its first character
 * @end: offset after its last character
 * @byte_start: @start in bytes of the text
 * @byte_end: @end in bytes of the text
 * @row: from 0, which is the row of heads
 * @column: from 0
 * @align: how its column is set
 *
 * A cell of a table. It has spans as a paragraph has.
 */
typedef struct
{
  guint       start;
  guint       end;
  guint       byte_start;
  guint       byte_end;
  guint       row;
  guint       column;
  StrataAlign align;
} StrataCell;

G_END_DECLS
