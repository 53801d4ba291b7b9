#pragma once

#include "course/strata-course.h"
#include "document/strata-document.h"

G_BEGIN_DECLS

char *strata_link_words_dup (const char           *target,
                             StrataCourse         *course,
                             const char *const    *languages,
                             const StrataDocument *document);

G_END_DECLS
