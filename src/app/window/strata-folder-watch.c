#include "strata-folder-watch.h"

#include <glib/gstdio.h>

#include "strata-sandbox.h"

/* Editors save in several steps: what comes within this time is one change. */
#define QUIET_MILLISECONDS 150
/* Courses are small; whoever opens a whole disk as one gets its first folders watched. */
#define MAX_FOLDERS 128
#define MAX_DEPTH 6

struct _StrataFolderWatch
{
  GObject       parent_instance;

  char         *path;           /* of the file or of the course's folder */
  gboolean      is_course;
  GHashTable   *monitors;       /* path of a folder → GFileMonitor */
  guint         source;
  guint         poll_source;

  GCancellable *cancellable;    /* of what looks at a course */
  gboolean      looking;
  gboolean      stamped;
  gsize         stamp;          /* of the file, or all the course's, when last looked at */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void watch_folder (StrataFolderWatch *self,
                          const char        *folder,
                          guint              depth);

G_DEFINE_FINAL_TYPE (StrataFolderWatch, strata_folder_watch, G_TYPE_OBJECT)

/* Editors put files of their own beside the one that they save. */
static gboolean
is_of_lessons (const char *name)
{
  static const char *const ends[] = { ".md", ".json", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; name[0] != '.' && i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (lower, ends[i]))
        return TRUE;
    }
  return FALSE;
}

/* Looking. ------------------------------------------------------------------------- */

/* When and how large: another one is another file. */
static gsize
stamp_of_file (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return 0;
  return (gsize) info.st_mtim.tv_sec * 1000000 + (gsize) info.st_mtim.tv_nsec / 1000
         + (gsize) info.st_size + (gsize) info.st_ino;
}

/* Of all the files of lessons in it. */
static gsize
stamp_of_folder (const char *folder,
                 guint       depth,
                 guint      *n_folders)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  gsize sum = 0;

  if (depth > MAX_DEPTH || ++*n_folders > MAX_FOLDERS)
    return 0;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_of_lessons (name))
        sum += stamp_of_file (path) * (g_str_hash (path) | 1);
      else if (name[0] != '.' && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)
               && g_file_test (path, G_FILE_TEST_IS_DIR))
        sum += stamp_of_folder (path, depth + 1, n_folders);
    }
  return sum;
}

static void
look_at_folder (GTask        *task,
                gpointer      source,
                gpointer      folder,
                GCancellable *cancellable)
{
  guint n_folders = 0;

  g_task_return_int (task, (gssize) stamp_of_folder (folder, 0, &n_folders));
}

static void touch (StrataFolderWatch *self);

static void
found (StrataFolderWatch *self,
       gsize              stamp)
{
  gboolean changed = self->stamped && stamp != self->stamp;

  self->stamp = stamp;
  self->stamped = TRUE;
  if (changed && self->source == 0)
    touch (self);
}

static void
was_looked_at (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  StrataFolderWatch *self = data;
  g_autoptr (GError) error = NULL;
  gssize stamp = g_task_propagate_int (G_TASK (result), &error);

  if (error != NULL)
    return;     /* the watch has gone */
  self->looking = FALSE;
  found (self, (gsize) stamp);
}

/* A course is looked at in a thread: behind the portal each file takes a third of a
 * millisecond. */
static void
look (StrataFolderWatch *self)
{
  g_autoptr (GTask) task = NULL;

  if (!self->is_course)
    found (self, stamp_of_file (self->path));
  else if (!self->looking)
    {
      self->looking = TRUE;
      task = g_task_new (NULL, self->cancellable, was_looked_at, self);
      g_task_set_task_data (task, g_strdup (self->path), g_free);
      g_task_run_in_thread (task, look_at_folder);
    }
}

/* Being told. ---------------------------------------------------------------------- */

static gboolean
quiet (gpointer data)
{
  StrataFolderWatch *self = data;

  self->source = 0;
  if (!self->stamped)
    look (self);
  if (self->is_course)
    watch_folder (self, self->path, 0);     /* folders may have come */
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
touch (StrataFolderWatch *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (QUIET_MILLISECONDS, quiet, self);
}

static gboolean
concerns (StrataFolderWatch *self,
          GFile             *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);

  if (path == NULL)
    return FALSE;
  if (g_str_equal (path, self->path))
    return TRUE;
  if (!self->is_course)
    return is_of_lessons (name) && !g_str_has_suffix (name, ".md") && !g_str_has_suffix (name, ".json");
  return is_of_lessons (name) || g_hash_table_contains (self->monitors, path)
         || (name[0] != '.' && g_file_test (path, G_FILE_TEST_IS_DIR));
}

static void
folder_changed (StrataFolderWatch *self,
                GFile             *file,
                GFile             *other,
                GFileMonitorEvent  event)
{
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  if (!concerns (self, file) && (other == NULL || !concerns (self, other)))
    return;
  self->stamped = FALSE;
  touch (self);
}

static void
monitor_free (gpointer monitor)
{
  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

static void
watch_folders_inside (StrataFolderWatch *self,
                      const char        *folder,
                      guint              depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (name[0] != '.' && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)
          && g_file_test (path, G_FILE_TEST_IS_DIR))
        watch_folder (self, path, depth + 1);
    }
}

static void
watch_folder (StrataFolderWatch *self,
              const char        *folder,
              guint              depth)
{
  if (depth > MAX_DEPTH || g_hash_table_size (self->monitors) >= MAX_FOLDERS)
    return;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_hash_table_remove (self->monitors, folder);
  else if (!g_hash_table_contains (self->monitors, folder))
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      GFileMonitor *monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

      if (monitor == NULL)
        return;
      /* Not the 800 ms that are usual: people look from the editor to here. */
      g_file_monitor_set_rate_limit (monitor, QUIET_MILLISECONDS / 3);
      g_signal_connect_object (monitor, "changed", G_CALLBACK (folder_changed), self,
                               G_CONNECT_SWAPPED);
      g_hash_table_insert (self->monitors, g_strdup (folder), monitor);
    }
  if (self->is_course)
    watch_folders_inside (self, folder, depth);
}

static gboolean
poll (gpointer data)
{
  strata_folder_watch_look (data);
  return G_SOURCE_CONTINUE;
}

static void
strata_folder_watch_dispose (GObject *object)
{
  StrataFolderWatch *self = STRATA_FOLDER_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->monitors);

  G_OBJECT_CLASS (strata_folder_watch_parent_class)->dispose (object);
}

static void
strata_folder_watch_finalize (GObject *object)
{
  StrataFolderWatch *self = STRATA_FOLDER_WATCH (object);

  g_hash_table_unref (self->monitors);
  g_object_unref (self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (strata_folder_watch_parent_class)->finalize (object);
}

static void
strata_folder_watch_class_init (StrataFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_folder_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_folder_watch_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
strata_folder_watch_init (StrataFolderWatch *self)
{
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, monitor_free);
  self->cancellable = g_cancellable_new ();
}

static StrataFolderWatch *
watch_new (const char *path,
           const char *folder,
           gboolean    is_course)
{
  StrataFolderWatch *self = g_object_new (STRATA_TYPE_FOLDER_WATCH, NULL);

  self->path = g_strdup (path);
  self->is_course = is_course;
  watch_folder (self, folder, 0);
  look (self);
  if (strata_sandbox_hands_over (path))
    self->poll_source = g_timeout_add_seconds (1, poll, self);
  return self;
}

/**
 * strata_folder_watch_new_file:
 * @path: absolute path of a file; it may be gone, and come back
 *
 * Watches the file and the pictures beside it.
 *
 * Returns: (transfer full): the watch
 */
StrataFolderWatch *
strata_folder_watch_new_file (const char *path)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  folder = g_path_get_dirname (path);
  return watch_new (path, folder, FALSE);
}

/**
 * strata_folder_watch_new_course:
 * @folder: absolute path of a course
 *
 * Watches all files of the course, also those that come later.
 *
 * Returns: (transfer full): the watch
 */
StrataFolderWatch *
strata_folder_watch_new_course (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  return watch_new (folder, folder, TRUE);
}

/**
 * strata_folder_watch_get_path:
 * @self: a watch
 *
 * Returns: (transfer none): what it was made for
 */
const char *
strata_folder_watch_get_path (StrataFolderWatch *self)
{
  g_return_val_if_fail (STRATA_IS_FOLDER_WATCH (self), NULL);

  return self->path;
}

/**
 * strata_folder_watch_look:
 * @self: a watch
 *
 * Looks whether the file or course has changed where nobody may have said so, as on a
 * disk of the network. To be called when the reader comes back to the window.
 */
void
strata_folder_watch_look (StrataFolderWatch *self)
{
  g_return_if_fail (STRATA_IS_FOLDER_WATCH (self));

  look (self);
}
