#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataSearchError:
 * @STRATA_SEARCH_ERROR_DATABASE: SQLite says no, for want of room as an example
 * @STRATA_SEARCH_ERROR_DAMAGED: the index is not, or no longer, one
 *
 * A search that was cancelled is %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  STRATA_SEARCH_ERROR_DATABASE,
  STRATA_SEARCH_ERROR_DAMAGED,
} StrataSearchError;

#define STRATA_SEARCH_ERROR (strata_search_error_quark ())

GQuark strata_search_error_quark (void);

G_END_DECLS
