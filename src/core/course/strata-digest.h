#pragma once

#include "strata-course.h"

G_BEGIN_DECLS

char *strata_course_dup_content_hash (StrataCourse  *course,
                                      GCancellable  *cancellable);

G_END_DECLS
