/* How fast search is beside what is there anyhow: bench-search FOLDER, a course made by
 * make-course.py. Every method answers to every keystroke of the queries in turn. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "course/strata-loader.h"
#include "search/strata-search-index.h"

#define LIMIT 50

typedef struct
{
  char    *text;
  char    *language;
  gboolean whole;     /* the last keystroke of its query */
} Keystroke;

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* Each beginning of each query, as it is typed. */
static GArray *
read_keystrokes (const char *folder)
{
  GArray *keystrokes = g_array_new (FALSE, FALSE, sizeof (Keystroke));
  g_autofree char *path = g_build_filename (folder, "queries.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("no queries in %s", folder);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);

      for (const char *p = fields[1]; *p != '\0'; p = g_utf8_next_char (p))
        {
          const char *end = g_utf8_next_char (p);
          Keystroke keystroke = { g_strndup (fields[1], end - fields[1]), g_strdup (fields[0]),
                                  *end == '\0' };

          if (*p != ' ')
            g_array_append_val (keystrokes, keystroke);
        }
    }
  return keystrokes;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y ? 1 : 0;
}

static void
report (const char *name,
        GArray     *times)
{
  g_array_sort (times, compare);
  g_print ("%-28s %6u %9.1f %9.1f %9.1f\n", name, times->len,
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100),
           g_array_index (times, double, times->len - 1));
  g_array_set_size (times, 0);
}

static void
measure_index (StrataCourse      *course,
               StrataSearchIndex *index,
               GArray            *keystrokes,
               GArray            *times)
{
  for (guint i = 0; i < keystrokes->len; i++)
    {
      const Keystroke *keystroke = &g_array_index (keystrokes, Keystroke, i);
      const char *const wanted[] = { keystroke->language, NULL };
      g_auto (GStrv) languages = strata_course_dup_languages (course, wanted);
      double start = now ();
      g_autoptr (GListModel) results = strata_search_index_query (
          index, keystroke->text, (const char *const *) languages, LIMIT, NULL, NULL);
      double time = now () - start;

      if (g_getenv ("STRATA_BENCH_VERBOSE") != NULL)
        g_print ("%8.1f %3u %s\n", time, g_list_model_get_n_items (results), keystroke->text);
      g_array_append_val (times, time);
    }
}

/* The same texts, in the same database. */
static void
measure_like (const char *path,
              GArray     *keystrokes,
              GArray     *times)
{
  sqlite3 *database;
  sqlite3_stmt *statement;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (database,
                             "SELECT count(*) FROM entry WHERE title LIKE ?1 OR text LIKE ?1", -1,
                             &statement, NULL)
             != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  for (guint i = 0; i < keystrokes->len; i++)
    {
      g_autofree char *pattern =
          g_strdup_printf ("%%%s%%", g_array_index (keystrokes, Keystroke, i).text);
      double start = now ();
      double time;

      sqlite3_bind_text (statement, 1, pattern, -1, SQLITE_STATIC);
      sqlite3_step (statement);
      sqlite3_reset (statement);
      time = now () - start;
      g_array_append_val (times, time);
    }
  sqlite3_finalize (statement);
  sqlite3_close (database);
}

static gboolean
measure_program (const char *program,
                 const char *folder,
                 GArray     *keystrokes,
                 GArray     *times)
{
  g_autofree char *found = g_find_program_in_path (program);

  for (guint i = 0; found != NULL && i < keystrokes->len; i++)
    {
      const char *text = g_array_index (keystrokes, Keystroke, i).text;
      const char *const rg[] = { "rg", "--no-config", "-uFi", "--count", "--", text, folder, NULL };
      const char *const grep[] = { "grep", "-rFic", "--", text, folder, NULL };
      double start = now ();
      double time;

      g_spawn_sync (NULL, (char **) (g_str_equal (program, "rg") ? rg : grep), NULL,
                    G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL,
                    NULL);
      time = now () - start;
      g_array_append_val (times, time);
    }
  return found != NULL;
}

static StrataSearchIndex *
open_index (StrataCourse *course,
            const char   *path,
            const char   *what)
{
  g_autoptr (GError) error = NULL;
  double start = now ();
  StrataSearchIndex *index = strata_search_index_open (course, path, NULL, &error);

  if (index == NULL)
    g_error ("%s", error->message);
  g_print ("%-28s %9.0f ms\n", what, now () - start);
  return index;
}

int
main (int   argc,
      char *argv[])
{
  const char *folder = argc == 2 ? argv[1] : NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = folder != NULL ? strata_course_load (folder, faults) : NULL;
  g_autofree char *cache = g_dir_make_tmp ("strata-bench-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autofree char *lock = NULL;
  g_autoptr (GArray) keystrokes = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GStatBuf info;

  if (course == NULL)
    {
      g_printerr ("Usage: bench-search FOLDER, made by make-course.py\n");
      return 2;
    }
  path = strata_search_index_dup_path (course, cache);
  lock = g_strconcat (path, ".lock", NULL);
  g_object_unref (open_index (course, path, "index built"));
  {
    g_autoptr (StrataSearchIndex) index = open_index (course, path, "index opened");

    if (g_stat (path, &info) == 0)
      g_print ("%-28s %9.1f MB\n\n", "index size", (double) info.st_size / 1e6);
    keystrokes = read_keystrokes (folder);
    g_print ("%-28s %6s %9s %9s %9s\n", "ms from keystroke to results", "n", "median", "95 %", "worst");
    measure_index (course, index, keystrokes, times);
    report ("index", times);
  }
  measure_like (path, keystrokes, times);
  report ("LIKE, unranked", times);
  if (measure_program ("rg", folder, keystrokes, times))
    report ("ripgrep, unranked", times);
  else if (measure_program ("grep", folder, keystrokes, times))
    report ("grep, unranked", times);
  g_unlink (path);
  g_unlink (lock);
  g_rmdir (cache);
  return 0;
}
