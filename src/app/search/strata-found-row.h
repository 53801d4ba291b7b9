#pragma once

#include <gtk/gtk.h>

#include "search/strata-search-result.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FOUND_ROW (strata_found_row_get_type ())

/**
 * StrataFoundRow:
 *
 * A result in a list: its title, what it stands in, and a piece of its text, with
 * what matches bold and tinted.
 */
G_DECLARE_FINAL_TYPE (StrataFoundRow, strata_found_row, STRATA, FOUND_ROW, GtkListBoxRow)

GtkWidget          *strata_found_row_new        (StrataSearchResult *result);
StrataSearchResult *strata_found_row_get_result (StrataFoundRow    *self);

G_END_DECLS
