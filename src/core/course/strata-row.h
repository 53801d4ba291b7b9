#pragma once

#include <glib-object.h>

#include "strata-text.h"

G_BEGIN_DECLS

#define STRATA_TYPE_ROW (strata_row_get_type ())

/**
 * StrataRow:
 *
 * One row of a table. Its values are addressed by the position of their
 * column in the table, and a value that the course leaves out is not set.
 */
G_DECLARE_FINAL_TYPE (StrataRow, strata_row, STRATA, ROW, GObject)

StrataRow         *strata_row_new          (const char         *id,
                                            guint               n_columns);
const char        *strata_row_get_id       (StrataRow          *self);
guint              strata_row_get_position (StrataRow          *self);
void               strata_row_set_position (StrataRow          *self,
                                            guint               position);
gboolean           strata_row_is_set       (StrataRow          *self,
                                            guint               column);
StrataText        *strata_row_get_text     (StrataRow          *self,
                                            guint               column);
void               strata_row_set_text     (StrataRow          *self,
                                            guint               column,
                                            StrataText         *text);
double             strata_row_get_number   (StrataRow          *self,
                                            guint               column);
void               strata_row_set_number   (StrataRow          *self,
                                            guint               column,
                                            double              number);
GPtrArray         *strata_row_get_list     (StrataRow          *self,
                                            guint               column);
void               strata_row_set_list     (StrataRow          *self,
                                            guint               column,
                                            GPtrArray          *texts);
const char *const *strata_row_get_ids      (StrataRow          *self,
                                            guint               column);
void               strata_row_set_ids      (StrataRow          *self,
                                            guint               column,
                                            const char *const  *ids);
gboolean           strata_row_has_id       (StrataRow          *self,
                                            guint               column,
                                            const char         *id);
const char        *strata_row_get_uri      (StrataRow          *self,
                                            guint               column);
void               strata_row_set_uri      (StrataRow          *self,
                                            guint               column,
                                            const char         *uri);

G_END_DECLS
