#include "strata-row.h"

typedef struct
{
  StrataText  *text;      /* text; title of a link */
  GPtrArray   *list;      /* list: StrataText */
  char       **ids;       /* choice (one), concepts, rows */
  char        *uri;       /* link */
  double       number;    /* integer, number, year */
  gboolean     is_set;
} Value;

struct _StrataRow
{
  GObject  parent_instance;

  char    *id;
  guint    position;
  Value   *values;
  guint    n_values;
};

G_DEFINE_FINAL_TYPE (StrataRow, strata_row, G_TYPE_OBJECT)

static const char *const no_ids[] = { NULL };

static void
strata_row_finalize (GObject *object)
{
  StrataRow *self = STRATA_ROW (object);

  for (guint i = 0; i < self->n_values; i++)
    {
      Value *value = &self->values[i];

      g_clear_pointer (&value->text, strata_text_unref);
      g_clear_pointer (&value->list, g_ptr_array_unref);
      g_strfreev (value->ids);
      g_free (value->uri);
    }
  g_free (self->values);
  g_free (self->id);

  G_OBJECT_CLASS (strata_row_parent_class)->finalize (object);
}

static void
strata_row_class_init (StrataRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_row_finalize;
}

static void
strata_row_init (StrataRow *self)
{
}

/**
 * strata_row_new:
 * @id: unique in its table
 * @n_columns: how many columns the table has
 *
 * Returns: (transfer full): a row without values
 */
StrataRow *
strata_row_new (const char *id,
                guint       n_columns)
{
  StrataRow *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (STRATA_TYPE_ROW, NULL);
  self->id = g_strdup (id);
  self->values = g_new0 (Value, n_columns);
  self->n_values = n_columns;
  return self;
}

static Value *
row_value (StrataRow *self,
           guint      column)
{
  g_return_val_if_fail (STRATA_IS_ROW (self), NULL);
  g_return_val_if_fail (column < self->n_values, NULL);

  return &self->values[column];
}

/**
 * strata_row_get_position:
 * @self: a row
 *
 * Returns: where it is in the table that it was added to, from 0
 */
guint
strata_row_get_position (StrataRow *self)
{
  g_return_val_if_fail (STRATA_IS_ROW (self), 0);

  return self->position;
}

/**
 * strata_row_set_position:
 * @self: a row
 * @position: where it is in its table, which tells it so
 */
void
strata_row_set_position (StrataRow *self,
                         guint      position)
{
  g_return_if_fail (STRATA_IS_ROW (self));

  self->position = position;
}

const char *
strata_row_get_id (StrataRow *self)
{
  g_return_val_if_fail (STRATA_IS_ROW (self), NULL);

  return self->id;
}

/**
 * strata_row_is_set:
 * @self: a row
 * @column: position of the column
 *
 * Returns: whether the course gives this value
 */
gboolean
strata_row_is_set (StrataRow *self,
                   guint      column)
{
  Value *value = row_value (self, column);

  return value != NULL && value->is_set;
}

/**
 * strata_row_get_text:
 * @self: a row
 * @column: position of a text or link column
 *
 * Returns: (transfer none) (nullable): the text; of a link, what stands for it
 */
StrataText *
strata_row_get_text (StrataRow *self,
                     guint      column)
{
  Value *value = row_value (self, column);

  return value != NULL ? value->text : NULL;
}

void
strata_row_set_text (StrataRow  *self,
                     guint       column,
                     StrataText *text)
{
  Value *value = row_value (self, column);

  g_return_if_fail (value != NULL && text != NULL);

  strata_text_ref (text);
  g_clear_pointer (&value->text, strata_text_unref);
  value->text = text;
  value->is_set = TRUE;
}

/**
 * strata_row_get_number:
 * @self: a row
 * @column: position of an integer, number or year column
 *
 * Returns: the number; 0 where it is not set, see strata_row_is_set()
 */
double
strata_row_get_number (StrataRow *self,
                       guint      column)
{
  Value *value = row_value (self, column);

  return value != NULL ? value->number : 0;
}

void
strata_row_set_number (StrataRow *self,
                       guint      column,
                       double     number)
{
  Value *value = row_value (self, column);

  g_return_if_fail (value != NULL);

  value->number = number;
  value->is_set = TRUE;
}

/**
 * strata_row_get_list:
 * @self: a row
 * @column: position of a list column
 *
 * Returns: (transfer none) (nullable) (element-type StrataText): the texts
 */
GPtrArray *
strata_row_get_list (StrataRow *self,
                     guint      column)
{
  Value *value = row_value (self, column);

  return value != NULL ? value->list : NULL;
}

/**
 * strata_row_set_list:
 * @self: a row
 * @column: position of a list column
 * @texts: (transfer none) (element-type StrataText): the texts
 */
void
strata_row_set_list (StrataRow *self,
                     guint      column,
                     GPtrArray *texts)
{
  Value *value = row_value (self, column);

  g_return_if_fail (value != NULL && texts != NULL);

  g_ptr_array_ref (texts);
  g_clear_pointer (&value->list, g_ptr_array_unref);
  value->list = texts;
  value->is_set = TRUE;
}

/**
 * strata_row_get_ids:
 * @self: a row
 * @column: position of a choice, concepts or rows column
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL;
 *   one for a choice
 */
const char *const *
strata_row_get_ids (StrataRow *self,
                    guint      column)
{
  Value *value = row_value (self, column);

  return value != NULL && value->ids != NULL ? (const char *const *) value->ids : no_ids;
}

void
strata_row_set_ids (StrataRow         *self,
                    guint              column,
                    const char *const *ids)
{
  Value *value = row_value (self, column);

  g_return_if_fail (value != NULL && ids != NULL);

  g_strfreev (value->ids);
  value->ids = g_strdupv ((char **) ids);
  value->is_set = TRUE;
}

/**
 * strata_row_has_id:
 * @self: a row
 * @column: position of a choice, concepts or rows column
 * @id: an id
 *
 * Returns: whether @id is among the value's ids
 */
gboolean
strata_row_has_id (StrataRow  *self,
                   guint       column,
                   const char *id)
{
  return g_strv_contains (strata_row_get_ids (self, column), id);
}

/**
 * strata_row_get_uri:
 * @self: a row
 * @column: position of a link column
 *
 * Returns: (transfer none) (nullable): the web address
 */
const char *
strata_row_get_uri (StrataRow *self,
                    guint      column)
{
  Value *value = row_value (self, column);

  return value != NULL ? value->uri : NULL;
}

void
strata_row_set_uri (StrataRow  *self,
                    guint       column,
                    const char *uri)
{
  Value *value = row_value (self, column);

  g_return_if_fail (value != NULL && uri != NULL);

  g_free (value->uri);
  value->uri = g_strdup (uri);
  value->is_set = TRUE;
}
