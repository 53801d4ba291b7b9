#pragma once

#include "strata-course.h"

G_BEGIN_DECLS

char *strata_row_dup_display (StrataCourse      *course,
                              StrataTable       *table,
                              StrataRow         *row,
                              guint              column,
                              const char *const *languages);
char *strata_row_dup_summary (StrataCourse      *course,
                              StrataTable       *table,
                              StrataRow         *row,
                              const char *const *languages);

G_END_DECLS
