#include <adwaita.h>
#include <glib/gstdio.h>

#include "find.h"
#include "lesson/strata-lesson-image.h"
#include "lesson/strata-picture-view.h"

static GtkWidget *
viewer (GtkWidget *parent)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (parent))
        return GTK_WIDGET (window);
    }
  return NULL;
}

/* Whether a shortcut of @widget for @key did something. */
static gboolean
shortcut (GtkWidget *widget,
          guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) found = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (found);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (found), 0, widget,
                                                 gtk_shortcut_get_arguments (found));
        }
    }
  return FALSE;
}

static void
wait_view (StrataPictureView *view)
{
  while (!strata_picture_view_get_drawn (view))
    g_main_context_iteration (NULL, TRUE);
}

/* Enter enlarges, the keys zoom and move, Escape comes back to the picture. */
static void
test_viewer (void)
{
  static const char drawing[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'>"
                                "<rect width='20' height='30' fill='#e01b24'/></svg>";
  g_autofree char *folder = g_dir_make_tmp ("strata-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "box.svg", NULL);
  GtkWidget *parent = gtk_window_new ();
  StrataPictureView *view;
  GtkWidget *window, *picture;
  double fitted;

  g_assert_true (g_file_set_contents (path, drawing, -1, NULL));
  picture = strata_lesson_image_new (path, NULL, "a box", 0);
  gtk_window_set_default_size (GTK_WINDOW (parent), 600, 500);
  gtk_window_set_child (GTK_WINDOW (parent), picture);
  gtk_window_present (GTK_WINDOW (parent));
  while (gtk_widget_get_width (parent) < 600)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_grab_focus (picture);
  g_assert_true (shortcut (picture, GDK_KEY_Return));
  window = viewer (parent);
  g_assert_nonnull (window);
  view = STRATA_PICTURE_VIEW (find_nth (window, STRATA_TYPE_PICTURE_VIEW, 0));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "a box");
  wait_view (view);
  fitted = strata_picture_view_get_scale (view);
  g_assert_cmpfloat (fitted, >, 5);
  g_assert_true (shortcut (GTK_WIDGET (view), GDK_KEY_plus));
  g_assert_cmpfloat (strata_picture_view_get_scale (view), >, fitted * 1.2);
  wait_view (view);
  g_assert_true (shortcut (GTK_WIDGET (view), GDK_KEY_Left));
  wait_view (view);
  g_assert_true (shortcut (GTK_WIDGET (view), GDK_KEY_minus));
  g_assert_cmpfloat_with_epsilon (strata_picture_view_get_scale (view), fitted, 0.001);
  g_assert_true (shortcut (GTK_WIDGET (view), GDK_KEY_equal));
  g_assert_true (shortcut (GTK_WIDGET (view), GDK_KEY_0));
  g_assert_cmpfloat_with_epsilon (strata_picture_view_get_scale (view), fitted, 0.001);
  g_assert_true (shortcut (window, GDK_KEY_Escape));
  g_assert_null (viewer (parent));
  g_assert_true (gtk_widget_is_focus (picture));
  gtk_window_destroy (GTK_WINDOW (parent));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/image-viewer/keys", test_viewer);
  return g_test_run ();
}
