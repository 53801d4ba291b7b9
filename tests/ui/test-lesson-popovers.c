/* Popovers that point at a place in a lesson while the text moves under them. */
#include "course/strata-loader.h"
#include "lesson-fixture.h"
#include "lesson/strata-lesson-position.h"

static StrataCourse *course;

/* The term and the link stand high on the first screen of a long lesson. */
static char *
long_text (void)
{
  g_autoptr (GString) text = g_string_new ("# Neurons\n\n");

  for (guint i = 0; i < 60; i++)
    {
      if (i == 2)
        g_string_append (text, "Here is [a page](https://example.org/) about a weight.\n\n");
      g_string_append (text, "Nothing to see.\n\n");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* One frame further. */
static void
step (Fixture *lesson)
{
  gint64 counter = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (lesson->view));

  gtk_widget_queue_draw (lesson->view);
  while (gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (lesson->view)) == counter)
    g_main_context_iteration (NULL, TRUE);
}

static Fixture
open_long_lesson (StrataLessonPosition **position)
{
  static const char *const languages[] = { "en", NULL };
  g_autoptr (StrataGlossary) glossary = strata_glossary_for_course (course, "en");
  g_autofree char *text = long_text ();
  Fixture lesson = open_lesson ("");

  strata_lesson_view_set_glossary (STRATA_LESSON_VIEW (lesson.view), glossary,
                                   strata_course_find_concept (course, "nn"), languages);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (lesson.view), text, -1, "", "/nowhere");
  *position = strata_lesson_position_new (GTK_SCROLLED_WINDOW (lesson.scroller),
                                          STRATA_LESSON_VIEW (lesson.view));
  settle (&lesson);
  while (!strata_lesson_position_get_settled (*position))
    g_main_context_iteration (NULL, TRUE);
  return lesson;
}

static GtkWidget *
shown_popover (GtkWidget *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        return child;
    }
  return NULL;
}

static void
follow_link (Fixture *lesson)
{
  strata_lesson_view_follow (STRATA_LESSON_VIEW (lesson->view), 0);
}

static GtkTextIter
find_word (Fixture    *lesson,
           const char *word)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (lesson->view)), &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, word, 0, &iter, NULL, NULL));
  return iter;
}

/* Clicked on. */
static void
say_term (Fixture *lesson)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (lesson->view);
  GtkTextIter iter = find_word (lesson, "weight");
  GdkRectangle place;
  int x, y;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (lesson->view), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (lesson->view), GTK_TEXT_WINDOW_WIDGET,
                                         place.x + 2, place.y + place.height / 2, &x, &y);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        g_signal_emit_by_name (controller, "released", 1, (double) x, (double) y);
    }
}

static void
open_menu (Fixture *lesson)
{
  GtkTextIter iter = find_word (lesson, "about");

  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (lesson->view)), &iter);
  press (lesson->view, GDK_KEY_Menu);
}

/* A popover, and how it is opened. */
typedef struct
{
  const char *name;
  void      (*open) (Fixture *lesson);
} Kind;

/* Without holding the pointer: that lets a tooltip become due in it, for which GTK 4.8 warns
 * where the popover is closed soon after. */
static GtkWidget *
open_popover (Fixture    *lesson,
              const Kind *kind)
{
  GtkWidget *popover;

  kind->open (lesson);
  popover = shown_popover (lesson->view);
  g_assert_nonnull (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_popup (GTK_POPOVER (popover));
  g_assert_true (gtk_widget_get_mapped (popover));
  return popover;
}

/* Where the popover stands in the window. */
static int
get_y (GtkWidget *popover)
{
  return gdk_popup_get_position_y (GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (popover))));
}

static void
assert_comes_to (Fixture   *lesson,
                 GtkWidget *popover,
                 int        y)
{
  for (guint frames = 0; frames < 10 && get_y (popover) != y; frames++)
    step (lesson);
  g_assert_cmpint (get_y (popover), ==, y);
}

static void
test_follows (gconstpointer kind)
{
  StrataLessonPosition *position;
  Fixture lesson = open_long_lesson (&position);
  GtkWidget *popover;
  int before;

  gtk_adjustment_set_value (vertical (&lesson), 40);
  settle (&lesson);
  popover = open_popover (&lesson, kind);
  before = get_y (popover);

  gtk_adjustment_set_value (vertical (&lesson), 70);
  assert_comes_to (&lesson, popover, before - 30);
  /* there and back, where the text's own top is seen */
  gtk_adjustment_set_value (vertical (&lesson), 10);
  assert_comes_to (&lesson, popover, before + 30);
  g_assert_true (gtk_widget_get_mapped (popover));

  gtk_window_destroy (GTK_WINDOW (lesson.window));
  g_object_unref (position);
}

static void
test_goes (gconstpointer kind)
{
  StrataLessonPosition *position;
  Fixture lesson = open_long_lesson (&position);
  GtkWidget *popover;

  gtk_widget_grab_focus (lesson.view);
  popover = open_popover (&lesson, kind);
  gtk_adjustment_set_value (vertical (&lesson), gtk_adjustment_get_upper (vertical (&lesson)));
  while (gtk_widget_get_mapped (popover))
    step (&lesson);
  while (gtk_window_get_focus (GTK_WINDOW (lesson.window)) != lesson.view)
    step (&lesson);

  gtk_window_destroy (GTK_WINDOW (lesson.window));
  g_object_unref (position);
}

/* What is said of one text is not said of the next. */
static void
test_other_text (gconstpointer kind)
{
  StrataLessonPosition *position;
  Fixture lesson = open_long_lesson (&position);
  GtkWidget *popover = open_popover (&lesson, kind);

  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (lesson.view), "Another.", -1, "", "/nowhere");
  g_assert_false (gtk_widget_get_visible (popover));

  gtk_window_destroy (GTK_WINDOW (lesson.window));
  g_object_unref (position);
}

static void
add (const char    *name,
     GTestDataFunc  test)
{
  static const Kind kinds[] = { { "address", follow_link }, { "term", say_term }, { "menu", open_menu } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lesson-popovers/%s/%s", kinds[i].name, name);

      g_test_add_data_func (path, &kinds[i], test);
    }
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
  add ("follows", test_follows);
  add ("goes", test_goes);
  add ("other-text", test_other_text);
  status = g_test_run ();
  g_object_unref (course);
  return status;
}
