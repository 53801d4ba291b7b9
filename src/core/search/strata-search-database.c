/* The file of the index: made whole in one go, and never changed. */
#include "strata-search-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "strata-search-error.h"
#include "strata-search-source-private.h"
#include "strata-search-tokeniser-private.h"

/* "StIx", and the version of what is below and of what is read from a course. */
#define APPLICATION_ID 0x53744978
#define VERSION 2

/* The texts stand once, in entry; the index of words points there. What it keeps in
 * memory while it is built is written in pieces of 16 MB, which are merged at the end. */
static const char schema[] =
    "PRAGMA page_size = 4096;"
    "PRAGMA journal_mode = OFF;"
    "PRAGMA synchronous = OFF;"
    "PRAGMA application_id = " G_STRINGIFY (APPLICATION_ID) ";"
    "PRAGMA user_version = " G_STRINGIFY (VERSION) ";"
    "BEGIN;"
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, object TEXT NOT NULL, part TEXT,"
    "                    section INTEGER NOT NULL, start INTEGER NOT NULL,"
    "                    offset INTEGER NOT NULL, title TEXT NOT NULL,"
    "                    among TEXT NOT NULL, text TEXT NOT NULL);"
    "CREATE TABLE section (object TEXT, language INTEGER, section INTEGER, start INTEGER,"
    "                      PRIMARY KEY (object, language, section)) WITHOUT ROWID;"
    "CREATE VIRTUAL TABLE word USING fts5 (title, among, text, content = 'entry',"
    "                                      content_rowid = 'id', tokenize = 'strata');"
    "INSERT INTO word (word, rank) VALUES ('hashsize', 16777216);"
    "INSERT INTO word (word, rank) VALUES ('automerge', 0);";

static const char finish[] = "INSERT INTO word (word) VALUES ('optimize'); COMMIT;";

/* Turns what SQLite answers into an error; TRUE if it is none. */
gboolean
_strata_search_database_error (sqlite3      *database,
                               int           rc,
                               GCancellable *cancellable,
                               GError      **error)
{
  int primary = rc & 0xFF;

  if (primary == SQLITE_OK || primary == SQLITE_ROW || primary == SQLITE_DONE)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_set_error (error, STRATA_SEARCH_ERROR,
               primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || primary == SQLITE_ERROR
                   ? STRATA_SEARCH_ERROR_DAMAGED
                   : STRATA_SEARCH_ERROR_DATABASE,
               "%s", database != NULL ? sqlite3_errmsg (database) : sqlite3_errstr (rc));
  return FALSE;
}

/* Opening. ----------------------------------------------------------------------- */

static sqlite3 *
connect_to (const char *name,
            int         flags,
            GError    **error)
{
  sqlite3 *database = NULL;
  int rc = sqlite3_open_v2 (name, &database, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);

  if (rc == SQLITE_OK)
    rc = _strata_search_tokeniser_register (database);
  if (rc == SQLITE_OK)
    return database;
  _strata_search_database_error (database, rc, NULL, error);
  sqlite3_close (database);
  return NULL;
}

/* The first value that @sql answers with, -1 for none. */
static gint64
ask (sqlite3    *database,
     const char *sql,
     const char *argument)
{
  sqlite3_stmt *statement = NULL;
  gint64 answer = -1;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      if (argument != NULL)
        sqlite3_bind_text (statement, 1, argument, -1, SQLITE_STATIC);
      if (sqlite3_step (statement) == SQLITE_ROW)
        answer = sqlite3_column_int64 (statement, 0);
    }
  sqlite3_finalize (statement);
  return answer;
}

/* Whether it is one of ours, whole, and of this content. */
static gboolean
is_sound (sqlite3    *database,
          const char *path,
          const char *hash)
{
  GStatBuf info;

  return ask (database, "PRAGMA application_id", NULL) == APPLICATION_ID
         && ask (database, "PRAGMA user_version", NULL) == VERSION
         && ask (database, "SELECT value = ?1 FROM meta WHERE name = 'content'", hash) == 1
         && g_stat (path, &info) == 0
         && ask (database, "PRAGMA page_count", NULL) * 4096 == info.st_size;
}

/* An index that is there already; NULL without an error where there is none that
 * serves. Nobody writes to the file, so it needs no locks. */
sqlite3 *
_strata_search_database_open (const char *path,
                              const char *hash,
                              GError    **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *plain = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *uri = plain != NULL ? g_strconcat (plain, "?immutable=1", NULL) : NULL;
  sqlite3 *database;

  if (uri == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  database = connect_to (uri, SQLITE_OPEN_READONLY, NULL);
  if (database != NULL && !is_sound (database, path, hash))
    {
      sqlite3_close (database);
      return NULL;
    }
  return database;
}

/* (element-type StrataSearchShape): of each entry, by its id; ids begin at 1. */
GArray *
_strata_search_database_shapes (sqlite3 *database,
                                GError **error)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (StrataSearchShape));
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (database, "SELECT value FROM meta WHERE name = 'shapes'", -1,
                               &statement, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    g_array_append_vals (shapes, sqlite3_column_blob (statement, 0),
                         sqlite3_column_bytes (statement, 0) / sizeof (StrataSearchShape));
  else if (_strata_search_database_error (database, rc, NULL, error))
    g_set_error (error, STRATA_SEARCH_ERROR, STRATA_SEARCH_ERROR_DAMAGED, "no entries");
  if (rc != SQLITE_ROW)
    g_clear_pointer (&shapes, g_array_unref);
  sqlite3_finalize (statement);
  return shapes;
}

/* Building. ---------------------------------------------------------------------- */

typedef struct
{
  sqlite3       *database;
  sqlite3_stmt  *entry;
  sqlite3_stmt  *section;
  sqlite3_stmt  *word;
  GArray        *shapes;
  GCancellable  *cancellable;
} Builder;

static int
run (sqlite3_stmt *statement)
{
  int rc = sqlite3_step (statement);

  sqlite3_reset (statement);
  return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static void
bind_text (sqlite3_stmt *statement,
           int           at,
           const char   *text)
{
  if (text != NULL)
    sqlite3_bind_text (statement, at, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, at);
}

static int
add_section (Builder                 *builder,
             const StrataSearchEntry *entry)
{
  bind_text (builder->section, 1, entry->object);
  sqlite3_bind_int64 (builder->section, 2, entry->language);
  sqlite3_bind_int64 (builder->section, 3, entry->section);
  sqlite3_bind_int64 (builder->section, 4, entry->start);
  return run (builder->section);
}

static gboolean
add_entry (const StrataSearchEntry *entry,
           gpointer                 data,
           GError                 **error)
{
  Builder *builder = data;
  StrataSearchShape shape = { entry->kind, (guint8) MIN (entry->language, G_MAXUINT8) };
  gint64 id;
  int rc;

  g_array_append_val (builder->shapes, shape);
  id = builder->shapes->len;
  sqlite3_bind_int64 (builder->entry, 1, id);
  bind_text (builder->entry, 2, entry->object);
  bind_text (builder->entry, 3, entry->part);
  sqlite3_bind_int64 (builder->entry, 4, entry->section);
  sqlite3_bind_int64 (builder->entry, 5, entry->start);
  sqlite3_bind_int64 (builder->entry, 6, entry->offset);
  sqlite3_bind_int64 (builder->word, 1, id);
  bind_text (builder->entry, 7, entry->title);
  bind_text (builder->entry, 8, entry->among);
  bind_text (builder->entry, 9, entry->text);
  bind_text (builder->word, 2, entry->title);
  bind_text (builder->word, 3, entry->among);
  bind_text (builder->word, 4, entry->text);
  rc = run (builder->entry);
  if (rc == SQLITE_OK)
    rc = run (builder->word);
  if (rc == SQLITE_OK && entry->kind == STRATA_SEARCH_LESSON)
    rc = add_section (builder, entry);
  return _strata_search_database_error (builder->database, rc, builder->cancellable, error);
}

static int
prepare (Builder *builder)
{
  sqlite3 *database = builder->database;
  int rc = sqlite3_exec (database, schema, NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2 (database, "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                             -1, &builder->entry, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2 (database, "INSERT OR IGNORE INTO section VALUES (?1, ?2, ?3, ?4)", -1,
                             &builder->section, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2 (database,
                             "INSERT INTO word (rowid, title, among, text)"
                             " VALUES (?1, ?2, ?3, ?4)",
                             -1, &builder->word, NULL);
  return rc;
}

static int
write_meta (Builder    *builder,
            const char *hash)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (builder->database,
                               "INSERT INTO meta VALUES ('content', ?1), ('shapes', ?2)", -1,
                               &statement, NULL);

  if (rc == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, hash, -1, SQLITE_STATIC);
      sqlite3_bind_blob (statement, 2, builder->shapes->data,
                         (int) (builder->shapes->len * sizeof (StrataSearchShape)), SQLITE_STATIC);
      if (builder->shapes->len == 0)
        sqlite3_bind_zeroblob (statement, 2, 0);
      rc = run (statement);
    }
  sqlite3_finalize (statement);
  return rc;
}

static int
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
fill (sqlite3      *database,
      StrataCourse *course,
      const char   *hash,
      GCancellable *cancellable,
      GError      **error)
{
  Builder builder = { .database = database, .cancellable = cancellable };
  int rc;
  gboolean filled;

  builder.shapes = g_array_new (FALSE, FALSE, sizeof (StrataSearchShape));
  sqlite3_progress_handler (database, 10000, is_cancelled, cancellable);
  rc = prepare (&builder);
  filled = _strata_search_database_error (database, rc, cancellable, error)
           && _strata_search_source_read (course, add_entry, &builder, cancellable, error);
  if (filled)
    {
      rc = write_meta (&builder, hash);
      if (rc == SQLITE_OK)
        rc = sqlite3_exec (database, finish, NULL, NULL, NULL);
      filled = _strata_search_database_error (database, rc, cancellable, error);
    }
  sqlite3_finalize (builder.entry);
  sqlite3_finalize (builder.section);
  sqlite3_finalize (builder.word);
  sqlite3_progress_handler (database, 0, NULL, NULL);
  g_array_unref (builder.shapes);
  return filled;
}

/* Into the file @path, which is nobody else's; whether it is whole, and on the disk. */
static gboolean
build_file (StrataCourse *course,
            const char   *path,
            const char   *hash,
            GCancellable *cancellable,
            GError      **error)
{
  sqlite3 *database;
  gboolean built;
  int fd;

  g_unlink (path);
  database = connect_to (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (database == NULL)
    return FALSE;
  built = fill (database, course, hash, cancellable, error);
  sqlite3_close (database);
  fd = built ? g_open (path, O_RDWR | O_CLOEXEC, 0) : -1;
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
  return built;
}

/* Held by whoever builds; the file stays, and is empty. */
static int
take_lock (const char *path)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int fd = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      fd = -1;
    }
  return fd;
}

/* For where there is no place for a file, or somebody else is just making it. */
static sqlite3 *
build_passing (StrataCourse *course,
               const char   *hash,
               GCancellable *cancellable,
               GError      **error)
{
  /* SQLite's own temporary file, which nobody else sees. */
  sqlite3 *database = connect_to ("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (database != NULL && !fill (database, course, hash, cancellable, error))
    g_clear_pointer (&database, sqlite3_close);
  return database;
}

/**
 * _strata_search_database_build:
 * @course: a course
 * @path: (nullable): where to put it
 * @hash: of the course's content
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Makes the index beside @path and moves it there when it is whole. What was at @path
 * stays as it is for whoever has it open.
 *
 * Returns: (transfer full) (nullable): the index, opened; %NULL on an error
 */
sqlite3 *
_strata_search_database_build (StrataCourse *course,
                               const char   *path,
                               const char   *hash,
                               GCancellable *cancellable,
                               GError      **error)
{
  g_autofree char *fresh = path != NULL ? g_strconcat (path, ".new", NULL) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  sqlite3 *database = NULL;
  int lock = -1;

  if (folder != NULL && g_mkdir_with_parents (folder, 0700) == 0)
    lock = take_lock (path);
  if (lock >= 0)
    {
      /* Another may have been faster. */
      database = _strata_search_database_open (path, hash, NULL);
      if (database == NULL && build_file (course, fresh, hash, cancellable, NULL)
          && g_rename (fresh, path) == 0)
        database = _strata_search_database_open (path, hash, NULL);
      g_unlink (fresh);
      close (lock);
    }
  if (database == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    database = build_passing (course, hash, cancellable, error);
  return database;
}
