#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STRATA_BLOCK_PARAGRAPH,
  STRATA_BLOCK_HEADING,
  STRATA_BLOCK_CODE,
  STRATA_BLOCK_RULE,
  STRATA_BLOCK_TABLE,
  STRATA_BLOCK_SUMMARY,
} StrataBlockKind;

typedef enum
{
  STRATA_ALIGN_NONE,
  STRATA_ALIGN_LEFT,
  STRATA_ALIGN_CENTRE,
  STRATA_ALIGN_RIGHT,
} StrataAlign;

/**
 * StrataBlock:
 * @kind: what it is
 * @level: of a heading, 1 to 6
 * @container: the innermost container it lies in, 0 for none; see
 *   strata_document_get_container()
 * @list: how many lists it lies in
 * @quote: how many quotes it lies in
 * @quote_id: the outermost quote it lies in, 0 for none
 * @tight: whether it belongs closely to the block after it
 * @marker: how many characters of it are its bullet, number or task box; more
 *   than one of them where an item begins with a list
 * @start: offset of its first character
 * @end: offset of the line break that ends it
 * @byte_start: @start in bytes of the text
 * @byte_end: @end in bytes of the text
 * @align: how the lesson wants it set
 * @grid: of a table, which one; see strata_document_get_grid()
 * @info: (nullable): of code, what stands after the fence
 *
 * A line of the document. Bullets and numbers are part of the text. Line breaks
 * inside a block, also those between the lines of code and the rows of a table,
 * are U+2028. A summary is what stands for a folded part, #StrataContainer.
 */
typedef struct
{
  StrataBlockKind kind;
  guint           level;
  guint           container;
  guint           list;
  guint           quote;
  guint           quote_id;
  gboolean        tight;
  guint           marker;
  guint           start;
  guint           end;
  guint           byte_start;
  guint           byte_end;
  StrataAlign     align;
  guint           grid;
  char           *info;
} StrataBlock;

G_END_DECLS
