/* The terms of the glossary: from a term to the lessons that use it. */
#include <adwaita.h>

#include "course/strata-loader.h"
#include "tables/strata-table-page.h"
#include "tables/strata-term-places.h"

static StrataCourse *course;
static char *went;
static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-TW", "en", NULL };

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
go (GSimpleAction *action,
    GVariant      *parameter,
    gpointer       data)
{
  g_free (went);
  went = g_variant_dup_string (parameter, NULL);
}

static GtkWidget *
window_new (GtkWidget *child)
{
  static const GActionEntry entries[] = { { "go", go, "s", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *window = gtk_window_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static GtkWidget *
open_term (StrataTablePage *page,
           const char      *row)
{
  g_autoptr (StrataListState) state = strata_list_state_new ();
  GtkWidget *places;

  state->row = g_strdup (row);
  strata_table_page_set_state (page, state);
  places = find (GTK_WIDGET (page), STRATA_TYPE_TERM_PLACES);
  g_assert_nonnull (places);
  return places;
}

static void
test_places (void)
{
  GtkWidget *page = strata_table_page_new ();
  GtkWidget *window = window_new (page);
  GtkWidget *places, *chip;

  strata_table_page_set_table (STRATA_TABLE_PAGE (page), course,
                               strata_course_find_table (course, "glossary"), english);
  places = open_term (STRATA_TABLE_PAGE (page), "vanishing-gradient");
  while (!gtk_widget_get_visible (places))
    g_main_context_iteration (NULL, TRUE);
  chip = find (places, GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (chip)), ==,
                   "Deep learning › Why depth was hard");
  g_signal_emit_by_name (chip, "clicked");
  g_assert_true (g_str_has_prefix (went, "concept:dl?at="));

  /* the lessons are read already; in the other language they are others */
  places = open_term (STRATA_TABLE_PAGE (page), "expert-system");
  g_assert_true (gtk_widget_get_visible (places));
  strata_table_page_set_table (STRATA_TABLE_PAGE (page), course,
                               strata_course_find_table (course, "glossary"), chinese);
  places = open_term (STRATA_TABLE_PAGE (page), "vanishing-gradient");
  while (!gtk_widget_get_visible (places))
    g_main_context_iteration (NULL, TRUE);
  chip = find (places, GTK_TYPE_BUTTON);
  g_assert_true (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (chip)), "深度學習 › "));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is closed while the lessons are read is gone. */
static void
test_closed (void)
{
  StrataRow *row = strata_table_find_row (strata_course_find_table (course, "glossary"), "token");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) other = strata_course_load (strata_course_get_folder (course), faults);
  GtkWidget *places = g_object_ref_sink (strata_term_places_new (other, row, english));
  gpointer gone = places;

  g_object_add_weak_pointer (G_OBJECT (places), &gone);
  g_object_run_dispose (G_OBJECT (places));
  g_object_unref (places);
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses", "llm-foundations", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  course = strata_course_load (folder, faults);
  g_assert_nonnull (course);
  g_test_add_func ("/glossary/places", test_places);
  g_test_add_func ("/glossary/closed", test_closed);
  status = g_test_run ();
  g_object_unref (course);
  g_free (went);
  return status;
}
