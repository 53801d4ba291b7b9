/* What makes a table a glossary: the columns that say so. */
#include "strata-table-loader-private.h"

/* The position of the column that @name of "glossary" names; -1 where there is
 * none or it is not of @type. */
static int
find_column (StrataJsonFile     *file,
             StrataTable        *table,
             struct json_object *glossary,
             const char         *name,
             gboolean            required,
             StrataColumnType    type)
{
  struct json_object *value = _strata_json_file_field (file, glossary, "/glossary", name,
                                                       json_type_string, required);
  g_autofree char *pointer = g_strconcat ("/glossary/", name, NULL);
  int position;

  if (value == NULL)
    return -1;
  position = strata_table_find_column (table, json_object_get_string (value));
  if (position >= 0
      && strata_column_get_column_type (strata_table_get_column (table, (guint) position)) == type)
    return position;
  _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, pointer, name,
                           type == STRATA_COLUMN_TEXT ? "the id of a column of type text"
                                                      : "the id of a column of type list");
  return -1;
}

void
_strata_glossary_load (StrataJsonFile *file,
                       StrataTable    *table)
{
  static const char *const names[] = { "meaning", "forms", NULL };
  struct json_object *glossary =
      _strata_json_file_field (file, file->root, "", "glossary", json_type_object, FALSE);
  int meaning, forms;

  if (glossary == NULL)
    return;
  _strata_json_file_only (file, glossary, "/glossary", names);
  meaning = find_column (file, table, glossary, "meaning", TRUE, STRATA_COLUMN_TEXT);
  forms = find_column (file, table, glossary, "forms", FALSE, STRATA_COLUMN_LIST);
  if (meaning >= 0)
    strata_table_set_glossary (table, meaning, forms);
}
