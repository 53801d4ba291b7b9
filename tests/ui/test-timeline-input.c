/* Fingers and the pointer on the timeline; keys and wheel are where zooming is tested. */
#include <math.h>

#include "timeline-fixture.h"

static GtkGesture *
gesture_of (Shown *shown,
            GType  type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (shown->figure));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return GTK_GESTURE (controller);      /* the figure keeps it */
    }
  g_assert_not_reached ();
}

/* Whether the figure is about @width wide, and laid out so. */
static void
wait_for_width (Shown *shown,
                double width)
{
  while (fabs (gtk_widget_get_width (GTK_WIDGET (shown->figure)) - width) > 3
         || fabs (gtk_adjustment_get_upper (shown->across) - width) > 3)
    g_main_context_iteration (NULL, TRUE);
}

/* Two fingers draw it nearer as far as they go apart, and back; no farther than it
 * fits. */
static void
test_pinch (void)
{
  Shown shown;
  GtkGesture *pinch;
  double frame;

  show (&shown, 1100);
  pinch = gesture_of (&shown, GTK_TYPE_GESTURE_ZOOM);
  frame = gtk_adjustment_get_page_size (shown.across);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  wait_for_width (&shown, 1.5 * frame);
  g_signal_emit_by_name (pinch, "scale-changed", 3.0);
  wait_for_width (&shown, 3 * frame);
  /* What is in the middle stays there. */
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (shown.across) - frame), <, 3);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  wait_for_width (&shown, 2 * frame);
  g_signal_emit_by_name (pinch, "scale-changed", 0.0);      /* both at one place */
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_assert_cmpfloat (fabs (gtk_adjustment_get_upper (shown.across) - 2 * frame), <, 3);
  g_signal_emit_by_name (pinch, "scale-changed", 0.01);
  wait_for_width (&shown, frame);
  g_assert_false (strata_timeline_figure_can_zoom (shown.timeline, -1));
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

/* A drag moves it along once it is one, and not before. */
static void
test_drag (void)
{
  Shown shown;
  GtkGesture *drag;
  double from;

  show (&shown, 1100);
  drag = gesture_of (&shown, GTK_TYPE_GESTURE_DRAG);
  for (guint i = 0; i < 5; i++)
    {
      int before = gtk_widget_get_width (GTK_WIDGET (shown.figure));

      strata_timeline_figure_zoom (shown.timeline, 1);
      while (gtk_widget_get_width (GTK_WIDGET (shown.figure)) == before)
        g_main_context_iteration (NULL, TRUE);
    }
  from = gtk_adjustment_get_value (shown.across);
  g_assert_cmpfloat (from, >, 200);
  g_signal_emit_by_name (drag, "drag-begin", 500.0, 100.0);
  g_signal_emit_by_name (drag, "drag-update", 3.0, 2.0);
  g_assert_cmpfloat (gtk_adjustment_get_value (shown.across), ==, from);
  g_signal_emit_by_name (drag, "drag-update", 60.0, 2.0);
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (shown.across) - (from - 60)), <, 1);
  /* The figure is below the pointer by as much: from there, it is 40 further. */
  g_signal_emit_by_name (drag, "drag-update", 40.0, 2.0);
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (shown.across) - (from - 100)), <, 1);
  g_signal_emit_by_name (drag, "drag-update", -100.0, 2.0);
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (shown.across) - from), <, 1);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static void
add_tests (void)
{
  g_test_add_func ("/timeline-input/pinch", test_pinch);
  g_test_add_func ("/timeline-input/drag", test_drag);
}

int
main (int   argc,
      char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
