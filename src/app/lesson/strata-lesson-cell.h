#pragma once

#include <gtk/gtk.h>

#include "strata-lesson-run-private.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_CELL (strata_lesson_cell_get_type ())

/**
 * StrataLessonCell:
 *
 * A cell of a table in a lesson. It draws its text itself: what is in it is set as
 * the text around is, which a label does by markup only.
 */
G_DECLARE_FINAL_TYPE (StrataLessonCell, strata_lesson_cell, STRATA, LESSON_CELL, GtkWidget)

GtkWidget *strata_lesson_cell_new           (const StrataDocument    *document,
                                             const StrataCell        *cell);
const char *
           strata_lesson_cell_get_text      (StrataLessonCell        *self);
gboolean   strata_lesson_cell_holds         (StrataLessonCell        *self,
                                             guint                    offset);
int        strata_lesson_cell_get_baseline  (StrataLessonCell        *self);
void       strata_lesson_cell_mark          (StrataLessonCell        *self,
                                             const StrataLessonMarks *marks);
void       strata_lesson_cell_locate        (StrataLessonCell        *self,
                                             guint                    offset,
                                             graphene_rect_t         *where);
int        strata_lesson_cell_get_offset_at (StrataLessonCell        *self,
                                             double                   x,
                                             double                   y);

G_END_DECLS
