#pragma once

#include "strata-lesson-block.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_TABLE (strata_lesson_table_get_type ())

/**
 * StrataLessonTable:
 *
 * A table in a lesson. Its lines wrap as far as they are still read well; a table
 * that is wider than the text scrolls sideways.
 */
G_DECLARE_FINAL_TYPE (StrataLessonTable, strata_lesson_table, STRATA, LESSON_TABLE, StrataLessonBlock)

gboolean   strata_lesson_table_suits (const StrataDocument    *document,
                                      const StrataBlock       *block);
GtkWidget *strata_lesson_table_new   (const StrataDocument    *document,
                                      const StrataBlock       *block,
                                      const StrataLessonMarks *marks);

G_END_DECLS
