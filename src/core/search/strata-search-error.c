#include "strata-search-error.h"

G_DEFINE_QUARK (strata-search-error-quark, strata_search_error)
