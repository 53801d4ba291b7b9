#include "strata-search-index-private.h"

#include <glib/gstdio.h>

#include "course/strata-digest.h"

G_DEFINE_FINAL_TYPE (StrataSearchIndex, strata_search_index, G_TYPE_OBJECT)

static void
disconnect (StrataSearchIndex *self)
{
  g_clear_pointer (&self->find, sqlite3_finalize);
  g_clear_pointer (&self->entry, sqlite3_finalize);
  g_clear_pointer (&self->section, sqlite3_finalize);
  g_clear_pointer (&self->tokeniser, _strata_search_tokeniser_free);
  g_clear_pointer (&self->shapes, g_array_unref);
  g_clear_pointer (&self->database, sqlite3_close);
}

static void
strata_search_index_finalize (GObject *object)
{
  StrataSearchIndex *self = STRATA_SEARCH_INDEX (object);

  disconnect (self);
  g_mutex_clear (&self->mutex);
  g_clear_object (&self->course);
  g_free (self->path);
  g_free (self->hash);

  G_OBJECT_CLASS (strata_search_index_parent_class)->finalize (object);
}

static void
strata_search_index_class_init (StrataSearchIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_search_index_finalize;
}

static void
strata_search_index_init (StrataSearchIndex *self)
{
  g_mutex_init (&self->mutex);
}

/* Opening. ----------------------------------------------------------------------- */

static gboolean
prepare (StrataSearchIndex *self,
         GError           **error)
{
  static const char find[] =
      "SELECT rowid, bm25 (word, ?2, ?3, 1.0) FROM word WHERE word MATCH ?1";
  static const char entry[] =
      "SELECT object, part, section, start, offset, title, text FROM entry WHERE id = ?1";
  /* Where the reader's language has as many sections: the same one. */
  static const char section[] =
      "SELECT a.start FROM section a WHERE a.object = ?1 AND a.language = ?2 AND a.section = ?3"
      " AND (SELECT max (section) FROM section WHERE object = ?1 AND language = ?2)"
      "   = (SELECT max (section) FROM section WHERE object = ?1 AND language = ?4)";
  int rc = sqlite3_prepare_v2 (self->database, find, -1, &self->find, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2 (self->database, entry, -1, &self->entry, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_prepare_v2 (self->database, section, -1, &self->section, NULL);
  if (!_strata_search_database_error (self->database, rc, NULL, error))
    return FALSE;
  self->tokeniser = _strata_search_tokeniser_new (self->database);
  self->shapes = _strata_search_database_shapes (self->database, error);
  return self->shapes != NULL;
}

static gboolean
build (StrataSearchIndex *self,
       GCancellable      *cancellable,
       GError           **error)
{
  self->database =
      _strata_search_database_build (self->course, self->path, self->hash, cancellable, error);
  return self->database != NULL && prepare (self, error);
}

/* A file that is damaged is thrown away. */
static gboolean
build_anew (StrataSearchIndex *self,
            GCancellable      *cancellable,
            GError           **error)
{
  disconnect (self);
  if (self->path != NULL)
    g_unlink (self->path);
  return build (self, cancellable, error);
}

/**
 * strata_search_index_dup_path:
 * @course: a course
 * @folder: where the caller keeps what can be thrown away
 *
 * Returns: (transfer full): the file of the course's index, one for each folder
 *   that a course lies in
 */
char *
strata_search_index_dup_path (StrataCourse *course,
                              const char   *folder)
{
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (STRATA_IS_COURSE (course) && folder != NULL, NULL);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, strata_course_get_folder (course), -1);
  hash[16] = '\0';
  name = g_strdup_printf ("%s-%s.index", strata_course_get_id (course), hash);
  return g_build_filename (folder, name, NULL);
}

/**
 * strata_search_index_open:
 * @course: a loaded course
 * @path: (nullable): the file of the index, whether it is there or not; %NULL to
 *   leave none behind
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #StrataSearchError
 *
 * Takes the index at @path if it is that of the course as it is now, and makes a
 * new one otherwise. It is put in its place when it is whole; where no file can be
 * written, or another process is just writing it, the index is a passing one. Reads
 * the whole course: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the index; %NULL on an error
 */
StrataSearchIndex *
strata_search_index_open (StrataCourse *course,
                          const char   *path,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (StrataSearchIndex) self = NULL;
  gboolean ready;

  g_return_val_if_fail (STRATA_IS_COURSE (course), NULL);

  self = g_object_new (STRATA_TYPE_SEARCH_INDEX, NULL);
  self->course = g_object_ref (course);
  self->path = g_strdup (path);
  self->hash = strata_course_dup_content_hash (course, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (path != NULL)
    self->database = _strata_search_database_open (path, self->hash, NULL);
  if (self->database != NULL)
    ready = prepare (self, NULL) || build_anew (self, cancellable, error);
  else
    ready = build (self, cancellable, error);
  return ready ? g_steal_pointer (&self) : NULL;
}

/* Finding. ----------------------------------------------------------------------- */

static int
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static GListModel *
query_once (StrataSearchIndex *self,
            const char        *query,
            const char *const *languages,
            guint              limit,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (StrataSearch) search = _strata_search_new (self, query, languages);
  GListStore *results;
  int rc;

  sqlite3_progress_handler (self->database, 1000, is_cancelled, cancellable);
  rc = _strata_search_find (search);
  sqlite3_progress_handler (self->database, 0, NULL, NULL);
  if (!_strata_search_database_error (self->database, rc, cancellable, error))
    return NULL;
  results = g_list_store_new (STRATA_TYPE_SEARCH_RESULT);
  for (guint i = 0; i < MIN (search->found->len, limit); i++)
    {
      g_autoptr (StrataSearchResult) result =
          _strata_search_present (search, g_ptr_array_index (search->found, i));

      g_list_store_append (results, result);
    }
  return G_LIST_MODEL (results);
}

/**
 * strata_search_index_query:
 * @self: an index
 * @query: what was typed, anything
 * @languages: from strata_course_dup_languages(): the reader's, best first
 * @limit: how many results at most
 * @cancellable: (nullable): a cancellable; a search that is cancelled ends at once
 * @error: return location for a #StrataSearchError
 *
 * All words must be found, in any order, and the last may go on; a run of Chinese
 * characters stands as it was typed. Where little is found, what has only some of
 * the words or characters follows. Case, accents and the width of letters do not
 * count. Every language is searched, the reader's first.
 *
 * An index that turns out to be damaged is made anew, which takes its time.
 *
 * Returns: (transfer full) (nullable): a list of #StrataSearchResult, the best
 *   first; %NULL on an error
 */
GListModel *
strata_search_index_query (StrataSearchIndex *self,
                           const char        *query,
                           const char *const *languages,
                           guint              limit,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  GListModel *results;

  g_return_val_if_fail (STRATA_IS_SEARCH_INDEX (self) && query != NULL && languages != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (self->shapes == NULL && !build_anew (self, cancellable, error))
    return NULL;
  results = query_once (self, query, languages, limit, cancellable, &failure);
  if (results != NULL)
    return results;
  if (!g_error_matches (failure, STRATA_SEARCH_ERROR, STRATA_SEARCH_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (!build_anew (self, cancellable, error))
    return NULL;
  return query_once (self, query, languages, limit, cancellable, error);
}
