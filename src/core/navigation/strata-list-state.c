#include "strata-list-state.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (StrataListState,
                     strata_list_state,
                     strata_list_state_copy,
                     strata_list_state_free)

/* What is remembered comes from outside: bound it. */
#define MAX_FACETS 200

/**
 * strata_list_state_new:
 *
 * Returns: (transfer full): a list as it stands at first: everything shown, in
 *   the order of the file, no row open
 */
StrataListState *
strata_list_state_new (void)
{
  StrataListState *self = g_new0 (StrataListState, 1);

  self->facets = g_ptr_array_new_with_free_func (g_free);
  return self;
}

StrataListState *
strata_list_state_copy (const StrataListState *self)
{
  StrataListState *copy = strata_list_state_new ();

  copy->query = g_strdup (self->query);
  copy->sort = g_strdup (self->sort);
  copy->row = g_strdup (self->row);
  copy->descending = self->descending;
  copy->figure = self->figure;
  for (guint i = 0; i < self->facets->len; i++)
    g_ptr_array_add (copy->facets, g_strdup (g_ptr_array_index (self->facets, i)));
  return copy;
}

void
strata_list_state_free (StrataListState *self)
{
  g_free (self->query);
  g_free (self->sort);
  g_free (self->row);
  g_ptr_array_unref (self->facets);
  g_free (self);
}

static gboolean
same (const char *a,
      const char *b)
{
  return g_str_equal (a != NULL ? a : "", b != NULL ? b : "");
}

gboolean
strata_list_state_equal (const StrataListState *self,
                         const StrataListState *other)
{
  if (!same (self->query, other->query) || !same (self->sort, other->sort)
      || !same (self->row, other->row) || self->descending != other->descending
      || self->figure != other->figure || self->facets->len != other->facets->len)
    return FALSE;
  for (guint i = 0; i < self->facets->len; i++)
    {
      if (!same (g_ptr_array_index (self->facets, i), g_ptr_array_index (other->facets, i)))
        return FALSE;
    }
  return TRUE;
}

guint
strata_list_state_get_n_facets (const StrataListState *self)
{
  return self->facets->len;
}

/**
 * strata_list_state_get_facet:
 * @self: a list's state
 * @position: from 0
 * @column: (out) (transfer full): id of the column
 * @value: (out) (transfer full): id of the value that is let through
 */
void
strata_list_state_get_facet (const StrataListState *self,
                             guint                  position,
                             char                 **column,
                             char                 **value)
{
  const char *facet;
  const char *sign;

  g_return_if_fail (position < self->facets->len);

  facet = g_ptr_array_index (self->facets, position);
  sign = strchr (facet, '=');
  *column = g_strndup (facet, sign - facet);
  *value = g_strdup (sign + 1);
}

static gboolean
find_facet (const StrataListState *self,
            const char            *column,
            const char            *value,
            guint                 *position)
{
  g_autofree char *facet = g_strconcat (column, "=", value, NULL);

  return g_ptr_array_find_with_equal_func (self->facets, facet, g_str_equal, position);
}

/**
 * strata_list_state_has_facet:
 * @self: a list's state
 * @column: id of a column
 * @value: id of one of its values
 *
 * Returns: whether the list is narrowed to this value (and its siblings)
 */
gboolean
strata_list_state_has_facet (const StrataListState *self,
                             const char            *column,
                             const char            *value)
{
  return find_facet (self, column, value, NULL);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
strata_list_state_set_facet (StrataListState *self,
                             const char      *column,
                             const char      *value,
                             gboolean         on)
{
  guint position;
  gboolean has = find_facet (self, column, value, &position);

  if (on && !has && self->facets->len < MAX_FACETS)
    {
      g_ptr_array_add (self->facets, g_strconcat (column, "=", value, NULL));
      g_ptr_array_sort (self->facets, compare_strings);
    }
  else if (!on && has)
    g_ptr_array_remove_index (self->facets, position);
}

/**
 * strata_list_state_clear_column:
 * @self: a list's state
 * @column: id of a column
 *
 * Lets every value of one column through again.
 */
void
strata_list_state_clear_column (StrataListState *self,
                                const char      *column)
{
  g_autofree char *prefix = g_strconcat (column, "=", NULL);

  for (guint i = self->facets->len; i > 0; i--)
    {
      if (g_str_has_prefix (g_ptr_array_index (self->facets, i - 1), prefix))
        g_ptr_array_remove_index (self->facets, i - 1);
    }
}

/**
 * strata_list_state_clear_filter:
 * @self: a list's state
 *
 * Lets every row through again; the order and the open row stay.
 */
void
strata_list_state_clear_filter (StrataListState *self)
{
  g_clear_pointer (&self->query, g_free);
  g_ptr_array_set_size (self->facets, 0);
}

gboolean
strata_list_state_is_filtered (const StrataListState *self)
{
  return self->facets->len > 0 || (self->query != NULL && *self->query != '\0');
}

static void
append_pair (GString    *out,
             const char *key,
             const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '&');
  g_string_append (out, key);
  g_string_append_c (out, '=');
  g_string_append_uri_escaped (out, value, NULL, FALSE);
}

/**
 * strata_list_state_to_string:
 * @self: a list's state
 *
 * Returns: (transfer full): the state as a URI's query, as `q=bias&sort=name`;
 *   "" for a new one
 */
char *
strata_list_state_to_string (const StrataListState *self)
{
  GString *out = g_string_new (NULL);

  append_pair (out, "q", self->query);
  for (guint i = 0; i < self->facets->len; i++)
    append_pair (out, "facet", g_ptr_array_index (self->facets, i));
  append_pair (out, "sort", self->sort);
  append_pair (out, "desc", self->descending ? "1" : NULL);
  append_pair (out, "face", self->figure ? "figure" : NULL);
  append_pair (out, "row", self->row);
  return g_string_free (out, FALSE);
}

static void
replace_string (char      **field,
                const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
take_pair (StrataListState *self,
           const char      *key,
           char            *value)
{
  char *sign = strchr (value, '=');

  if (g_str_equal (key, "q"))
    replace_string (&self->query, value);
  else if (g_str_equal (key, "sort"))
    replace_string (&self->sort, value);
  else if (g_str_equal (key, "row"))
    replace_string (&self->row, value);
  else if (g_str_equal (key, "desc"))
    self->descending = g_str_equal (value, "1");
  else if (g_str_equal (key, "face"))
    self->figure = g_str_equal (value, "figure");
  else if (g_str_equal (key, "facet") && sign != NULL)
    {
      *sign = '\0';
      strata_list_state_set_facet (self, value, sign + 1, TRUE);
    }
}

/**
 * strata_list_state_parse:
 * @string: (nullable): what strata_list_state_to_string() gave
 *
 * Returns: (transfer full): the state; what is malformed in @string is left out
 */
StrataListState *
strata_list_state_parse (const char *string)
{
  StrataListState *self = strata_list_state_new ();
  GUriParamsIter iter;
  char *key;
  char *value;

  g_uri_params_iter_init (&iter, string != NULL ? string : "", -1, "&", G_URI_PARAMS_NONE);
  while (g_uri_params_iter_next (&iter, &key, &value, NULL))
    {
      take_pair (self, key, value);
      g_free (key);
      g_free (value);
    }
  return self;
}
