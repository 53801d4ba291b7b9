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
  STRATA_SPAN_UNDERLINE,
  STRATA_SPAN_SUBSCRIPT,
  STRATA_SPAN_SUPERSCRIPT,
  STRATA_SPAN_KEY,
} StrataSpanKind;

/**
 * StrataSpan:
 * @kind: how the text is set
 * @start: offset of its first character
 * @end: offset after its last character
 * @target: (nullable): of a link or an image, where it leads
 * @alt: (nullable): of an image, what stands for it
 * @title: (nullable): of a link or an image, what is said about it
 * @width: of an image, in pixels; 0 where the lesson does not say
 *
 * A stretch of text inside a block or a cell. Spans are listed by where they
 * begin; they may lie in or across each other, and may be empty. Offsets count
 * characters of strata_document_get_text(); an image is one character, U+FFFC.
 */
typedef struct
{
  StrataSpanKind  kind;
  guint           start;
  guint           end;
  char           *target;
  char           *alt;
  char           *title;
  guint           width;
} StrataSpan;

G_END_DECLS
