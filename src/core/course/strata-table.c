#include "strata-table.h"

struct _StrataTable
{
  GObject     parent_instance;

  char       *id;
  StrataText *title;
  StrataText *relation;
  gboolean    prominent;
  int         meaning;        /* of a glossary: columns, -1 for none */
  int         forms;
  StrataFigureSpec *figure;
  GPtrArray  *columns;
  GListStore *rows;
  GHashTable *rows_by_id;     /* unowned: @rows has them */
};

G_DEFINE_FINAL_TYPE (StrataTable, strata_table, G_TYPE_OBJECT)

static void
strata_table_finalize (GObject *object)
{
  StrataTable *self = STRATA_TABLE (object);

  g_free (self->id);
  g_clear_pointer (&self->title, strata_text_unref);
  g_clear_pointer (&self->relation, strata_text_unref);
  g_clear_pointer (&self->figure, strata_figure_spec_free);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->rows_by_id);
  g_object_unref (self->rows);

  G_OBJECT_CLASS (strata_table_parent_class)->finalize (object);
}

static void
strata_table_class_init (StrataTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_table_finalize;
}

static void
strata_table_init (StrataTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_list_store_new (STRATA_TYPE_ROW);
  self->meaning = -1;
  self->forms = -1;
  self->rows_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * strata_table_new:
 * @id: unique in its course
 * @title: (transfer none): heading of the table
 *
 * Returns: (transfer full): a table without columns; add them all before the
 *   first row
 */
StrataTable *
strata_table_new (const char *id,
                  StrataText *title)
{
  StrataTable *self;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  self = g_object_new (STRATA_TYPE_TABLE, NULL);
  self->id = g_strdup (id);
  self->title = strata_text_ref (title);
  return self;
}

const char *
strata_table_get_id (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), NULL);

  return self->id;
}

/**
 * strata_table_get_title:
 * @self: a table
 *
 * Returns: (transfer none): heading of the table
 */
StrataText *
strata_table_get_title (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), NULL);

  return self->title;
}

/**
 * strata_table_get_relation:
 * @self: a table
 *
 * Returns: (transfer none): what stands in a lesson before the rows that name
 *   its concept, as "Used in"; the title where the course says nothing
 */
StrataText *
strata_table_get_relation (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), NULL);

  return self->relation != NULL ? self->relation : self->title;
}

void
strata_table_set_relation (StrataTable *self,
                           StrataText  *relation)
{
  g_return_if_fail (STRATA_IS_TABLE (self) && relation != NULL);

  strata_text_ref (relation);
  g_clear_pointer (&self->relation, strata_text_unref);
  self->relation = relation;
}

/**
 * strata_table_get_meaning_column:
 * @self: the table
 *
 * Returns: of a glossary, the column that says what the terms of the primary
 *   column mean; -1 where the table is none
 */
int
strata_table_get_meaning_column (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), -1);

  return self->meaning;
}

/**
 * strata_table_get_forms_column:
 * @self: the table
 *
 * Returns: of a glossary, the column that lists how lessons write a term; -1
 *   where there is none. A row that has no such list is written as it is named.
 */
int
strata_table_get_forms_column (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), -1);

  return self->forms;
}

/**
 * strata_table_set_glossary:
 * @self: the table
 * @meaning: the position of a column of texts
 * @forms: the position of a column of lists, or -1
 *
 * Makes the table a glossary.
 */
void
strata_table_set_glossary (StrataTable *self,
                           int          meaning,
                           int          forms)
{
  g_return_if_fail (STRATA_IS_TABLE (self) && meaning >= 0);

  self->meaning = meaning;
  self->forms = forms;
}

/**
 * strata_table_get_prominent:
 * @self: a table
 *
 * Returns: whether the table has a page of its own; the others share the
 *   library
 */
gboolean
strata_table_get_prominent (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), FALSE);

  return self->prominent;
}

void
strata_table_set_prominent (StrataTable *self,
                            gboolean     prominent)
{
  g_return_if_fail (STRATA_IS_TABLE (self));

  self->prominent = prominent;
}

/**
 * strata_table_get_figure:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): how the table can be drawn
 */
const StrataFigureSpec *
strata_table_get_figure (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), NULL);

  return self->figure;
}

/**
 * strata_table_set_figure:
 * @self: a table
 * @figure: (transfer full): how to draw it
 */
void
strata_table_set_figure (StrataTable      *self,
                         StrataFigureSpec *figure)
{
  g_return_if_fail (STRATA_IS_TABLE (self));

  g_clear_pointer (&self->figure, strata_figure_spec_free);
  self->figure = figure;
}

void
strata_table_add_column (StrataTable  *self,
                         StrataColumn *column)
{
  g_return_if_fail (STRATA_IS_TABLE (self) && STRATA_IS_COLUMN (column));

  g_ptr_array_add (self->columns, g_object_ref (column));
}

guint
strata_table_get_n_columns (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), 0);

  return self->columns->len;
}

/**
 * strata_table_get_column:
 * @self: a table
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the column, %NULL past the end
 */
StrataColumn *
strata_table_get_column (StrataTable *self,
                         guint        position)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), NULL);

  return position < self->columns->len ? g_ptr_array_index (self->columns, position) : NULL;
}

/**
 * strata_table_find_column:
 * @self: a table
 * @id: (nullable): a column's id
 *
 * Returns: the column's position, or -1
 */
int
strata_table_find_column (StrataTable *self,
                          const char  *id)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), -1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_strcmp0 (strata_column_get_id (g_ptr_array_index (self->columns, i)), id) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * strata_table_get_primary_column:
 * @self: a table
 *
 * Returns: the position of the column that names the row; 0 if none says so
 */
guint
strata_table_get_primary_column (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), 0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (strata_column_get_primary (g_ptr_array_index (self->columns, i)))
        return i;
    }
  return 0;
}

/**
 * strata_table_add_row:
 * @self: a table
 * @row: (transfer none): a row for its columns
 *
 * Returns: %FALSE where the table has a row of this id already; then nothing
 *   is added
 */
gboolean
strata_table_add_row (StrataTable *self,
                      StrataRow   *row)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self) && STRATA_IS_ROW (row), FALSE);

  if (g_hash_table_contains (self->rows_by_id, strata_row_get_id (row)))
    return FALSE;
  g_hash_table_insert (self->rows_by_id, (char *) strata_row_get_id (row), row);
  strata_row_set_position (row, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  g_list_store_append (self->rows, row);
  return TRUE;
}

/**
 * strata_table_get_rows:
 * @self: a table
 *
 * Returns: (transfer none): the rows, in the order of the file
 */
GListModel *
strata_table_get_rows (StrataTable *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * strata_table_find_row:
 * @self: a table
 * @id: (nullable): a row's id
 *
 * Returns: (transfer none) (nullable): the row
 */
StrataRow *
strata_table_find_row (StrataTable *self,
                       const char  *id)
{
  g_return_val_if_fail (STRATA_IS_TABLE (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->rows_by_id, id) : NULL;
}

/**
 * strata_table_get_row_name:
 * @self: a table
 * @row: one of its rows
 * @languages: as for strata_text_get()
 *
 * Returns: (transfer none): what the primary column says
 */
const char *
strata_table_get_row_name (StrataTable       *self,
                           StrataRow         *row,
                           const char *const *languages)
{
  return strata_text_get (strata_row_get_text (row, strata_table_get_primary_column (self)),
                          languages);
}

static gboolean
row_names_concept (StrataTable *self,
                   StrataRow   *row,
                   const char  *concept)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      StrataColumn *column = g_ptr_array_index (self->columns, i);

      if (strata_column_get_column_type (column) == STRATA_COLUMN_CONCEPTS
          && strata_row_has_id (row, i, concept))
        return TRUE;
    }
  return FALSE;
}

/**
 * strata_table_list_by_concept:
 * @self: a table
 * @concept: a concept's id
 *
 * Returns: (transfer container) (element-type StrataRow): the rows that name
 *   the concept in any column, in the order of the file
 */
GPtrArray *
strata_table_list_by_concept (StrataTable *self,
                              const char  *concept)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  g_return_val_if_fail (STRATA_IS_TABLE (self) && concept != NULL, rows);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (row_names_concept (self, row, concept))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}
