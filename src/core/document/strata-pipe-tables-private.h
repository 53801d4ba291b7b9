#pragma once

#include <cmark.h>

#include "strata-block.h"

G_BEGIN_DECLS

/**
 * StrataPipeTable:
 * @node: the paragraph, or the heading, that cmark took it for
 * @before: whether lines of a paragraph stand before it
 * @after: whether lines of a paragraph stand after it
 * @rule: whether a rule ends it, which cmark took for a heading's line
 */
typedef struct
{
  cmark_node  *node;
  gboolean     before;
  gboolean     after;
  gboolean     rule;
  guint        n_rows;
  guint        n_columns;
  StrataAlign *aligns;
} StrataPipeTable;

typedef struct _StrataPipeTables StrataPipeTables;

StrataPipeTables      *_strata_pipe_tables_new            (cmark_node       *root,
                                                           const char       *source);
void                   _strata_pipe_tables_free           (StrataPipeTables *self);
const StrataPipeTable *_strata_pipe_tables_match          (StrataPipeTables *self,
                                                           cmark_node       *node);
cmark_node            *_strata_pipe_tables_take_paragraph (StrataPipeTables *self);
cmark_node            *_strata_pipe_tables_take_cell      (StrataPipeTables *self);

G_END_DECLS
