/* A good course, and one fixture for each fault: a fixture holds only the files
 * that differ from the good course, and the lines that must be reported. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "course/strata-loader.h"

static char *
fixture (const char *name)
{
  return g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures", name, NULL);
}

static void
copy_tree (const char *from,
           const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_mkdir_with_parents (to, 0755);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_tree (source, target);
      else
        {
          g_assert_true (g_file_get_contents (source, &contents, &length, NULL));
          g_assert_true (g_file_set_contents (target, contents, (gssize) length, NULL));
        }
    }
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

/* A copy of the good course with the files of @fault laid over it. */
static char *
overlaid (const char *fault)
{
  char *folder = g_dir_make_tmp ("strata-course-XXXXXX", NULL);
  g_autofree char *good = fixture ("good");

  copy_tree (good, folder);
  if (fault != NULL)
    {
      g_autofree char *name = g_build_filename ("faults", fault, NULL);
      g_autofree char *over = fixture (name);

      copy_tree (over, folder);
    }
  return folder;
}

static char *
report (const char *folder)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (folder, faults);
  GString *out = g_string_new (NULL);

  if (course != NULL)
    strata_course_check_lessons (course, faults);
  else
    g_assert_cmpuint (faults->len, >, 0);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = strata_fault_to_string (g_ptr_array_index (faults, i));

      g_string_append_printf (out, "%s\n", line);
    }
  return g_string_free (out, FALSE);
}

static void
test_fault (gconstpointer data)
{
  g_autofree char *folder = overlaid (data);
  g_autofree char *expected_path = g_build_filename (folder, "expected", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *reported = report (folder);

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (expected, !=, "");
  g_assert_cmpstr (reported, ==, expected);
  remove_tree (folder);
}

static void
test_good (void)
{
  g_autofree char *folder = fixture ("good");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (folder, faults);
  const char *const chinese[] = { "zh_TW.UTF-8", NULL };
  g_auto (GStrv) languages = NULL;
  StrataTable *table;
  StrataRow *row;

  g_assert_nonnull (course);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (strata_concept_get_id (strata_course_get_root (course)), ==, "outer");
  g_assert_cmpuint (strata_course_get_concepts (course)->len, ==, 2);
  table = strata_course_find_table (course, "things");
  row = strata_table_find_row (table, "stone");
  g_assert_cmpfloat (strata_row_get_number (row, 2), ==, 2.5);
  g_assert_true (strata_row_has_id (row, 5, "inner"));
  g_assert_cmpstr (strata_row_get_uri (row, 7), ==, "https://example.org/");
  g_assert_false (strata_row_is_set (strata_table_find_row (table, "wool"), 2));

  languages = strata_course_dup_languages (course, chinese);
  g_assert_cmpstr (languages[0], ==, "zh-TW");
  g_assert_cmpstr (languages[1], ==, "en");
  g_assert_cmpstr (strata_table_get_row_name (table, row, (const char *const *) languages), ==,
                   "石頭");
}

static void
test_bundled (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses",
                                              "llm-foundations", NULL);
  g_autofree char *reported = report (folder);

  g_assert_cmpstr (reported, ==, "");
}

/* Faults of several files are reported together. */
static void
test_one_pass (void)
{
  g_autofree char *folder = overlaid ("unknown-choice");
  g_autofree char *other = fixture ("faults/unknown-field");
  g_autofree char *reported = NULL;

  copy_tree (other, folder);
  reported = report (folder);
  g_assert_nonnull (strstr (reported, "licence"));
  g_assert_nonnull (strstr (reported, "liquid"));
  remove_tree (folder);
}

static void
test_symbolic_link (void)
{
  g_autofree char *folder = overlaid (NULL);
  g_autofree char *table = g_build_filename (folder, "tables", "words.json", NULL);
  g_autofree char *reported = NULL;

  g_assert_cmpint (g_remove (table), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", table), ==, 0);
  reported = report (folder);
  g_assert_nonnull (strstr (reported, "leaves the course's folder"));
  remove_tree (folder);
}

static void
test_hostile (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  const struct
  {
    const char *text;
    gssize      length;
  } cases[] = {
    { "", 0 },        { deep, -1 },          { "{\"format\": 1\0}", 14 },
    { "\xef\xbb\xbf{}", -1 }, { "null", -1 }, { "{\"format\": 1e999}", -1 },
    { "\"", -1 },     { "{\"format\": 99999999999999999999}", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = overlaid (NULL);
      g_autofree char *path = g_build_filename (folder, "course.json", NULL);
      g_autofree char *reported = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].text, cases[i].length, NULL));
      reported = report (folder);
      g_assert_cmpstr (reported, !=, "");
      remove_tree (folder);
    }
}

static void
test_no_folder (void)
{
  g_autofree char *reported = report ("/nowhere/at/all");

  g_assert_cmpstr (reported, ==, "/nowhere/at/all: cannot be read: no such folder\n");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/course/good", test_good);
  g_test_add_func ("/course/bundled", test_bundled);
  g_test_add_func ("/course/one-pass", test_one_pass);
  g_test_add_func ("/course/symbolic-link", test_symbolic_link);
  g_test_add_func ("/course/hostile", test_hostile);
  g_test_add_func ("/course/no-folder", test_no_folder);

  folder = fixture ("faults");
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/course/fault/", name, NULL);

      g_test_add_data_func_full (path, g_strdup (name), test_fault, g_free);
      n++;
    }
  g_assert_cmpuint (n, >=, 25);
  return g_test_run ();
}
