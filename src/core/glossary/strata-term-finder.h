#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataTermFinder:
 *
 * Finds the terms of a glossary in a text. Not thread safe while terms are
 * added; from then on it may be used from any thread.
 */
typedef struct _StrataTermFinder StrataTermFinder;

/**
 * StrataTermMatch:
 * @start: offset of its first character
 * @end: offset after its last character
 * @id: which term; belongs to the finder
 */
typedef struct
{
  guint       start;
  guint       end;
  const char *id;
} StrataTermMatch;

StrataTermFinder *strata_term_finder_new  (void);
void              strata_term_finder_free (StrataTermFinder *self);
void              strata_term_finder_add  (StrataTermFinder *self,
                                           const char       *id,
                                           const char       *form);
GArray           *strata_term_finder_find (StrataTermFinder *self,
                                           const char       *text,
                                           gssize            length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataTermFinder, strata_term_finder_free)

G_END_DECLS
