#include "strata-search-group.h"

/**
 * strata_search_same_group:
 * @a: a result
 * @b: another
 *
 * Returns: whether both are shown under the same name: the lessons, or one table
 */
gboolean
strata_search_same_group (StrataSearchResult *a,
                          StrataSearchResult *b)
{
  StrataSearchKind kind;

  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (a) && STRATA_IS_SEARCH_RESULT (b), FALSE);

  kind = strata_search_result_get_kind (a);
  return kind == strata_search_result_get_kind (b)
         && (kind == STRATA_SEARCH_LESSON
             || g_str_equal (strata_search_result_get_object (a),
                             strata_search_result_get_object (b)));
}

/**
 * strata_search_group:
 * @results: a list of #StrataSearchResult, the best first
 * @most: how many of a group at most
 *
 * Returns: (transfer full): the same, those of a group one after another, and the
 *   groups by their best result
 */
GListModel *
strata_search_group (GListModel *results,
                     guint       most)
{
  GListStore *grouped = g_list_store_new (STRATA_TYPE_SEARCH_RESULT);
  guint n = g_list_model_get_n_items (results);
  g_autofree gboolean *taken = g_new0 (gboolean, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StrataSearchResult) first = g_list_model_get_item (results, i);
      guint size = 0;

      for (guint k = i; !taken[i] && k < n; k++)
        {
          g_autoptr (StrataSearchResult) other = g_list_model_get_item (results, k);

          if (taken[k] || !strata_search_same_group (first, other))
            continue;
          if (size++ < most)
            g_list_store_append (grouped, other);
          taken[k] = k != i;
        }
    }
  return G_LIST_MODEL (grouped);
}
