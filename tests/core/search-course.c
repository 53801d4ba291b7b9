/* A small course in two languages, written anew for each test. */
#include "search-course.h"

#include <glib/gstdio.h>

#include "course/strata-loader.h"

static const char course_json[] =
    "{\"format\": 1, \"id\": \"small\", \"languages\": [\"en\", \"zh-TW\"],"
    " \"title\": {\"en\": \"Small\", \"zh-TW\": \"小\"},"
    " \"concepts\": [{\"id\": \"one\", \"parent\": null, \"short\": \"ONE\","
    "   \"name\": {\"en\": \"First layer\", \"zh-TW\": \"第一層\"}, \"lesson\": \"one.md\"}],"
    " \"tables\": [\"things.json\", \"glossary.json\"]}";

static const char things_json[] =
    "{\"id\": \"things\", \"title\": {\"en\": \"Things\", \"zh-TW\": \"東西\"},"
    " \"columns\": [{\"id\": \"name\", \"type\": \"text\", \"primary\": true, \"title\": \"Name\"},"
    "   {\"id\": \"what\", \"type\": \"text\", \"title\": \"What\"},"
    "   {\"id\": \"year\", \"type\": \"year\", \"title\": \"Year\"}],"
    " \"rows\": [{\"id\": \"cafe\", \"name\": {\"en\": \"Café Élan\", \"zh-TW\": \"咖啡館\"},"
    "   \"what\": {\"en\": \"A place for GPT-3.5 and fine-tuning\","
    "              \"zh-TW\": \"在ＡＩ咖啡館裡微調模型，喝 Latte\"}, \"year\": 1986},"
    "  {\"id\": \"near\", \"name\": {\"en\": \"NEAR and NOT\", \"zh-TW\": \"運算子\"},"
    "   \"what\": {\"en\": \"operators of a language, say \\\"OR\\\" (or *)\","
    "              \"zh-TW\": \"語言的運算子\"}}]}";

static const char glossary_json[] =
    "{\"id\": \"glossary\", \"title\": {\"en\": \"Glossary\", \"zh-TW\": \"詞彙表\"},"
    " \"columns\": [{\"id\": \"term\", \"type\": \"text\", \"primary\": true, \"title\": \"Term\"},"
    "   {\"id\": \"definition\", \"type\": \"text\", \"title\": \"Meaning\"}],"
    " \"glossary\": {\"meaning\": \"definition\"},"
    " \"rows\": [{\"id\": \"model\", \"term\": {\"en\": \"model\", \"zh-TW\": \"模型\"},"
    "   \"definition\": {\"en\": \"A calculation\", \"zh-TW\": \"一套計算\"}},"
    "  {\"id\": \"hallucination\", \"term\": {\"en\": \"hallucination\", \"zh-TW\": \"幻覺\"},"
    "   \"definition\": {\"en\": \"Fluent, sure and wrong\", \"zh-TW\": \"通順卻沒有根據\"}}]}";

static void
put (const char *folder,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Into a folder of its own, whose path it answers. */
char *
search_course_write (const char *lesson_en,
                     const char *lesson_zh)
{
  char *folder = g_dir_make_tmp ("strata-search-XXXXXX", NULL);

  put (folder, "course.json", course_json);
  put (folder, "things.json", things_json);
  put (folder, "glossary.json", glossary_json);
  put (folder, "lessons/en/one.md", lesson_en);
  put (folder, "lessons/zh-TW/one.md", lesson_zh);
  return folder;
}

StrataCourse *
search_course_load (const char *folder)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  StrataCourse *course = strata_course_load (folder, faults);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = strata_fault_to_string (g_ptr_array_index (faults, i));

      g_test_message ("%s", line);
    }
  g_assert_nonnull (course);
  return course;
}

static void
drop (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      drop (inner);
    }
  g_remove (path);
}

void
search_course_drop (char *folder)
{
  drop (folder);
  g_free (folder);
}

/* Where the best result is; "" if there is none. */
char *
search_first_place (StrataSearchIndex *index,
                    const char        *query,
                    const char        *language)
{
  const char *const languages[] = { language, "en", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) results =
      strata_search_index_query (index, query, languages, 10, NULL, &error);
  g_autoptr (StrataSearchResult) first = NULL;

  g_assert_no_error (error);
  first = g_list_model_get_item (results, 0);
  return g_strdup (first != NULL ? strata_search_result_get_place (first) : "");
}
