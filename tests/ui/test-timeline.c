#include "figures/strata-figure-export.h"
#include "figures/strata-timeline-mark.h"
#include "map/strata-map.h"
#include "timeline-fixture.h"

static GtkWidget *
find_by_tooltip (GtkWidget  *widget,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
mark_at (Shown *shown,
         guint  position)
{
  return GTK_WIDGET (strata_figure_get_mark (shown->figure, position));
}

static void
test_names (void)
{
  Shown shown;

  show (&shown, 1200);
  g_assert_cmpuint (strata_figure_get_n_marks (shown.figure), ==, 56);
  gtk_test_accessible_assert_role (shown.figure, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (mark_at (&shown, 9), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (mark_at (&shown, 9), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1958, Perceptron, Neural networks, 10 of 56");
  gtk_test_accessible_assert_property (find_by_tooltip (shown.window, "Go Through the Years"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Play");
  gtk_test_accessible_assert_property (find_by_tooltip (shown.window, "Zoom In"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Zoom In");

  strata_table_page_set_table (shown.page, course, strata_course_find_table (course, "timeline"),
                               chinese);
  gtk_test_accessible_assert_property (mark_at (&shown, 9), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1958, 感知器, 神經網路, 10 of 56");
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

/* Arrow keys go through time, past what the filter leaves out. */
static void
test_keys (void)
{
  Shown shown;
  g_autoptr (StrataListState) state =
      strata_list_state_parse ("face=figure&facet=concepts%3Dllm");

  show (&shown, 1200);
  gtk_widget_grab_focus (GTK_WIDGET (shown.figure));
  g_assert_cmpstr (focused_row (shown.window), ==, "least-squares");
  press (shown.window, "figure.next");
  g_assert_cmpstr (focused_row (shown.window), ==, "gradient-descent");
  press (shown.window, "figure.last");
  g_assert_cmpstr (focused_row (shown.window), ==, "taiwan-ai-basic-act");
  press (shown.window, "figure.first");
  g_assert_cmpstr (focused_row (shown.window), ==, "least-squares");

  strata_table_page_set_state (shown.page, state);
  g_assert_true (strata_figure_mark_get_faded (STRATA_FIGURE_MARK (mark_at (&shown, 0))));
  gtk_widget_grab_focus (GTK_WIDGET (shown.figure));
  g_assert_cmpstr (focused_row (shown.window), ==, "neural-lm");
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static gboolean
is_wide (gpointer data)
{
  Shown *shown = data;

  return gtk_widget_get_width (GTK_WIDGET (shown->figure))
         > gtk_adjustment_get_page_size (shown->across) * 1.2;
}

static gboolean
is_whole (gpointer data)
{
  Shown *shown = data;

  return gtk_widget_get_width (GTK_WIDGET (shown->figure))
         <= gtk_adjustment_get_page_size (shown->across);
}

/* Nearer and back; what has the keyboard stays where it is. */
static void
test_zoom (void)
{
  Shown shown;
  GtkWidget *nearer, *fit;
  double before, after;

  show (&shown, 1200);
  nearer = find_by_tooltip (shown.window, "Zoom In");
  fit = find_by_tooltip (shown.window, "Fit the Whole Timeline");
  while (!gtk_widget_get_sensitive (nearer))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (fit));
  g_assert_true (is_whole (&shown));

  gtk_widget_grab_focus (mark_at (&shown, 25));
  before = strata_figure_mark_get_bounds (STRATA_FIGURE_MARK (mark_at (&shown, 25)))->origin.x
           - gtk_adjustment_get_value (shown.across);
  g_signal_emit_by_name (nearer, "clicked");
  wait_for (is_wide, &shown);
  after = strata_figure_mark_get_bounds (STRATA_FIGURE_MARK (mark_at (&shown, 25)))->origin.x
          - gtk_adjustment_get_value (shown.across);
  g_assert_cmpfloat_with_epsilon (before, after, 60);
  g_assert_true (gtk_widget_get_sensitive (fit));

  g_signal_emit_by_name (fit, "clicked");
  wait_for (is_whole, &shown);
  g_assert_false (gtk_widget_get_sensitive (fit));
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

/* Where years run down, too. */
static void
test_narrow (void)
{
  Shown shown;
  int before;

  show (&shown, 420);
  g_assert_false (strata_timeline_figure_is_across (shown.timeline));
  before = gtk_widget_get_height (GTK_WIDGET (shown.figure));
  strata_timeline_figure_zoom (shown.timeline, 1);
  while (gtk_widget_get_height (GTK_WIDGET (shown.figure)) <= before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_whole (&shown));      /* nothing to scroll across */
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static const char *
lit_concept (Shown *shown)
{
  StrataMap *map = STRATA_MAP (find (shown->stage, STRATA_TYPE_MAP));
  StrataConcept *concept = strata_map_get_selected (map);

  return concept != NULL ? strata_concept_get_id (concept) : NULL;
}

/* Each event in turn: its mark has the keyboard, its layer is lit. */
static void
test_play (void)
{
  Shown shown;
  g_autoptr (StrataListState) state =
      strata_list_state_parse ("face=figure&facet=concepts%3Dnn");
  guint told = 1;

  show (&shown, 1200);
  g_assert_false (gtk_widget_get_visible (shown.stage));
  g_signal_emit_by_name (find_by_tooltip (shown.window, "Go Through the Years"), "clicked");
  g_assert_true (strata_timeline_frame_get_playing (shown.frame));
  g_assert_true (gtk_widget_get_visible (shown.stage));
  g_assert_cmpstr (focused_row (shown.window), ==, "least-squares");
  g_assert_cmpstr (lit_concept (&shown), ==, "ml");
  gtk_test_accessible_assert_property (find_by_tooltip (shown.window, "Go Through the Years"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Pause");
  strata_timeline_frame_advance (shown.frame);
  strata_timeline_frame_advance (shown.frame);
  g_assert_cmpstr (focused_row (shown.window), ==, "markov-chain");
  g_assert_cmpstr (lit_concept (&shown), ==, "genai");
  g_assert_true (strata_timeline_mark_get_lit (STRATA_TIMELINE_MARK (mark_at (&shown, 2))));
  g_assert_false (strata_timeline_mark_get_lit (STRATA_TIMELINE_MARK (mark_at (&shown, 1))));

  /* Only what the filter leaves, to the end; then again from the start. */
  strata_timeline_frame_pause (shown.frame);
  strata_table_page_set_state (shown.page, state);
  strata_timeline_frame_play (shown.frame);
  g_assert_cmpstr (focused_row (shown.window), ==, "mcculloch-pitts");
  while (strata_timeline_frame_advance (shown.frame))
    told++;
  g_assert_cmpuint (told, ==, 6);
  g_assert_false (strata_timeline_frame_get_playing (shown.frame));
  g_assert_cmpstr (lit_concept (&shown), ==, "nn");
  strata_timeline_frame_play (shown.frame);
  g_assert_cmpstr (focused_row (shown.window), ==, "mcculloch-pitts");
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

/* A controller of the window, by its type. */
static gpointer
controller_of (Shown *shown,
               GType  type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (shown->window);
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      /* The newest first: not what the window brought along. */
      if (found == NULL && G_OBJECT_TYPE (controller) == type
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        found = controller;
    }
  return found;
}

/* Whatever the reader does stops it; what is told stays, and follows them. */
static void
test_input (void)
{
  Shown shown;
  gboolean taken = FALSE;

  show (&shown, 1200);
  strata_timeline_frame_play (shown.frame);
  strata_timeline_frame_advance (shown.frame);
  g_signal_emit_by_name (controller_of (&shown, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         GDK_KEY_Right, 0, 0, &taken);
  g_assert_false (taken);
  g_assert_false (strata_timeline_frame_get_playing (shown.frame));
  g_assert_true (gtk_widget_get_visible (shown.stage));
  press (shown.window, "figure.next");
  g_assert_cmpstr (row_at (shown.figure, (guint) strata_timeline_figure_get_lit (shown.timeline)), ==,
                   "markov-chain");
  g_assert_cmpstr (lit_concept (&shown), ==, "genai");

  strata_timeline_frame_play (shown.frame);
  g_assert_cmpstr (focused_row (shown.window), ==, "markov-onegin");
  g_signal_emit_by_name (controller_of (&shown, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         GDK_KEY_space, 0, 0, &taken);
  g_assert_true (taken);                  /* the mark is not pressed by it */
  g_assert_false (strata_timeline_frame_get_playing (shown.frame));

  strata_timeline_frame_play (shown.frame);
  g_signal_emit_by_name (controller_of (&shown, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", 0.0,
                         1.0, &taken);
  g_assert_false (strata_timeline_frame_get_playing (shown.frame));

  g_signal_emit_by_name (find_by_tooltip (shown.stage, "Close the Map"), "clicked");
  g_assert_false (gtk_widget_get_visible (shown.stage));
  g_assert_cmpint (strata_timeline_figure_get_lit (shown.timeline), ==, -1);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

/* Turning to another page while it plays. */
static void
test_leave (void)
{
  Shown shown;

  show (&shown, 1200);
  strata_timeline_frame_set_pace (shown.frame, 1);
  strata_timeline_frame_play (shown.frame);
  gtk_widget_set_visible (GTK_WIDGET (shown.page), FALSE);
  g_assert_false (strata_timeline_frame_get_playing (shown.frame));
  gtk_widget_set_visible (GTK_WIDGET (shown.page), TRUE);
  strata_timeline_frame_play (shown.frame);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

/* Time goes on by itself, from the first event to the last. */
static void
test_pace (void)
{
  Shown shown;

  show (&shown, 1200);
  strata_timeline_frame_set_pace (shown.frame, 1);
  strata_timeline_frame_play (shown.frame);
  while (strata_timeline_frame_get_playing (shown.frame))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (focused_row (shown.window), ==, "taiwan-ai-basic-act");
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static void
test_places (void)
{
  assert_places (STRATA_FIGURE_TIMELINE, "timeline", (const int[]){ 420, 560, 760, 1100, 1900, 3800, 0 });
}

/* Paper has all of it, however near it is looked at on screen. */
static void
test_export (void)
{
  Shown shown;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  show (&shown, 1200);
  strata_timeline_figure_zoom (shown.timeline, 1);
  wait_for (is_wide, &shown);
  strata_timeline_frame_play (shown.frame);
  texture = strata_figure_export_texture (shown.figure, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 3272);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static void
add_tests (void)
{
  g_test_add_func ("/timeline/names", test_names);
  g_test_add_func ("/timeline/keys", test_keys);
  g_test_add_func ("/timeline/zoom", test_zoom);
  g_test_add_func ("/timeline/narrow", test_narrow);
  g_test_add_func ("/timeline/play", test_play);
  g_test_add_func ("/timeline/input", test_input);
  g_test_add_func ("/timeline/leave", test_leave);
  g_test_add_func ("/timeline/pace", test_pace);
  g_test_add_func ("/timeline/places", test_places);
  g_test_add_func ("/timeline/export", test_export);
}

int
main (int   argc,
      char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
