#pragma once

#include <gtk/gtk.h>

#include "document/strata-outline.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_OUTLINE (strata_lesson_outline_get_type ())

/**
 * StrataLessonOutline:
 *
 * A button that lists the headings of a lesson, the one that is read marked. The
 * signal `chosen` gives the offset of one that was chosen.
 */
G_DECLARE_FINAL_TYPE (StrataLessonOutline, strata_lesson_outline, STRATA, LESSON_OUTLINE, GtkWidget)

GtkWidget *strata_lesson_outline_new          (void);
void       strata_lesson_outline_set_headings (StrataLessonOutline *self,
                                               StrataOutline       *headings);
void       strata_lesson_outline_set_current  (StrataLessonOutline *self,
                                               int                  current);
int        strata_lesson_outline_get_current  (StrataLessonOutline *self);
void       strata_lesson_outline_open         (StrataLessonOutline *self);

G_END_DECLS
