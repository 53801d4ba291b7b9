#pragma once

#include <gio/gio.h>

#include "strata-glossary.h"

G_BEGIN_DECLS

/**
 * StrataTermUses:
 *
 * Where the lessons of a course use the terms of its glossary.
 */
typedef struct _StrataTermUses StrataTermUses;

/**
 * StrataTermUse:
 * @concept: whose lesson it is
 * @heading: (nullable): the heading below the title that it stands under
 * @offset: of the term, in characters of the lesson's text
 */
typedef struct
{
  StrataConcept *concept;
  char          *heading;
  guint          offset;
} StrataTermUse;

StrataTermUses *strata_term_uses_new  (StrataCourse    *course,
                                       StrataGlossary  *glossary,
                                       const char      *language,
                                       GCancellable    *cancellable);
void            strata_term_uses_free (StrataTermUses  *self);
GPtrArray      *strata_term_uses_get  (StrataTermUses  *self,
                                       const char      *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataTermUses, strata_term_uses_free)

G_END_DECLS
