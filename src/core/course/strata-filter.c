#include "strata-filter-private.h"

#include <string.h>

#include "strata-fold.h"
#include "strata-row-format.h"

/* More than one column leaves a row out. */
#define SEVERAL G_MAXUINT16

G_DEFINE_FINAL_TYPE (StrataFilter, strata_filter, G_TYPE_OBJECT)

static void
strata_filter_finalize (GObject *object)
{
  StrataFilter *self = STRATA_FILTER (object);

  g_clear_pointer (&self->index, _strata_filter_index_free);
  g_clear_object (&self->course);
  g_clear_object (&self->table);
  g_strfreev (self->languages);
  g_strfreev (self->words);
  g_strfreev (self->old_words);
  g_free (self->found);
  g_free (self->left_out);
  g_clear_pointer (&self->facets, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);

  G_OBJECT_CLASS (strata_filter_parent_class)->finalize (object);
}

static void
strata_filter_class_init (StrataFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_filter_finalize;
}

static void
strata_filter_init (StrataFilter *self)
{
  self->facets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->words = g_new0 (char *, 1);
}

/**
 * strata_filter_new:
 * @course: a course
 * @table: one of its tables
 * @languages: as for strata_text_get()
 *
 * Returns: (transfer full): a filter that lets every row through
 */
StrataFilter *
strata_filter_new (StrataCourse      *course,
                   StrataTable       *table,
                   const char *const *languages)
{
  StrataFilter *self = g_object_new (STRATA_TYPE_FILTER, NULL);

  self->course = g_object_ref (course);
  self->table = g_object_ref (table);
  self->languages = g_strdupv ((char **) languages);
  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    g_ptr_array_add (self->facets, g_ptr_array_new_with_free_func (g_free));
  return self;
}

void
strata_filter_set_query (StrataFilter *self,
                         const char   *query)
{
  g_return_if_fail (STRATA_IS_FILTER (self));

  g_strfreev (self->words);
  self->words = strata_fold_words (query);
  self->fresh = FALSE;
}

/**
 * strata_filter_get_words:
 * @self: a filter
 *
 * Returns: (transfer none) (array zero-terminated=1): the query's words,
 *   folded, for strata_fold_ranges()
 */
const char *const *
strata_filter_get_words (StrataFilter *self)
{
  g_return_val_if_fail (STRATA_IS_FILTER (self), NULL);

  return (const char *const *) self->words;
}

/**
 * strata_filter_set_facet:
 * @self: a filter
 * @column: position of a column
 * @value: one of strata_filter_list_values()
 * @on: whether rows with this value are let through
 *
 * Values of one column add up; columns narrow each other.
 */
void
strata_filter_set_facet (StrataFilter *self,
                         guint         column,
                         const char   *value,
                         gboolean      on)
{
  GPtrArray *values;
  guint at;
  gboolean has;

  g_return_if_fail (STRATA_IS_FILTER (self) && column < self->facets->len);

  values = g_ptr_array_index (self->facets, column);
  has = g_ptr_array_find_with_equal_func (values, value, g_str_equal, &at);
  if (on && !has)
    g_ptr_array_add (values, g_strdup (value));
  else if (!on && has)
    g_ptr_array_remove_index (values, at);
  self->fresh = FALSE;
}

void
strata_filter_clear_facets (StrataFilter *self)
{
  g_return_if_fail (STRATA_IS_FILTER (self));

  for (guint i = 0; i < self->facets->len; i++)
    g_ptr_array_set_size (g_ptr_array_index (self->facets, i), 0);
  self->fresh = FALSE;
}

/* What each row has to do with query and facets. ------------------------------------ */

static void
counts_free (gpointer counts)
{
  if (counts != NULL)
    g_array_unref (counts);
}

static StrataFilterIndex *
ensure_index (StrataFilter *self)
{
  if (self->index != NULL)
    return self->index;
  self->index = _strata_filter_index_new (self->course, self->table,
                                          (const char *const *) self->languages);
  self->counts = g_ptr_array_new_with_free_func (counts_free);
  for (guint i = 0; i < self->facets->len; i++)
    {
      GPtrArray *values = strata_filter_list_values (self, i);
      GArray *counts = NULL;

      if (values->len > 0)
        {
          counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), values->len);
          g_array_set_size (counts, values->len);
          _strata_filter_index_add_facet (self->index, i, values);
        }
      else
        g_ptr_array_unref (values);
      g_ptr_array_add (self->counts, counts);
    }
  self->found = g_new0 (guint8, self->index->rows->len + 1);
  self->left_out = g_new0 (guint16, self->index->rows->len + 1);
  return self->index;
}

/* Whether what has all the new words has all the old ones: one went on typing. */
static gboolean
is_narrower (char **old_words,
             char **words)
{
  for (gsize i = 0; old_words != NULL && old_words[i] != NULL; i++)
    {
      gboolean within = FALSE;

      for (gsize k = 0; words[k] != NULL && !within; k++)
        within = strstr (words[k], old_words[i]) != NULL;
      if (!within)
        return FALSE;
    }
  return old_words != NULL;
}

static void
find_words (StrataFilter *self)
{
  gboolean narrower = is_narrower (self->old_words, self->words);
  guint n = self->index->rows->len;

  if (self->words[0] == NULL)
    memset (self->found, TRUE, n);
  else
    {
      _strata_filter_index_read (self->index, G_MAXUINT);
      for (guint i = 0; i < n; i++)
        if (!narrower || self->found[i])
          self->found[i] = strata_fold_match (_strata_filter_index_get_text (self->index, i),
                                              (const char *const *) self->words);
    }
  g_strfreev (self->old_words);
  self->old_words = g_strdupv (self->words);
}

/* Marks what one column's values do not let through. */
static void
leave_out (StrataFilter *self,
           guint         column)
{
  GPtrArray *values = g_ptr_array_index (self->facets, column);

  for (guint i = 0; i < self->index->rows->len; i++)
    {
      gboolean passes = FALSE;

      for (guint k = 0; k < values->len && !passes; k++)
        passes = _strata_filter_has_value (self->index->rows->pdata[i], column, values->pdata[k]);
      if (!passes)
        self->left_out[i] = self->left_out[i] == 0 ? (guint16) (column + 1) : SEVERAL;
    }
}

static void
count_row (StrataFilter *self,
           guint         column,
           guint         row)
{
  const StrataFilterFacet *facet = self->index->facets->pdata[column];
  GArray *counts = self->counts->pdata[column];
  guint from, to;

  if (counts == NULL)
    return;
  from = g_array_index (facet->starts, guint, row);
  to = g_array_index (facet->starts, guint, row + 1);
  for (guint i = from; i < to; i++)
    g_array_index (counts, guint, g_array_index (facet->found, guint, i))++;
}

/* A column does not narrow its own counts. */
static void
count_all (StrataFilter *self)
{
  self->n_matches = 0;
  for (guint i = 0; i < self->counts->len; i++)
    if (self->counts->pdata[i] != NULL)
      memset (((GArray *) self->counts->pdata[i])->data, 0,
              ((GArray *) self->counts->pdata[i])->len * sizeof (guint));
  for (guint i = 0; i < self->index->rows->len; i++)
    {
      guint out = self->left_out[i];

      if (!self->found[i] || out == SEVERAL)
        continue;
      if (out > 0)
        count_row (self, out - 1, i);
      for (guint k = 0; out == 0 && k < self->counts->len; k++)
        count_row (self, k, i);
      self->n_matches += out == 0 ? 1 : 0;
    }
}

static void
refresh (StrataFilter *self)
{
  if (self->fresh)
    return;
  ensure_index (self);
  find_words (self);
  memset (self->left_out, 0, self->index->rows->len * sizeof (guint16));
  for (guint i = 0; i < self->facets->len; i++)
    if (((GPtrArray *) self->facets->pdata[i])->len > 0)
      leave_out (self, i);
  count_all (self);
  self->fresh = TRUE;
}

/**
 * strata_filter_prepare:
 * @self: a filter
 * @n: rows
 *
 * Reads some more of the table, as has to be done before the first letter of a
 * query can be looked for: to be called while there is nothing else to do.
 *
 * Returns: whether there is more to read
 */
gboolean
strata_filter_prepare (StrataFilter *self,
                       guint         n)
{
  g_return_val_if_fail (STRATA_IS_FILTER (self), FALSE);

  return _strata_filter_index_read (ensure_index (self), n);
}

gboolean
strata_filter_matches (StrataFilter *self,
                       StrataRow    *row)
{
  int position;

  g_return_val_if_fail (STRATA_IS_FILTER (self), TRUE);

  refresh (self);
  position = _strata_filter_index_find (self->index, row);
  return position >= 0 && self->found[position] && self->left_out[position] == 0;
}

/**
 * strata_filter_matches_at:
 * @self: a filter
 * @position: of a row in its table
 *
 * As strata_filter_matches(), without a look at the row: there may be many, and
 * they are all over the memory.
 *
 * Returns: whether the row is let through
 */
gboolean
strata_filter_matches_at (StrataFilter *self,
                          guint         position)
{
  refresh (self);
  return position < self->index->rows->len && self->found[position] && self->left_out[position] == 0;
}

/**
 * strata_filter_count:
 * @self: a filter
 *
 * Returns: how many rows are let through
 */
guint
strata_filter_count (StrataFilter *self)
{
  g_return_val_if_fail (STRATA_IS_FILTER (self), 0);

  refresh (self);
  return self->n_matches;
}

/**
 * strata_filter_count_value:
 * @self: a filter
 * @column: position of a facet's column
 * @value: one of strata_filter_list_values()
 *
 * Returns: how many rows have @value among those that everything but this
 *   column lets through
 */
guint
strata_filter_count_value (StrataFilter *self,
                           guint         column,
                           const char   *value)
{
  const StrataFilterFacet *facet;
  guint place = 0;

  g_return_val_if_fail (STRATA_IS_FILTER (self) && column < self->facets->len, 0);

  refresh (self);
  facet = self->index->facets->pdata[column];
  if (facet != NULL)
    place = GPOINTER_TO_UINT (g_hash_table_lookup (facet->places, value));
  return place > 0 ? g_array_index ((GArray *) self->counts->pdata[column], guint, place - 1) : 0;
}

/**
 * strata_filter_count_without:
 * @self: a filter
 * @column: position of a column, or -1 for the query
 *
 * Returns: how many rows would be let through if the column did not narrow, or
 *   if nothing had been typed
 */
guint
strata_filter_count_without (StrataFilter *self,
                             int           column)
{
  guint n = 0;

  g_return_val_if_fail (STRATA_IS_FILTER (self), 0);

  refresh (self);
  for (guint i = 0; i < self->index->rows->len; i++)
    {
      guint out = self->left_out[i];

      n += (self->found[i] || column < 0) && (out == 0 || (column >= 0 && out == (guint) column + 1)) ? 1 : 0;
    }
  return n;
}

/**
 * strata_filter_dup_snippet:
 * @self: a filter
 * @row: a row that matches
 *
 * Returns: (transfer full) (nullable): where the query was found, if not in
 *   the name: the value of the first column that has its first missing word
 */
char *
strata_filter_dup_snippet (StrataFilter *self,
                           StrataRow    *row)
{
  const char *const *languages = (const char *const *) self->languages;
  guint primary = strata_table_get_primary_column (self->table);
  g_autofree char *name =
      strata_fold (strata_table_get_row_name (self->table, row, languages));

  for (gsize w = 0; self->words[w] != NULL; w++)
    {
      const char *const one[] = { self->words[w], NULL };

      if (strata_fold_match (name, one))
        continue;
      for (guint i = 0; i < strata_table_get_n_columns (self->table); i++)
        {
          g_autofree char *value =
              i == primary ? g_strdup ("")
                           : strata_row_dup_display (self->course, self->table, row, i, languages);
          g_autofree char *folded = strata_fold (value);

          if (strata_fold_match (folded, one))
            return g_steal_pointer (&value);
        }
    }
  return NULL;
}
