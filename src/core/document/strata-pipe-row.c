/* One line of a pipe table, as GitHub defines them. */
#include "strata-pipe-row-private.h"

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

StrataSlice
_strata_slice_trim (StrataSlice slice)
{
  while (slice.length > 0 && is_space (slice.start[0]))
    {
      slice.start++;
      slice.length--;
    }
  while (slice.length > 0 && is_space (slice.start[slice.length - 1]))
    slice.length--;
  return slice;
}

/**
 * _strata_pipe_next_cell:
 * @row: what is left of the row; at first all of it, without its first pipe
 * @cell: (out): the next cell, without the room around it
 *
 * A pipe after a backslash parts nothing, also inside code.
 *
 * Returns: whether there was one more
 */
gboolean
_strata_pipe_next_cell (StrataSlice *row,
                        StrataSlice *cell)
{
  gsize i = 0;

  *row = _strata_slice_trim (*row);
  if (row->length == 0)
    return FALSE;
  while (i < row->length && (row->start[i] != '|' || (i > 0 && row->start[i - 1] == '\\')))
    i++;
  *cell = _strata_slice_trim ((StrataSlice) { row->start, i });
  i = MIN (i + 1, row->length);
  row->start += i;
  row->length -= i;
  return TRUE;
}

guint
_strata_pipe_count_cells (StrataSlice row)
{
  StrataSlice cell;
  guint n = 0;

  while (_strata_pipe_next_cell (&row, &cell))
    n++;
  return n;
}

/**
 * _strata_pipe_read_delimiter:
 * @row: a line
 * @aligns: (element-type StrataAlign): is filled with one for each column
 *
 * Returns: whether it is the line below a table's heads
 */
gboolean
_strata_pipe_read_delimiter (StrataSlice  row,
                             GArray      *aligns)
{
  StrataSlice cell;

  g_array_set_size (aligns, 0);
  while (_strata_pipe_next_cell (&row, &cell))
    {
      gboolean left = cell.length > 0 && cell.start[0] == ':';
      gboolean right = cell.length > 1 && cell.start[cell.length - 1] == ':';
      StrataAlign align = left && right ? STRATA_ALIGN_CENTRE
                          : left        ? STRATA_ALIGN_LEFT
                          : right       ? STRATA_ALIGN_RIGHT
                                        : STRATA_ALIGN_NONE;
      gsize end = cell.length - (right ? 1 : 0);

      if (end <= (left ? 1u : 0u))
        return FALSE;
      for (gsize i = left ? 1 : 0; i < end; i++)
        {
          if (cell.start[i] != '-')
            return FALSE;
        }
      g_array_append_val (aligns, align);
    }
  return aligns->len > 0;
}
