#include "strata-column.h"

struct _StrataColumn
{
  GObject           parent_instance;

  char             *id;
  StrataColumnType  type;
  StrataText       *title;
  char             *table;
  GPtrArray        *choice_ids;
  GPtrArray        *choice_names;
  gboolean          primary;
  gboolean          facet;
};

G_DEFINE_FINAL_TYPE (StrataColumn, strata_column, G_TYPE_OBJECT)

static const char *const type_names[] = {
  [STRATA_COLUMN_TEXT] = "text",         [STRATA_COLUMN_INTEGER] = "integer",
  [STRATA_COLUMN_NUMBER] = "number",     [STRATA_COLUMN_YEAR] = "year",
  [STRATA_COLUMN_CHOICE] = "choice",     [STRATA_COLUMN_LIST] = "list",
  [STRATA_COLUMN_CONCEPTS] = "concepts", [STRATA_COLUMN_ROWS] = "rows",
  [STRATA_COLUMN_LINK] = "link",
};

static void
strata_column_finalize (GObject *object)
{
  StrataColumn *self = STRATA_COLUMN (object);

  g_free (self->id);
  g_free (self->table);
  g_clear_pointer (&self->title, strata_text_unref);
  g_ptr_array_unref (self->choice_ids);
  g_ptr_array_unref (self->choice_names);

  G_OBJECT_CLASS (strata_column_parent_class)->finalize (object);
}

static void
strata_column_class_init (StrataColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_column_finalize;
}

static void
strata_column_init (StrataColumn *self)
{
  self->choice_ids = g_ptr_array_new_with_free_func (g_free);
  self->choice_names = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_text_unref);
}

/**
 * strata_column_type_from_name:
 * @name: a name as course files have it, as "choice"
 * @type: (out): its type
 *
 * Returns: whether there is such a type
 */
gboolean
strata_column_type_from_name (const char       *name,
                              StrataColumnType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    {
      if (g_strcmp0 (name, type_names[i]) == 0)
        {
          *type = (StrataColumnType) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * strata_column_new:
 * @id: unique in its table
 * @type: what its values are
 * @title: (transfer none): shown above the values
 *
 * Returns: (transfer full): a column
 */
StrataColumn *
strata_column_new (const char       *id,
                   StrataColumnType  type,
                   StrataText       *title)
{
  StrataColumn *self;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  self = g_object_new (STRATA_TYPE_COLUMN, NULL);
  self->id = g_strdup (id);
  self->type = type;
  self->title = strata_text_ref (title);
  return self;
}

const char *
strata_column_get_id (StrataColumn *self)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), NULL);

  return self->id;
}

StrataColumnType
strata_column_get_column_type (StrataColumn *self)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), STRATA_COLUMN_TEXT);

  return self->type;
}

/**
 * strata_column_get_title:
 * @self: a column
 *
 * Returns: (transfer none): what stands above the values
 */
StrataText *
strata_column_get_title (StrataColumn *self)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), NULL);

  return self->title;
}

/**
 * strata_column_get_primary:
 * @self: a column
 *
 * Returns: whether this column names the row; a table has one such column
 */
gboolean
strata_column_get_primary (StrataColumn *self)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), FALSE);

  return self->primary;
}

void
strata_column_set_primary (StrataColumn *self,
                           gboolean      primary)
{
  g_return_if_fail (STRATA_IS_COLUMN (self));

  self->primary = primary;
}

/**
 * strata_column_get_facet:
 * @self: a column
 *
 * Returns: whether the list can be narrowed by this column's values
 */
gboolean
strata_column_get_facet (StrataColumn *self)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), FALSE);

  return self->facet;
}

void
strata_column_set_facet (StrataColumn *self,
                         gboolean      facet)
{
  g_return_if_fail (STRATA_IS_COLUMN (self));

  self->facet = facet;
}

/**
 * strata_column_get_table:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): the table whose rows a
 *   %STRATA_COLUMN_ROWS column names
 */
const char *
strata_column_get_table (StrataColumn *self)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), NULL);

  return self->table;
}

void
strata_column_set_table (StrataColumn *self,
                         const char   *table)
{
  g_return_if_fail (STRATA_IS_COLUMN (self));

  g_free (self->table);
  self->table = g_strdup (table);
}

/**
 * strata_column_add_choice:
 * @self: a %STRATA_COLUMN_CHOICE column
 * @id: unique in the column
 * @name: (transfer none): what is shown
 */
void
strata_column_add_choice (StrataColumn *self,
                          const char   *id,
                          StrataText   *name)
{
  g_return_if_fail (STRATA_IS_COLUMN (self) && id != NULL && name != NULL);

  g_ptr_array_add (self->choice_ids, g_strdup (id));
  g_ptr_array_add (self->choice_names, strata_text_ref (name));
}

guint
strata_column_get_n_choices (StrataColumn *self)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), 0);

  return self->choice_ids->len;
}

const char *
strata_column_get_choice_id (StrataColumn *self,
                             guint         position)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), NULL);
  g_return_val_if_fail (position < self->choice_ids->len, NULL);

  return g_ptr_array_index (self->choice_ids, position);
}

StrataText *
strata_column_get_choice_name (StrataColumn *self,
                               guint         position)
{
  g_return_val_if_fail (STRATA_IS_COLUMN (self), NULL);
  g_return_val_if_fail (position < self->choice_names->len, NULL);

  return g_ptr_array_index (self->choice_names, position);
}

/**
 * strata_column_find_choice:
 * @self: a column
 * @id: (nullable): a choice's id
 *
 * Returns: the choice's position, or -1
 */
int
strata_column_find_choice (StrataColumn *self,
                           const char   *id)
{
  guint position;

  g_return_val_if_fail (STRATA_IS_COLUMN (self), -1);

  if (id == NULL
      || !g_ptr_array_find_with_equal_func (self->choice_ids, id, g_str_equal, &position))
    return -1;
  return (int) position;
}
