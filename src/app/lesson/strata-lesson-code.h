#pragma once

#include "strata-lesson-block.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_CODE (strata_lesson_code_get_type ())

/**
 * StrataLessonCode:
 *
 * Code in a lesson: its lines are not wrapped but scroll sideways, a button
 * copies it, and a part of it can be selected.
 */
G_DECLARE_FINAL_TYPE (StrataLessonCode, strata_lesson_code, STRATA, LESSON_CODE, StrataLessonBlock)

gboolean   strata_lesson_code_suits (const StrataDocument    *document,
                                     const StrataBlock       *block);
GtkWidget *strata_lesson_code_new   (const StrataDocument    *document,
                                     const StrataBlock       *block,
                                     const StrataLessonMarks *marks);

G_END_DECLS
