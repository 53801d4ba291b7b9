#pragma once

#include "strata-document.h"

G_BEGIN_DECLS

/**
 * StrataHeading:
 * @words: what it says, without marks
 * @offset: of its first character in the document
 * @depth: how far it is indented below others, from 0
 *
 * An entry of an outline. Levels that are left out indent nothing.
 */
typedef struct
{
  char  *words;
  guint  offset;
  guint  depth;
} StrataHeading;

/**
 * StrataOutline:
 *
 * The headings of a document, also those in lists, quotes and parts that fold. A
 * title, the only heading of level 1 and the first of all, is left out.
 */
typedef struct _StrataOutline StrataOutline;

StrataOutline       *strata_outline_new           (const StrataDocument *document);
void                 strata_outline_free          (StrataOutline        *self);
guint                strata_outline_get_n_headings (const StrataOutline *self);
const StrataHeading *strata_outline_get_heading   (const StrataOutline  *self,
                                                   guint                 position);
int                  strata_outline_find          (const StrataOutline  *self,
                                                   guint                 offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataOutline, strata_outline_free)

G_END_DECLS
