/* The rows of bubbles, and what is said of each. */
#include "config.h"

#include "strata-bubbles-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "course/strata-row-format.h"
#include "text/strata-number.h"

/* No number of a course is beyond; sums stay finite. */
#define MOST 1e300

static const StrataFigureSpec *
spec_of (StrataBubblesFigure *self)
{
  return strata_table_get_figure (strata_figure_get_table (STRATA_FIGURE (self)));
}

/* A number as it is written: in words, where the course says what one stands for. */
char *
_strata_bubbles_figure_dup_number (StrataBubblesFigure *self,
                                   double               value,
                                   gboolean             brief)
{
  return strata_number_dup_words (value, strata_figure_get_languages (STRATA_FIGURE (self)), brief);
}

/* What it means that a row has no number. */
const char *
_strata_bubbles_figure_missing (StrataBubblesFigure *self)
{
  const StrataFigureSpec *spec = spec_of (self);

  if (spec->missing != NULL)
    return strata_text_get (spec->missing, strata_figure_get_languages (STRATA_FIGURE (self)));
  /* Translators: the rows of a figure that have no number for it. */
  return _("Not stated");
}

static double
number_of (StrataRow *row,
           int        column,
           double     factor)
{
  if (column < 0 || !strata_row_is_set (row, (guint) column))
    return NAN;
  return CLAMP (strata_row_get_number (row, (guint) column) * factor, -MOST, MOST);
}

/* What a row says. ----------------------------------------------------------------- */

static void
append (GString    *out,
        const char *separator,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, part);
}

static char *
dup_display (StrataBubblesFigure *self,
             StrataRow           *row,
             int                  column)
{
  StrataFigure *figure = STRATA_FIGURE (self);

  if (column < 0)
    return NULL;
  return strata_row_dup_display (strata_figure_get_course (figure), strata_figure_get_table (figure),
                                 row, (guint) column, strata_figure_get_languages (figure));
}

/* A value with its column's title. */
static char *
dup_titled (StrataBubblesFigure *self,
            StrataRow           *row,
            int                  column)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  g_autofree char *value = dup_display (self, row, column);
  StrataColumn *described;

  if (value == NULL || *value == '\0')
    return NULL;
  described = strata_table_get_column (strata_figure_get_table (figure), (guint) column);
  /* Translators: a column's title, what a row has there. */
  return g_strdup_printf (_("%s: %s"),
                          strata_text_get (strata_column_get_title (described),
                                           strata_figure_get_languages (figure)),
                          value);
}

/* `175 billion parameters`, or that it is not known. */
static char *
dup_value (StrataBubblesFigure *self,
           StrataRow           *row)
{
  const StrataFigureSpec *spec = spec_of (self);
  double value = number_of (row, spec->y, spec->factor);
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup (_strata_bubbles_figure_missing (self));
  if (spec->unit == NULL)
    return dup_titled (self, row, spec->y);
  number = _strata_bubbles_figure_dup_number (self, value, FALSE);
  /* Translators: a number, what is counted. */
  return g_strdup_printf (_("%s %s"), number,
                          strata_text_get (spec->unit,
                                           strata_figure_get_languages (STRATA_FIGURE (self))));
}

/* The first choice but the group: who made it, most likely. */
static int
find_choice (StrataBubblesFigure *self)
{
  StrataTable *table = strata_figure_get_table (STRATA_FIGURE (self));
  int group = spec_of (self)->group;

  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    if ((int) i != group
        && strata_column_get_column_type (strata_table_get_column (table, i)) == STRATA_COLUMN_CHOICE)
      return (int) i;
  return -1;
}

/* Where it is from: its link, or else the last text that it has. */
static int
find_source (StrataBubblesFigure *self,
             StrataRow           *row)
{
  StrataTable *table = strata_figure_get_table (STRATA_FIGURE (self));
  int found = -1;

  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    {
      StrataColumn *column = strata_table_get_column (table, i);
      StrataColumnType type = strata_column_get_column_type (column);

      if (!strata_row_is_set (row, i))
        continue;
      if (type == STRATA_COLUMN_LINK)
        return (int) i;
      if (type == STRATA_COLUMN_TEXT && i != strata_table_get_primary_column (table))
        found = (int) i;
    }
  return found;
}

static char *
dup_spoken (StrataBubblesFigure *self,
            StrataRow           *row,
            guint                at,
            guint                n)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  GString *out = g_string_new (strata_table_get_row_name (strata_figure_get_table (figure), row,
                                                          strata_figure_get_languages (figure)));
  g_autofree char *year = dup_display (self, row, spec_of (self)->x), *value = dup_value (self, row);
  g_autofree char *choice = dup_display (self, row, find_choice (self));
  g_autofree char *group = dup_titled (self, row, spec_of (self)->group);
  g_autofree char *said = NULL;

  append (out, ", ", year);
  append (out, ", ", value);
  append (out, ", ", choice);
  append (out, ", ", group);
  said = g_string_free (out, FALSE);
  return g_strdup_printf (_("%s, %u of %u"), said, at, n);
}

static char *
dup_tooltip (StrataBubblesFigure *self,
             StrataRow           *row)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  GString *out = g_string_new (strata_table_get_row_name (strata_figure_get_table (figure), row,
                                                          strata_figure_get_languages (figure)));
  g_autofree char *year = dup_display (self, row, spec_of (self)->x), *value = dup_value (self, row);
  g_autofree char *choice = dup_display (self, row, find_choice (self));
  g_autofree char *group = dup_titled (self, row, spec_of (self)->group);
  g_autofree char *source = dup_titled (self, row, find_source (self, row));

  append (out, "\n", value);
  append (out, "\n", year);
  append (out, year != NULL && *year != '\0' ? " · " : "\n", choice);
  append (out, "\n", group);
  append (out, "\n", source);
  return g_string_free (out, FALSE);
}

/* Building. ------------------------------------------------------------------------ */

typedef struct
{
  StrataRow   *row;
  StrataBubble bubble;
} Item;

static int
compare_numbers (double one,
                 double other)
{
  if (isnan (one) || isnan (other))
    return isnan (one) - isnan (other);
  return one < other ? -1 : one > other;
}

/* By year, the largest first; what has none is last. */
static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *one = a, *other = b;
  int order = compare_numbers (one->bubble.year, other->bubble.year);

  if (order != 0)
    return order;
  if (isnan (one->bubble.value) || isnan (other->bubble.value))
    return isnan (one->bubble.value) - isnan (other->bubble.value);
  return compare_numbers (other->bubble.value, one->bubble.value);
}

static void
item_clear (gpointer item)
{
  g_clear_object (&((Item *) item)->row);
}

static GArray *
list_items (StrataBubblesFigure *self)
{
  const StrataFigureSpec *spec = spec_of (self);
  GListModel *rows = strata_table_get_rows (strata_figure_get_table (STRATA_FIGURE (self)));
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  g_array_set_clear_func (items, item_clear);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      Item item = { .row = g_list_model_get_item (rows, i) };

      item.bubble.year = number_of (item.row, spec->x, 1);
      item.bubble.value = number_of (item.row, spec->y, spec->factor);
      item.bubble.size = number_of (item.row, spec->size, spec->size == spec->y ? spec->factor : 1);
      g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);      /* stable: as they come, where equal */
  return items;
}

static int
group_of (StrataBubblesFigure *self,
          StrataRow           *row,
          guint               *n_groups)
{
  int column = spec_of (self)->group;
  StrataColumn *described;

  *n_groups = 1;
  if (column < 0)
    return 0;
  described = strata_table_get_column (strata_figure_get_table (STRATA_FIGURE (self)), (guint) column);
  *n_groups = strata_column_get_n_choices (described);
  for (guint i = 0; i < *n_groups; i++)
    if (strata_row_is_set (row, (guint) column)
        && strata_row_has_id (row, (guint) column, strata_column_get_choice_id (described, i)))
      return (int) i;
  return -1;
}

void
_strata_bubbles_figure_build (StrataFigure *figure)
{
  StrataBubblesFigure *self = STRATA_BUBBLES_FIGURE (figure);
  const StrataFigureSpec *spec = spec_of (self);
  g_autoptr (GArray) items = list_items (self);

  g_array_set_size (self->bubbles, 0);
  g_array_set_size (self->lines, 0);
  g_clear_object (&self->context);
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);
      g_autofree char *spoken = dup_spoken (self, item->row, i + 1, items->len);
      g_autofree char *tooltip = dup_tooltip (self, item->row);
      guint n_groups;
      int group = group_of (self, item->row, &n_groups);
      GtkWidget *mark = strata_bubbles_mark_new (group, n_groups);

      strata_figure_mark_set_row (STRATA_FIGURE_MARK (mark), item->row, spoken, tooltip);
      strata_figure_add_mark (figure, STRATA_FIGURE_MARK (mark));
      g_signal_connect_object (mark, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw),
                               self, G_CONNECT_SWAPPED);
      g_array_append_val (self->bubbles, item->bubble);
    }
  for (guint i = 0; i < spec->lines->len; i++)
    {
      const StrataFigureLine *across = spec->lines->pdata[i];
      StrataBubblesLine line = { .value = CLAMP (across->value * spec->factor, -MOST, MOST) };

      g_array_append_val (self->lines, line);
    }
}
