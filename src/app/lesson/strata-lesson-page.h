#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"
#include "document/strata-document.h"
#include "strata-lesson-position.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_PAGE (strata_lesson_page_get_type ())

/**
 * StrataLessonPage:
 *
 * A concept's lesson: breadcrumb and outline, the text, the rows that name the
 * concept, the way to the next lesson; or a file of its own. Links to concepts and rows go to the
 * action `win.go` with the link as its parameter. The signal `jump` comes before
 * a heading is gone to, with the offset and the part of a line that will be at the
 * top edge.
 */
G_DECLARE_FINAL_TYPE (StrataLessonPage, strata_lesson_page, STRATA, LESSON_PAGE, GtkWidget)

GtkWidget     *strata_lesson_page_new         (void);
void           strata_lesson_page_show        (StrataLessonPage  *self,
                                               StrataCourse      *course,
                                               StrataConcept     *concept,
                                               const char *const *languages);
void           strata_lesson_page_show_file   (StrataLessonPage  *self,
                                               StrataDocument    *text,
                                               const char        *path,
                                               const char        *root);
const char    *strata_lesson_page_get_path    (StrataLessonPage  *self);
char          *strata_lesson_page_dup_title   (StrataLessonPage  *self);
gboolean       strata_lesson_page_show_heading (StrataLessonPage *self,
                                                const char        *anchor);
StrataConcept *strata_lesson_page_get_concept (StrataLessonPage  *self);
StrataLessonPosition *
               strata_lesson_page_get_position (StrataLessonPage *self);
void           strata_lesson_page_say_term    (StrataLessonPage  *self);
GtkWidget     *strata_lesson_page_get_outline (StrataLessonPage  *self);
void           strata_lesson_page_find        (StrataLessonPage  *self);
void           strata_lesson_page_show_found  (StrataLessonPage  *self,
                                               const char        *words,
                                               guint              offset);
void           strata_lesson_page_set_text_size (StrataLessonPage *self,
                                                 guint             percent);
gboolean       strata_lesson_page_get_drawn   (StrataLessonPage  *self);

G_END_DECLS
