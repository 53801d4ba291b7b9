#pragma once

#include "strata-block.h"

G_BEGIN_DECLS

/* A stretch of the source. */
typedef struct
{
  const char *start;
  gsize       length;
} StrataSlice;

StrataSlice _strata_slice_trim          (StrataSlice  slice);
gboolean    _strata_pipe_next_cell      (StrataSlice *row,
                                         StrataSlice *cell);
guint       _strata_pipe_count_cells    (StrataSlice  row);
gboolean    _strata_pipe_read_delimiter (StrataSlice  row,
                                         GArray      *aligns);

G_END_DECLS
