/* The terms of the glossary: from a term to the lessons that use it, and in them. */
#include <adwaita.h>

#include "course/strata-loader.h"
#include "find.h"
#include "lesson/strata-lesson-column.h"
#include "lesson/strata-lesson-view.h"
#include "tables/strata-table-page.h"
#include "tables/strata-term-places.h"

static StrataCourse *course;
static char *went;
static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-TW", "en", NULL };

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

/* A lesson about neural networks, so long that its last term is out of sight. */
static StrataLessonView *
view_new (GtkWidget **window)
{
  static const char *const both[] = { "en", "zh-TW", NULL };
  GtkWidget *view = strata_lesson_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (StrataGlossary) glossary = strata_glossary_for_course (course, "en");
  g_autoptr (GString) markdown =
      g_string_new ("# Neurons\n\nA weight and [a neuron](row:glossary/neuron); weights.\n\n");

  for (guint i = 0; i < 200; i++)
    g_string_append (markdown, "Nothing to see.\n\n");
  g_string_append (markdown, "## Later\n\nA weight, a perceptron.\n");
  gtk_scrolled_window_set_child (
      GTK_SCROLLED_WINDOW (scroller),
      strata_lesson_column_new (NULL, STRATA_LESSON_VIEW (view), NULL));
  strata_lesson_view_set_glossary (STRATA_LESSON_VIEW (view), glossary,
                                   strata_course_find_concept (course, "nn"), both);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (view), markdown->str, -1, "", "/nowhere");
  *window = window_new (scroller);
  while (!strata_lesson_view_get_drawn (STRATA_LESSON_VIEW (view)) || !gtk_widget_get_mapped (view))
    g_main_context_iteration (NULL, TRUE);
  return STRATA_LESSON_VIEW (view);
}

static gboolean
is_marked (StrataLessonView *view,
           const char       *text,
           guint             nth)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "term");
  GtkTextIter iter, start;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  for (guint i = 0; i <= nth; i++)
    g_assert_true (gtk_text_iter_forward_search (&iter, text, 0, &start, &iter, NULL));
  return gtk_text_iter_has_tag (&start, tag);
}

static void
test_marks (void)
{
  GtkWidget *window;
  StrataLessonView *view = view_new (&window);

  g_assert_true (is_marked (view, "weight", 0));
  g_assert_false (is_marked (view, "weight", 1));    /* once in a section */
  g_assert_true (is_marked (view, "weight", 2));
  g_assert_false (is_marked (view, "neuron", 0));    /* a link already */
  g_assert_false (is_marked (view, "Neurons", 0));   /* a heading */
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What stands in the popover; once there is one that says @wanted. */
static GtkWidget *
wait_for_popover (StrataLessonView *view,
                  const char       *wanted)
{
  for (;;)
    {
      GtkWidget *popover = find (GTK_WIDGET (view), GTK_TYPE_POPOVER);
      GtkWidget *name = popover != NULL ? find (popover, GTK_TYPE_LABEL) : NULL;

      if (name != NULL && gtk_widget_get_mapped (popover)
          && g_str_equal (gtk_label_get_label (GTK_LABEL (name)), wanted))
        return popover;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_meaning (void)
{
  GtkWidget *window;
  StrataLessonView *view = view_new (&window);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *selected = NULL;
  GtkTextIter start, end;
  GtkWidget *popover, *open;

  strata_lesson_view_step_term (view, -1);   /* there is none before */
  strata_lesson_view_step_term (view, 1);
  popover = wait_for_popover (view, "weight");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (selected, ==, "weight");
  open = find (popover, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (
      open, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "weight\nIt says how strongly one input counts in a unit. A weight near zero means that the input hardly matters.\n\n"
      "權重\n權重決定某個輸入在單元裡有多重要。權重接近零，就幾乎沒有影響。");

  /* the others, out of sight as they are */
  strata_lesson_view_step_term (view, 1);
  strata_lesson_view_step_term (view, 1);
  wait_for_popover (view, "perceptron");
  strata_lesson_view_step_term (view, 1);    /* the last one */
  wait_for_popover (view, "perceptron");
  g_signal_emit_by_name (find (popover, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (went, ==, "row:glossary/perceptron");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* By the pointer and by the key for tooltips. */
static void
test_tooltip (void)
{
  GtkWidget *window;
  StrataLessonView *view = view_new (&window);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  GtkTextIter iter, end;
  GdkRectangle where;
  gboolean shown = TRUE;
  int x, y;

  g_signal_emit_by_name (view, "query-tooltip", 0, 0, TRUE, tooltip, &shown);
  g_assert_false (shown);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, "weight", 0, &iter, &end, NULL));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &where);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET,
                                         where.x + 2, where.y + 2, &x, &y);
  g_signal_emit_by_name (view, "query-tooltip", x, y, FALSE, tooltip, &shown);
  g_assert_true (shown);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_signal_emit_by_name (view, "query-tooltip", 0, 0, TRUE, tooltip, &shown);
  g_assert_true (shown);
  gtk_window_destroy (GTK_WINDOW (window));
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
  g_test_add_func ("/glossary/marks", test_marks);
  g_test_add_func ("/glossary/meaning", test_meaning);
  g_test_add_func ("/glossary/tooltip", test_tooltip);
  status = g_test_run ();
  g_object_unref (course);
  g_free (went);
  return status;
}
