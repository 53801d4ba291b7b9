#include "strata-picture-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (GError    **error,
      const char *path)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

/* A pipe that nobody writes to must not be waited for: -1 for all but files. */
static int
open_file (const char *path,
           gsize      *length,
           GError    **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat status;

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      fail (error, path);
      if (fd >= 0)
        close (fd);
      return -1;
    }
  if (!S_ISREG (status.st_mode))
    {
      close (fd);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: not a file", path);
      return -1;
    }
  *length = (gsize) status.st_size;
  return fd;
}

/**
 * strata_picture_file_read:
 * @path: of a file; nothing else is opened
 * @at_most: how much to read, in bytes
 * @error: (out) (optional): of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the beginning of the file
 */
GBytes *
strata_picture_file_read (const char *path,
                          gsize       at_most,
                          GError    **error)
{
  gsize length = 0, n = 0;
  int fd = open_file (path, &length, error);
  guint8 *data;

  if (fd < 0)
    return NULL;
  length = MIN (length, at_most);
  data = g_malloc (MAX (length, 1));
  while (n < length)
    {
      ssize_t got = read (fd, data + n, length - n);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          fail (error, path);
          close (fd);
          g_free (data);
          return NULL;
        }
      if (got == 0)     /* it has become shorter meanwhile */
        break;
      n += (gsize) got;
    }
  close (fd);
  return g_bytes_new_take (data, n);
}

/**
 * strata_picture_file_read_all:
 * @path: of a file
 * @error: (out) (optional): of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the whole file; %NULL if it is longer
 *   than %STRATA_PICTURE_MAX_LENGTH
 */
GBytes *
strata_picture_file_read_all (const char *path,
                              GError    **error)
{
  g_autoptr (GBytes) bytes = strata_picture_file_read (path, STRATA_PICTURE_MAX_LENGTH + 1, error);

  if (bytes != NULL && g_bytes_get_size (bytes) > STRATA_PICTURE_MAX_LENGTH)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: too long", path);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

/**
 * strata_picture_file_read_header:
 * @path: of a file
 * @header: (out): what it is
 *
 * Returns: whether it is a picture that can be shown, by its first bytes
 */
gboolean
strata_picture_file_read_header (const char          *path,
                                 StrataPictureHeader *header)
{
  static const gsize lengths[] = { STRATA_PICTURE_HEADER, STRATA_PICTURE_LONG_HEADER };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) bytes = strata_picture_file_read (path, lengths[i], NULL);
      gsize length = 0;
      const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

      if (data == NULL)
        return FALSE;
      if (strata_picture_header_read (data, length, header))
        return TRUE;
      if (length < lengths[i] || header->format != STRATA_PICTURE_UNKNOWN)
        return FALSE;
    }
  return FALSE;
}

/**
 * strata_picture_file_find:
 * @target: what the lesson says, relative to it
 * @lesson: path of the lesson
 * @folder: path of the course
 *
 * Returns: (transfer full) (nullable): the picture's path; %NULL if it is not
 *   there, leaves the course or is on the web
 */
char *
strata_picture_file_find (const char *target,
                          const char *lesson,
                          const char *folder)
{
  g_autofree char *directory = g_path_get_dirname (lesson);
  g_autofree char *unescaped = g_uri_unescape_string (target, NULL);
  g_autofree char *joined = NULL;
  char *real, *root;
  char *result = NULL;

  if (unescaped == NULL || g_uri_peek_scheme (target) != NULL || g_path_is_absolute (unescaped))
    return NULL;
  joined = g_build_filename (directory, unescaped, NULL);
  real = realpath (joined, NULL);
  root = realpath (folder, NULL);
  if (real != NULL && root != NULL && g_str_has_prefix (real, root)
      && real[strlen (root)] == G_DIR_SEPARATOR)
    result = g_strdup (real);
  free (real);
  free (root);
  return result;
}
