#pragma once

#include <gtk/gtk.h>

#include "document/strata-document.h"
#include "glossary/strata-glossary.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_VIEW (strata_lesson_view_get_type ())

/**
 * StrataLessonView:
 *
 * The text of a lesson. Links to concepts and rows go to the action `win.go`, those
 * to files to `win.go-file`; a web link first shows where it leads. Tab goes from link to link.
 * The signal `link-pointed` gives the target of the link that the pointer is over or
 * that has the focus, %NULL when there is none any more.
 */
G_DECLARE_FINAL_TYPE (StrataLessonView, strata_lesson_view, STRATA, LESSON_VIEW, GtkTextView)

GtkWidget *strata_lesson_view_new         (void);
void       strata_lesson_view_set_lesson  (StrataLessonView *self,
                                           const char       *markdown,
                                           gssize            length,
                                           const char       *path,
                                           const char       *folder);
void       strata_lesson_view_set_document (StrataLessonView *self,
                                           StrataDocument   *document,
                                           const char       *path,
                                           const char       *folder);
void       strata_lesson_view_set_language (StrataLessonView *self,
                                            const char       *language);
const StrataDocument *strata_lesson_view_get_document (StrataLessonView *self);
guint      strata_lesson_view_get_n_links (StrataLessonView *self);
void       strata_lesson_view_follow      (StrataLessonView *self,
                                           guint             link);
void       strata_lesson_view_set_caret  (StrataLessonView *self,
                                          guint             offset);
void       strata_lesson_view_fill_to    (StrataLessonView *self,
                                          guint             offset);
guint      strata_lesson_view_get_length (StrataLessonView *self);
void       strata_lesson_view_set_text_size (StrataLessonView *self,
                                             guint             percent);
guint      strata_lesson_view_find       (StrataLessonView *self,
                                          const char       *query);
guint      strata_lesson_view_find_at    (StrataLessonView *self,
                                          const char       *query,
                                          guint             offset);
guint      strata_lesson_view_find_step  (StrataLessonView *self,
                                          int               step);
guint      strata_lesson_view_count_found (StrataLessonView *self);
void       strata_lesson_view_find_end   (StrataLessonView *self);
void       strata_lesson_view_set_glossary (StrataLessonView  *self,
                                            StrataGlossary    *glossary,
                                            StrataConcept     *concept,
                                            const char *const *languages);
void       strata_lesson_view_step_term (StrataLessonView *self,
                                         int               step);
void       strata_lesson_view_look_around (StrataLessonView *self);
gboolean   strata_lesson_view_get_pointed (StrataLessonView *self,
                                           GdkRectangle     *where);
gboolean   strata_lesson_view_get_drawn (StrataLessonView *self);
int        strata_lesson_view_get_text_height (StrataLessonView *self,
                                               gboolean         *whole);

void  strata_lesson_view_unfold      (StrataLessonView *self,
                                      guint             offset);
guint strata_lesson_view_skip_folded (StrataLessonView *self,
                                      guint             offset);

G_END_DECLS
