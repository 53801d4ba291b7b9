#pragma once

#include "course/strata-course.h"
#include "document/strata-document.h"

G_BEGIN_DECLS

/**
 * StrataGlossary:
 *
 * The terms of a course's glossary in one language. Unchanging: it may be used
 * from any thread.
 */
typedef struct _StrataGlossary StrataGlossary;

/**
 * StrataTerm:
 * @start: offset of its first character in the document's text
 * @end: offset after its last character
 * @row: the id of the glossary's row; belongs to the glossary
 * @heading: the block of the heading that it stands under, -1 for none
 * @link: whether the lesson itself links it to the glossary
 * @table: whether it stands in a table of the lesson
 *
 * Where a lesson uses a term.
 */
typedef struct
{
  guint       start;
  guint       end;
  const char *row;
  int         heading;
  gboolean    link;
  gboolean    table;
} StrataTerm;

StrataGlossary *strata_glossary_for_course (StrataCourse         *course,
                                            const char           *language);
StrataGlossary *strata_glossary_ref        (StrataGlossary       *self);
void            strata_glossary_unref      (StrataGlossary       *self);
StrataTable    *strata_glossary_get_table  (StrataGlossary       *self);
GArray         *strata_glossary_find       (StrataGlossary       *self,
                                            StrataConcept        *concept,
                                            const StrataDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataGlossary, strata_glossary_unref)

G_END_DECLS
