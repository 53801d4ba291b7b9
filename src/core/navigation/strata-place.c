#include "strata-place.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (StrataPlace, strata_place, strata_place_copy, strata_place_free)

/**
 * strata_place_new:
 * @kind: a lesson, a table or a file
 * @id: the concept's or table's id, the file's absolute path
 *
 * Returns: (transfer full): the place as one first comes to it
 */
StrataPlace *
strata_place_new (StrataPlaceKind  kind,
                  const char      *id)
{
  StrataPlace *self = g_new0 (StrataPlace, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->list = strata_list_state_new ();
  return self;
}

static gboolean
is_inside (const char *path,
           const char *folder)
{
  gsize length = strlen (folder);

  while (length > 0 && folder[length - 1] == G_DIR_SEPARATOR)
    length--;
  return strncmp (path, folder, length) == 0 && path[length] == G_DIR_SEPARATOR;
}

/**
 * strata_place_new_file:
 * @path: absolute path of a Markdown file, plain as g_canonicalize_filename() has it
 * @root: (nullable): the folder of the file that a reader first opened, from which
 *   links have led here; it counts if @path lies below it
 *
 * Returns: (transfer full): the file as one first comes to it
 */
StrataPlace *
strata_place_new_file (const char *path,
                       const char *root)
{
  StrataPlace *self = strata_place_new (STRATA_PLACE_FILE, path);
  g_autofree char *folder = g_path_get_dirname (path);

  if (root != NULL && is_inside (path, root) && !g_str_equal (root, folder))
    self->root = g_strdup (root);
  return self;
}

/**
 * strata_place_dup_root:
 * @self: a file
 *
 * Returns: (transfer full): the folder that its images may not leave
 */
char *
strata_place_dup_root (const StrataPlace *self)
{
  return self->root != NULL ? g_strdup (self->root) : g_path_get_dirname (self->id);
}

StrataPlace *
strata_place_copy (const StrataPlace *self)
{
  StrataPlace *copy = g_new0 (StrataPlace, 1);

  copy->kind = self->kind;
  copy->id = g_strdup (self->id);
  copy->root = g_strdup (self->root);
  copy->offset = self->offset;
  copy->into = self->into;
  copy->list = strata_list_state_copy (self->list);
  return copy;
}

void
strata_place_free (StrataPlace *self)
{
  g_free (self->id);
  g_free (self->root);
  strata_list_state_free (self->list);
  g_free (self);
}

/**
 * strata_place_equal:
 * @self: a place
 * @other: another
 *
 * Returns: whether both are the same lesson or file, or the same table looked at
 *   the same way; where in a text does not count
 */
gboolean
strata_place_equal (const StrataPlace *self,
                    const StrataPlace *other)
{
  return self->kind == other->kind && g_strcmp0 (self->id, other->id) == 0
         && strata_list_state_equal (self->list, other->list);
}

static void
append_position (GString           *string,
                 char               separator,
                 const StrataPlace *self)
{
  if (self->offset > 0 || self->into != 0)
    g_string_append_printf (string, "%cat=%u", separator, self->offset);
  if (self->into != 0)
    g_string_append_printf (string, "&into=%d", self->into);
}

/* Paths may hold anything but NUL, settings only UTF-8. */
static char *
file_to_string (const StrataPlace *self)
{
  GString *string = g_string_new ("file:");

  g_string_append_uri_escaped (string, self->id, "/", TRUE);
  if (self->root != NULL)
    {
      g_string_append (string, "?in=");
      g_string_append_uri_escaped (string, self->root, "/", TRUE);
    }
  append_position (string, self->root != NULL ? '&' : '?', self);
  return g_string_free (string, FALSE);
}

/**
 * strata_place_to_string:
 * @self: a place
 *
 * Returns: (transfer full): the place as strata_place_parse() reads it
 */
char *
strata_place_to_string (const StrataPlace *self)
{
  g_autofree char *list = NULL;

  if (self->kind == STRATA_PLACE_FILE)
    return file_to_string (self);
  if (self->kind == STRATA_PLACE_CONCEPT)
    {
      GString *string = g_string_new ("concept:");

      g_string_append (string, self->id);
      append_position (string, '?', self);
      return g_string_free (string, FALSE);
    }

  list = strata_list_state_to_string (self->list);
  return g_strconcat ("table:", self->id, *list != '\0' ? "?" : "", list, NULL);
}

/* What is no number counts as 0. */
static gint64
parse_number (const char *string,
              gint64      min)
{
  gint64 number = 0;

  g_ascii_string_to_signed (string, 10, min, G_MAXINT, &number, NULL);
  return number;
}

/* A part of the query, `at=OFFSET` or `into=PART`. */
static void
parse_position (StrataPlace *self,
                const char  *part)
{
  if (g_str_has_prefix (part, "at="))
    self->offset = (guint) parse_number (part + strlen ("at="), 0);
  else if (g_str_has_prefix (part, "into="))
    self->into = (int) parse_number (part + strlen ("into="), G_MININT);
}

static StrataPlace *
parse_concept (const char *id,
               const char *query)
{
  g_auto (GStrv) parts = g_strsplit (query != NULL ? query : "", "&", -1);
  StrataPlace *self = strata_place_new (STRATA_PLACE_CONCEPT, id);

  for (guint i = 0; parts[i] != NULL; i++)
    parse_position (self, parts[i]);
  return self;
}

static StrataPlace *
parse_row (const char *path)
{
  const char *slash = strchr (path, '/');
  g_autofree char *table = NULL;
  StrataPlace *self;

  if (slash == NULL || slash == path || slash[1] == '\0')
    return NULL;
  table = g_strndup (path, slash - path);
  self = strata_place_new (STRATA_PLACE_TABLE, table);
  self->list->row = g_strdup (slash + 1);
  return self;
}

static char *
parse_path (const char *escaped)
{
  char *path = g_uri_unescape_string (escaped, NULL);

  if (path != NULL && !g_path_is_absolute (path))
    g_clear_pointer (&path, g_free);
  return path;
}

/* The query is `in=FOLDER&at=OFFSET&into=PART`, any of them. */
static StrataPlace *
parse_file (const char *escaped,
            const char *query)
{
  g_autofree char *path = parse_path (g_str_has_prefix (escaped, "///") ? escaped + 2 : escaped);
  g_autofree char *plain = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *root = NULL;
  g_auto (GStrv) parts = g_strsplit (query != NULL ? query : "", "&", -1);
  StrataPlace *self;

  if (plain == NULL || g_str_equal (plain, "/"))
    return NULL;
  for (guint i = 0; parts[i] != NULL && root == NULL; i++)
    {
      if (g_str_has_prefix (parts[i], "in="))
        root = parse_path (parts[i] + strlen ("in="));
    }
  self = strata_place_new_file (plain, root);
  for (guint i = 0; parts[i] != NULL; i++)
    parse_position (self, parts[i]);
  return self;
}

/**
 * strata_place_parse:
 * @string: (nullable): a place, or a link to a concept or a row
 *
 * Returns: (transfer full) (nullable): the place; %NULL where @string is not
 *   one. Whether it exists is for the course to say.
 */
StrataPlace *
strata_place_parse (const char *string)
{
  g_auto (GStrv) halves = NULL;
  StrataPlace *self;
  const char *id;

  if (string == NULL || !g_utf8_validate (string, -1, NULL))
    return NULL;

  halves = g_strsplit (string, "?", 2);
  if (halves[0] == NULL)
    return NULL;
  if (g_str_has_prefix (halves[0], "row:"))
    return parse_row (halves[0] + strlen ("row:"));
  if (g_str_has_prefix (halves[0], "file:"))
    return parse_file (halves[0] + strlen ("file:"), halves[1]);

  id = strchr (halves[0], ':');
  if (id == NULL || id[1] == '\0')
    return NULL;
  if (g_str_has_prefix (halves[0], "concept:"))
    return parse_concept (id + 1, halves[1]);
  if (g_str_has_prefix (halves[0], "table:"))
    {
      self = strata_place_new (STRATA_PLACE_TABLE, id + 1);
      strata_list_state_free (self->list);
      self->list = strata_list_state_parse (halves[1]);
      return self;
    }
  return NULL;
}
