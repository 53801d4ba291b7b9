#pragma once

#include "strata-course.h"
#include "strata-json-file-private.h"

G_BEGIN_DECLS

StrataTable *_strata_table_load      (StrataJsonFile *file);
void         _strata_table_check_ids (StrataJsonFile *file,
                                      StrataTable    *table,
                                      StrataCourse   *course);
void         _strata_glossary_load   (StrataJsonFile *file,
                                      StrataTable    *table);

G_END_DECLS
