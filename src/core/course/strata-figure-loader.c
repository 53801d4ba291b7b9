/* The figure of a table file. */
#include "strata-figure-loader-private.h"

#include <stddef.h>

#define MAX_LINES 20

/* Bits of StrataColumnType. */
#define CHOICE (1u << STRATA_COLUMN_CHOICE)
#define LANE (1u << STRATA_COLUMN_CHOICE | 1u << STRATA_COLUMN_CONCEPTS)
#define NUMBER (1u << STRATA_COLUMN_INTEGER | 1u << STRATA_COLUMN_NUMBER)
#define YEAR (1u << STRATA_COLUMN_YEAR)

/* A field that names a column. */
typedef struct
{
  const char *name;
  gsize       offset;     /* in StrataFigureSpec */
  guint       types;      /* that the column may have */
  gboolean    required;
} Field;

static const Field mind_map_fields[] = {
  { "group", offsetof (StrataFigureSpec, group), CHOICE, FALSE },
  { NULL },
};

static const Field timeline_fields[] = {
  { "year", offsetof (StrataFigureSpec, x), YEAR, TRUE },
  { "lane", offsetof (StrataFigureSpec, lane), LANE, FALSE },
  { NULL },
};

static const Field bubbles_fields[] = {
  { "x", offsetof (StrataFigureSpec, x), YEAR, TRUE },
  { "y", offsetof (StrataFigureSpec, y), NUMBER, TRUE },
  { "size", offsetof (StrataFigureSpec, size), NUMBER, FALSE },
  { "group", offsetof (StrataFigureSpec, group), CHOICE, FALSE },
  { NULL },
};

static const char *const mind_map_names[] = { "type", "group", NULL };
static const char *const timeline_names[] = { "type", "year", "lane", NULL };
static const char *const bubbles_names[] = { "type", "x",      "y",    "size",    "group",
                                             "log",  "factor", "unit", "missing", "lines", NULL };

static const struct
{
  const char        *name;
  const Field       *fields;
  const char *const *names;
} kinds[] = {
  [STRATA_FIGURE_MIND_MAP] = { "mind-map", mind_map_fields, mind_map_names },
  [STRATA_FIGURE_TIMELINE] = { "timeline", timeline_fields, timeline_names },
  [STRATA_FIGURE_BUBBLES] = { "bubbles", bubbles_fields, bubbles_names },
};

static const char *
expected_column (guint allowed)
{
  return allowed == CHOICE   ? "the id of a choice column"
         : allowed == LANE   ? "the id of a choice or concepts column"
         : allowed == NUMBER ? "the id of an integer or number column"
                             : "the id of a year column";
}

static void
load_field (StrataJsonFile     *file,
            StrataTable        *table,
            struct json_object *figure,
            const Field        *field,
            StrataFigureSpec   *spec)
{
  struct json_object *value = _strata_json_file_field (file, figure, "/figure", field->name,
                                                       json_type_string, field->required);
  g_autofree char *pointer = g_strconcat ("/figure/", field->name, NULL);
  StrataColumn *column;
  int position;

  if (value == NULL)
    return;
  position = strata_table_find_column (table, json_object_get_string (value));
  if (position < 0)
    {
      _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, pointer, field->name,
                               "the id of a column");
      return;
    }
  column = strata_table_get_column (table, (guint) position);
  if ((field->types & 1u << strata_column_get_column_type (column)) == 0)
    _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, pointer, field->name,
                             expected_column (field->types));
  else
    G_STRUCT_MEMBER (int, spec, field->offset) = position;
}

static void
load_line (StrataJsonFile     *file,
           StrataFigureSpec   *spec,
           struct json_object *line,
           const char         *pointer)
{
  static const char *const names[] = { "value", "label", NULL };
  g_autoptr (StrataText) label = NULL;
  g_autofree char *inner = g_strconcat (pointer, "/value", NULL);
  struct json_object *value = NULL;
  double number;

  if (!_strata_json_file_is (file, line, json_type_object, pointer, "line"))
    return;
  _strata_json_file_only (file, line, pointer, names);
  label = _strata_json_file_text_field (file, line, pointer, "label", TRUE);
  if (!json_object_object_get_ex (line, "value", &value))
    _strata_json_file_fault (file, STRATA_FAULT_MISSING_FIELD, pointer, "value", NULL);
  else if (!json_object_is_type (value, json_type_int)
           && !json_object_is_type (value, json_type_double))
    _strata_json_file_fault (file, STRATA_FAULT_WRONG_TYPE, inner, "value", "a number");
  else if ((number = json_object_get_double (value)) <= 0 && spec->log)
    _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, inner, "value", "a number above zero");
  else if (label != NULL)
    strata_figure_spec_add_line (spec, number, label);
}

static void
load_lines (StrataJsonFile     *file,
            struct json_object *figure,
            StrataFigureSpec   *spec)
{
  struct json_object *lines =
      _strata_json_file_field (file, figure, "/figure", "lines", json_type_array, FALSE);
  gsize n = lines != NULL ? json_object_array_length (lines) : 0;

  if (n > MAX_LINES)
    _strata_json_file_fault (file, STRATA_FAULT_TOO_LARGE, "/figure/lines", "more than 20 lines", NULL);
  for (gsize i = 0; i < MIN (n, MAX_LINES); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/figure/lines/%" G_GSIZE_FORMAT, i);

      load_line (file, spec, json_object_array_get_idx (lines, i), pointer);
    }
}

/* A logarithm and an area have no place for what is not above zero. */
static void
check_numbers (StrataJsonFile *file,
               StrataTable    *table,
               int             column)
{
  GListModel *rows = strata_table_get_rows (table);
  const char *id;

  if (column < 0)
    return;
  id = strata_column_get_id (strata_table_get_column (table, (guint) column));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);
      g_autofree char *pointer = NULL;

      if (!strata_row_is_set (row, (guint) column)
          || strata_row_get_number (row, (guint) column) > 0)
        continue;
      pointer = g_strdup_printf ("/rows/%u/%s", g_array_index (file->places, guint, i), id);
      _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, pointer, id, "a number above zero");
    }
}

static void
load_factor (StrataJsonFile     *file,
             struct json_object *figure,
             StrataFigureSpec   *spec)
{
  struct json_object *value = NULL;

  if (!json_object_object_get_ex (figure, "factor", &value))
    return;
  if (!json_object_is_type (value, json_type_int) && !json_object_is_type (value, json_type_double))
    _strata_json_file_fault (file, STRATA_FAULT_WRONG_TYPE, "/figure/factor", "factor", "a number");
  else if (json_object_get_double (value) <= 0)
    _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, "/figure/factor", "factor",
                             "a number above zero");
  else
    spec->factor = json_object_get_double (value);
}

static void
load_bubbles (StrataJsonFile     *file,
              StrataTable        *table,
              struct json_object *figure,
              StrataFigureSpec   *spec)
{
  struct json_object *value =
      _strata_json_file_field (file, figure, "/figure", "log", json_type_boolean, FALSE);

  spec->log = value != NULL && json_object_get_boolean (value);
  load_factor (file, figure, spec);
  spec->unit = _strata_json_file_text_field (file, figure, "/figure", "unit", FALSE);
  spec->missing = _strata_json_file_text_field (file, figure, "/figure", "missing", FALSE);
  load_lines (file, figure, spec);
  check_numbers (file, table, spec->size);
  if (spec->log && spec->y != spec->size)
    check_numbers (file, table, spec->y);
}

static gboolean
find_type (const char       *name,
           StrataFigureType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].name, name))
        {
          *type = (StrataFigureType) i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Gives @table, with its rows, the figure that @file says it has. */
void
_strata_figure_load (StrataJsonFile *file,
                     StrataTable    *table)
{
  struct json_object *figure =
      _strata_json_file_field (file, file->root, "", "figure", json_type_object, FALSE);
  struct json_object *value;
  g_autoptr (StrataFigureSpec) spec = NULL;
  StrataFigureType type;

  value = figure != NULL
              ? _strata_json_file_field (file, figure, "/figure", "type", json_type_string, TRUE)
              : NULL;
  if (value == NULL)
    return;
  if (!find_type (json_object_get_string (value), &type))
    {
      _strata_json_file_fault (file, STRATA_FAULT_BAD_VALUE, "/figure/type", "type",
                               "mind-map, timeline or bubbles");
      return;
    }
  spec = strata_figure_spec_new (type);
  _strata_json_file_only (file, figure, "/figure", kinds[type].names);
  for (const Field *field = kinds[type].fields; field->name != NULL; field++)
    load_field (file, table, figure, field, spec);
  if (type == STRATA_FIGURE_BUBBLES)
    load_bubbles (file, table, figure, spec);
  strata_table_set_figure (table, g_steal_pointer (&spec));
}
