#pragma once

#include "strata-filter-index-private.h"
#include "strata-filter.h"

G_BEGIN_DECLS

struct _StrataFilter
{
  GObject            parent_instance;

  StrataCourse      *course;
  StrataTable       *table;
  char             **languages;
  char             **words;
  GPtrArray         *facets;      /* for each column: GPtrArray of values let through */

  StrataFilterIndex *index;       /* NULL before it is needed */
  guint8            *found;       /* for each row: whether it has all the words */
  guint16           *left_out;    /* for each row: 0, the one column that leaves it out,
                                   * from 1, or SEVERAL */
  GPtrArray         *counts;      /* for each column: GArray of guint for each value, or NULL */
  char             **old_words;   /* that @found is for; NULL if it is not */
  guint              n_matches;
  gboolean           fresh;       /* whether the last four are what they should be */
};

G_END_DECLS
