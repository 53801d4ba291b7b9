#include "strata-print-search.h"

#include "course/strata-loader.h"
#include "search/strata-search-index.h"

#define LIMIT 20

static void
print_result (StrataSearchResult *result)
{
  g_print ("%s\n    %s (%s)\n", strata_search_result_get_place (result),
           strata_search_result_get_title (result), strata_search_result_get_context (result));
  if (*strata_search_result_get_snippet (result) != '\0')
    g_print ("    %s\n", strata_search_result_get_snippet (result));
}

static int
search (StrataCourse *course,
        const char   *query,
        const char   *language)
{
  const char *const one[] = { language, NULL };
  g_auto (GStrv) languages =
      strata_course_dup_languages (course, language != NULL ? one : g_get_language_names ());
  g_autofree char *folder =
      g_build_filename (g_get_user_cache_dir (), "strata", "search", NULL);
  g_autofree char *path = strata_search_index_dup_path (course, folder);
  g_autofree char *utf8 = g_utf8_make_valid (query, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, path, NULL, &error);
  g_autoptr (GListModel) results = NULL;
  guint n;

  if (index != NULL)
    results = strata_search_index_query (index, utf8, (const char *const *) languages, LIMIT, NULL,
                                         &error);
  if (results == NULL)
    {
      g_printerr ("strata-course: %s.\n", error->message);
      return 2;
    }
  n = g_list_model_get_n_items (results);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StrataSearchResult) result = g_list_model_get_item (results, i);

      print_result (result);
    }
  return n > 0 ? 0 : 1;
}

/**
 * strata_print_search:
 * @folder: a course
 * @query: what to look for
 * @language: (nullable): BCP 47 tag of what is read; %NULL for the locale's
 *
 * Prints the best twenty places, each with its title, what it stands in and a piece
 * of its text. The index is kept in the user's cache, where the app keeps it too.
 *
 * Returns: the exit status: 0, 1 if nothing is found, 2 if nothing can be searched
 */
int
strata_print_search (const char *folder,
                     const char *query,
                     const char *language)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (folder, faults);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = strata_fault_to_string (g_ptr_array_index (faults, i));

      g_printerr ("%s\n", line);
    }
  return course != NULL ? search (course, query, language) : 2;
}
