#include "strata-table-page.h"

#include "course/strata-filter.h"
#include "figures/strata-figure-view.h"
#include "strata-facet-bar.h"
#include "strata-table-detail.h"
#include "strata-table-empty.h"
#include "strata-table-list.h"
#include "strata-table-state.h"
#include "strata-table-tools.h"

struct _StrataTablePage
{
  GtkWidget        parent_instance;

  GtkWidget       *box;
  GtkWidget       *tools;
  GtkWidget       *facets;
  GtkWidget       *body;
  GtkWidget       *stack;       /* the list, what to do when it is empty, or the figure */
  GtkWidget       *list;
  GtkWidget       *empty;
  GtkWidget       *figure;
  GtkWidget       *detail;

  StrataCourse    *course;
  StrataTable     *table;
  StrataFilter    *filter;
  char           **languages;
  StrataListState *state;
  gboolean         updating;
  gboolean         narrow;
  gboolean         drawn;       /* whether the figure shows the table, in these languages */
};

enum
{
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataTablePage, strata_table_page, GTK_TYPE_WIDGET)

/* Showing the state. ------------------------------------------------------------ */

static void
show_count (StrataTablePage *self)
{
  guint shown = strata_table_list_get_n_rows (STRATA_TABLE_LIST (self->list));
  guint all = g_list_model_get_n_items (strata_table_get_rows (self->table));
  const char *child = self->state->figure ? "figure" : shown == 0 ? "empty" : "list";

  strata_table_tools_set_count (STRATA_TABLE_TOOLS (self->tools), shown, all,
                                strata_list_state_is_filtered (self->state));
  if (shown == 0)
    strata_table_empty_fill (self->empty, self->table, self->filter, self->state,
                             (const char *const *) self->languages);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), child);
}

/* The figure is made when it is first looked at. */
static void
show_face (StrataTablePage *self)
{
  strata_table_tools_set_face (STRATA_TABLE_TOOLS (self->tools),
                               strata_figure_can_show (self->table), self->state->figure);
  if (self->drawn)
    strata_figure_view_refilter (STRATA_FIGURE_VIEW (self->figure));
  else if (self->state->figure)
    strata_figure_view_show (STRATA_FIGURE_VIEW (self->figure), self->course, self->table,
                             self->filter, (const char *const *) self->languages);
  self->drawn = self->drawn || self->state->figure;
}

static void
show_detail (StrataTablePage *self)
{
  StrataRow *row = strata_table_find_row (self->table, self->state->row);

  if (row != NULL)
    strata_table_detail_show (STRATA_TABLE_DETAIL (self->detail), self->course, self->table, row,
                              (const char *const *) self->languages);
  gtk_widget_set_visible (self->detail, row != NULL);
  gtk_widget_set_visible (self->stack, row == NULL || !self->narrow);
  gtk_widget_set_visible (self->tools, row == NULL || !self->narrow);
  gtk_widget_set_visible (self->facets, row == NULL || !self->narrow);
  strata_table_list_select (STRATA_TABLE_LIST (self->list), row);
  strata_figure_view_select (STRATA_FIGURE_VIEW (self->figure), row);
}

static void
show_state (StrataTablePage *self)
{
  self->updating = TRUE;
  strata_table_state_apply (self->state, self->table, self->filter);
  strata_table_list_refilter (STRATA_TABLE_LIST (self->list));
  strata_facet_bar_update (STRATA_FACET_BAR (self->facets), self->state, self->narrow);
  show_face (self);
  show_count (self);
  show_detail (self);
  self->updating = FALSE;
}

static void
changed (StrataTablePage *self,
         gboolean         is_step)
{
  show_state (self);
  g_signal_emit (self, signals[STATE_CHANGED], 0, is_step);
}

/* What the reader does. ----------------------------------------------------------- */

static void
search_changed (StrataTablePage *self)
{
  const char *query = strata_table_tools_get_query (STRATA_TABLE_TOOLS (self->tools));
  gboolean first = self->state->query == NULL || *self->state->query == '\0';

  if (self->table == NULL
      || g_strcmp0 (query, self->state->query != NULL ? self->state->query : "") == 0)
    return;
  g_free (self->state->query);
  self->state->query = g_strdup (query);
  changed (self, first);
}

static void
face_changed (StrataTablePage *self,
              gboolean         figure)
{
  self->state->figure = figure;
  changed (self, TRUE);
}

/* Gives the keyboard to the rows, as a list or as a figure. */
static void
focus_rows (StrataTablePage *self)
{
  if (self->state->figure)
    strata_figure_view_focus (STRATA_FIGURE_VIEW (self->figure));
  else
    strata_table_list_focus (STRATA_TABLE_LIST (self->list));
}

static void
facet_toggled (StrataTablePage *self,
               const char      *column,
               const char      *value,
               gboolean         on)
{
  strata_list_state_set_facet (self->state, column, value, on);
  changed (self, TRUE);
}

static void
row_opened (StrataTablePage *self,
            StrataRow       *row)
{
  if (self->updating || row == NULL)
    return;
  g_free (self->state->row);
  self->state->row = g_strdup (strata_row_get_id (row));
  self->updating = TRUE;
  show_detail (self);
  self->updating = FALSE;
  if (self->narrow)     /* the list that had the focus is gone */
    gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[STATE_CHANGED], 0, TRUE);
}

static void
detail_closed (StrataTablePage *self)
{
  g_clear_pointer (&self->state->row, g_free);
  changed (self, TRUE);
  focus_rows (self);
}

static void
sorted (StrataTablePage *self)
{
  gboolean descending;
  const char *column =
      strata_table_list_get_sort (STRATA_TABLE_LIST (self->list), &descending);

  if (self->updating
      || (g_strcmp0 (column, self->state->sort) == 0 && descending == self->state->descending))
    return;
  g_free (self->state->sort);
  self->state->sort = g_strdup (column);
  self->state->descending = descending;
  g_signal_emit (self, signals[STATE_CHANGED], 0, TRUE);
}

static void
set_entry (StrataTablePage *self)
{
  strata_table_tools_set_query (STRATA_TABLE_TOOLS (self->tools),
                                self->state->query != NULL ? self->state->query : "");
}

/* A column's position; -1 the query, -2 everything. */
static void
drop_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  StrataTablePage *self = STRATA_TABLE_PAGE (widget);
  int what = g_variant_get_int32 (parameter);

  if (what == -2)
    strata_list_state_clear_filter (self->state);
  else if (what == -1)
    g_clear_pointer (&self->state->query, g_free);
  else if (strata_table_get_column (self->table, (guint) what) != NULL)
    strata_list_state_clear_column (
        self->state, strata_column_get_id (strata_table_get_column (self->table, (guint) what)));
  set_entry (self);
  changed (self, TRUE);
  strata_table_page_focus_search (self);
}

static void
figure_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  StrataTablePage *self = STRATA_TABLE_PAGE (widget);
  StrataFigureView *view = STRATA_FIGURE_VIEW (self->figure);

  if (self->state->figure && parameter == NULL)
    strata_figure_view_copy (view);
  else if (self->state->figure)
    strata_figure_view_save (view, g_variant_get_string (parameter, NULL));
}

/* Escape closes the open row, wherever on the page the focus is. */
static gboolean
escape_pressed (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   data)
{
  StrataTablePage *self = STRATA_TABLE_PAGE (widget);

  if (self->state->row == NULL)
    return GDK_EVENT_PROPAGATE;
  detail_closed (self);
  return GDK_EVENT_STOP;
}

/* Building. --------------------------------------------------------------------- */

static void
build_tools (StrataTablePage *self)
{
  self->tools = strata_table_tools_new (GTK_WIDGET (self));
  g_signal_connect_swapped (self->tools, "query-changed", G_CALLBACK (search_changed), self);
  g_signal_connect_swapped (self->tools, "leave", G_CALLBACK (focus_rows), self);
  g_signal_connect_swapped (self->tools, "face-changed", G_CALLBACK (face_changed), self);
}

static void
build_body (StrataTablePage *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->list = strata_table_list_new ();
  g_signal_connect_swapped (self->list, "row-opened", G_CALLBACK (row_opened), self);
  g_signal_connect_swapped (self->list, "sorted", G_CALLBACK (sorted), self);
  self->empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_valign (self->empty, GTK_ALIGN_CENTER);
  self->figure = strata_figure_view_new ();
  g_signal_connect_swapped (self->figure, "row-opened", G_CALLBACK (row_opened), self);
  gtk_stack_add_named (GTK_STACK (self->stack), self->list, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->figure, "figure");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");

  self->detail = strata_table_detail_new ();
  gtk_widget_set_visible (self->detail, FALSE);
  g_signal_connect_swapped (self->detail, "close", G_CALLBACK (detail_closed), self);
  self->body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_widget_set_vexpand (self->body, TRUE);
  gtk_box_append (GTK_BOX (self->body), self->stack);
  gtk_box_append (GTK_BOX (self->body), self->detail);
}

static void
strata_table_page_dispose (GObject *object)
{
  StrataTablePage *self = STRATA_TABLE_PAGE (object);

  self->updating = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->course);
  g_clear_object (&self->table);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_table_page_parent_class)->dispose (object);
}

static void
strata_table_page_finalize (GObject *object)
{
  strata_list_state_free (STRATA_TABLE_PAGE (object)->state);

  G_OBJECT_CLASS (strata_table_page_parent_class)->finalize (object);
}

static void
strata_table_page_class_init (StrataTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_table_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_table_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "table.drop", "i", drop_action);
  gtk_widget_class_install_action (widget_class, "table.save-figure", "s", figure_action);
  gtk_widget_class_install_action (widget_class, "table.copy-figure", NULL, figure_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_pressed, NULL);

  /**
   * StrataTablePage::state-changed:
   * @self: the page
   * @is_step: whether back should undo it: a facet, an order, an opened row, the
   *   first letter of a query; %FALSE while one goes on typing
   *
   * The reader changed how the list is looked at; strata_table_page_set_state()
   * does not emit it.
   */
  signals[STATE_CHANGED] =
      g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
strata_table_page_init (StrataTablePage *self)
{
  self->state = strata_list_state_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "table-page");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_body (self);
  build_tools (self);
  self->facets = strata_facet_bar_new ();
  g_signal_connect_swapped (self->facets, "toggled", G_CALLBACK (facet_toggled), self);
  gtk_box_append (GTK_BOX (self->box), self->tools);
  gtk_box_append (GTK_BOX (self->box), self->facets);
  gtk_box_append (GTK_BOX (self->box), self->body);
  strata_table_page_set_narrow (self, FALSE);
}

GtkWidget *
strata_table_page_new (void)
{
  return g_object_new (STRATA_TYPE_TABLE_PAGE, NULL);
}

/**
 * strata_table_page_set_table:
 * @self: the page
 * @course: a course
 * @table: one of its tables
 * @languages: as for strata_text_get()
 *
 * Shows a table; the same table in other languages stays as it was looked at.
 */
void
strata_table_page_set_table (StrataTablePage   *self,
                             StrataCourse      *course,
                             StrataTable       *table,
                             const char *const *languages)
{
  char **copy;

  g_return_if_fail (STRATA_IS_TABLE_PAGE (self) && STRATA_IS_TABLE (table));

  if (table == self->table && g_strv_equal ((const char *const *) self->languages, languages))
    return;
  copy = g_strdupv ((char **) languages);
  if (table != self->table)
    {
      strata_list_state_free (self->state);
      self->state = strata_list_state_new ();
    }
  g_set_object (&self->course, course);
  g_set_object (&self->table, table);
  g_strfreev (self->languages);
  self->languages = copy;
  g_clear_object (&self->filter);
  self->filter = strata_filter_new (course, table, (const char *const *) copy);

  strata_table_state_prune (self->state, table, self->filter);
  self->drawn = FALSE;
  strata_table_tools_set_title (STRATA_TABLE_TOOLS (self->tools),
                                strata_text_get (strata_table_get_title (table),
                                                 (const char *const *) copy));
  set_entry (self);
  strata_facet_bar_build (STRATA_FACET_BAR (self->facets), table, self->filter,
                          (const char *const *) copy);
  strata_table_list_build (STRATA_TABLE_LIST (self->list), course, table, self->filter,
                           (const char *const *) copy);
  strata_table_list_sort (STRATA_TABLE_LIST (self->list), self->state->sort,
                          self->state->descending);
  show_state (self);
}

/**
 * strata_table_page_get_table:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the table that is shown
 */
StrataTable *
strata_table_page_get_table (StrataTablePage *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE_PAGE (self), NULL);

  return self->table;
}

/**
 * strata_table_page_get_state:
 * @self: the page
 *
 * Returns: (transfer none): how the table is looked at
 */
const StrataListState *
strata_table_page_get_state (StrataTablePage *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE_PAGE (self), NULL);

  return self->state;
}

/**
 * strata_table_page_set_state:
 * @self: the page, with a table
 * @state: how to look at the table; what it does not have is ignored
 */
void
strata_table_page_set_state (StrataTablePage       *self,
                             const StrataListState *state)
{
  StrataListState *copy;

  g_return_if_fail (STRATA_IS_TABLE_PAGE (self) && self->table != NULL);

  copy = strata_list_state_copy (state);
  strata_list_state_free (self->state);
  self->state = copy;
  strata_table_state_prune (copy, self->table, self->filter);
  set_entry (self);
  strata_table_list_sort (STRATA_TABLE_LIST (self->list), copy->sort, copy->descending);
  show_state (self);
}

/**
 * strata_table_page_set_narrow:
 * @self: the page
 * @narrow: whether an open row takes the place of the list
 */
void
strata_table_page_set_narrow (StrataTablePage *self,
                              gboolean         narrow)
{
  g_return_if_fail (STRATA_IS_TABLE_PAGE (self));

  self->narrow = narrow;
  gtk_widget_set_hexpand (self->detail, narrow);
  strata_table_tools_set_narrow (STRATA_TABLE_TOOLS (self->tools), narrow);
  strata_table_detail_set_narrow (STRATA_TABLE_DETAIL (self->detail), narrow);
  strata_table_list_set_narrow (STRATA_TABLE_LIST (self->list), narrow);
  if (self->table == NULL)
    return;
  self->updating = TRUE;
  strata_facet_bar_update (STRATA_FACET_BAR (self->facets), self->state, self->narrow);
  show_detail (self);
  self->updating = FALSE;
}

/**
 * strata_table_page_focus_search:
 * @self: the page
 *
 * Puts the caret into the search entry.
 */
void
strata_table_page_focus_search (StrataTablePage *self)
{
  g_return_if_fail (STRATA_IS_TABLE_PAGE (self));

  strata_table_tools_focus (STRATA_TABLE_TOOLS (self->tools));
}
