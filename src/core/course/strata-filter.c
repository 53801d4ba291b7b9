#include "strata-filter.h"

#include "strata-fold.h"
#include "strata-row-format.h"

/* A list column with more values than this is no help to choose from. */
#define MAX_LIST_VALUES 12

struct _StrataFilter
{
  GObject       parent_instance;

  StrataCourse *course;
  StrataTable  *table;
  char        **languages;
  char        **words;
  GHashTable   *texts;      /* StrataRow → folded text of the whole row */
  GPtrArray    *facets;     /* for each column: GPtrArray of values let through */
};

G_DEFINE_FINAL_TYPE (StrataFilter, strata_filter, G_TYPE_OBJECT)

static void
strata_filter_finalize (GObject *object)
{
  StrataFilter *self = STRATA_FILTER (object);

  g_clear_object (&self->course);
  g_clear_object (&self->table);
  g_strfreev (self->languages);
  g_strfreev (self->words);
  g_hash_table_unref (self->texts);
  g_clear_pointer (&self->facets, g_ptr_array_unref);

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
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
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
}

void
strata_filter_clear_facets (StrataFilter *self)
{
  g_return_if_fail (STRATA_IS_FILTER (self));

  for (guint i = 0; i < self->facets->len; i++)
    g_ptr_array_set_size (g_ptr_array_index (self->facets, i), 0);
}

/* Folded once, for typing has to keep up with the keys. */
static const char *
row_text (StrataFilter *self,
          StrataRow    *row)
{
  char *text = g_hash_table_lookup (self->texts, row);
  GString *out;

  if (text != NULL)
    return text;
  out = g_string_new (NULL);
  for (guint i = 0; i < strata_table_get_n_columns (self->table); i++)
    {
      g_autofree char *value = strata_row_dup_display (self->course, self->table, row, i,
                                                       (const char *const *) self->languages);
      g_autofree char *folded = strata_fold (value);

      /* A word is looked for inside one value, not across two. */
      g_string_append (out, folded);
      g_string_append_c (out, '\n');
    }
  text = g_string_free (out, FALSE);
  g_hash_table_insert (self->texts, row, text);
  return text;
}

static gboolean
has_value (StrataFilter *self,
           StrataRow    *row,
           guint         column,
           const char   *value)
{
  GPtrArray *list = strata_row_get_list (row, column);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      if (g_str_equal (strata_text_get (g_ptr_array_index (list, i), NULL), value))
        return TRUE;
    }
  return strata_row_has_id (row, column, value);
}

static gboolean
passes_facet (StrataFilter *self,
              StrataRow    *row,
              guint         column)
{
  GPtrArray *values = g_ptr_array_index (self->facets, column);

  for (guint i = 0; i < values->len; i++)
    {
      if (has_value (self, row, column, g_ptr_array_index (values, i)))
        return TRUE;
    }
  return values->len == 0;
}

/* @without: a column that does not narrow, -1 for none, -2 for the query. */
static gboolean
matches_without (StrataFilter *self,
                 StrataRow    *row,
                 int           without)
{
  for (guint i = 0; i < self->facets->len; i++)
    {
      if ((int) i != without && !passes_facet (self, row, i))
        return FALSE;
    }
  return without == -2
         || strata_fold_match (row_text (self, row), (const char *const *) self->words);
}

gboolean
strata_filter_matches (StrataFilter *self,
                       StrataRow    *row)
{
  g_return_val_if_fail (STRATA_IS_FILTER (self), TRUE);

  return matches_without (self, row, -1);
}

static guint
count (StrataFilter *self,
       int           without,
       guint         column,
       const char   *value)
{
  GListModel *rows = strata_table_get_rows (self->table);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);

      n += matches_without (self, row, without)
           && (value == NULL || has_value (self, row, column, value));
    }
  return n;
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

  return count (self, -1, 0, NULL);
}

/**
 * strata_filter_count_value:
 * @self: a filter
 * @column: position of a column
 * @value: one of its values
 *
 * Returns: how many rows have @value among those that everything but this
 *   column lets through
 */
guint
strata_filter_count_value (StrataFilter *self,
                           guint         column,
                           const char   *value)
{
  g_return_val_if_fail (STRATA_IS_FILTER (self), 0);

  return count (self, (int) column, column, value);
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
  g_return_val_if_fail (STRATA_IS_FILTER (self), 0);

  return count (self, column < 0 ? -2 : column, 0, NULL);
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

static void
collect_list_values (StrataFilter *self,
                     guint         column,
                     GPtrArray    *values)
{
  GListModel *rows = strata_table_get_rows (self->table);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);
      GPtrArray *list = strata_row_get_list (row, column);

      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          const char *value = strata_text_get (g_ptr_array_index (list, k), NULL);

          if (!g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
            g_ptr_array_add (values, g_strdup (value));
        }
    }
  if (values->len > MAX_LIST_VALUES)
    g_ptr_array_set_size (values, 0);
}

/**
 * strata_filter_list_values:
 * @self: a filter
 * @column: position of a column
 *
 * Returns: (transfer full) (element-type utf8): the values one can choose from
 *   in a column that is a facet, in the course's order; none in another column
 */
GPtrArray *
strata_filter_list_values (StrataFilter *self,
                           guint         column)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  StrataColumn *description;
  GPtrArray *concepts;

  g_return_val_if_fail (STRATA_IS_FILTER (self), values);

  description = strata_table_get_column (self->table, column);
  if (!strata_column_get_facet (description))
    return values;
  switch ((int) strata_column_get_column_type (description))
    {
    case STRATA_COLUMN_CHOICE:
      for (guint i = 0; i < strata_column_get_n_choices (description); i++)
        g_ptr_array_add (values, g_strdup (strata_column_get_choice_id (description, i)));
      break;
    case STRATA_COLUMN_CONCEPTS:
      concepts = strata_course_get_concepts (self->course);
      for (guint i = 0; i < concepts->len; i++)
        g_ptr_array_add (values,
                         g_strdup (strata_concept_get_id (g_ptr_array_index (concepts, i))));
      break;
    case STRATA_COLUMN_LIST:
      collect_list_values (self, column, values);
      break;
    default:
      break;
    }
  return values;
}

/**
 * strata_filter_value_name:
 * @self: a filter
 * @column: position of a column
 * @value: one of its values
 *
 * Returns: (transfer none): what is shown for the value
 */
const char *
strata_filter_value_name (StrataFilter *self,
                          guint         column,
                          const char   *value)
{
  const char *const *languages = (const char *const *) self->languages;
  StrataColumn *description = strata_table_get_column (self->table, column);
  StrataConcept *concept = strata_course_find_concept (self->course, value);
  int choice = strata_column_find_choice (description, value);
  GListModel *rows = strata_table_get_rows (self->table);

  if (choice >= 0)
    return strata_text_get (strata_column_get_choice_name (description, choice), languages);
  if (strata_column_get_column_type (description) == STRATA_COLUMN_CONCEPTS && concept != NULL)
    return strata_concept_get_short (concept);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);
      GPtrArray *list = strata_row_get_list (row, column);

      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          if (g_str_equal (strata_text_get (g_ptr_array_index (list, k), NULL), value))
            return strata_text_get (g_ptr_array_index (list, k), languages);
        }
    }
  return value;
}
