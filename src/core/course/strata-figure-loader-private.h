#pragma once

#include "strata-json-file-private.h"
#include "strata-table.h"

G_BEGIN_DECLS

void _strata_figure_load (StrataJsonFile *file,
                          StrataTable    *table);

G_END_DECLS
