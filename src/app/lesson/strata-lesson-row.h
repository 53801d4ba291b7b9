#pragma once

#include "strata-lesson-cell.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_ROW (strata_lesson_row_get_type ())

/**
 * StrataLessonRow:
 *
 * A row of a table in a lesson. All rows of a table have the same columns, as wide
 * as the table says.
 */
G_DECLARE_FINAL_TYPE (StrataLessonRow, strata_lesson_row, STRATA, LESSON_ROW, GtkWidget)

GtkWidget *strata_lesson_row_new (const StrataDocument *document,
                                  const StrataGrid     *grid,
                                  guint                 row,
                                  const GArray         *widths);

G_END_DECLS
