#include <adwaita.h>
#include <string.h>

#include "course/strata-loader.h"
#include "find.h"
#include "lesson/strata-lesson-page.h"
#include "lesson/strata-lesson-view.h"
#include "lesson/strata-text-tag.h"
#include "widgets/strata-text-scale.h"

static const char lesson[] = "# Title\n\n> **In one line.** Short.\n\n## First\n\n"
                             "Go [in](concept:inner) or [out](https://example.org/path).\n\n"
                             "- item\n\n```\ncode\n```\n\n![words for it](none.svg)\n\n## Last\n";

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
remember_offset (GSimpleAction *action,
                 GVariant      *parameter,
                 guint         *offset)
{
  *offset = g_variant_get_uint32 (parameter);
}

static GtkWidget *
window_around (GtkWidget *child)
{
  static const GActionEntry entries[] = { { .name = "go", .activate = go, .parameter_type = "s" } };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
test_text (void)
{
  GtkWidget *view = strata_lesson_view_new ();
  GtkWidget *window = window_around (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (view), lesson, -1, "", "/nowhere");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  g_assert_true (g_str_has_prefix (text, "Title\nIn one line. Short.\nFirst\nGo in or out.\n"));
  g_assert_true (gtk_text_iter_has_tag (
      &start, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "heading-1")));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)));
  g_assert_nonnull (find (view, GTK_TYPE_LABEL));     /* the picture's words */
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_links (void)
{
  GtkWidget *view = strata_lesson_view_new ();
  GtkWidget *window = window_around (view);
  GtkWidget *popover;

  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (view), lesson, -1, "", "/nowhere");
  g_assert_cmpuint (strata_lesson_view_get_n_links (STRATA_LESSON_VIEW (view)), ==, 2);
  strata_lesson_view_follow (STRATA_LESSON_VIEW (view), 0);
  g_assert_cmpstr (went, ==, "concept:inner");
  g_assert_null (find (view, GTK_TYPE_POPOVER));
  strata_lesson_view_follow (STRATA_LESSON_VIEW (view), 1);
  popover = find (view, GTK_TYPE_POPOVER);
  g_assert_nonnull (popover);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (popover, GTK_TYPE_LABEL))), ==,
                   "https://example.org/path");
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A link to a heading asks the page to scroll there. */
static void
test_heading_link (void)
{
  static const char text[] = "# Title\n\nGo [down](#last) or [nowhere](#none).\n\n## Last\n";
  GtkWidget *view = strata_lesson_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = window_around (box);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GSimpleAction *action = g_simple_action_new ("scroll-to", G_VARIANT_TYPE_UINT32);
  guint offset = 0;

  g_signal_connect (action, "activate", G_CALLBACK (remember_offset), &offset);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (box, "lesson", G_ACTION_GROUP (group));
  gtk_box_append (GTK_BOX (box), view);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (view), text, -1, "", "/nowhere");
  strata_lesson_view_follow (STRATA_LESSON_VIEW (view), 1);
  g_assert_cmpuint (offset, ==, 0);
  strata_lesson_view_follow (STRATA_LESSON_VIEW (view), 0);
  g_assert_cmpuint (offset, ==, strlen ("Title\nGo down or nowhere.\n"));
  g_object_unref (action);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A long lesson comes in slices: each paragraph has its own look, no other's. */
static void
test_slices (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *view = strata_lesson_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *heading = gtk_text_tag_table_lookup (table, "heading-2");
  GtkTextTag *paragraph = gtk_text_tag_table_lookup (table, "paragraph");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "## Heading %u\n\nSome [text](concept:x) in *paragraph* %u.\n\n",
                            i, i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  window = window_around (scroller);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (view), text->str, -1, "", "/nowhere");
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), <, 400);
  g_assert_cmpuint (strata_lesson_view_get_n_links (STRATA_LESSON_VIEW (view)), ==, 400);
  strata_lesson_view_fill_to (STRATA_LESSON_VIEW (view), 9000);
  while (!strata_lesson_view_get_drawn (STRATA_LESSON_VIEW (view)))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, 800);
  for (int line = 0; line < 800; line++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_line (buffer, &iter, line);
      g_assert_true (gtk_text_iter_has_tag (&iter, heading) == (line % 2 == 0));
      g_assert_true (gtk_text_iter_has_tag (&iter, paragraph) == (line % 2 == 1));
      gtk_text_iter_forward_chars (&iter, 2);
      g_assert_true (gtk_text_iter_has_tag (&iter, heading) == (line % 2 == 0));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
press_tab (GtkWidget *view,
           gboolean   back)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        {
          g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Tab, 0,
                                 back ? GDK_SHIFT_MASK : 0, &stop);
          return;
        }
    }
  g_assert_not_reached ();
}

static int
caret (GtkWidget *view)
{
  int position;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "cursor-position", &position, NULL);
  return position;
}

/* Tab goes through the links downwards, and from below upwards. */
static void
test_tab (void)
{
  GtkWidget *view = strata_lesson_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *window;
  int first = strlen ("Title\nIn one line. Short.\nFirst\nGo ");
  int second = first + (int) strlen ("in or ");

  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), button);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (view), lesson, -1, "", "/nowhere");
  window = window_around (box);
  /* The order of Tab is that of the places: before they have any, which comes
   * first is up to GTK. */
  while (gtk_widget_get_height (button) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_grab_focus (view);
  press_tab (view, FALSE);
  g_assert_cmpint (caret (view), ==, first);
  press_tab (view, FALSE);
  g_assert_cmpint (caret (view), ==, second);
  press_tab (view, FALSE);      /* the button of the code */
  press_tab (view, FALSE);
  g_assert_true (gtk_widget_is_focus (button));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_false (gtk_widget_is_focus (button));
  press_tab (view, TRUE);
  g_assert_true (gtk_widget_is_focus (view));
  g_assert_cmpint (caret (view), ==, second);
  press_tab (view, TRUE);
  g_assert_cmpint (caret (view), ==, first);
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
left_edge (GtkWidget *view,
           int        offset)
{
  GdkRectangle where;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &iter, offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &where);
  return where.x;
}

/* The text of all items of a list begins at one edge, wrapped lines too. */
static void
test_items (void)
{
  static const char text[] = "9. nine\n10. ten with a break  \nand more\n\n    - inside\n\n- other\n";
  GtkWidget *view = strata_lesson_view_new ();
  GtkWidget *window = window_around (view);
  int nine = 3, ten = nine + 9, more = ten + 17, inside = more + 11, other = inside + 9, edge;

  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (view), text, -1, "", "/nowhere");
  edge = left_edge (view, nine);
  g_assert_cmpint (edge, >, 20);
  g_assert_cmpint (ABS (left_edge (view, ten) - edge), <=, 1);
  g_assert_cmpint (ABS (left_edge (view, more) - edge), <=, 1);
  g_assert_cmpint (ABS (left_edge (view, other) - edge), <=, 1);
  g_assert_cmpint (ABS (left_edge (view, inside) - 2 * edge), <=, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_tagged (GtkWidget  *view,
              const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;
  guint n = 0;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  n += gtk_text_iter_starts_tag (&iter, tag);
  while (gtk_text_iter_forward_to_tag_toggle (&iter, tag))
    n += gtk_text_iter_starts_tag (&iter, tag);
  return n;
}

/* The cells of a column stand below each other where a table is text, as it is long. */
static void
test_table (void)
{
  g_autoptr (GString) text = g_string_new (
      "| Model | Size | Year |\n|---|--:|---|\n| a | 1 | 1 |\n| much longer | 175 | 20 |\n");
  GtkWidget *view = strata_lesson_view_new ();
  GtkWidget *window = window_around (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *shown = NULL;
  GtkTextIter start, end;
  int row = 16, last = 22;      /* where the second and the third line begin */

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "| b | 1 | 2 |\n");
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (view), text->str, -1, "", "/nowhere");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_true (g_str_has_prefix (shown, "Model\tSize\tYear\342\200\250" "a\t1\t1\342\200\250"
                                          "much longer\t175\t20\342\200\250"));
  while (gtk_widget_get_width (view) < 300)
    g_main_context_iteration (NULL, TRUE);
  /* The second column ends at one edge, the third begins at one. */
  g_assert_cmpint (left_edge (view, row + 3), >, left_edge (view, last + 11));
  g_assert_cmpint (ABS (left_edge (view, row + 3) - left_edge (view, last + 15)), <=, 1);
  g_assert_cmpint (ABS (left_edge (view, row + 4) - left_edge (view, last + 16)), <=, 1);
  g_assert_cmpuint (count_tagged (view, "strong"), ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
check_tag (GtkTextTag *tag,
           gpointer    data)
{
  g_autoptr (GdkRGBA) colour = NULL;

  g_assert_true (STRATA_IS_TEXT_TAG (tag));
  g_object_get (tag, "foreground", &colour, NULL);
}

/* GTK 4.8 ends the program where a tag's foreground cannot be read. */
static void
test_tags (void)
{
  GtkWidget *view = g_object_ref_sink (strata_lesson_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), check_tag, NULL);
  g_object_unref (view);
}

static gboolean
drawn (StrataLessonPage *page)
{
  while (!strata_lesson_page_get_drawn (page))
    g_main_context_iteration (NULL, TRUE);
  return TRUE;
}

/* How much is empty below the last line. */
static int
room_below (GtkWidget *page)
{
  GtkTextView *view = GTK_TEXT_VIEW (find (page, STRATA_TYPE_LESSON_VIEW));
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);
  return gtk_widget_get_height (GTK_WIDGET (view)) - y - height;
}

static void
test_page (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses", "llm-foundations", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (folder, faults);
  const char *const english[] = { "en", NULL };
  const char *const chinese[] = { "zh-TW", "en", NULL };
  GtkWidget *page = strata_lesson_page_new ();
  StrataLessonPosition *position = strata_lesson_page_get_position (STRATA_LESSON_PAGE (page));
  GtkWidget *window = window_around (page);
  guint offset;

  g_assert_nonnull (course);
  strata_lesson_page_show (STRATA_LESSON_PAGE (page), course,
                           strata_course_find_concept (course, "dl"), english);
  strata_lesson_position_set (position, 1500, 0);
  g_assert_true (drawn (STRATA_LESSON_PAGE (page)));
  g_assert_cmpint (room_below (page), <, 24);
  offset = strata_lesson_position_get_offset (position);
  g_assert_cmpuint (offset, >, 1000);
  g_assert_cmpuint (offset, <=, 1500);
  /* The same place again, and about the same place in another language. */
  strata_lesson_position_set (position, offset, 0);
  g_assert_true (drawn (STRATA_LESSON_PAGE (page)));
  g_assert_cmpuint (strata_lesson_position_get_offset (position), ==, offset);
  strata_lesson_page_show (STRATA_LESSON_PAGE (page), course,
                           strata_course_find_concept (course, "dl"), chinese);
  g_assert_true (drawn (STRATA_LESSON_PAGE (page)));
  g_assert_cmpuint (strata_lesson_position_get_offset (position), >, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every match is marked, in code and far below too, and one of them is shown. */
static void
test_find (void)
{
  g_autoptr (GString) text = g_string_new ("# Café au lait\n\n網路與網路。\n\n```\ncafe ()\n```\n\n");
  GtkWidget *widget = strata_lesson_view_new ();
  StrataLessonView *view = STRATA_LESSON_VIEW (widget);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window = window_around (scroller);

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "A line of text in between.\n\n");
  g_string_append (text, "CAFÉ au\nlait.\n");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), widget);
  strata_lesson_view_set_lesson (view, text->str, -1, "", "/nowhere");

  g_assert_cmpuint (strata_lesson_view_find (view, "cafe"), ==, 3);
  g_assert_cmpuint (count_tagged (widget, "found"), ==, 3);
  g_assert_cmpuint (count_tagged (widget, "found-here"), ==, 1);
  g_assert_cmpuint (strata_lesson_view_find_step (view, 0), ==, 1);
  g_assert_cmpuint (strata_lesson_view_find_step (view, -1), ==, 3);
  g_assert_cmpuint (strata_lesson_view_find_step (view, 1), ==, 1);
  g_assert_cmpuint (strata_lesson_view_find_step (view, 1), ==, 2);
  g_assert_cmpuint (count_tagged (widget, "found-here"), ==, 1);
  g_assert_cmpuint (strata_lesson_view_find (view, "AU LAIT"), ==, 2);
  g_assert_cmpuint (strata_lesson_view_find (view, "網路"), ==, 2);
  g_assert_cmpuint (strata_lesson_view_find (view, "nothing of it"), ==, 0);
  g_assert_cmpuint (strata_lesson_view_find_step (view, 1), ==, 0);
  g_assert_cmpuint (count_tagged (widget, "found"), ==, 0);

  g_assert_cmpuint (strata_lesson_view_find (view, "au lait."), ==, 1);
  strata_lesson_view_find_end (view);
  g_assert_cmpuint (count_tagged (widget, "found") + count_tagged (widget, "found-here"), ==, 0);
  g_assert_cmpint (caret (widget), >, 3000);    /* where one was */
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
text_height (GtkWidget *view)
{
  return strata_lesson_view_get_text_height (STRATA_LESSON_VIEW (view), NULL);
}

/* Larger text: taller lines and a wider column, at the same place. */
static void
test_text_size (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses", "llm-foundations", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (folder, faults);
  const char *const english[] = { "en", NULL };
  StrataLessonPage *page = STRATA_LESSON_PAGE (strata_lesson_page_new ());
  StrataLessonPosition *position = strata_lesson_page_get_position (page);
  GtkWidget *window = window_around (GTK_WIDGET (page));
  GtkWidget *view = find (GTK_WIDGET (page), STRATA_TYPE_LESSON_VIEW);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  guint offset;
  int height;

  gtk_css_provider_load_from_resource (style, "/io/github/strata_study/Strata/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  strata_lesson_page_show (page, course, strata_course_find_concept (course, "ml"), english);
  strata_lesson_position_set (position, 1200, 0);
  g_assert_true (drawn (page));
  offset = strata_lesson_position_get_offset (position);
  height = text_height (view);
  strata_lesson_page_set_text_size (page, strata_text_size_next (100, 1));
  strata_lesson_page_set_text_size (page, strata_text_size_next (150, 0));
  g_assert_true (drawn (page));
  g_assert_cmpint (text_height (view), >, height * 5 / 4);
  g_assert_cmpuint (strata_lesson_position_get_offset (position), ==, offset);
  strata_lesson_page_set_text_size (page, 100);
  g_assert_true (drawn (page));
  g_assert_cmpint (text_height (view), ==, height);

  g_assert_cmpuint (strata_text_size_next (300, 1), ==, 300);
  g_assert_cmpuint (strata_text_size_next (70, -1), ==, 70);
  g_assert_cmpuint (strata_text_size_next (104, 0), ==, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/lesson/text", test_text);
  g_test_add_func ("/lesson/links", test_links);
  g_test_add_func ("/lesson/heading-link", test_heading_link);
  g_test_add_func ("/lesson/slices", test_slices);
  g_test_add_func ("/lesson/tab", test_tab);
  g_test_add_func ("/lesson/items", test_items);
  g_test_add_func ("/lesson/table", test_table);
  g_test_add_func ("/lesson/tags", test_tags);
  g_test_add_func ("/lesson/page", test_page);
  g_test_add_func ("/lesson/find", test_find);
  g_test_add_func ("/lesson/text-size", test_text_size);
  status = g_test_run ();
  g_free (went);
  return status;
}
