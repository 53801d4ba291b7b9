#pragma once

#include "course/strata-filter.h"
#include "navigation/strata-list-state.h"

G_BEGIN_DECLS

void strata_table_state_prune (StrataListState *state,
                               StrataTable     *table,
                               StrataFilter    *filter);
void strata_table_state_apply (const StrataListState *state,
                               StrataTable           *table,
                               StrataFilter          *filter);

G_END_DECLS
