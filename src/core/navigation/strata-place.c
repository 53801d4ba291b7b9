#include "strata-place.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (StrataPlace, strata_place, strata_place_copy, strata_place_free)

/**
 * strata_place_new:
 * @kind: a lesson or a table
 * @id: the concept's or table's id
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

StrataPlace *
strata_place_copy (const StrataPlace *self)
{
  StrataPlace *copy = g_new0 (StrataPlace, 1);

  copy->kind = self->kind;
  copy->id = g_strdup (self->id);
  copy->offset = self->offset;
  copy->list = strata_list_state_copy (self->list);
  return copy;
}

void
strata_place_free (StrataPlace *self)
{
  g_free (self->id);
  strata_list_state_free (self->list);
  g_free (self);
}

/**
 * strata_place_equal:
 * @self: a place
 * @other: another
 *
 * Returns: whether both are the same lesson, or the same table looked at the
 *   same way; where in a lesson does not count
 */
gboolean
strata_place_equal (const StrataPlace *self,
                    const StrataPlace *other)
{
  return self->kind == other->kind && g_strcmp0 (self->id, other->id) == 0
         && strata_list_state_equal (self->list, other->list);
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

  if (self->kind == STRATA_PLACE_CONCEPT)
    {
      if (self->offset == 0)
        return g_strconcat ("concept:", self->id, NULL);
      return g_strdup_printf ("concept:%s?at=%u", self->id, self->offset);
    }

  list = strata_list_state_to_string (self->list);
  return g_strconcat ("table:", self->id, *list != '\0' ? "?" : "", list, NULL);
}

static guint
parse_offset (const char *query)
{
  guint64 offset = 0;

  if (query == NULL || !g_str_has_prefix (query, "at=")
      || !g_ascii_string_to_unsigned (query + strlen ("at="), 10, 0, G_MAXINT, &offset, NULL))
    return 0;
  return (guint) offset;
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

  id = strchr (halves[0], ':');
  if (id == NULL || id[1] == '\0')
    return NULL;
  if (g_str_has_prefix (halves[0], "concept:"))
    {
      self = strata_place_new (STRATA_PLACE_CONCEPT, id + 1);
      self->offset = parse_offset (halves[1]);
      return self;
    }
  if (g_str_has_prefix (halves[0], "table:"))
    {
      self = strata_place_new (STRATA_PLACE_TABLE, id + 1);
      strata_list_state_free (self->list);
      self->list = strata_list_state_parse (halves[1]);
      return self;
    }
  return NULL;
}
