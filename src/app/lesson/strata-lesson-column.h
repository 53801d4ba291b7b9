#pragma once

#include "strata-lesson-view.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_COLUMN (strata_lesson_column_get_type ())
G_DECLARE_FINAL_TYPE (StrataLessonColumn, strata_lesson_column, STRATA, LESSON_COLUMN, GtkWidget)

GtkWidget *strata_lesson_column_new           (GtkWidget          *head,
                                               StrataLessonView   *view,
                                               GtkWidget          *foot);
void       strata_lesson_column_set_max_width (StrataLessonColumn *self,
                                               int                 max_width);
double     strata_lesson_column_get_text_top  (StrataLessonColumn *self);

G_END_DECLS
