#pragma once

#include "course/strata-course.h"

G_BEGIN_DECLS

/**
 * StrataCourseReading:
 *
 * A course that is being read in a thread of its own, while the toolkit starts.
 */
typedef struct _StrataCourseReading StrataCourseReading;

StrataCourseReading *strata_course_reading_begin      (const char           *folder);
StrataCourseReading *strata_course_reading_begin_remembered (GSettings      *settings);
StrataCourse        *strata_course_reading_finish     (StrataCourseReading  *self,
                                                       GPtrArray           **faults);
const char          *strata_course_reading_get_folder (StrataCourseReading  *self);
StrataCourse        *strata_course_reading_get_sound  (StrataCourseReading  *self);
StrataCourseReading *strata_course_reading_ref        (StrataCourseReading  *self);
void                 strata_course_reading_unref      (StrataCourseReading  *self);
char               **strata_course_dup_reader_languages (StrataCourse        *course,
                                                        GSettings           *settings);
gboolean             strata_course_is_bundled         (const char           *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataCourseReading, strata_course_reading_unref)

G_END_DECLS
