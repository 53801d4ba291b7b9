/* What a sandbox lets Strata see: what is its own, and what the desktop's document
 * portal hands over, each at DOCUMENTS/ID/NAME, below its mount point. */
#include "strata-sandbox.h"

#include <string.h>

/* The path below the mount point; NULL if it does not lie there. */
static const char *
skip_mount_point (const char *path)
{
  g_autofree char *own = g_build_filename (g_get_user_runtime_dir (), "doc/", NULL);
  const char *const points[] = { own, "/run/flatpak/doc/" };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      if (g_str_has_prefix (path, points[i]))
        return path + strlen (points[i]);
    }
  return NULL;
}

/**
 * strata_sandbox_is_around:
 *
 * Returns: whether Strata runs in Flatpak's sandbox, where a path that somebody names
 *   may be one that Strata cannot see
 */
gboolean
strata_sandbox_is_around (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * strata_sandbox_hands_over:
 * @path: an absolute path
 *
 * Returns: whether it comes through the document portal, whose file system tells
 *   nobody what others write to it
 */
gboolean
strata_sandbox_hands_over (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return skip_mount_point (path) != NULL;
}

/**
 * strata_sandbox_hands_over_alone:
 * @path: absolute path of a file
 *
 * Returns: whether the file comes through the document portal by itself, without the
 *   folder that it lies in
 */
gboolean
strata_sandbox_hands_over_alone (const char *path)
{
  const char *below;
  const char *name;

  g_return_val_if_fail (path != NULL, FALSE);

  below = skip_mount_point (path);
  name = below != NULL ? strchr (below, G_DIR_SEPARATOR) : NULL;
  return name != NULL && strchr (name + 1, G_DIR_SEPARATOR) == NULL;
}
