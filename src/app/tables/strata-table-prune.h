#pragma once

#include "course/strata-filter.h"
#include "navigation/strata-list-state.h"

G_BEGIN_DECLS

void strata_table_prune_state (StrataListState *state,
                               StrataTable     *table,
                               StrataFilter    *filter);

G_END_DECLS
