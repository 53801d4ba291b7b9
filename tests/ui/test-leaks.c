#include <adwaita.h>

#include "course/strata-loader.h"
#include "map/strata-map-leak.h"
#include "map/strata-map-node.h"
#include "map/strata-map.h"

static StrataCourse *course;
static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-TW", "en", NULL };

static GtkWidget *
leak_at (GtkWidget *map,
         guint      position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (map); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STRATA_IS_MAP_LEAK (child) && position-- == 0)
      return child;
  return NULL;
}

static GtkWidget *
show_map (GtkWidget **window)
{
  GtkWidget *map = strata_map_new ();

  strata_map_set_root (STRATA_MAP (map), strata_course_get_root (course), english);
  strata_map_set_leaks (STRATA_MAP (map), strata_course_get_leaks (course), english);
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 640, 640);
  gtk_window_set_child (GTK_WINDOW (*window), map);
  gtk_window_present (GTK_WINDOW (*window));
  while (gtk_widget_get_height (map) == 0)
    g_main_context_iteration (NULL, TRUE);
  return map;
}

/* Each says what it is and why, and can be hidden again. */
static void
test_names (void)
{
  GtkWidget *window, *map = show_map (&window);
  const StrataLeak *leak = strata_course_get_leaks (course)->pdata[0];
  GtkWidget *mark = leak_at (map, 0);

  g_assert_cmpuint (strata_course_get_leaks (course)->len, ==, 4);
  g_assert_nonnull (leak_at (map, 3));
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       strata_text_get (leak->title, english));
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       strata_text_get (leak->text, english));
  strata_map_set_leaks (STRATA_MAP (map), strata_course_get_leaks (course), chinese);
  gtk_test_accessible_assert_property (leak_at (map, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       strata_text_get (leak->title, chinese));
  strata_map_set_leaks (STRATA_MAP (map), NULL, english);
  g_assert_null (leak_at (map, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Tab goes from the layer to the parts, one after another, and back. */
static void
test_keys (void)
{
  GtkWidget *window, *map = show_map (&window);

  gtk_widget_grab_focus (map);
  g_assert_true (STRATA_IS_MAP_NODE (gtk_window_get_focus (GTK_WINDOW (window))));
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == leak_at (map, i));
    }
  g_assert_false (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  for (guint i = 3; i > 0; i--)
    {
      g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_BACKWARD));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == leak_at (map, i - 1));
    }
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_BACKWARD));
  g_assert_true (STRATA_IS_MAP_NODE (gtk_window_get_focus (GTK_WINDOW (window))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A press explains; the layer below is not what is pressed. */
static void
test_press (void)
{
  GtkWidget *window, *map = show_map (&window);
  GtkWidget *mark = leak_at (map, 1), *popover = gtk_widget_get_first_child (mark);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (mark, map, &bounds));
  g_assert_true (gtk_widget_pick (map, bounds.origin.x + bounds.size.width / 2,
                                  bounds.origin.y + bounds.size.height / 2, GTK_PICK_DEFAULT)
                 == mark);
  g_assert_false (gtk_widget_get_visible (popover));
  g_signal_emit_by_name (mark, "clicked");
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
explanation_of (GtkWidget *mark)
{
  return gtk_popover_get_child (GTK_POPOVER (gtk_widget_get_first_child (mark)));
}

/* The last line is seen, in both languages: a popover asks how high its child is at a
 * width that has its own shadow, too. */
static void
test_explanation (void)
{
  GtkWidget *window, *map = show_map (&window);

  for (guint i = 0; i < 8; i++)
    {
      GtkWidget *mark, *child;
      int width, height, asked;

      strata_map_set_leaks (STRATA_MAP (map), strata_course_get_leaks (course), i < 4 ? english : chinese);
      mark = leak_at (map, i % 4);
      child = explanation_of (mark);
      g_signal_emit_by_name (mark, "clicked");
      while (gtk_widget_get_height (child) == 0)
        g_main_context_iteration (NULL, TRUE);
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, 2 * width, &asked, NULL, NULL, NULL);
      g_assert_cmpint (asked, ==, height);
      g_assert_cmpint (gtk_widget_get_height (child), >=, height);
      gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_first_child (mark)));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As wide as the window has room for. */
static void
test_narrow (void)
{
  GtkWidget *window, *map = strata_map_new (), *child;

  strata_map_set_root (STRATA_MAP (map), strata_course_get_root (course), english);
  strata_map_set_leaks (STRATA_MAP (map), strata_course_get_leaks (course), english);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 260, 400);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (map) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (leak_at (map, 0), "clicked");
  child = explanation_of (leak_at (map, 0));
  while (gtk_widget_get_height (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_widget_get_width (child), <, gtk_widget_get_width (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses",
                                              "llm-foundations", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  course = strata_course_load (folder, faults);
  g_assert_nonnull (course);
  g_test_add_func ("/leaks/names", test_names);
  g_test_add_func ("/leaks/keys", test_keys);
  g_test_add_func ("/leaks/press", test_press);
  g_test_add_func ("/leaks/explanation", test_explanation);
  g_test_add_func ("/leaks/narrow", test_narrow);
  status = g_test_run ();
  g_object_unref (course);
  return status;
}
