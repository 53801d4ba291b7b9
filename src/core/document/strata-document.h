#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STRATA_SPAN_EMPHASIS,
  STRATA_SPAN_STRONG,
  STRATA_SPAN_CODE,
  STRATA_SPAN_LINK,
  STRATA_SPAN_IMAGE,
} StrataSpanKind;

/**
 * StrataSpan:
 * @kind: how the text is set
 * @start: offset of its first character
 * @end: offset after its last character
 * @target: (nullable): of a link or an image, where it leads
 * @alt: (nullable): of an image, what stands for it
 *
 * A stretch of text inside a block. Offsets count characters of
 * strata_document_get_text(); an image is one character, U+FFFC.
 */
typedef struct
{
  StrataSpanKind  kind;
  guint           start;
  guint           end;
  char           *target;
  char           *alt;
} StrataSpan;

typedef enum
{
  STRATA_BLOCK_PARAGRAPH,
  STRATA_BLOCK_HEADING,
  STRATA_BLOCK_CODE,
  STRATA_BLOCK_RULE,
} StrataBlockKind;

/**
 * StrataBlock:
 * @kind: what it is
 * @level: of a heading, 1 to 6
 * @list: how many lists it lies in
 * @quote: how many quotes it lies in
 * @quote_id: the outermost quote it lies in, 0 for none
 * @tight: whether it belongs closely to the block after it
 * @marker: how many characters of it are its bullet or number
 * @start: offset of its first character
 * @end: offset of the line break that ends it
 *
 * A line of the document. Bullets and numbers are part of the text.
 */
typedef struct
{
  StrataBlockKind kind;
  guint           level;
  guint           list;
  guint           quote;
  guint           quote_id;
  gboolean        tight;
  guint           marker;
  guint           start;
  guint           end;
} StrataBlock;

/**
 * StrataDocument:
 *
 * A lesson as one plain text with spans and blocks: what is shown, found and
 * marked is the same text.
 */
typedef struct _StrataDocument StrataDocument;

StrataDocument    *strata_document_new          (const char           *markdown,
                                                 gssize                length);
void               strata_document_free         (StrataDocument       *self);
const char        *strata_document_get_text     (const StrataDocument *self);
guint              strata_document_get_n_spans  (const StrataDocument *self);
const StrataSpan  *strata_document_get_span     (const StrataDocument *self,
                                                 guint                 position);
guint              strata_document_get_n_blocks (const StrataDocument *self);
const StrataBlock *strata_document_get_block    (const StrataDocument *self,
                                                 guint                 position);
int                strata_document_find_heading (const StrataDocument *self,
                                                 const char           *anchor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataDocument, strata_document_free)

G_END_DECLS
