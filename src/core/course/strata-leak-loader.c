/* What course.json says that the nested picture hides. */
#include "strata-leak-loader-private.h"

#define MAX_LEAKS 20

static void
load_leak (StrataJsonFile     *file,
           StrataCourse       *course,
           struct json_object *object,
           const char         *pointer)
{
  static const char *const names[] = { "concept", "title", "text", NULL };
  g_autoptr (StrataText) title = NULL;
  g_autoptr (StrataText) text = NULL;
  const char *concept;

  if (!_strata_json_file_is (file, object, json_type_object, pointer, "leak"))
    return;
  _strata_json_file_only (file, object, pointer, names);
  concept = _strata_json_file_id (file, object, pointer, "concept", TRUE);
  title = _strata_json_file_text_field (file, object, pointer, "title", TRUE);
  text = _strata_json_file_text_field (file, object, pointer, "text", TRUE);
  if (concept != NULL && strata_course_find_concept (course, concept) == NULL)
    {
      g_autofree char *inner = g_strconcat (pointer, "/concept", NULL);

      _strata_json_file_fault (file, STRATA_FAULT_UNKNOWN_CONCEPT, inner, concept, NULL);
    }
  else if (concept != NULL && title != NULL && text != NULL)
    strata_course_add_leak (course, strata_leak_new (concept, title, text));
}

/* Adds the leaks of @file, course.json, to @course, whose concepts are there. */
void
_strata_leaks_load (StrataJsonFile *file,
                    StrataCourse   *course)
{
  struct json_object *list =
      _strata_json_file_field (file, file->root, "", "leaks", json_type_array, FALSE);
  gsize n = list != NULL ? json_object_array_length (list) : 0;

  if (n > MAX_LEAKS)
    _strata_json_file_fault (file, STRATA_FAULT_TOO_LARGE, "/leaks", "more than 20 leaks", NULL);
  for (gsize i = 0; i < MIN (n, MAX_LEAKS); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/leaks/%" G_GSIZE_FORMAT, i);

      load_leak (file, course, json_object_array_get_idx (list, i), pointer);
    }
}
