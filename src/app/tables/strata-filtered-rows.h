#pragma once

#include <gio/gio.h>

#include "course/strata-filter.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FILTERED_ROWS (strata_filtered_rows_get_type ())

/**
 * StrataFilteredRows:
 *
 * The rows of a list that a filter lets through, in its order. Large tables are
 * filtered while one types: all of it changes at once, and no row is asked twice.
 */
G_DECLARE_FINAL_TYPE (StrataFilteredRows, strata_filtered_rows, STRATA, FILTERED_ROWS, GObject)

StrataFilteredRows *strata_filtered_rows_new      (GListModel         *rows,
                                                   StrataFilter       *filter);
void                strata_filtered_rows_refilter (StrataFilteredRows *self);
void                strata_filtered_rows_read     (StrataFilteredRows *self);
int                 strata_filtered_rows_find     (StrataFilteredRows *self,
                                                   StrataRow          *row);

G_END_DECLS
