/* One column of a list: how its rows are ordered and what its cells show. */
#include <string.h>

#include "course/strata-fold.h"
#include "course/strata-row-format.h"
#include "strata-table-list-private.h"

StrataTableColumn *
_strata_table_column_new (StrataTableList *list,
                          guint            column)
{
  StrataTableColumn *self = g_rc_box_new0 (StrataTableColumn);

  self->list = list;
  self->column = column;
  self->keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->bound = g_hash_table_new (NULL, NULL);
  return self;
}

static void
clear (gpointer data)
{
  StrataTableColumn *self = data;

  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->bound);
}

void
_strata_table_column_unref (gpointer data)
{
  g_rc_box_release_full (data, clear);
}

/* Sorting. ---------------------------------------------------------------------- */

static const char *
collation_key (StrataTableColumn *column,
               StrataRow *row)
{
  char *key = g_hash_table_lookup (column->keys, row);

  if (key == NULL)
    {
      StrataTableList *self = column->list;
      g_autofree char *text =
          strata_row_dup_display (self->course, self->table, row, column->column,
                                  (const char *const *) self->languages);

      key = g_utf8_collate_key (text, -1);
      g_hash_table_insert (column->keys, row, key);
    }
  return key;
}

static double
rank (StrataTableColumn *column,
      StrataRow *row)
{
  StrataColumn *description = strata_table_get_column (column->list->table, column->column);

  switch ((int) strata_column_get_column_type (description))
    {
    case STRATA_COLUMN_CHOICE:
      return strata_column_find_choice (description, strata_row_get_ids (row, column->column)[0]);
    case STRATA_COLUMN_ROWS:
      return g_strv_length ((char **) strata_row_get_ids (row, column->column));
    default:
      return strata_row_get_number (row, column->column);
    }
}

/* A value that is not there comes last among those that are. */
int
_strata_table_column_compare (gconstpointer a,
                              gconstpointer b,
                              gpointer      data)
{
  StrataTableColumn *column = data;
  StrataRow *first = (StrataRow *) a;
  StrataRow *second = (StrataRow *) b;
  StrataColumnType type = strata_column_get_column_type (
      strata_table_get_column (column->list->table, column->column));
  gboolean has_first = strata_row_is_set (first, column->column);
  gboolean has_second = strata_row_is_set (second, column->column);
  double x, y;

  if (column->list->probing)
    {
      column->list->probed = (int) column->column;
      return 1;
    }
  if (!has_first || !has_second)
    return has_second - has_first;
  if (type == STRATA_COLUMN_TEXT || type == STRATA_COLUMN_CONCEPTS)
    return strcmp (collation_key (column, first), collation_key (column, second));
  x = rank (column, first);
  y = rank (column, second);
  return (x > y) - (x < y);
}

/* Cells. ------------------------------------------------------------------------ */

static void
mark_matches (StrataTableList *self,
              GtkLabel        *label,
              const char      *text)
{
  g_autoptr (GArray) ranges =
      strata_fold_ranges (text, strata_filter_get_words (self->filter));
  PangoAttrList *attributes;

  /* Most cells stay as they are while one types: they need not be laid out again. */
  if (ranges->len == 0 && gtk_label_get_attributes (label) == NULL
      && g_str_equal (gtk_label_get_label (label), text))
    return;
  attributes = ranges->len > 0 ? pango_attr_list_new () : NULL;
  for (guint i = 0; i < ranges->len; i++)
    {
      StrataRange *range = &g_array_index (ranges, StrataRange, i);
      PangoAttribute *parts[] = { pango_attr_weight_new (PANGO_WEIGHT_HEAVY),
                                  pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        {
          parts[k]->start_index = (guint) range->start;
          parts[k]->end_index = (guint) range->end;
          pango_attr_list_insert (attributes, parts[k]);
        }
    }
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

static GtkWidget *
cell_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
setup (GtkSignalListItemFactory *factory,
       GtkListItem              *item,
       StrataTableColumn        *column)
{
  GtkWidget *box;
  GtkWidget *snippet;

  if (column->column != strata_table_get_primary_column (column->list->table))
    {
      gtk_list_item_set_child (item, cell_label_new ());
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), cell_label_new ());
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "row-name");
  snippet = cell_label_new ();
  gtk_widget_add_css_class (snippet, "dim-label");
  gtk_widget_add_css_class (snippet, "caption");
  gtk_box_append (GTK_BOX (box), snippet);
  gtk_list_item_set_child (item, box);
}

/* The part of a long value in which the first word was found. */
static char *
around_match (StrataTableList *self,
              const char      *text)
{
  g_autoptr (GArray) ranges =
      strata_fold_ranges (text, strata_filter_get_words (self->filter));
  const char *start = text;

  if (ranges->len > 0)
    {
      start = text + g_array_index (ranges, StrataRange, 0).start;
      for (int i = 0; i < 24 && start > text; i++)
        start = g_utf8_prev_char (start);
    }
  return g_strconcat (start > text ? "…" : "", start, NULL);
}

static void
bind_primary (StrataTableList *self,
              GtkWidget       *box,
              StrataRow       *row)
{
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *below = gtk_widget_get_last_child (box);
  g_autofree char *found = strata_filter_dup_snippet (self->filter, row);
  g_autofree char *line = NULL;

  mark_matches (self, GTK_LABEL (name),
                strata_table_get_row_name (self->table, row,
                                           (const char *const *) self->languages));
  if (found != NULL)
    line = around_match (self, found);
  else if (self->narrow)
    line = strata_row_dup_summary (self->course, self->table, row,
                                   (const char *const *) self->languages);
  gtk_widget_set_visible (below, line != NULL && *line != '\0');
  if (line != NULL)
    mark_matches (self, GTK_LABEL (below), line);
}

static void
fill (StrataTableColumn *column,
      GtkListItem       *item)
{
  StrataTableList *self = column->list;
  StrataRow *row = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  StrataColumn *description = strata_table_get_column (self->table, column->column);
  g_autofree char *text = NULL;

  g_object_set_data (G_OBJECT (child), CELL_ROW, row);
  if (GTK_IS_BOX (child))
    {
      bind_primary (self, child, row);
      return;
    }
  if (strata_column_get_column_type (description) == STRATA_COLUMN_ROWS)
    text = g_strdup_printf ("%u",
                            g_strv_length ((char **) strata_row_get_ids (row, column->column)));
  else
    text = strata_row_dup_display (self->course, self->table, row, column->column,
                                   (const char *const *) self->languages);
  mark_matches (self, GTK_LABEL (child), text);
}

static void
bind (GtkSignalListItemFactory *factory,
      GtkListItem              *item,
      StrataTableColumn        *self)
{
  g_hash_table_add (self->bound, item);
  fill (self, item);
}

static void
unbind (GtkSignalListItemFactory *factory,
        GtkListItem              *item,
        StrataTableColumn        *self)
{
  g_hash_table_remove (self->bound, item);
}

static void
closure_unref (gpointer  data,
               GClosure *closure)
{
  _strata_table_column_unref (data);
}

GtkListItemFactory *
_strata_table_column_make_factory (StrataTableColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), self);
  /* The last that comes, and may come late. */
  g_signal_connect_data (factory, "unbind", G_CALLBACK (unbind), g_rc_box_acquire (self),
                         closure_unref, 0);
  return factory;
}

/* Rows that stay are not bound again by themselves: what they show would be old. */
void
_strata_table_column_refill (StrataTableColumn *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill (self, item);
}
