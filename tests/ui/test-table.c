#include <adwaita.h>

#include "course/strata-loader.h"
#include "tables/strata-table-page.h"

static StrataCourse *course;
static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-TW", "en", NULL };

static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *css)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (css == NULL || gtk_widget_has_css_class (widget, css)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, css);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static StrataTablePage *
show_page (GtkWidget **window)
{
  GtkWidget *page = strata_table_page_new ();

  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (*window), page);
  strata_table_page_set_table (STRATA_TABLE_PAGE (page), course,
                               strata_course_find_table (course, "things"), english);
  gtk_window_present (GTK_WINDOW (*window));
  return STRATA_TABLE_PAGE (page);
}

static const char *
count_text (StrataTablePage *page)
{
  return gtk_label_get_label (GTK_LABEL (find (GTK_WIDGET (page), GTK_TYPE_LABEL, "numeric")));
}

typedef struct
{
  guint    n;
  gboolean last;
} Changes;

static void
state_changed (StrataTablePage *page,
               gboolean         is_step,
               Changes         *changes)
{
  changes->n++;
  changes->last = is_step;
}

static void
test_typing (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);
  GtkWidget *entry = find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);
  Changes changes = { 0 };

  g_signal_connect (page, "state-changed", G_CALLBACK (state_changed), &changes);
  g_assert_cmpstr (count_text (page), ==, "2 of 2");
  gtk_editable_set_text (GTK_EDITABLE (entry), "s");
  g_assert_true (changes.last);       /* the first letter is a step */
  gtk_editable_insert_text (GTK_EDITABLE (entry), "tone", -1, &(int) { 1 });
  g_assert_false (changes.last);
  g_assert_cmpstr (count_text (page), ==, "1 of 2");
  g_assert_cmpstr (strata_table_page_get_state (page)->query, ==, "stone");

  /* Nothing is left: dropping the query brings everything back. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "xyzzy");
  g_assert_cmpstr (count_text (page), ==, "0 of 2");
  g_assert_nonnull (find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "suggested-action"));
  gtk_widget_activate_action (GTK_WIDGET (page), "table.drop", "i", -1);
  g_assert_cmpstr (count_text (page), ==, "2 of 2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_facets (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);
  GtkWidget *facet = find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "facet");
  Changes changes = { 0 };

  g_signal_connect (page, "state-changed", G_CALLBACK (state_changed), &changes);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (facet), TRUE);
  g_assert_cmpuint (changes.n, ==, 1);
  g_assert_true (changes.last);
  g_assert_true (strata_list_state_has_facet (strata_table_page_get_state (page), "kind", "hard"));
  g_assert_cmpstr (count_text (page), ==, "1 of 2");
  gtk_test_accessible_assert_state (facet, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *went;

static void
go (GSimpleAction *action,
    GVariant      *parameter,
    gpointer       data)
{
  g_free (went);
  went = g_variant_dup_string (parameter, NULL);
}

static void
test_detail (void)
{
  static const GActionEntry entries[] = { { .name = "go", .activate = go, .parameter_type = "s" } };
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);
  g_autoptr (StrataListState) state = strata_list_state_parse ("row=stone");
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Changes changes = { 0 };
  GtkWidget *chip;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  g_signal_connect (page, "state-changed", G_CALLBACK (state_changed), &changes);
  strata_table_page_set_state (page, state);
  g_assert_cmpuint (changes.n, ==, 0);      /* it is not the reader's doing */
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (GTK_WIDGET (page), GTK_TYPE_LABEL, "title-2"))), ==, "Stone");
  chip = find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "chip");
  g_signal_emit_by_name (chip, "clicked");
  g_assert_cmpstr (went, ==, "concept:outer");

  strata_table_page_set_table (page, course, strata_course_find_table (course, "things"), chinese);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (GTK_WIDGET (page), GTK_TYPE_LABEL, "title-2"))), ==, "石頭");
  g_assert_cmpstr (strata_table_page_get_state (page)->row, ==, "stone");
  strata_table_page_set_narrow (page, TRUE);
  g_assert_false (gtk_widget_get_mapped (find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_state (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);
  g_autoptr (StrataListState) state =
      strata_list_state_parse ("q=o&facet=kind%3Dsoft&sort=name&desc=1");
  g_autoptr (StrataListState) odd =
      strata_list_state_parse ("facet=nothing%3Dx&facet=kind%3Dnone&sort=nothing&row=nothing");

  strata_table_page_set_state (page, state);
  g_assert_true (strata_list_state_equal (strata_table_page_get_state (page), state));
  g_assert_cmpstr (count_text (page), ==, "1 of 2");
  strata_table_page_set_state (page, odd);
  g_assert_cmpstr (count_text (page), ==, "2 of 2");
  g_assert_cmpuint (strata_list_state_get_n_facets (strata_table_page_get_state (page)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GListModel *
shown_rows (StrataTablePage *page)
{
  GtkWidget *view = find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static const char *
row_id (StrataTablePage *page,
        guint            position)
{
  g_autoptr (StrataRow) row = g_list_model_get_item (shown_rows (page), position);

  return row != NULL ? strata_row_get_id (row) : NULL;
}

static void
press_head (StrataTablePage *page,
            GtkSortType      direction)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GtkColumnViewColumn) first =
      g_list_model_get_item (gtk_column_view_get_columns (view), 0);

  gtk_column_view_sort_by_column (view, first, direction);
}

static void
test_sort (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);
  g_autoptr (StrataListState) state = strata_list_state_parse ("sort=name&desc=1");
  Changes changes = { 0 };

  g_signal_connect (page, "state-changed", G_CALLBACK (state_changed), &changes);
  g_assert_cmpstr (row_id (page, 0), ==, "stone");    /* the order of the file */
  press_head (page, GTK_SORT_DESCENDING);
  g_assert_cmpstr (row_id (page, 0), ==, "wool");
  g_assert_true (changes.n == 1 && changes.last);
  g_assert_cmpstr (strata_table_page_get_state (page)->sort, ==, "name");
  g_assert_true (strata_table_page_get_state (page)->descending);
  press_head (page, GTK_SORT_ASCENDING);
  g_assert_cmpstr (row_id (page, 0), ==, "stone");
  g_assert_false (strata_table_page_get_state (page)->descending);

  changes.n = 0;
  strata_table_page_set_state (page, state);
  g_assert_cmpstr (row_id (page, 0), ==, "wool");
  g_assert_cmpuint (changes.n, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
get_length (PangoAttribute *attribute,
            gpointer        length)
{
  *(guint *) length = attribute->end_index - attribute->start_index;
  return FALSE;
}

/* How much of the first row's name is marked as found. */
static guint
marked (StrataTablePage *page)
{
  GtkWidget *view = find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *name = find (view, GTK_TYPE_LABEL, "row-name");
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (name));
  guint length = 0;

  if (attributes != NULL)
    pango_attr_list_filter (attributes, get_length, &length);     /* takes out nothing */
  return length;
}

static const char *
selected_id (StrataTablePage *page)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));
  StrataRow *row = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)));

  return row != NULL ? strata_row_get_id (row) : NULL;
}

/* A row that stays while one types shows what is found now; the open one stays open,
 * whatever comes before it. */
static void
test_rows_that_stay (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);
  GtkEditable *entry = GTK_EDITABLE (find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL));
  g_autoptr (StrataListState) open = strata_list_state_parse ("row=stone");

  strata_table_page_set_state (page, open);
  while (find (GTK_WIDGET (page), GTK_TYPE_LABEL, "row-name") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (marked (page), ==, 0);
  gtk_editable_insert_text (entry, "st", -1, &(int){ 0 });
  g_assert_cmpuint (marked (page), ==, 2);
  gtk_editable_insert_text (entry, "on", -1, &(int){ 2 });
  g_assert_cmpuint (marked (page), ==, 4);
  g_assert_cmpstr (selected_id (page), ==, "stone");
  gtk_editable_delete_text (entry, 0, -1);
  g_assert_cmpuint (marked (page), ==, 0);
  press_head (page, GTK_SORT_DESCENDING);
  g_assert_cmpstr (row_id (page, 0), ==, "wool");
  g_assert_cmpstr (selected_id (page), ==, "stone");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a narrow window an open row takes the place of the list, and going back
 * brings the list again; each row says in a line what its columns would. */
static void
test_narrow (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);
  g_autoptr (StrataListState) state = strata_list_state_parse ("row=stone");
  GtkWidget *view = find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *detail, *menu, *summary;

  /* Its facets stand behind one button a column. */
  g_assert_null (find (GTK_WIDGET (page), GTK_TYPE_WIDGET, "facet-menu"));
  strata_table_page_set_narrow (page, TRUE);
  menu = find (GTK_WIDGET (page), GTK_TYPE_MENU_BUTTON, "facet-menu");
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (menu)), ==, "Kind");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (menu, GTK_TYPE_TOGGLE_BUTTON, "facet")),
                                TRUE);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (menu)), ==, "Kind: Hard");
  g_assert_cmpstr (count_text (page), ==, "1 of 2");
  while ((summary = find (view, GTK_TYPE_LABEL, "caption")) == NULL
         || !gtk_widget_get_visible (summary))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (summary)), "Hard · "));

  strata_table_page_set_state (page, state);
  detail = find (GTK_WIDGET (page), GTK_TYPE_WIDGET, "detail");
  g_assert_true (gtk_widget_get_mapped (detail) && !gtk_widget_get_mapped (view));
  g_signal_emit_by_name (find (detail, GTK_TYPE_BUTTON, "flat"), "clicked");
  g_assert_true (!gtk_widget_get_mapped (detail) && gtk_widget_get_mapped (view));
  g_assert_null (strata_table_page_get_state (page)->row);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_seen (GtkWidget  *view,
         const char *name)
{
  GtkWidget *rows = gtk_widget_get_last_child (view);

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *label = find (row, GTK_TYPE_LABEL, "row-name");
      graphene_rect_t bounds;

      if (label != NULL && gtk_widget_get_mapped (row)
          && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), name) == 0
          && gtk_widget_compute_bounds (row, rows, &bounds))
        return bounds.origin.y >= 0
               && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (rows);
    }
  return FALSE;
}

/* The row that is open is on the screen, wherever it is in the list. */
static void
test_scroll (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses", "llm-foundations", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) bundled = strata_course_load (folder, faults);
  g_autoptr (StrataListState) state = strata_list_state_parse ("row=latency&sort=name");
  g_autoptr (StrataListState) first = strata_list_state_parse ("row=data-bias");
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);
  GtkWidget *view;

  strata_table_page_set_table (page, bundled, strata_course_find_table (bundled, "challenges"),
                               english);
  view = find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);
  strata_table_page_set_state (page, state);
  while (!is_seen (view, "Latency"))
    g_main_context_iteration (NULL, TRUE);
  strata_table_page_set_state (page, first);
  while (!is_seen (view, "Data bias"))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whoever closes a row is where they opened it. */
static void
test_focus (void)
{
  g_autoptr (StrataListState) state = strata_list_state_parse ("row=wool");
  GtkWidget *window;
  StrataTablePage *page = show_page (&window);

  for (int narrow = 0; narrow < 2; narrow++)
    {
      GtkWidget *detail, *focus;

      strata_table_page_set_narrow (page, narrow == 1);
      strata_table_page_set_state (page, state);
      detail = find (GTK_WIDGET (page), GTK_TYPE_WIDGET, "detail");
      while (!gtk_widget_get_mapped (detail) || gtk_widget_get_height (detail) == 0)
        g_main_context_iteration (NULL, TRUE);
      g_signal_emit_by_name (find (detail, GTK_TYPE_BUTTON, "flat"), "clicked");
      focus = gtk_root_get_focus (GTK_ROOT (window));
      g_assert_nonnull (focus);
      g_assert_cmpstr (
          gtk_label_get_label (GTK_LABEL (find (focus, GTK_TYPE_LABEL, "row-name"))), ==, "Wool");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures", "good", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  course = strata_course_load (folder, faults);
  g_assert_nonnull (course);
  g_test_add_func ("/table/typing", test_typing);
  g_test_add_func ("/table/facets", test_facets);
  g_test_add_func ("/table/rows-that-stay", test_rows_that_stay);
  g_test_add_func ("/table/detail", test_detail);
  g_test_add_func ("/table/state", test_state);
  g_test_add_func ("/table/sort", test_sort);
  g_test_add_func ("/table/narrow", test_narrow);
  g_test_add_func ("/table/scroll", test_scroll);
  g_test_add_func ("/table/focus", test_focus);
  status = g_test_run ();
  g_object_unref (course);
  g_free (went);
  return status;
}
