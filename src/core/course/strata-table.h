#pragma once

#include <gio/gio.h>

#include "strata-column.h"
#include "strata-figure-spec.h"
#include "strata-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TABLE (strata_table_get_type ())

/**
 * StrataTable:
 *
 * A table of a course: columns, and its rows as a #GListModel of #StrataRow
 * in the order of the file.
 */
G_DECLARE_FINAL_TYPE (StrataTable, strata_table, STRATA, TABLE, GObject)

StrataTable  *strata_table_new                (const char   *id,
                                               StrataText   *title);
const char   *strata_table_get_id             (StrataTable  *self);
StrataText   *strata_table_get_title          (StrataTable  *self);
StrataText   *strata_table_get_relation       (StrataTable  *self);
void          strata_table_set_relation       (StrataTable  *self,
                                               StrataText   *relation);
int           strata_table_get_meaning_column  (StrataTable  *self);
int           strata_table_get_forms_column    (StrataTable  *self);
void          strata_table_set_glossary        (StrataTable  *self,
                                               int           meaning,
                                               int           forms);
gboolean      strata_table_get_prominent      (StrataTable  *self);
void          strata_table_set_prominent      (StrataTable  *self,
                                               gboolean      prominent);
const StrataFigureSpec *
              strata_table_get_figure         (StrataTable  *self);
void          strata_table_set_figure         (StrataTable  *self,
                                               StrataFigureSpec *figure);
void          strata_table_add_column         (StrataTable  *self,
                                               StrataColumn *column);
guint         strata_table_get_n_columns      (StrataTable  *self);
StrataColumn *strata_table_get_column         (StrataTable  *self,
                                               guint         position);
int           strata_table_find_column        (StrataTable  *self,
                                               const char   *id);
guint         strata_table_get_primary_column (StrataTable  *self);
gboolean      strata_table_add_row            (StrataTable  *self,
                                               StrataRow    *row);
GListModel   *strata_table_get_rows           (StrataTable  *self);
StrataRow    *strata_table_find_row           (StrataTable  *self,
                                               const char   *id);
const char   *strata_table_get_row_name       (StrataTable  *self,
                                               StrataRow    *row,
                                               const char *const *languages);
GPtrArray    *strata_table_list_by_concept    (StrataTable  *self,
                                               const char   *concept);

G_END_DECLS
