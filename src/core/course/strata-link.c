#include "strata-link.h"

#include <string.h>

/* An id of a course: lower-case letters, digits, hyphens. */
static gboolean
is_id (const char *string)
{
  return *string != '\0'
         && strspn (string, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (string);
}

static void
parse_row (StrataLink *self,
           const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 2);

  if (g_strv_length (parts) != 2 || !is_id (parts[0]) || !is_id (parts[1]))
    return;
  self->kind = STRATA_LINK_ROW;
  self->target = g_strdup (parts[0]);
  self->row = g_strdup (parts[1]);
}

static void
parse_id (StrataLink     *self,
          StrataLinkKind  kind,
          const char     *id)
{
  if (!is_id (id))
    return;
  self->kind = kind;
  self->target = g_strdup (id);
}

/**
 * strata_link_parse:
 * @uri: (nullable): a link's target
 *
 * Takes a target apart. Whether what it names exists is for the course to say.
 *
 * Returns: (transfer full): its parts; of kind %STRATA_LINK_INVALID where the
 *   scheme is unknown or the rest malformed
 */
StrataLink *
strata_link_parse (const char *uri)
{
  StrataLink *self = g_new0 (StrataLink, 1);
  g_autofree char *scheme = NULL;

  if (uri == NULL || *uri == '\0')
    return self;

  scheme = g_uri_parse_scheme (uri);
  if (uri[0] == '#' && uri[1] != '\0')
    {
      self->kind = STRATA_LINK_HEADING;
      self->target = g_strdup (uri + 1);
    }
  else if (scheme == NULL)
    {
      self->kind = STRATA_LINK_FILE;
      self->target = g_strdup (uri);
    }
  else if (g_str_equal (scheme, "concept"))
    parse_id (self, STRATA_LINK_CONCEPT, uri + strlen ("concept:"));
  else if (g_str_equal (scheme, "lab"))
    parse_id (self, STRATA_LINK_LAB, uri + strlen ("lab:"));
  else if (g_str_equal (scheme, "row"))
    parse_row (self, uri + strlen ("row:"));
  else if (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")
           || g_str_equal (scheme, "mailto"))
    {
      self->kind = STRATA_LINK_WEB;
      self->target = g_strdup (uri);
    }
  return self;
}

void
strata_link_free (StrataLink *self)
{
  g_free (self->target);
  g_free (self->row);
  g_free (self);
}

/**
 * strata_link_dup_path:
 * @target: of a link of kind %STRATA_LINK_FILE, percent-encoded, as `week%202.md#later`
 * @from: absolute path of the file that it stands in
 * @anchor: (out) (optional) (transfer full) (nullable): the heading, still encoded
 *
 * Returns: (transfer full) (nullable): absolute path of what it leads to, without
 *   `.` and `..`; %NULL where @target is no relative path
 */
char *
strata_link_dup_path (const char  *target,
                      const char  *from,
                      char       **anchor)
{
  g_autofree char *encoded = g_strndup (target, strcspn (target, "?#"));
  g_autofree char *path = g_uri_unescape_string (encoded, NULL);
  g_autofree char *folder = g_path_get_dirname (from);
  const char *hash = strchr (target, '#');

  if (anchor != NULL)
    *anchor = hash != NULL && hash[1] != '\0' ? g_strdup (hash + 1) : NULL;
  if (path == NULL || *path == '\0' || g_path_is_absolute (path))
    return NULL;
  return g_canonicalize_filename (path, folder);
}
