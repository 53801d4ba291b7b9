#pragma once

#include "strata-lesson-view.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_POSITION (strata_lesson_position_get_type ())

/**
 * StrataLessonPosition:
 *
 * Where in a lesson one reads: which line is at the top edge, and how far it is
 * above it. It stays so when the text is laid out anew, in another width or size.
 * The signal `moved` says that something else is seen.
 */
G_DECLARE_FINAL_TYPE (StrataLessonPosition, strata_lesson_position, STRATA, LESSON_POSITION, GObject)

StrataLessonPosition *strata_lesson_position_new         (GtkScrolledWindow    *scroller,
                                                          StrataLessonView     *view);
guint                 strata_lesson_position_get_offset  (StrataLessonPosition *self);
int                   strata_lesson_position_get_into    (StrataLessonPosition *self);
void                  strata_lesson_position_set         (StrataLessonPosition *self,
                                                          guint                 offset,
                                                          int                   into);
gboolean              strata_lesson_position_get_settled (StrataLessonPosition *self);

G_END_DECLS
