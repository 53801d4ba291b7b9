#include "strata-row-format.h"

/* Chinese and Japanese join words with a comma of their own. */
static const char *
separator (const char *const *languages)
{
  const char *language = languages != NULL ? languages[0] : NULL;

  return language != NULL
                 && (g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "ja"))
             ? "、"
             : ", ";
}

static void
append (GString           *out,
        const char        *part,
        const char *const *languages)
{
  if (out->len > 0)
    g_string_append (out, separator (languages));
  g_string_append (out, part);
}

static void
append_ids (GString           *out,
            StrataCourse      *course,
            StrataColumn      *column,
            StrataRow         *row,
            guint              position,
            const char *const *languages)
{
  const char *const *ids = strata_row_get_ids (row, position);
  StrataColumnType type = strata_column_get_column_type (column);
  StrataTable *table = type == STRATA_COLUMN_ROWS
                           ? strata_course_find_table (course, strata_column_get_table (column))
                           : NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      StrataConcept *concept = strata_course_find_concept (course, ids[i]);
      StrataRow *other = table != NULL ? strata_table_find_row (table, ids[i]) : NULL;
      int choice = strata_column_find_choice (column, ids[i]);

      if (type == STRATA_COLUMN_CHOICE && choice >= 0)
        append (out, strata_text_get (strata_column_get_choice_name (column, choice), languages),
                languages);
      else if (type == STRATA_COLUMN_CONCEPTS && concept != NULL)
        append (out, strata_concept_get_short (concept), languages);
      else if (other != NULL)
        append (out, strata_table_get_row_name (table, other, languages), languages);
    }
}

/**
 * strata_row_dup_display:
 * @course: the course
 * @table: one of its tables
 * @row: one of its rows
 * @column: position of a column
 * @languages: as for strata_text_get()
 *
 * Returns: (transfer full): the value as one line of text, "" where it is not
 *   set; numbers are written with a point and without grouping
 */
char *
strata_row_dup_display (StrataCourse      *course,
                        StrataTable       *table,
                        StrataRow         *row,
                        guint              column,
                        const char *const *languages)
{
  StrataColumn *description = strata_table_get_column (table, column);
  GString *out = g_string_new (NULL);
  GPtrArray *list = strata_row_get_list (row, column);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!strata_row_is_set (row, column))
    return g_string_free (out, FALSE);

  switch (strata_column_get_column_type (description))
    {
    case STRATA_COLUMN_INTEGER:
    case STRATA_COLUMN_NUMBER:
    case STRATA_COLUMN_YEAR:
      g_string_append (out, g_ascii_formatd (number, sizeof number, "%.10g",
                                             strata_row_get_number (row, column)));
      break;
    case STRATA_COLUMN_CHOICE:
    case STRATA_COLUMN_CONCEPTS:
    case STRATA_COLUMN_ROWS:
      append_ids (out, course, description, row, column, languages);
      break;
    case STRATA_COLUMN_LIST:
      for (guint i = 0; list != NULL && i < list->len; i++)
        append (out, strata_text_get (g_ptr_array_index (list, i), languages), languages);
      break;
    case STRATA_COLUMN_LINK:
      g_string_append (out, strata_row_get_text (row, column) != NULL
                                ? strata_text_get (strata_row_get_text (row, column), languages)
                                : strata_row_get_uri (row, column));
      break;
    case STRATA_COLUMN_TEXT:
    default:
      g_string_append (out, strata_text_get (strata_row_get_text (row, column), languages));
    }
  return g_string_free (out, FALSE);
}

/**
 * strata_row_dup_summary:
 * @course: the course
 * @table: one of its tables
 * @row: one of its rows
 * @languages: as for strata_text_get()
 *
 * What tells rows apart where there is no room for columns: choices, years and
 * concepts, as `1950 · AI`. Other numbers say nothing without a title.
 *
 * Returns: (transfer full): one line of text, "" where nothing of it is set
 */
char *
strata_row_dup_summary (StrataCourse      *course,
                        StrataTable       *table,
                        StrataRow         *row,
                        const char *const *languages)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    {
      StrataColumnType type = strata_column_get_column_type (strata_table_get_column (table, i));
      g_autofree char *part = NULL;

      if (type != STRATA_COLUMN_CHOICE && type != STRATA_COLUMN_YEAR
          && type != STRATA_COLUMN_CONCEPTS)
        continue;
      part = strata_row_dup_display (course, table, row, i, languages);
      if (*part != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", part);
    }
  return g_string_free (out, FALSE);
}
