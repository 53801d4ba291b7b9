/* The file of the index: kept while it serves, thrown away when it does not. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "search-course.h"

#define LESSON_EN "# First layer\n\nTea.\n"
#define LESSON_ZH "# 第一層\n\n茶。\n"

typedef struct
{
  char         *folder;
  char         *path;
  StrataCourse *course;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *cache = NULL;

  fixture->folder = search_course_write (LESSON_EN, LESSON_ZH);
  fixture->course = search_course_load (fixture->folder);
  cache = g_build_filename (fixture->folder, "cache", "search", NULL);
  fixture->path = strata_search_index_dup_path (fixture->course, cache);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->course);
  g_free (fixture->path);
  search_course_drop (fixture->folder);
}

static guint64
inode_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_ino : 0;
}

/* Opens it, finds something in it, and closes it. */
static void
use (Fixture    *fixture,
     const char *query,
     const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataSearchIndex) index =
      strata_search_index_open (fixture->course, fixture->path, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = search_first_place (index, query, "en");
  g_assert_cmpstr (found, ==, place);
}

static void
write_lesson (Fixture    *fixture,
              const char *text)
{
  g_autofree char *path =
      g_build_filename (fixture->folder, "lessons", "en", "one.md", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_keep (Fixture      *fixture,
           gconstpointer data)
{
  guint64 first;

  use (fixture, "tea", "concept:one?at=12");
  first = inode_of (fixture->path);
  g_assert_cmpuint (first, !=, 0);
  use (fixture, "tea", "concept:one?at=12");
  g_assert_cmpuint (inode_of (fixture->path), ==, first);
}

/* A lesson that changed, and a table: another course with the same id and folder. */
static void
test_renew (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *table = g_build_filename (fixture->folder, "things.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GString) changed = NULL;

  use (fixture, "tea", "concept:one?at=12");
  write_lesson (fixture, "# First layer\n\nMore tea, and coffee.\n");
  use (fixture, "tea", "concept:one?at=17");
  use (fixture, "coffee", "concept:one?at=26");

  g_assert_true (g_file_get_contents (table, &json, NULL, NULL));
  changed = g_string_new (json);
  g_string_replace (changed, "1986", "1987", 0);
  g_assert_true (g_file_set_contents (table, changed->str, -1, NULL));
  g_object_unref (fixture->course);
  fixture->course = search_course_load (fixture->folder);
  use (fixture, "1987", "table:things?row=cafe");
  use (fixture, "1986", "");
}

/* Whoever has the old one open goes on using it. */
static void
test_replaced_under_use (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (StrataSearchIndex) old =
      strata_search_index_open (fixture->course, fixture->path, NULL, NULL);
  g_autofree char *place = NULL;

  write_lesson (fixture, "# First layer\n\nCoffee.\n");
  use (fixture, "tea", "");
  place = search_first_place (old, "tea", "en");
  g_assert_cmpstr (place, ==, "concept:one?at=12");
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *good = NULL;
  gsize length;

  use (fixture, "tea", "concept:one?at=12");
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  use (fixture, "tea", "concept:one?at=12");
  g_assert_true (g_file_set_contents (fixture->path, "not a database", -1, NULL));
  use (fixture, "tea", "concept:one?at=12");
  g_assert_true (g_file_set_contents (fixture->path, good, (gssize) length / 2, NULL));
  use (fixture, "tea", "concept:one?at=12");

  /* A page at a time, whatever is in it. */
  for (gsize page = 0; page < length / 4096; page++)
    {
      g_autofree char *bad = g_memdup2 (good, length);

      for (gsize i = 0; i < 4096; i++)
        bad[page * 4096 + i] = (char) (0x55 ^ i);
      g_assert_true (g_file_set_contents (fixture->path, bad, (gssize) length, NULL));
      use (fixture, "tea", "concept:one?at=12");
    }
}

/* A byte here and there: anything may be found then, but nothing else happens. */
static void
test_flipped (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *good = NULL;
  gsize length;

  use (fixture, "tea", "concept:one?at=12");
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  for (guint round = 0; round < 200; round++)
    {
      const char *const languages[] = { "en", NULL };
      g_autofree char *bad = g_memdup2 (good, length);
      g_autoptr (StrataSearchIndex) index = NULL;
      g_autoptr (GListModel) results = NULL;

      for (guint i = 0; i < 8; i++)
        bad[g_rand_int_range (random, 0, (gint32) length)] ^=
            (char) (1 << g_rand_int_range (random, 0, 8));
      g_assert_true (g_file_set_contents (fixture->path, bad, (gssize) length, NULL));
      index = strata_search_index_open (fixture->course, fixture->path, NULL, NULL);
      g_assert_nonnull (index);
      results = strata_search_index_query (index, "tea model", languages, 10, NULL, NULL);
      g_assert_nonnull (results);
    }
}

static void
test_no_room (Fixture      *fixture,
              gconstpointer data)
{
  g_free (fixture->path);
  fixture->path = g_strdup ("/dev/null/search/small.index");
  use (fixture, "tea", "concept:one?at=12");
  g_free (fixture->path);
  fixture->path = g_strdup (fixture->folder);
  use (fixture, "tea", "concept:one?at=12");
}

/* Another process is just making it. */
static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);
  g_autofree char *parent = g_path_get_dirname (fixture->path);
  int fd;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  fd = g_open (lock, O_RDWR | O_CREAT, 0600);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  use (fixture, "tea", "concept:one?at=12");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  close (fd);
  use (fixture, "tea", "concept:one?at=12");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static gpointer
use_in_thread (gpointer data)
{
  for (guint i = 0; i < 10; i++)
    use (data, "tea", "concept:one?at=12");
  return NULL;
}

static void
test_together (Fixture      *fixture,
               gconstpointer data)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("search", use_in_thread, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* What somebody who was killed left behind. */
static void
test_left_over (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *fresh = g_strconcat (fixture->path, ".new", NULL);
  g_autofree char *parent = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fresh, "half an index", -1, NULL));
  use (fixture, "tea", "concept:one?at=12");
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  const char *const languages[] = { "en", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataSearchIndex) index = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (strata_search_index_open (fixture->course, fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  index = strata_search_index_open (fixture->course, fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strata_search_index_query (index, "tea", languages, 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add (const char *name,
     void      (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/search/cache/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("keep", test_keep);
  add ("renew", test_renew);
  add ("replaced-under-use", test_replaced_under_use);
  add ("damaged", test_damaged);
  add ("flipped", test_flipped);
  add ("no-room", test_no_room);
  add ("locked", test_locked);
  add ("together", test_together);
  add ("left-over", test_left_over);
  add ("cancel", test_cancel);
  return g_test_run ();
}
