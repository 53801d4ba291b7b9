#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataColumnNeed:
 * @minimum: without breaking a word
 * @natural: without breaking a line
 *
 * How wide a column of a table would be, in pixels.
 */
typedef struct
{
  int minimum;
  int natural;
} StrataColumnNeed;

int strata_columns_fit (const StrataColumnNeed *needs,
                        guint                   n_columns,
                        int                     available,
                        int                     comfort,
                        int                    *widths);

G_END_DECLS
