#pragma once

#include "course/strata-course.h"
#include "search/strata-search-index.h"

G_BEGIN_DECLS

char         *search_course_write (const char        *lesson_en,
                                   const char        *lesson_zh);
StrataCourse *search_course_load  (const char        *folder);
void          search_course_drop  (char              *folder);
char         *search_first_place  (StrataSearchIndex *index,
                                   const char        *query,
                                   const char        *language);

G_END_DECLS
