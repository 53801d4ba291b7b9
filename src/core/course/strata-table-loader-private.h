#pragma once

#include "strata-course.h"
#include "strata-json-file-private.h"

G_BEGIN_DECLS

StrataTable *_strata_table_load      (StrataJsonFile *file);
void         _strata_table_check_ids (StrataJsonFile *file,
                                      StrataTable    *table,
                                      StrataCourse   *course);

G_END_DECLS
