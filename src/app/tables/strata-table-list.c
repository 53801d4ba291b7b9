#include "strata-table-list-private.h"

/* What a name has at least, in pixels, however many columns there are. */
#define NAME_WIDTH 220

/* Rows that are read for the filter at a time: a few milliseconds. */
#define SLICE 500

enum
{
  ROW_OPENED,
  SORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataTableList, strata_table_list, GTK_TYPE_WIDGET)

/* Columns. ---------------------------------------------------------------------- */

static gboolean
is_listed (StrataColumn *column)
{
  StrataColumnType type = strata_column_get_column_type (column);

  return strata_column_get_primary (column)
         || (type != STRATA_COLUMN_TEXT && type != STRATA_COLUMN_LIST
             && type != STRATA_COLUMN_LINK);
}

static void
add_column (StrataTableList *self,
            guint            position)
{
  StrataColumn *description = strata_table_get_column (self->table, position);
  GtkListItemFactory *factory;
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  StrataTableColumn *column;

  if (!is_listed (description))
    {
      g_ptr_array_add (self->view_columns, NULL);
      return;
    }
  column = _strata_table_column_new (self, position);
  g_ptr_array_add (self->columns, column);
  sorter = GTK_SORTER (gtk_custom_sorter_new (_strata_table_column_compare, g_rc_box_acquire (column),
                                              _strata_table_column_unref));
  factory = _strata_table_column_make_factory (column);
  view_column = gtk_column_view_column_new (
      strata_text_get (strata_column_get_title (description),
                       (const char *const *) self->languages),
      factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  if (strata_column_get_primary (description))
    {
      gtk_column_view_column_set_fixed_width (view_column, NAME_WIDTH);
      gtk_column_view_column_set_expand (view_column, TRUE);
    }
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), view_column);
  g_ptr_array_add (self->view_columns, view_column);   /* the view keeps it */
}

static void
selection_changed (StrataTableList *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[ROW_OPENED], 0,
                   gtk_single_selection_get_selected_item (self->selection));
}

static void
row_activated (StrataTableList *self,
               guint            position)
{
  gtk_single_selection_set_selected (self->selection, position);
}

static void
sorter_changed (StrataTableList *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SORTED], 0);
}

static void
strata_table_list_dispose (GObject *object)
{
  StrataTableList *self = STRATA_TABLE_LIST (object);

  self->updating = TRUE;
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  g_clear_handle_id (&self->preparing, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->view_columns, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_object (&self->opened);
  g_clear_object (&self->course);
  g_clear_object (&self->table);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_table_list_parent_class)->dispose (object);
}

static void
strata_table_list_class_init (StrataTableListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_table_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ROW_OPENED] = g_signal_new ("row-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, STRATA_TYPE_ROW);
  signals[SORTED] = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
strata_table_list_init (StrataTableList *self)
{
  self->view_columns = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func (_strata_table_column_unref);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (self->scroller, "card");
  gtk_widget_set_overflow (self->scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
strata_table_list_new (void)
{
  return g_object_new (STRATA_TYPE_TABLE_LIST, NULL);
}

static guint
find_position (StrataTableList *self,
               StrataRow       *row)
{
  int position = strata_filtered_rows_find (self->filtered, row);

  return position >= 0 ? (guint) position : GTK_INVALID_LIST_POSITION;
}

/* Has other rows, or the same ones in another order; one begins at the top. */
static void
change_rows (StrataTableList *self,
             void           (*change) (StrataFilteredRows *))
{
  gboolean updating = self->updating;
  g_autoptr (StrataRow) selected = NULL;

  self->updating = TRUE;
  g_set_object (&selected, gtk_single_selection_get_selected_item (self->selection));
  change (self->filtered);
  for (guint i = 0; i < self->columns->len; i++)
    _strata_table_column_refill (self->columns->pdata[i]);
  gtk_single_selection_set_selected (self->selection, find_position (self, selected));
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  self->updating = updating;
}

static void
order_changed (StrataTableList *self)
{
  if (self->scroller != NULL)     /* else it goes, and its columns with it */
    change_rows (self, strata_filtered_rows_read);
}

/* Sorted before it is filtered, so that typing never sorts. */
static void
build_model (StrataTableList *self)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (self->view);
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (
      g_object_ref (strata_table_get_rows (self->table)), g_object_ref (sorter));

  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  self->filtered = strata_filtered_rows_new (G_LIST_MODEL (sorted), self->filter);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (sorted, "items-changed", G_CALLBACK (order_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (sorter_changed), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
prepare (gpointer data)
{
  StrataTableList *self = data;

  if (strata_filter_prepare (self->filter, SLICE))
    return G_SOURCE_CONTINUE;
  self->preparing = 0;
  return G_SOURCE_REMOVE;
}

/**
 * strata_table_list_build:
 * @self: the list
 * @course: a course
 * @table: one of its tables
 * @filter: which rows are let through
 * @languages: as for strata_text_get()
 */
void
strata_table_list_build (StrataTableList   *self,
                         StrataCourse      *course,
                         StrataTable       *table,
                         StrataFilter      *filter,
                         const char *const *languages)
{
  char **copy;

  g_return_if_fail (STRATA_IS_TABLE_LIST (self));

  copy = g_strdupv ((char **) languages);
  self->updating = TRUE;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  g_ptr_array_set_size (self->view_columns, 0);
  g_ptr_array_set_size (self->columns, 0);
  g_set_object (&self->course, course);
  g_set_object (&self->table, table);
  g_set_object (&self->filter, filter);
  g_strfreev (self->languages);
  self->languages = copy;

  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "table-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  strata_text_get (strata_table_get_title (table), languages), -1);
  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    add_column (self, i);
  build_model (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  strata_table_list_set_narrow (self, self->narrow);
  if (self->preparing == 0)
    self->preparing = g_idle_add_full (G_PRIORITY_LOW, prepare, self, NULL);
  self->updating = FALSE;
}

/**
 * strata_table_list_refilter:
 * @self: the list
 *
 * Asks the filter anew, and marks what was found.
 */
void
strata_table_list_refilter (StrataTableList *self)
{
  g_return_if_fail (STRATA_IS_TABLE_LIST (self));

  change_rows (self, strata_filtered_rows_refilter);
}

guint
strata_table_list_get_n_rows (StrataTableList *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

/* A list that has no size yet does not scroll. */
static gboolean
scroll_when_placed (GtkWidget     *widget,
                    GdkFrameClock *clock,
                    gpointer       data)
{
  StrataTableList *self = STRATA_TABLE_LIST (widget);
  GtkWidget *rows = gtk_widget_get_last_child (self->view);

  if (gtk_widget_get_height (rows) <= 1)
    return G_SOURCE_CONTINUE;
  if (self->scroll_to < strata_table_list_get_n_rows (self))
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", self->scroll_to);
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * strata_table_list_select:
 * @self: the list
 * @row: (nullable): the row whose detail is open
 *
 * Shows which row is open, without a signal.
 */
void
strata_table_list_select (StrataTableList *self,
                          StrataRow       *row)
{
  guint position;

  g_return_if_fail (STRATA_IS_TABLE_LIST (self));

  if (row != NULL)
    g_set_object (&self->opened, row);
  position = find_position (self, row);
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
  self->scroll_to = position;
  if (position != GTK_INVALID_LIST_POSITION && self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_when_placed, NULL,
                                                      NULL);
}

/**
 * strata_table_list_sort:
 * @self: the list
 * @column: (nullable): id of a column, %NULL for the order of the file
 * @descending: whether largest comes first
 */
void
strata_table_list_sort (StrataTableList *self,
                        const char      *column,
                        gboolean         descending)
{
  int position;
  GtkColumnViewColumn *view_column;

  g_return_if_fail (STRATA_IS_TABLE_LIST (self));

  position = strata_table_find_column (self->table, column);
  view_column = position >= 0 ? g_ptr_array_index (self->view_columns, position) : NULL;
  self->updating = TRUE;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), NULL, GTK_SORT_ASCENDING);
  if (view_column != NULL)
    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), view_column,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->updating = FALSE;
}

/**
 * strata_table_list_get_sort:
 * @self: the list
 * @descending: (out): whether largest comes first
 *
 * Returns: (transfer none) (nullable): id of the column the list is sorted by
 */
const char *
strata_table_list_get_sort (StrataTableList *self,
                            gboolean        *descending)
{
  GListModel *rows;
  g_autoptr (StrataRow) first = NULL;
  g_autoptr (StrataRow) second = NULL;
  GtkOrdering ordering;

  g_return_val_if_fail (STRATA_IS_TABLE_LIST (self), NULL);

  *descending = FALSE;
  rows = strata_table_get_rows (self->table);
  first = g_list_model_get_item (rows, 0);
  second = g_list_model_get_item (rows, 1);
  if (second == NULL)
    return NULL;

  /* GTK 4.8 does not tell: the first column that is asked is the one, and
   * what becomes of its answer is the direction. */
  self->probing = TRUE;
  self->probed = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), first,
                                 second);
  self->probing = FALSE;
  if (self->probed < 0)
    return NULL;
  *descending = ordering == GTK_ORDERING_SMALLER;
  return strata_column_get_id (strata_table_get_column (self->table, (guint) self->probed));
}

/**
 * strata_table_list_set_narrow:
 * @self: the list
 * @narrow: whether there is room for the names only
 */
void
strata_table_list_set_narrow (StrataTableList *self,
                              gboolean         narrow)
{
  g_return_if_fail (STRATA_IS_TABLE_LIST (self));

  if (self->narrow != narrow && self->filtered != NULL)
    {
      self->narrow = narrow;
      strata_table_list_refilter (self);
    }
  self->narrow = narrow;
  for (guint i = 0; i < self->view_columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->view_columns, i);

      if (column != NULL)
        gtk_column_view_column_set_visible (
            column, !narrow || i == strata_table_get_primary_column (self->table));
    }
}

/* The widget of @row, if it is one of those that the list has made. */
static GtkWidget *
find_row_widget (StrataTableList *self,
                 StrataRow       *row)
{
  GtkWidget *rows = gtk_widget_get_last_child (self->view);

  for (GtkWidget *widget = gtk_widget_get_first_child (rows); widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    {
      GtkWidget *cell = gtk_widget_get_first_child (widget);
      GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

      if (child != NULL && gtk_widget_get_child_visible (widget)
          && g_object_get_data (G_OBJECT (child), CELL_ROW) == row)
        return widget;
    }
  return NULL;
}

/**
 * strata_table_list_focus:
 * @self: the list
 *
 * Gives the keyboard to the row that is open or was closed just now, or to the first one
 * if that is not in the list.
 */
void
strata_table_list_focus (StrataTableList *self)
{
  GtkWidget *widget = NULL;
  guint position;

  g_return_if_fail (STRATA_IS_TABLE_LIST (self));

  position = find_position (self, self->opened);
  if (position != GTK_INVALID_LIST_POSITION)
    {
      GtkWidget *rows = gtk_widget_get_last_child (self->view);

      /* It may have been scrolled away: then it has no widget. */
      if (find_row_widget (self, self->opened) == NULL)
        gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
      widget = find_row_widget (self, self->opened);
    }
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    g_clear_object (&self->opened);
  if (widget == NULL || !gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD);
}
