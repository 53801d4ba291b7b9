#pragma once

#include <gio/gio.h>

#include "strata-search-result.h"

G_BEGIN_DECLS

gboolean    strata_search_same_group (StrataSearchResult *a,
                                      StrataSearchResult *b);
GListModel *strata_search_group      (GListModel         *results,
                                      guint               most);

G_END_DECLS
