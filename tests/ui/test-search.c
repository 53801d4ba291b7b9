/* Searching the course from anywhere, as a student does. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "config.h"
#include "find.h"
#include "lesson/strata-find-bar.h"
#include "lesson/strata-lesson-view.h"
#include "search/strata-found-row.h"
#include "search/strata-search-panel.h"
#include "search/strata-search-start.h"
#include "window/strata-window.h"

static GSettings *settings;
static char *bundled;

static StrataWindow *
open_window (const char *language)
{
  StrataWindow *window = strata_window_new (NULL, settings);

  strata_window_set_language (window, language);
  strata_window_open_course (window, bundled);
  g_assert_true (strata_window_go (window, "concept:ai"));
  gtk_window_present (GTK_WINDOW (window));
  while (!strata_window_is_drawn (window))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static GtkWidget *
open_panel (StrataWindow *window)
{
  GtkWidget *panel;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL));
  panel = find (GTK_WIDGET (window), STRATA_TYPE_SEARCH_PANEL);
  g_assert_nonnull (panel);
  g_assert_true (gtk_widget_get_visible (panel));
  return panel;
}

static void
type_query (GtkWidget  *panel,
            const char *query)
{
  gtk_editable_set_text (GTK_EDITABLE (find (panel, GTK_TYPE_SEARCH_ENTRY)), query);
}

static const char *
page_of (GtkWidget *panel)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (panel, GTK_TYPE_STACK)));
}

static GtkListBoxRow *
row_at (GtkWidget *panel,
        int        position)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (find (panel, GTK_TYPE_LIST_BOX)), position);
}

static const char *
place_at (GtkWidget *panel,
          int        position)
{
  GtkListBoxRow *row = row_at (panel, position);

  return row == NULL ? ""
                     : strata_search_result_get_place (
                         strata_found_row_get_result (STRATA_FOUND_ROW (row)));
}

static void
wait_for_first (GtkWidget  *panel,
                const char *place)
{
  while (!g_str_equal (place_at (panel, 0), place))
    g_main_context_iteration (NULL, TRUE);
}

static void
press_enter (GtkWidget *panel)
{
  g_signal_emit_by_name (find (panel, GTK_TYPE_SEARCH_ENTRY), "activate");
}

static void
assert_place (StrataWindow *window,
              const char   *expected)
{
  g_autofree char *place = strata_window_dup_place (window);

  g_assert_true (g_str_has_prefix (place, expected));
}

static void
test_open (void)
{
  StrataWindow *window = open_window ("en");
  GtkWidget *panel = open_panel (window);
  GtkWidget *entry = find (panel, GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
  g_assert_cmpstr (page_of (panel), ==, "start");
  gtk_test_accessible_assert_role (panel, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_test_accessible_assert_property (panel, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search the Course");

  /* What lies below is out of reach, also of Tab. */
  for (guint i = 0; i < 40; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      g_assert_null (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                              STRATA_TYPE_LESSON_VIEW));
    }
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_false (gtk_widget_get_visible (panel));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_row (void)
{
  StrataWindow *window = open_window ("zh-TW");
  GtkWidget *panel = open_panel (window);

  type_query (panel, "幻覺");
  wait_for_first (panel, "table:glossary?row=hallucination");
  g_assert_cmpstr (page_of (panel), ==, "results");
  g_assert_true (gtk_list_box_row_is_selected (row_at (panel, 0)));
  press_enter (panel);
  assert_place (window, "table:glossary?row=hallucination");
  g_assert_false (gtk_widget_get_visible (panel));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The words are marked, the caret is there, and so is what is seen. */
static void
test_lesson (void)
{
  StrataWindow *window = open_window ("en");
  GtkWidget *panel = open_panel (window);
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  GdkRectangle place;
  graphene_point_t point;

  type_query (panel, "umbrella");
  wait_for_first (panel, "concept:llm?at=513");
  press_enter (panel);
  assert_place (window, "concept:llm?at=513");
  while (!strata_window_is_drawn (window))
    g_main_context_iteration (NULL, TRUE);

  view = find (GTK_WIDGET (window), STRATA_TYPE_LESSON_VIEW);
  g_assert_cmpuint (strata_lesson_view_count_found (STRATA_LESSON_VIEW (view)), ==, 1);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 513);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET, place.x,
                                         place.y, &place.x, &place.y);
  g_assert_true (gtk_widget_compute_point (view, GTK_WIDGET (window),
                                           &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y),
                                           &point));
  g_assert_cmpfloat (point.y, >, 100);
  g_assert_cmpfloat (point.y, <, 300);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* To another place of the same lesson, and back. */
static void
test_same_lesson (void)
{
  StrataWindow *window = open_window ("en");
  GtkWidget *panel = open_panel (window);

  type_query (panel, "thermostat");
  while (!g_str_has_prefix (place_at (panel, 0), "concept:ai?at="))
    g_main_context_iteration (NULL, TRUE);
  press_enter (panel);
  assert_place (window, "concept:ai?at=");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  assert_place (window, "concept:ai");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whatever was typed in between, the last is what is shown, and what Enter means. */
static void
test_hasty (void)
{
  StrataWindow *window = open_window ("en");
  GtkWidget *panel = open_panel (window);
  const char *query = "vanishing gradient";

  for (guint n = 1; n <= strlen (query); n++)
    {
      g_autofree char *typed = g_strndup (query, n);

      type_query (panel, typed);
    }
  wait_for_first (panel, "table:glossary?row=vanishing-gradient");

  type_query (panel, "thermostat");
  press_enter (panel);
  assert_place (window, "concept:ai");
  while (gtk_widget_get_visible (panel))
    g_main_context_iteration (NULL, TRUE);
  assert_place (window, "concept:ai?at=");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nothing (void)
{
  StrataWindow *window = open_window ("en");
  GtkWidget *panel = open_panel (window);

  type_query (panel, "zzzqq");
  while (!g_str_equal (page_of (panel), "nothing"))
    g_main_context_iteration (NULL, TRUE);
  press_enter (panel);
  g_assert_true (gtk_widget_get_visible (panel));
  type_query (panel, " ");
  g_assert_cmpstr (page_of (panel), ==, "start");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_recent (void)
{
  StrataWindow *window;
  GtkWidget *panel, *start;
  g_auto (GStrv) kept = NULL;

  g_settings_reset (settings, "recent-searches");
  window = open_window ("en");
  panel = open_panel (window);
  type_query (panel, "owasp");
  press_enter (panel);
  while (gtk_widget_get_visible (panel))
    g_main_context_iteration (NULL, TRUE);
  kept = g_settings_get_strv (settings, "recent-searches");
  g_assert_cmpstr (kept[0], ==, "owasp");

  open_panel (window);
  type_query (panel, "");
  start = find (panel, STRATA_TYPE_SEARCH_START);
  g_signal_emit_by_name (find_button (start, "owasp"), "clicked");
  wait_for_first (panel, "table:challenges?row=security");
  type_query (panel, "");
  g_signal_emit_by_name (find_button (start, "Clear"), "clicked");
  g_assert_null (find_button (start, "owasp"));
  g_assert_null (g_settings_get_user_value (settings, "recent-searches"));

  /* A term of the glossary instead. */
  g_signal_emit_by_name (find_button (start, "Turing test"), "clicked");
  wait_for_first (panel, "table:glossary?row=turing-test");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The card lies in the window however narrow that is, and scrolls what has no room. */
static void
test_narrow (void)
{
  StrataWindow *window = strata_window_new (NULL, settings);
  GtkWidget *panel, *list;
  graphene_rect_t bounds;

  strata_window_resize (window, 420, 500);
  strata_window_open_course (window, bundled);
  gtk_window_present (GTK_WINDOW (window));
  panel = open_panel (window);
  type_query (panel, "model");
  wait_for_first (panel, "table:glossary?row=model");
  list = find (panel, GTK_TYPE_LIST_BOX);
  while (gtk_widget_get_height (list) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_compute_bounds (find (panel, GTK_TYPE_SCROLLED_WINDOW),
                                            GTK_WIDGET (window), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (GTK_WIDGET (window)));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (window)));
  g_assert_cmpint (gtk_widget_get_width (list), <=, (int) bounds.size.width);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing of it outlives the window, also with a search under way. */
static void
test_destroy (void)
{
  StrataWindow *window = open_window ("en");
  GtkWidget *panel = open_panel (window);

  g_object_add_weak_pointer (G_OBJECT (panel), (gpointer *) &panel);
  type_query (panel, "attention");
  gtk_window_destroy (GTK_WINDOW (window));
  while (panel != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  settings = g_settings_new (STRATA_APP_ID);
  bundled = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses", "llm-foundations",
                              NULL);
  g_test_add_func ("/search/open", test_open);
  g_test_add_func ("/search/row", test_row);
  g_test_add_func ("/search/lesson", test_lesson);
  g_test_add_func ("/search/same-lesson", test_same_lesson);
  g_test_add_func ("/search/hasty", test_hasty);
  g_test_add_func ("/search/nothing", test_nothing);
  g_test_add_func ("/search/recent", test_recent);
  g_test_add_func ("/search/narrow", test_narrow);
  g_test_add_func ("/search/destroy", test_destroy);
  status = g_test_run ();
  g_free (bundled);
  g_object_unref (settings);
  return status;
}
