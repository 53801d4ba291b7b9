#pragma once

#include "strata-course.h"
#include "strata-fault.h"

G_BEGIN_DECLS

StrataCourse *strata_course_load          (const char   *folder,
                                           GPtrArray    *faults);
void          strata_course_check_lessons (StrataCourse *course,
                                           GPtrArray    *faults);

G_END_DECLS
