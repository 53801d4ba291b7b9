#include "strata-table-state.h"

#include "figures/strata-figure.h"

static gboolean
is_known (StrataTable  *table,
          StrataFilter *filter,
          const char   *column,
          const char   *value)
{
  int position = strata_table_find_column (table, column);
  g_autoptr (GPtrArray) values = NULL;

  if (position < 0)
    return FALSE;
  values = strata_filter_list_values (filter, (guint) position);
  return g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL);
}

/**
 * strata_table_state_prune:
 * @state: how a table is to be looked at
 * @table: the table
 * @filter: its filter
 *
 * Drops the facets and the figure that the table does not have: links, settings
 * and command lines may ask for anything.
 */
void
strata_table_state_prune (StrataListState *state,
                          StrataTable     *table,
                          StrataFilter    *filter)
{
  for (guint i = strata_list_state_get_n_facets (state); i > 0; i--)
    {
      g_autofree char *column = NULL;
      g_autofree char *value = NULL;

      strata_list_state_get_facet (state, i - 1, &column, &value);
      if (!is_known (table, filter, column, value))
        strata_list_state_set_facet (state, column, value, FALSE);
    }
  state->figure = state->figure && strata_figure_can_show (table);
}

/**
 * strata_table_state_apply:
 * @state: how a table is looked at, pruned
 * @table: the table
 * @filter: its filter, set anew
 */
void
strata_table_state_apply (const StrataListState *state,
                          StrataTable           *table,
                          StrataFilter          *filter)
{
  strata_filter_set_query (filter, state->query);
  strata_filter_clear_facets (filter);
  for (guint i = 0; i < strata_list_state_get_n_facets (state); i++)
    {
      g_autofree char *column = NULL;
      g_autofree char *value = NULL;

      strata_list_state_get_facet (state, i, &column, &value);
      strata_filter_set_facet (filter, (guint) strata_table_find_column (table, column), value, TRUE);
    }
}
