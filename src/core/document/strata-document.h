#pragma once

#include <glib.h>

#include "strata-block.h"
#include "strata-container.h"
#include "strata-grid.h"
#include "strata-span.h"

G_BEGIN_DECLS

/* In bytes: what follows is not read. cmark's tree takes up to some forty times as much. */
#define STRATA_DOCUMENT_MAX_LENGTH (64 * 1024 * 1024)

/**
 * StrataDocument:
 *
 * A lesson as one plain text with spans and blocks: what is shown, found and
 * marked is the same text.
 */
typedef struct _StrataDocument StrataDocument;

StrataDocument        *strata_document_new              (const char           *markdown,
                                                         gssize                length);
void                   strata_document_free             (StrataDocument       *self);
const char            *strata_document_get_text         (const StrataDocument *self);
guint                  strata_document_get_n_spans      (const StrataDocument *self);
const StrataSpan      *strata_document_get_span         (const StrataDocument *self,
                                                         guint                 position);
guint                  strata_document_get_n_blocks     (const StrataDocument *self);
const StrataBlock     *strata_document_get_block        (const StrataDocument *self,
                                                         guint                 position);
guint                  strata_document_get_n_containers (const StrataDocument *self);
const StrataContainer *strata_document_get_container    (const StrataDocument *self,
                                                         guint                 id);
guint                  strata_document_get_n_grids      (const StrataDocument *self);
const StrataGrid      *strata_document_get_grid         (const StrataDocument *self,
                                                         guint                 position);
const StrataCell      *strata_document_get_cell         (const StrataDocument *self,
                                                         const StrataGrid     *grid,
                                                         guint                 row,
                                                         guint                 column);
int                    strata_document_find_heading     (const StrataDocument *self,
                                                         const char           *anchor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataDocument, strata_document_free)

G_END_DECLS
