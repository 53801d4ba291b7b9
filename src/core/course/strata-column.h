#pragma once

#include <glib-object.h>

#include "strata-text.h"

G_BEGIN_DECLS

/**
 * StrataColumnType:
 * @STRATA_COLUMN_TEXT: a text
 * @STRATA_COLUMN_INTEGER: a whole number
 * @STRATA_COLUMN_NUMBER: a number
 * @STRATA_COLUMN_YEAR: a year, written without thousands separator
 * @STRATA_COLUMN_CHOICE: one of the column's choices
 * @STRATA_COLUMN_LIST: several texts
 * @STRATA_COLUMN_CONCEPTS: ids of concepts
 * @STRATA_COLUMN_ROWS: ids of rows of another table
 * @STRATA_COLUMN_LINK: a web address, with a text of its own or without
 */
typedef enum
{
  STRATA_COLUMN_TEXT,
  STRATA_COLUMN_INTEGER,
  STRATA_COLUMN_NUMBER,
  STRATA_COLUMN_YEAR,
  STRATA_COLUMN_CHOICE,
  STRATA_COLUMN_LIST,
  STRATA_COLUMN_CONCEPTS,
  STRATA_COLUMN_ROWS,
  STRATA_COLUMN_LINK,
} StrataColumnType;

#define STRATA_TYPE_COLUMN (strata_column_get_type ())

G_DECLARE_FINAL_TYPE (StrataColumn, strata_column, STRATA, COLUMN, GObject)

StrataColumn     *strata_column_new            (const char       *id,
                                                StrataColumnType  type,
                                                StrataText       *title);
const char       *strata_column_get_id         (StrataColumn     *self);
StrataColumnType  strata_column_get_column_type (StrataColumn    *self);
StrataText       *strata_column_get_title      (StrataColumn     *self);
gboolean          strata_column_get_primary    (StrataColumn     *self);
void              strata_column_set_primary    (StrataColumn     *self,
                                                gboolean          primary);
gboolean          strata_column_get_facet      (StrataColumn     *self);
void              strata_column_set_facet      (StrataColumn     *self,
                                                gboolean          facet);
const char       *strata_column_get_table      (StrataColumn     *self);
void              strata_column_set_table      (StrataColumn     *self,
                                                const char       *table);
void              strata_column_add_choice     (StrataColumn     *self,
                                                const char       *id,
                                                StrataText       *name);
guint             strata_column_get_n_choices  (StrataColumn     *self);
const char       *strata_column_get_choice_id  (StrataColumn     *self,
                                                guint             position);
StrataText       *strata_column_get_choice_name (StrataColumn    *self,
                                                guint             position);
int               strata_column_find_choice    (StrataColumn     *self,
                                                const char       *id);
gboolean          strata_column_type_from_name (const char       *name,
                                                StrataColumnType *type);

G_END_DECLS
