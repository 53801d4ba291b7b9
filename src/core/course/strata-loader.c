#include "strata-loader.h"

#include <stdlib.h>

#include "strata-leak-loader-private.h"
#include "strata-table-loader-private.h"

#define MAX_CONCEPTS 2000
#define MAX_TABLES 200

typedef struct
{
  StrataJsonFile *file;
  GPtrArray      *concepts;   /* StrataConcept, in the order of the file */
  GPtrArray      *parents;    /* char*: id of the parent, NULL for none */
  GArray         *places;     /* guint: position in the file */
} Concepts;

static void
load_languages (StrataJsonFile *file)
{
  struct json_object *languages =
      _strata_json_file_field (file, file->root, "", "languages", json_type_array, TRUE);

  for (gsize i = 0; languages != NULL && i < json_object_array_length (languages); i++)
    {
      struct json_object *tag = json_object_array_get_idx (languages, i);
      g_autofree char *pointer = g_strdup_printf ("/languages/%" G_GSIZE_FORMAT, i);

      if (!_strata_json_file_is (file, tag, json_type_string, pointer, "languages"))
        continue;
      if (!g_regex_match_simple ("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
                                 json_object_get_string (tag), 0, 0))
        _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, pointer, "languages",
                                 "language tags, as zh-TW");
      else
        g_ptr_array_add (file->load->languages, g_strdup (json_object_get_string (tag)));
    }
  if (languages != NULL && json_object_array_length (languages) == 0)
    _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, "/languages", "languages",
                             "at least one language tag");
}

static void
check_lesson_files (StrataJsonFile *file,
                    const char     *lesson,
                    const char     *pointer)
{
  StrataLoad *load = file->load;
  g_autofree char *inner = g_strconcat (pointer, "/lesson", NULL);

  for (guint i = 0; lesson != NULL && i < load->languages->len; i++)
    {
      g_autofree char *name =
          g_build_filename ("lessons", g_ptr_array_index (load->languages, i), lesson, NULL);
      gboolean outside;
      g_autofree char *path = _strata_load_resolve (load, name, &outside);

      if (outside)
        {
          _strata_json_file_fault (file, STRATA_FAULT_OUTSIDE, inner, lesson, NULL);
          return;
        }
      if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        _strata_json_file_fault (file, STRATA_FAULT_MISSING_LESSON, inner, name, NULL);
    }
}

static gboolean
has_concept (Concepts   *concepts,
             const char *id,
             guint      *position)
{
  for (guint i = 0; i < concepts->concepts->len; i++)
    {
      if (g_str_equal (strata_concept_get_id (g_ptr_array_index (concepts->concepts, i)), id))
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

static const char *
load_parent (StrataJsonFile     *file,
             struct json_object *object,
             const char         *pointer)
{
  struct json_object *parent = NULL;

  if (!json_object_object_get_ex (object, "parent", &parent))
    _strata_json_file_fault (file, STRATA_FAULT_MISSING_FIELD, pointer, "parent", NULL);
  else if (parent != NULL)
    return _strata_json_file_id (file, object, pointer, "parent", TRUE);
  return NULL;
}

static const char *
optional_string (StrataJsonFile     *file,
                 struct json_object *object,
                 const char         *pointer,
                 const char         *name)
{
  struct json_object *value =
      _strata_json_file_field (file, object, pointer, name, json_type_string, FALSE);

  return value != NULL ? json_object_get_string (value) : NULL;
}

static void
load_concept (Concepts           *concepts,
              struct json_object *object,
              const char         *pointer,
              guint               place)
{
  static const char *const names[] = { "id",   "parent",  "short", "name",
                                       "summary", "lesson", NULL };
  StrataJsonFile *file = concepts->file;
  const char *id, *parent, *lesson;
  g_autoptr (StrataText) name = NULL;
  g_autoptr (StrataText) summary = NULL;
  guint found;

  if (!_strata_json_file_is (file, object, json_type_object, pointer, "concept"))
    return;
  _strata_json_file_only (file, object, pointer, names);
  id = _strata_json_file_id (file, object, pointer, "id", TRUE);
  parent = load_parent (file, object, pointer);
  name = _strata_json_file_text_field (file, object, pointer, "name", TRUE);
  summary = _strata_json_file_text_field (file, object, pointer, "summary", FALSE);
  lesson = optional_string (file, object, pointer, "lesson");
  check_lesson_files (file, lesson, pointer);
  if (id == NULL || name == NULL)
    return;
  if (has_concept (concepts, id, &found))
    {
      g_autofree char *inner = g_strconcat (pointer, "/id", NULL);

      _strata_json_file_fault (file, STRATA_FAULT_DUPLICATE_ID, inner, id, NULL);
      return;
    }
  g_ptr_array_add (concepts->concepts,
                   strata_concept_new (id, optional_string (file, object, pointer, "short"), name,
                                       summary, lesson));
  g_ptr_array_add (concepts->parents, g_strdup (parent));
  g_array_append_val (concepts->places, place);
}

/* Whether going outwards from @position comes to a root. */
static gboolean
reaches_root (Concepts *concepts,
              guint     position)
{
  for (guint steps = 0; steps <= concepts->concepts->len; steps++)
    {
      const char *parent = g_ptr_array_index (concepts->parents, position);

      if (parent == NULL || !has_concept (concepts, parent, &position))
        return TRUE;
    }
  return FALSE;
}

/* Puts each concept inside its parent; the root, or NULL with a fault. */
static StrataConcept *
build_tree (Concepts *concepts)
{
  StrataJsonFile *file = concepts->file;
  StrataConcept *root = NULL;
  gboolean cycle = FALSE;
  guint at;

  for (guint i = 0; i < concepts->concepts->len; i++)
    {
      StrataConcept *concept = g_ptr_array_index (concepts->concepts, i);
      const char *id = strata_concept_get_id (concept);
      const char *parent = g_ptr_array_index (concepts->parents, i);
      g_autofree char *pointer =
          g_strdup_printf ("/concepts/%u/parent", g_array_index (concepts->places, guint, i));

      if (parent == NULL && root != NULL)
        _strata_json_file_fault (file, STRATA_FAULT_TWO_ROOTS, pointer,
                                 strata_concept_get_id (root), id);
      else if (parent == NULL)
        root = concept;
      else if (!has_concept (concepts, parent, &at))
        _strata_json_file_fault (file, STRATA_FAULT_UNKNOWN_CONCEPT, pointer, parent, NULL);
      else if (!reaches_root (concepts, i))
        {
          if (!cycle)
            _strata_json_file_fault (file, STRATA_FAULT_CYCLE, pointer, id, NULL);
          cycle = TRUE;
        }
      else
        strata_concept_append (g_ptr_array_index (concepts->concepts, at), concept);
    }
  if (root == NULL && !cycle)
    _strata_json_file_fault (file, STRATA_FAULT_NO_ROOT, "/concepts", NULL, NULL);
  return root;
}

static void
load_concepts (StrataJsonFile *file,
               StrataCourse   *course)
{
  struct json_object *list =
      _strata_json_file_field (file, file->root, "", "concepts", json_type_array, TRUE);
  Concepts concepts = { file, g_ptr_array_new_with_free_func (g_object_unref),
                        g_ptr_array_new_with_free_func (g_free),
                        g_array_new (FALSE, FALSE, sizeof (guint)) };

  if (list != NULL && json_object_array_length (list) > MAX_CONCEPTS)
    _strata_json_file_fault (file, STRATA_FAULT_TOO_LARGE, "/concepts", "more than 2,000 concepts",
                             NULL);
  for (gsize i = 0; list != NULL && i < MIN (json_object_array_length (list), MAX_CONCEPTS); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/concepts/%" G_GSIZE_FORMAT, i);

      load_concept (&concepts, json_object_array_get_idx (list, i), pointer, (guint) i);
    }
  if (list != NULL)
    {
      StrataConcept *root = build_tree (&concepts);

      if (root != NULL)
        strata_course_set_root (course, root);
    }
  g_ptr_array_unref (concepts.concepts);
  g_ptr_array_unref (concepts.parents);
  g_array_unref (concepts.places);
}

static void
load_table (StrataLoad   *load,
            StrataCourse *course,
            const char   *name,
            GPtrArray    *files)
{
  g_autoptr (StrataJsonFile) file = _strata_json_file_open (load, name);
  g_autoptr (StrataTable) table = file != NULL ? _strata_table_load (file) : NULL;

  if (table == NULL)
    return;
  if (strata_course_find_table (course, strata_table_get_id (table)) != NULL)
    {
      _strata_json_file_fault (file, STRATA_FAULT_DUPLICATE_ID, "/id",
                               strata_table_get_id (table), NULL);
      return;
    }
  strata_course_add_table (course, table);
  g_ptr_array_add (files, g_steal_pointer (&file));
}

/* A table that is not there is a fault of the line that names it. */
static gboolean
table_exists (StrataJsonFile *file,
              const char     *name,
              const char     *pointer)
{
  gboolean outside;
  g_autofree char *path = _strata_load_resolve (file->load, name, &outside);

  if (outside)
    _strata_json_file_fault (file, STRATA_FAULT_OUTSIDE, pointer, name, NULL);
  else if (path == NULL)
    _strata_json_file_fault (file, STRATA_FAULT_UNREADABLE, pointer, name, NULL);
  return !outside && path != NULL;
}

static void
load_tables (StrataJsonFile *file,
             StrataCourse   *course)
{
  struct json_object *list =
      _strata_json_file_field (file, file->root, "", "tables", json_type_array, FALSE);
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) _strata_json_file_free);
  GPtrArray *tables = strata_course_get_tables (course);

  for (gsize i = 0; list != NULL && i < MIN (json_object_array_length (list), MAX_TABLES); i++)
    {
      struct json_object *name = json_object_array_get_idx (list, i);
      g_autofree char *pointer = g_strdup_printf ("/tables/%" G_GSIZE_FORMAT, i);

      if (_strata_json_file_is (file, name, json_type_string, pointer, "tables")
          && table_exists (file, json_object_get_string (name), pointer))
        load_table (file->load, course, json_object_get_string (name), files);
    }
  for (guint i = 0; i < files->len; i++)
    _strata_table_check_ids (g_ptr_array_index (files, i), g_ptr_array_index (tables, i), course);
}

static void
check_authors (StrataJsonFile *file)
{
  struct json_object *authors =
      _strata_json_file_field (file, file->root, "", "authors", json_type_array, FALSE);

  for (gsize i = 0; authors != NULL && i < json_object_array_length (authors); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/authors/%" G_GSIZE_FORMAT, i);

      _strata_json_file_is (file, json_object_array_get_idx (authors, i), json_type_string,
                            pointer, "authors");
    }
}

static gboolean
check_header (StrataJsonFile *file)
{
  static const char *const names[] = { "$schema", "format",  "id",       "version",
                                       "languages", "title", "license",  "authors",
                                       "concepts", "leaks", "tables",    "cards",
                                       NULL };
  struct json_object *format =
      _strata_json_file_field (file, file->root, "", "format", json_type_int, TRUE);

  if (format != NULL && json_object_get_int (format) != 1)
    {
      _strata_json_file_fault (file, STRATA_FAULT_FORMAT, "/format",
                               json_object_get_string (format), NULL);
      return FALSE;
    }
  _strata_json_file_only (file, file->root, "", names);
  _strata_json_file_field (file, file->root, "", "$schema", json_type_string, FALSE);
  _strata_json_file_field (file, file->root, "", "version", json_type_string, FALSE);
  _strata_json_file_field (file, file->root, "", "license", json_type_string, FALSE);
  _strata_json_file_field (file, file->root, "", "cards", json_type_string, FALSE);
  check_authors (file);
  return TRUE;
}

static StrataCourse *
load_course (StrataLoad *load)
{
  g_autoptr (StrataJsonFile) file = _strata_json_file_open (load, "course.json");
  g_autoptr (StrataText) title = NULL;
  StrataCourse *course;
  const char *id;

  if (file == NULL || !check_header (file))
    return NULL;
  load_languages (file);
  id = _strata_json_file_id (file, file->root, "", "id", TRUE);
  title = _strata_json_file_text_field (file, file->root, "", "title", TRUE);
  if (title == NULL)
    title = strata_text_new_plain ("");
  g_ptr_array_add (load->languages, NULL);
  course = strata_course_new (id != NULL ? id : "", title,
                              (const char *const *) load->languages->pdata, load->folder);
  g_ptr_array_set_size (load->languages, (int) load->languages->len - 1);
  load_concepts (file, course);
  _strata_leaks_load (file, course);
  load_tables (file, course);
  return course;
}

/**
 * strata_course_load:
 * @folder: path of a course
 * @faults: (element-type StrataFault): where every fault is added
 *
 * Reads a course whole. Nothing outside @folder is read. The text of the
 * lessons is for strata_course_check_lessons().
 *
 * Returns: (transfer full) (nullable): the course; %NULL if it has any fault
 */
StrataCourse *
strata_course_load (const char *folder,
                    GPtrArray  *faults)
{
  char *real;
  guint before;
  StrataLoad load = { NULL };
  g_autoptr (StrataCourse) course = NULL;

  g_return_val_if_fail (folder != NULL && faults != NULL, NULL);

  before = faults->len;
  real = realpath (folder, NULL);
  if (real == NULL || !g_file_test (real, G_FILE_TEST_IS_DIR))
    {
      g_ptr_array_add (faults, strata_fault_new (STRATA_FAULT_UNREADABLE, folder, 0, 0, NULL,
                                                 "no such folder", NULL));
      free (real);
      return NULL;
    }

  load = (StrataLoad) { real, g_ptr_array_new_with_free_func (g_free), faults,
                        g_checksum_new (G_CHECKSUM_SHA256) };
  course = load_course (&load);
  if (course != NULL)
    strata_course_set_digest (course, g_checksum_get_string (load.checksum));
  g_checksum_free (load.checksum);
  g_ptr_array_unref (load.languages);
  free (real);
  return faults->len == before ? g_steal_pointer (&course) : NULL;
}
