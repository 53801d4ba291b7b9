/* One table file → columns and rows.  References to what other files hold are
 * looked at once all of them are there. */
#include "strata-table-loader-private.h"

#include "strata-figure-loader-private.h"

#define MAX_ROWS 200000

static void
load_choice (StrataJsonFile     *file,
             StrataColumn       *column,
             struct json_object *choice,
             const char         *pointer)
{
  static const char *const names[] = { "id", "name", NULL };
  const char *id;
  g_autoptr (StrataText) name = NULL;

  if (!_strata_json_file_is (file, choice, json_type_object, pointer, "choice"))
    return;
  _strata_json_file_only (file, choice, pointer, names);
  id = _strata_json_file_id (file, choice, pointer, "id", TRUE);
  name = _strata_json_file_text_field (file, choice, pointer, "name", TRUE);
  if (id == NULL || name == NULL)
    return;
  if (strata_column_find_choice (column, id) >= 0)
    _strata_json_file_fault (file, STRATA_FAULT_DUPLICATE_ID, pointer, id, NULL);
  else
    strata_column_add_choice (column, id, name);
}

static void
load_choices (StrataJsonFile     *file,
              StrataColumn       *column,
              struct json_object *object,
              const char         *pointer)
{
  struct json_object *choices =
      _strata_json_file_field (file, object, pointer, "choices", json_type_array, TRUE);

  for (gsize i = 0; choices != NULL && i < json_object_array_length (choices); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/choices/%" G_GSIZE_FORMAT, pointer, i);

      load_choice (file, column, json_object_array_get_idx (choices, i), inner);
    }
}

static gboolean
load_flag (StrataJsonFile     *file,
           struct json_object *object,
           const char         *pointer,
           const char         *name)
{
  struct json_object *value =
      _strata_json_file_field (file, object, pointer, name, json_type_boolean, FALSE);

  return value != NULL && json_object_get_boolean (value);
}

static StrataColumn *
load_column (StrataJsonFile     *file,
             struct json_object *object,
             const char         *pointer)
{
  static const char *const names[] = { "id",      "type",  "title", "primary",
                                       "facet", "choices", "table", NULL };
  g_autofree char *type_pointer = g_strconcat (pointer, "/type", NULL);
  g_autoptr (StrataText) title = NULL;
  struct json_object *type_value;
  StrataColumn *column;
  StrataColumnType type;
  const char *id;

  if (!_strata_json_file_is (file, object, json_type_object, pointer, "column"))
    return NULL;
  _strata_json_file_only (file, object, pointer, names);
  id = _strata_json_file_id (file, object, pointer, "id", TRUE);
  title = _strata_json_file_text_field (file, object, pointer, "title", TRUE);
  type_value = _strata_json_file_field (file, object, pointer, "type", json_type_string, TRUE);
  if (id == NULL || title == NULL || type_value == NULL)
    return NULL;
  if (!strata_column_type_from_name (json_object_get_string (type_value), &type))
    {
      _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, type_pointer, "type",
                               "text, integer, number, year, choice, list, concepts, rows or link");
      return NULL;
    }

  column = strata_column_new (id, type, title);
  strata_column_set_primary (column, load_flag (file, object, pointer, "primary"));
  strata_column_set_facet (column, load_flag (file, object, pointer, "facet"));
  if (type == STRATA_COLUMN_CHOICE)
    load_choices (file, column, object, pointer);
  if (type == STRATA_COLUMN_ROWS)
    strata_column_set_table (column, _strata_json_file_id (file, object, pointer, "table", TRUE));
  return column;
}

static void
check_primary (StrataJsonFile *file,
               StrataTable    *table)
{
  guint n = 0;

  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    {
      StrataColumn *column = strata_table_get_column (table, i);

      if (strata_column_get_primary (column))
        n += strata_column_get_column_type (column) == STRATA_COLUMN_TEXT ? 1 : 2;
    }
  if (n != 1)
    _strata_json_file_fault (file, STRATA_FAULT_NO_PRIMARY, "/columns", NULL, NULL);
}

static gboolean
load_columns (StrataJsonFile *file,
              StrataTable    *table)
{
  struct json_object *columns =
      _strata_json_file_field (file, file->root, "", "columns", json_type_array, TRUE);
  guint faults = file->load->faults->len;

  for (gsize i = 0; columns != NULL && i < json_object_array_length (columns); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/columns/%" G_GSIZE_FORMAT, i);
      g_autoptr (StrataColumn) column =
          load_column (file, json_object_array_get_idx (columns, i), pointer);

      if (column == NULL)
        continue;
      if (strata_table_find_column (table, strata_column_get_id (column)) >= 0)
        _strata_json_file_fault (file, STRATA_FAULT_DUPLICATE_ID, pointer,
                                 strata_column_get_id (column), NULL);
      else
        strata_table_add_column (table, column);
    }
  if (columns == NULL || file->load->faults->len > faults)
    return FALSE;
  check_primary (file, table);
  return TRUE;
}

static void
load_list (StrataJsonFile     *file,
           StrataRow          *row,
           guint               column,
           struct json_object *value,
           const char         *pointer,
           const char         *name)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) strata_text_unref);

  for (gsize i = 0; i < json_object_array_length (value); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, pointer, i);
      StrataText *text =
          _strata_json_file_text (file, json_object_array_get_idx (value, i), inner, name);

      if (text != NULL)
        g_ptr_array_add (list, text);
    }
  strata_row_set_list (row, column, list);
}

static void
load_ids (StrataJsonFile     *file,
          StrataRow          *row,
          guint               column,
          struct json_object *value,
          const char         *pointer,
          const char         *name)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (gsize i = 0; i < json_object_array_length (value); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, pointer, i);
      struct json_object *id = json_object_array_get_idx (value, i);

      if (_strata_json_file_is (file, id, json_type_string, inner, name))
        g_ptr_array_add (ids, (char *) json_object_get_string (id));
    }
  g_ptr_array_add (ids, NULL);
  strata_row_set_ids (row, column, (const char *const *) ids->pdata);
}

static void
load_link (StrataJsonFile     *file,
           StrataRow          *row,
           guint               column,
           struct json_object *value,
           const char         *pointer,
           const char         *name)
{
  static const char *const names[] = { "url", "title", NULL };
  const char *uri = NULL;

  if (json_object_is_type (value, json_type_string))
    uri = json_object_get_string (value);
  else if (_strata_json_file_is (file, value, json_type_object, pointer, name))
    {
      struct json_object *url =
          _strata_json_file_field (file, value, pointer, "url", json_type_string, TRUE);
      g_autoptr (StrataText) title =
          _strata_json_file_text_field (file, value, pointer, "title", FALSE);

      _strata_json_file_only (file, value, pointer, names);
      if (title != NULL)
        strata_row_set_text (row, column, title);
      uri = url != NULL ? json_object_get_string (url) : NULL;
    }
  if (uri != NULL && !g_str_has_prefix (uri, "https://") && !g_str_has_prefix (uri, "http://"))
    _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, pointer, name,
                             "an address that begins with https://");
  else if (uri != NULL)
    strata_row_set_uri (row, column, uri);
}

static void
load_choice_value (StrataJsonFile     *file,
                   StrataColumn       *column,
                   StrataRow          *row,
                   guint               position,
                   struct json_object *value,
                   const char         *pointer)
{
  const char *id = json_object_get_string (value);
  const char *const ids[] = { id, NULL };

  if (strata_column_find_choice (column, id) < 0)
    _strata_json_file_fault (file, STRATA_FAULT_UNKNOWN_CHOICE, pointer, id, NULL);
  else
    strata_row_set_ids (row, position, ids);
}

static enum json_type
expected_type (StrataColumnType type)
{
  switch (type)
    {
    case STRATA_COLUMN_INTEGER:
    case STRATA_COLUMN_YEAR:
      return json_type_int;
    case STRATA_COLUMN_NUMBER:
      return json_type_double;
    case STRATA_COLUMN_CHOICE:
      return json_type_string;
    case STRATA_COLUMN_LIST:
    case STRATA_COLUMN_CONCEPTS:
    case STRATA_COLUMN_ROWS:
      return json_type_array;
    case STRATA_COLUMN_TEXT:
    case STRATA_COLUMN_LINK:
    default:
      return json_type_null;    /* two shapes each: looked at by their loaders */
    }
}

static void
load_value (StrataJsonFile     *file,
            StrataColumn       *column,
            StrataRow          *row,
            guint               position,
            struct json_object *value,
            const char         *pointer)
{
  const char *name = strata_column_get_id (column);
  StrataColumnType type = strata_column_get_column_type (column);
  enum json_type expected = expected_type (type);

  if (expected != json_type_null && !_strata_json_file_is (file, value, expected, pointer, name))
    return;
  if (expected == json_type_int || expected == json_type_double)
    strata_row_set_number (row, position, json_object_get_double (value));
  else if (type == STRATA_COLUMN_CHOICE)
    load_choice_value (file, column, row, position, value, pointer);
  else if (type == STRATA_COLUMN_LIST)
    load_list (file, row, position, value, pointer, name);
  else if (type == STRATA_COLUMN_LINK)
    load_link (file, row, position, value, pointer, name);
  else if (type == STRATA_COLUMN_TEXT)
    {
      g_autoptr (StrataText) text = _strata_json_file_text (file, value, pointer, name);

      if (text != NULL)
        strata_row_set_text (row, position, text);
    }
  else
    load_ids (file, row, position, value, pointer, name);
}

static void
load_row (StrataJsonFile     *file,
          StrataTable        *table,
          struct json_object *object,
          const char         *pointer)
{
  g_autoptr (StrataRow) row = NULL;
  const char *id;
  guint primary = strata_table_get_primary_column (table);

  if (!_strata_json_file_is (file, object, json_type_object, pointer, "row"))
    return;
  id = _strata_json_file_id (file, object, pointer, "id", TRUE);
  if (id == NULL)
    return;

  row = strata_row_new (id, strata_table_get_n_columns (table));
  json_object_object_foreach (object, key, value)
    {
      int position = strata_table_find_column (table, key);
      g_autofree char *inner = g_strconcat (pointer, "/", key, NULL);

      if (position >= 0)
        load_value (file, strata_table_get_column (table, position), row, position, value, inner);
      else if (!g_str_equal (key, "id"))
        _strata_json_file_fault (file, STRATA_FAULT_UNKNOWN_FIELD, inner, key, NULL);
    }
  if (!json_object_object_get_ex (
          object, strata_column_get_id (strata_table_get_column (table, primary)), NULL))
    _strata_json_file_fault (file, STRATA_FAULT_MISSING_FIELD, pointer,
                             strata_column_get_id (strata_table_get_column (table, primary)), NULL);
  if (!strata_table_add_row (table, row))
    {
      g_autofree char *inner = g_strconcat (pointer, "/id", NULL);

      _strata_json_file_fault (file, STRATA_FAULT_DUPLICATE_ID, inner, id, NULL);
    }
}

static void
load_rows (StrataJsonFile *file,
           StrataTable    *table)
{
  struct json_object *rows =
      _strata_json_file_field (file, file->root, "", "rows", json_type_array, TRUE);

  if (rows != NULL && json_object_array_length (rows) > MAX_ROWS)
    {
      _strata_json_file_fault (file, STRATA_FAULT_TOO_LARGE, "/rows", "more than 200,000 rows",
                               NULL);
      return;
    }
  for (gsize i = 0; rows != NULL && i < json_object_array_length (rows); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/rows/%" G_GSIZE_FORMAT, i);

      load_row (file, table, json_object_array_get_idx (rows, i), pointer);
      if (g_list_model_get_n_items (strata_table_get_rows (table)) > file->places->len)
        {
          guint place = (guint) i;

          g_array_append_val (file->places, place);
        }
    }
}

/* The table of @file; NULL where it has no id or its columns are faulty, for
 * then nothing can be said of its rows. */
StrataTable *
_strata_table_load (StrataJsonFile *file)
{
  static const char *const names[] = { "$schema", "id",      "title",  "relation",
                                       "prominent", "columns", "figure", "glossary", "rows", NULL };
  const char *id = _strata_json_file_id (file, file->root, "", "id", TRUE);
  g_autoptr (StrataText) title =
      _strata_json_file_text_field (file, file->root, "", "title", TRUE);
  g_autoptr (StrataText) relation =
      _strata_json_file_text_field (file, file->root, "", "relation", FALSE);
  g_autoptr (StrataTable) table = NULL;

  _strata_json_file_only (file, file->root, "", names);
  _strata_json_file_field (file, file->root, "", "$schema", json_type_string, FALSE);
  if (id == NULL || title == NULL)
    return NULL;
  table = strata_table_new (id, title);
  strata_table_set_prominent (table, load_flag (file, file->root, "", "prominent"));
  if (relation != NULL)
    strata_table_set_relation (table, relation);
  if (!load_columns (file, table))
    return NULL;
  load_rows (file, table);
  _strata_figure_load (file, table);
  _strata_glossary_load (file, table);
  return g_steal_pointer (&table);
}

static void
check_value (StrataJsonFile *file,
             StrataColumn   *column,
             StrataCourse   *course,
             StrataRow      *row,
             guint           at,
             guint           position)
{
  const char *const *ids = strata_row_get_ids (row, position);
  const char *other = strata_column_get_table (column);
  gboolean rows = strata_column_get_column_type (column) == STRATA_COLUMN_ROWS;
  StrataTable *target = rows ? strata_course_find_table (course, other) : NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *pointer =
          g_strdup_printf ("/rows/%u/%s/%u", at, strata_column_get_id (column), i);

      if (rows && target != NULL && strata_table_find_row (target, ids[i]) == NULL)
        _strata_json_file_fault (file, STRATA_FAULT_UNKNOWN_ROW, pointer, other, ids[i]);
      else if (!rows && strata_course_find_concept (course, ids[i]) == NULL)
        _strata_json_file_fault (file, STRATA_FAULT_UNKNOWN_CONCEPT, pointer, ids[i], NULL);
    }
}

/* What the rows say of concepts and of rows of other tables. */
void
_strata_table_check_ids (StrataJsonFile *file,
                         StrataTable    *table,
                         StrataCourse   *course)
{
  GListModel *rows = strata_table_get_rows (table);

  for (guint c = 0; c < strata_table_get_n_columns (table); c++)
    {
      StrataColumn *column = strata_table_get_column (table, c);
      StrataColumnType type = strata_column_get_column_type (column);

      if (type != STRATA_COLUMN_CONCEPTS && type != STRATA_COLUMN_ROWS)
        continue;
      if (type == STRATA_COLUMN_ROWS
          && strata_course_find_table (course, strata_column_get_table (column)) == NULL)
        {
          g_autofree char *pointer = g_strdup_printf ("/columns/%u/table", c);

          _strata_json_file_fault (file, STRATA_FAULT_UNKNOWN_TABLE, pointer,
                                   strata_column_get_table (column), NULL);
        }
      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);

          check_value (file, column, course, row, g_array_index (file->places, guint, i), c);
        }
    }
}
