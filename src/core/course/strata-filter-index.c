/* What a filter has to know of each row. */
#include "strata-filter-index-private.h"

#include "strata-fold.h"
#include "strata-row-format.h"

static void
facet_free (gpointer data)
{
  StrataFilterFacet *facet = data;

  if (facet == NULL)
    return;
  g_ptr_array_unref (facet->values);
  g_hash_table_unref (facet->places);
  g_array_unref (facet->starts);
  g_array_unref (facet->found);
  g_free (facet);
}

StrataFilterIndex *
_strata_filter_index_new (StrataCourse      *course,
                          StrataTable       *table,
                          const char *const *languages)
{
  StrataFilterIndex *self = g_new0 (StrataFilterIndex, 1);
  GListModel *rows = strata_table_get_rows (table);

  self->course = g_object_ref (course);
  self->table = g_object_ref (table);
  self->languages = g_strdupv ((char **) languages);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    g_ptr_array_add (self->rows, g_list_model_get_item (rows, i));
  self->texts = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->facets = g_ptr_array_new_with_free_func (facet_free);
  g_ptr_array_set_size (self->facets, (int) strata_table_get_n_columns (table));
  return self;
}

void
_strata_filter_index_free (StrataFilterIndex *self)
{
  g_object_unref (self->course);
  g_object_unref (self->table);
  g_strfreev (self->languages);
  g_ptr_array_unref (self->rows);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->facets);
  g_free (self);
}

/* Facets. ------------------------------------------------------------------------- */

/* Whether a row has a value, by looking. */
gboolean
_strata_filter_has_value (StrataRow  *row,
                          guint       column,
                          const char *value)
{
  GPtrArray *list = strata_row_get_list (row, column);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      if (g_str_equal (strata_text_get (g_ptr_array_index (list, i), NULL), value))
        return TRUE;
    }
  return strata_row_has_id (row, column, value);
}

/* Adds the place of a value of the row from @start, each once. */
static void
add_value (StrataFilterFacet *facet,
           guint              start,
           const char        *value)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (facet->places, value));

  if (place == 0)
    return;
  place--;
  for (guint i = start; i < facet->found->len; i++)
    if (g_array_index (facet->found, guint, i) == place)
      return;
  g_array_append_val (facet->found, place);
}

static void
add_row (StrataFilterFacet *facet,
         StrataRow         *row,
         guint              column)
{
  GPtrArray *list = strata_row_get_list (row, column);
  const char *const *ids = strata_row_get_ids (row, column);
  guint start = facet->found->len;

  for (guint i = 0; list != NULL && i < list->len; i++)
    add_value (facet, start, strata_text_get (g_ptr_array_index (list, i), NULL));
  for (gsize i = 0; ids[i] != NULL; i++)
    add_value (facet, start, ids[i]);
  g_array_append_val (facet->starts, facet->found->len);
}

/* Takes @values. */
void
_strata_filter_index_add_facet (StrataFilterIndex *self,
                                guint              column,
                                GPtrArray         *values)
{
  StrataFilterFacet *facet = g_new0 (StrataFilterFacet, 1);
  guint first = 0;

  facet->values = values;
  facet->places = g_hash_table_new (g_str_hash, g_str_equal);
  facet->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  facet->found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < values->len; i++)
    g_hash_table_insert (facet->places, values->pdata[i], GUINT_TO_POINTER (i + 1));
  g_array_append_val (facet->starts, first);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (facet, self->rows->pdata[i], column);
  self->facets->pdata[column] = facet;
}

/* Texts. -------------------------------------------------------------------------- */

static void
read_row (StrataFilterIndex *self,
          StrataRow         *row)
{
  gsize start = self->texts->len;

  for (guint i = 0; i < strata_table_get_n_columns (self->table); i++)
    {
      g_autofree char *value = strata_row_dup_display (self->course, self->table, row, i,
                                                       (const char *const *) self->languages);

      /* A word is looked for inside one value, not across two. */
      strata_fold_append (self->texts, value);
      g_string_append_c (self->texts, '\n');
    }
  g_string_append_c (self->texts, '\0');
  g_array_append_val (self->starts, start);
}

/* Reads up to @n more rows; returns whether there are more. */
gboolean
_strata_filter_index_read (StrataFilterIndex *self,
                           guint              n)
{
  for (; n > 0 && self->starts->len < self->rows->len; n--)
    read_row (self, self->rows->pdata[self->starts->len]);
  return self->starts->len < self->rows->len;
}

/* The folded text of a row that has been read. */
const char *
_strata_filter_index_get_text (StrataFilterIndex *self,
                               guint              position)
{
  return self->texts->str + g_array_index (self->starts, gsize, position);
}

/* Where a row is; -1 if it is not in the table. */
int
_strata_filter_index_find (StrataFilterIndex *self,
                           StrataRow         *row)
{
  guint position = strata_row_get_position (row);

  return position < self->rows->len && self->rows->pdata[position] == row ? (int) position : -1;
}
