#include "strata-file-reading.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

struct _StrataFileReading
{
  GObject         parent_instance;

  char           *path;
  GThread        *thread;       /* NULL once it was waited for */
  int             done;         /* atomic */
  StrataDocument *document;
  GError         *error;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataFileReading, strata_file_reading, G_TYPE_OBJECT)

/* What is wrong and what to do, one sentence each. */
static gboolean
refuse (const char  *path,
        int          number,
        GError     **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  const char *format;

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      format = _("“%s” is not there. Check where it was moved to.");
      break;
    case EACCES:
    case EPERM:
      format = _("“%s” may not be read. Check its permissions.");
      break;
    case EFBIG:
      format = _("“%s” is larger than 64 MiB. Split it into smaller files.");
      break;
    case EINVAL:
      format = _("“%s” is not a file with text. Choose a Markdown file.");
      break;
    default:
      format = _("“%s” cannot be read. Check the disk that it lies on.");
    }
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), format, name);
  return FALSE;
}

/**
 * strata_file_reading_check:
 * @path: an absolute path
 * @error: return location, a sentence for the reader
 *
 * Whether there is a file to be read, without reading it: nothing that would wait
 * for somebody, as a pipe, nothing too large.
 *
 * Returns: whether it can be read
 */
gboolean
strata_file_reading_check (const char  *path,
                           GError     **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return refuse (path, errno, error);
  if (!S_ISREG (info.st_mode))
    return refuse (path, EINVAL, error);
  if (info.st_size > STRATA_DOCUMENT_MAX_LENGTH)
    return refuse (path, EFBIG, error);
  if (g_access (path, R_OK) != 0)
    return refuse (path, errno, error);
  return TRUE;
}

static gboolean
emit_done (gpointer data)
{
  g_signal_emit (data, signals[DONE], 0);
  return G_SOURCE_REMOVE;
}

/* What reading took beyond the document is freed, but the C library keeps it for this
 * thread, which ends: about eight times the size of the file. */
static void
give_back_memory (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

/* Not mapped: it may shrink meanwhile. */
static gpointer
read_file (gpointer data)
{
  StrataFileReading *self = data;
  g_autofree char *text = NULL;
  gsize length;

  if (strata_file_reading_check (self->path, &self->error))
    {
      if (g_file_get_contents (self->path, &text, &length, NULL))
        self->document = strata_document_new (text, (gssize) length);
      else
        refuse (self->path, EIO, &self->error);
    }
  g_atomic_int_set (&self->done, TRUE);
  /* Before the next frame is drawn. */
  g_idle_add_full (G_PRIORITY_DEFAULT, emit_done, self, g_object_unref);
  g_clear_pointer (&text, g_free);
  give_back_memory ();
  return NULL;
}

static void
strata_file_reading_finalize (GObject *object)
{
  StrataFileReading *self = STRATA_FILE_READING (object);

  /* The thread holds a reference: whoever drops the last one need not wait for it. */
  g_clear_pointer (&self->thread, g_thread_unref);
  g_clear_pointer (&self->document, strata_document_free);
  g_clear_error (&self->error);
  g_free (self->path);

  G_OBJECT_CLASS (strata_file_reading_parent_class)->finalize (object);
}

static void
strata_file_reading_class_init (StrataFileReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_file_reading_finalize;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
strata_file_reading_init (StrataFileReading *self)
{
}

/**
 * strata_file_reading_new:
 * @path: absolute path of a Markdown file
 *
 * Returns: (transfer full): the reading, under way
 */
StrataFileReading *
strata_file_reading_new (const char *path)
{
  StrataFileReading *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (STRATA_TYPE_FILE_READING, NULL);
  self->path = g_strdup (path);
  self->thread = g_thread_new ("file", read_file, g_object_ref (self));
  return self;
}

const char *
strata_file_reading_get_path (StrataFileReading *self)
{
  g_return_val_if_fail (STRATA_IS_FILE_READING (self), NULL);

  return self->path;
}

/**
 * strata_file_reading_get_done:
 * @self: a reading
 *
 * Returns: whether strata_file_reading_take() would not wait
 */
gboolean
strata_file_reading_get_done (StrataFileReading *self)
{
  g_return_val_if_fail (STRATA_IS_FILE_READING (self), FALSE);

  return g_atomic_int_get (&self->done);
}

/**
 * strata_file_reading_take:
 * @self: a reading
 * @error: return location, a sentence for the reader
 *
 * Waits until the file is read. To be called once.
 *
 * Returns: (transfer full): what is in the file, %NULL with @error if it could not
 *   be read
 */
StrataDocument *
strata_file_reading_take (StrataFileReading  *self,
                          GError            **error)
{
  g_return_val_if_fail (STRATA_IS_FILE_READING (self), NULL);

  g_clear_pointer (&self->thread, g_thread_join);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return g_steal_pointer (&self->document);
}
