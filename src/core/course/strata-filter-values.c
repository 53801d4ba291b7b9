/* The values that rows can be filtered by. */
#include "strata-filter-private.h"

/* A list column with more values than this is no help to choose from. */
#define MAX_LIST_VALUES 12

static void
collect_list_values (StrataFilter *self,
                     guint         column,
                     GPtrArray    *values)
{
  GListModel *rows = strata_table_get_rows (self->table);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);
      GPtrArray *list = strata_row_get_list (row, column);

      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          const char *value = strata_text_get (g_ptr_array_index (list, k), NULL);

          if (!g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
            g_ptr_array_add (values, g_strdup (value));
        }
    }
  if (values->len > MAX_LIST_VALUES)
    g_ptr_array_set_size (values, 0);
}

/**
 * strata_filter_list_values:
 * @self: a filter
 * @column: position of a column
 *
 * Returns: (transfer full) (element-type utf8): the values one can choose from
 *   in a column that is a facet, in the course's order; none in another column
 */
GPtrArray *
strata_filter_list_values (StrataFilter *self,
                           guint         column)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  StrataColumn *description;
  GPtrArray *concepts;

  g_return_val_if_fail (STRATA_IS_FILTER (self), values);

  description = strata_table_get_column (self->table, column);
  if (!strata_column_get_facet (description))
    return values;
  switch ((int) strata_column_get_column_type (description))
    {
    case STRATA_COLUMN_CHOICE:
      for (guint i = 0; i < strata_column_get_n_choices (description); i++)
        g_ptr_array_add (values, g_strdup (strata_column_get_choice_id (description, i)));
      break;
    case STRATA_COLUMN_CONCEPTS:
      concepts = strata_course_get_concepts (self->course);
      for (guint i = 0; i < concepts->len; i++)
        g_ptr_array_add (values,
                         g_strdup (strata_concept_get_id (g_ptr_array_index (concepts, i))));
      break;
    case STRATA_COLUMN_LIST:
      collect_list_values (self, column, values);
      break;
    default:
      break;
    }
  return values;
}

/**
 * strata_filter_value_name:
 * @self: a filter
 * @column: position of a column
 * @value: one of its values
 *
 * Returns: (transfer none): what is shown for the value
 */
const char *
strata_filter_value_name (StrataFilter *self,
                          guint         column,
                          const char   *value)
{
  const char *const *languages = (const char *const *) self->languages;
  StrataColumn *description = strata_table_get_column (self->table, column);
  StrataConcept *concept = strata_course_find_concept (self->course, value);
  int choice = strata_column_find_choice (description, value);
  GListModel *rows = strata_table_get_rows (self->table);

  if (choice >= 0)
    return strata_text_get (strata_column_get_choice_name (description, choice), languages);
  if (strata_column_get_column_type (description) == STRATA_COLUMN_CONCEPTS && concept != NULL)
    return strata_concept_get_short (concept);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);
      GPtrArray *list = strata_row_get_list (row, column);

      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          if (g_str_equal (strata_text_get (g_ptr_array_index (list, k), NULL), value))
            return strata_text_get (g_ptr_array_index (list, k), languages);
        }
    }
  return value;
}
