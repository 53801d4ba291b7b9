/* Text twice as large in a window as narrow as a telephone: nothing holds it wider. */
#include <adwaita.h>

#include "config.h"
#include "lesson-fixture.h"
#include "window/strata-window.h"

#define NARROW 420

static GSettings *settings;

static char *
source_file (const char *name)
{
  return g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), name, NULL);
}

static void
next_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 counter = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (window);
  while (gdk_frame_clock_get_frame_counter (clock) == counter)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_fits (StrataWindow *window,
             const char   *what)
{
  int minimum;

  while (!strata_window_is_drawn (window))
    next_frame (GTK_WIDGET (window));
  for (guint frames = 0; frames < 3; frames++)
    next_frame (GTK_WIDGET (window));
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  if (minimum > NARROW)
    g_test_message ("%s is %d pixels wide", what, minimum);
  g_assert_cmpint (minimum, <=, NARROW);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, NARROW);
}

static StrataWindow *
open_window (const char *course)
{
  g_autofree char *folder = source_file (course);
  StrataWindow *window = strata_window_new (NULL, settings);

  strata_window_open_course (window, folder);
  strata_window_resize (window, NARROW, 760);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
assert_place_fits (StrataWindow *window,
                   const char   *place)
{
  g_assert_true (strata_window_go (window, place));
  assert_fits (window, place);
}

static void
assert_concepts_fit (StrataWindow *window)
{
  GPtrArray *concepts = strata_course_get_concepts (strata_window_get_course (window));

  for (guint i = 0; i < concepts->len; i++)
    {
      g_autofree char *place =
          g_strconcat ("concept:", strata_concept_get_id (g_ptr_array_index (concepts, i)), NULL);

      assert_place_fits (window, place);
    }
}

static void
test_course (gconstpointer language)
{
  static const char *const places[] = {
    "table:challenges", "table:challenges?row=data-bias", "table:timeline",
    "table:glossary?row=token", "table:use-cases?row=content-moderation"
  };
  static const char *const actions[] = { "win.find", "win.search" };
  StrataWindow *window = open_window ("data/courses/llm-foundations");

  strata_window_set_language (window, language);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    assert_place_fits (window, places[i]);
  assert_concepts_fit (window);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL));
      assert_fits (window, actions[i]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A lesson that uses everything, in its course and as a file. */
static void
test_everything (void)
{
  g_autofree char *file = source_file ("tests/fixtures/everything/lessons/en/tides.md");
  StrataWindow *window = open_window ("tests/fixtures/everything");

  assert_concepts_fit (window);
  g_assert_true (strata_window_open_path (window, file));
  assert_fits (window, file);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_faults (void)
{
  StrataWindow *window = open_window ("tests/fixtures/faults/syntax-comma");
  int minimum;

  for (guint frames = 0; frames < 3; frames++)
    next_frame (GTK_WIDGET (window));
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The title has the room of the button that leads forward. */
static void
test_header (void)
{
  StrataWindow *window = open_window ("data/courses/llm-foundations");
  GtkWidget *forward = find_action (GTK_WIDGET (window), "win.forward");

  g_assert_false (gtk_widget_get_visible (forward));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_true (gtk_widget_get_visible (forward));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_assert_false (gtk_widget_get_visible (forward));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  settings = g_settings_new (STRATA_APP_ID);
  g_test_add_data_func ("/large-text/course/en", "en", test_course);
  g_test_add_data_func ("/large-text/course/zh-TW", "zh-TW", test_course);
  g_test_add_func ("/large-text/everything", test_everything);
  g_test_add_func ("/large-text/faults", test_faults);
  g_test_add_func ("/large-text/header", test_header);
  status = g_test_run ();
  g_object_unref (settings);
  return status;
}
