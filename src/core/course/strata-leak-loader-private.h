#pragma once

#include "strata-course.h"
#include "strata-json-file-private.h"

G_BEGIN_DECLS

void _strata_leaks_load (StrataJsonFile *file,
                         StrataCourse   *course);

G_END_DECLS
