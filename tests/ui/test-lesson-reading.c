/* Reading a lesson: where one is in it, and how one comes back. */
#include <adwaita.h>
#include <math.h>

#include "config.h"
#include "course/strata-loader.h"
#include "find.h"
#include "lesson/strata-lesson-outline.h"
#include "lesson/strata-lesson-page.h"
#include "lesson/strata-lesson-view.h"
#include "lesson/strata-link-words.h"
#include "lesson/strata-reading-mark.h"
#include "window/strata-window.h"

static GSettings *settings;
static char *bundled;

/* A window with a lesson of the bundled course, laid out. */
typedef struct
{
  GtkWidget            *window;
  StrataLessonPage     *page;
  StrataLessonView     *view;
  StrataLessonPosition *position;
  GtkAdjustment        *scroll;
} Desk;

static void
wait_drawn (Desk *desk)
{
  do
    g_main_context_iteration (NULL, TRUE);
  while (!strata_lesson_page_get_drawn (desk->page));
}

/* A lesson in @window, which is not laid out yet. */
static Desk
desk_new (GtkWidget *window)
{
  Desk desk = { .window = window };
  GtkWidget *scroller;

  desk.page = STRATA_LESSON_PAGE (find (window, STRATA_TYPE_LESSON_PAGE));
  desk.view = STRATA_LESSON_VIEW (find (window, STRATA_TYPE_LESSON_VIEW));
  desk.position = strata_lesson_page_get_position (desk.page);
  scroller = gtk_widget_get_ancestor (GTK_WIDGET (desk.view), GTK_TYPE_SCROLLED_WINDOW);
  desk.scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  return desk;
}

/* The whole window. */
static Desk
open_desk (const char *place)
{
  StrataWindow *window = strata_window_new (NULL, settings);
  Desk desk = desk_new (GTK_WIDGET (window));

  strata_window_open_course (window, bundled);
  strata_window_resize (window, 1000, 700);
  g_assert_true (strata_window_go (window, place));
  gtk_window_present (GTK_WINDOW (window));
  wait_drawn (&desk);
  return desk;
}

/* Only a lesson in a window of its own. */
static Desk
open_lesson (const char *concept)
{
  const char *const english[] = { "en", NULL };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (bundled, faults);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = strata_lesson_page_new ();
  Desk desk;

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  desk = desk_new (window);
  strata_lesson_page_show (desk.page, course, strata_course_find_concept (course, concept), english);
  gtk_window_present (GTK_WINDOW (window));
  wait_drawn (&desk);
  return desk;
}

static void
act (Desk       *desk,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (desk->window, action, NULL));
}

static void
go (Desk       *desk,
    const char *place)
{
  g_assert_true (strata_window_go (STRATA_WINDOW (desk->window), place));
  if (g_str_has_prefix (place, "concept:"))
    wait_drawn (desk);
}

/* Back is at the very same pixel, whatever that is in the middle of. */
static void
test_back (void)
{
  Desk desk = open_desk ("concept:dl");
  double end = gtk_adjustment_get_upper (desk.scroll) - gtk_adjustment_get_page_size (desk.scroll);

  g_assert_cmpfloat (end, >, 1200);
  for (double value = 0; value <= end; value = value < end ? MIN (value + 331, end) : value + 1)
    {
      gtk_adjustment_set_value (desk.scroll, value);
      wait_drawn (&desk);
      go (&desk, "concept:ml");
      g_assert_cmpfloat (gtk_adjustment_get_value (desk.scroll), ==, 0);
      act (&desk, "win.back");
      wait_drawn (&desk);
      g_assert_cmpfloat (gtk_adjustment_get_value (desk.scroll), ==, floor (value));
      go (&desk, "table:challenges");
      act (&desk, "win.back");
      wait_drawn (&desk);
      g_assert_cmpfloat (gtk_adjustment_get_value (desk.scroll), ==, floor (value));
    }
  gtk_window_destroy (GTK_WINDOW (desk.window));
}

/* The top edge of what is seen goes through the line of the character at @offset, or
 * the room above it. */
static void
assert_top_line (Desk *desk,
                 int   offset)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (desk->view), GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t point;
  GdkRectangle line;
  GtkTextIter iter;
  int x, edge;

  g_assert_true (gtk_widget_compute_point (scroller, GTK_WIDGET (desk->view),
                                           &GRAPHENE_POINT_INIT (0, 0), &point));
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (desk->view), GTK_TEXT_WINDOW_WIDGET, 0,
                                         (int) point.y, &x, &edge);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk->view)), &iter,
                                      offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (desk->view), &iter, &line);
  g_assert_cmpint (edge, >, line.y - 48);
  g_assert_cmpint (edge, <=, line.y + line.height);
}

static void
resize (Desk *desk,
        int   width)
{
  int old = gtk_widget_get_width (GTK_WIDGET (desk->view));

  gtk_window_set_default_size (GTK_WINDOW (desk->window), width, 700);
  while (gtk_widget_get_width (GTK_WIDGET (desk->view)) == old)
    g_main_context_iteration (NULL, TRUE);
  wait_drawn (desk);
}

/* In another width, the same line; in the same width again, the same pixel. */
static void
test_resize (void)
{
  Desk desk = open_lesson ("dl");
  double end = gtk_adjustment_get_upper (desk.scroll) - gtk_adjustment_get_page_size (desk.scroll);

  for (double value = 400; value < end - 600; value += 457)
    {
      int offset;

      gtk_adjustment_set_value (desk.scroll, value);
      offset = (int) strata_lesson_position_get_offset (desk.position);
      resize (&desk, 500);
      assert_top_line (&desk, offset);
      resize (&desk, 1000);
      assert_top_line (&desk, offset);
      g_assert_cmpfloat (gtk_adjustment_get_value (desk.scroll), ==, value);
    }
  gtk_window_destroy (GTK_WINDOW (desk.window));
}

/* A place that was remembered long ago, or made up, is none to fall over. */
static void
test_wild (void)
{
  Desk desk = open_desk ("concept:dl");

  go (&desk, "concept:ml?at=2000000000&into=2000000000");
  g_assert_cmpfloat (gtk_adjustment_get_value (desk.scroll), >, 0);
  go (&desk, "concept:nn?at=0&into=-2000000000");
  g_assert_cmpfloat (gtk_adjustment_get_value (desk.scroll), ==, 0);
  gtk_window_destroy (GTK_WINDOW (desk.window));
}

/* To go to a heading is a step: back is where one was, forward at the heading. */
static void
test_jump (void)
{
  Desk desk = open_desk ("concept:dl");
  double heading;

  gtk_adjustment_set_value (desk.scroll, 123);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.view), "lesson.scroll-to", "u", 1800u));
  wait_drawn (&desk);
  heading = gtk_adjustment_get_value (desk.scroll);
  g_assert_cmpfloat (heading, >, 400);
  act (&desk, "win.back");
  wait_drawn (&desk);
  g_assert_cmpfloat (gtk_adjustment_get_value (desk.scroll), ==, 123);
  act (&desk, "win.forward");
  wait_drawn (&desk);
  g_assert_cmpfloat (gtk_adjustment_get_value (desk.scroll), ==, heading);
  gtk_window_destroy (GTK_WINDOW (desk.window));
}

/* The list of headings follows what is read, and marks where one is. */
static void
test_outline (void)
{
  Desk desk = open_desk ("concept:dl");
  StrataLessonOutline *outline =
      STRATA_LESSON_OUTLINE (strata_lesson_page_get_outline (desk.page));
  double end = gtk_adjustment_get_upper (desk.scroll) - gtk_adjustment_get_page_size (desk.scroll);
  g_autoptr (StrataOutline) headings =
      strata_outline_new (strata_lesson_view_get_document (desk.view));
  int last = (int) strata_outline_get_n_headings (headings) - 1, before = -1;
  GtkListBoxRow *row;
  GtkWidget *list;

  g_assert_cmpint (last, >, 4);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (outline)));
  for (double value = 0; value < end + 40; value += 40)
    {
      gtk_adjustment_set_value (desk.scroll, value);
      g_assert_cmpint (strata_lesson_outline_get_current (outline), >=, before);
      before = strata_lesson_outline_get_current (outline);
    }
  g_assert_cmpint (before, ==, last);

  /* The one that was chosen is the one, also where it cannot come up to the edge. */
  g_assert_true (gtk_widget_activate_action (desk.window, "win.outline", NULL));
  list = find (GTK_WIDGET (outline), GTK_TYPE_LIST_BOX);
  g_assert_nonnull (list);
  for (int i = last; i >= 0; i--)
    {
      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i);
      g_signal_emit_by_name (list, "row-activated", row);
      wait_drawn (&desk);
      g_assert_cmpint (strata_lesson_outline_get_current (outline), ==, i);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
      if (i < last)
        {
          row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i + 1);
          gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED,
                                            FALSE);
        }
    }
  act (&desk, "win.back");
  wait_drawn (&desk);
  g_assert_cmpint (strata_lesson_outline_get_current (outline), ==, 1);

  go (&desk, "table:challenges");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (outline)));
  gtk_window_destroy (GTK_WINDOW (desk.window));
}

static void
test_progress (void)
{
  Desk desk = open_lesson ("dl");
  GtkWidget *widget = find (GTK_WIDGET (desk.page), STRATA_TYPE_READING_MARK);
  StrataReadingMark *mark = STRATA_READING_MARK (widget);
  const char *words = "25% read";
  double end = gtk_adjustment_get_upper (desk.scroll) - gtk_adjustment_get_page_size (desk.scroll);

  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_METER);
  g_assert_cmpfloat (strata_reading_mark_get_progress (mark), ==, 0);
  gtk_adjustment_set_value (desk.scroll, end / 4);
  g_assert_cmpfloat_with_epsilon (strata_reading_mark_get_progress (mark), 0.25, 0.01);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words);
  gtk_adjustment_set_value (desk.scroll, end);
  g_assert_cmpfloat (strata_reading_mark_get_progress (mark), ==, 1);
  gtk_window_destroy (GTK_WINDOW (desk.window));
}

/* What links lead to, for people. */
static void
test_link_words (void)
{
  static const struct
  {
    const char *target;
    const char *words;
  } cases[] = {
    { "concept:nn", "Lesson: Neural networks" },
    { "row:glossary/feature", "Glossary: feature" },
    { "https://example.org/a", "https://example.org/a" },
    { "#how-it-works", "On this page: How it works" },
    { "week%201.md", "week 1.md" },
    { "concept:none", "concept:none" },
    { "row:none/none", "row:none/none" },
    { "#none", "#none" },
    { "", "" },
  };
  const char *const english[] = { "en", NULL };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (bundled, faults);
  g_autoptr (StrataDocument) document = strata_document_new ("# A\n\n## How it works\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = strata_link_words_dup (cases[i].target, course, english, document);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
text_read (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
assert_clipboard (Desk       *desk,
                  const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (desk->view)), NULL,
                                 text_read, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

/* What is selected over several blocks is copied as text, and as Markdown. */
static void
test_copy (void)
{
  Desk desk = open_lesson ("dl");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk.view));
  GtkTextIter start, end;

  strata_lesson_view_set_lesson (desk.view, "# A *b*\n\n- c\n- [d](concept:ml)\n\n|e|f|\n|-|-|\n"
                                            "|g|h|\n\n![i](none.png) j\n", -1, "", "/nowhere");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 2);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 4);
  g_assert_false (gtk_text_buffer_get_has_selection (buffer));
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_signal_emit_by_name (desk.view, "copy-clipboard");
  assert_clipboard (&desk, "b\n");
  g_signal_emit_by_name (desk.view, "select-all", TRUE);
  g_signal_emit_by_name (desk.view, "copy-clipboard");
  assert_clipboard (&desk, "A b\n\342\200\242\342\200\202c\n\342\200\242\342\200\202d\n"
                           "e\tf\ng\th\ni j");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.view), "text.copy-markdown", NULL));
  assert_clipboard (&desk, "# A *b*\n\n- c\n- [d](concept:ml)\n\n| e | f |\n| --- | --- |\n"
                           "| g | h |\n\n![i](none.png) j\n");
  gtk_window_destroy (GTK_WINDOW (desk.window));
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
  g_test_add_func ("/lesson-reading/back", test_back);
  g_test_add_func ("/lesson-reading/resize", test_resize);
  g_test_add_func ("/lesson-reading/wild", test_wild);
  g_test_add_func ("/lesson-reading/jump", test_jump);
  g_test_add_func ("/lesson-reading/outline", test_outline);
  g_test_add_func ("/lesson-reading/progress", test_progress);
  g_test_add_func ("/lesson-reading/link-words", test_link_words);
  g_test_add_func ("/lesson-reading/copy", test_copy);
  status = g_test_run ();
  g_object_unref (settings);
  g_free (bundled);
  return status;
}
