/* Where a link leads is said in a corner, and never over the link itself. */
#include <adwaita.h>

#include "lesson-fixture.h"
#include "lesson/strata-lesson-page.h"

#define N_LINKS 12

typedef struct
{
  GtkWidget        *window;
  StrataLessonPage *page;
  GtkWidget        *view;
  GtkWidget        *target;     /* the words in the corner */
} Desk;

static void
next_frame (Desk *desk)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (desk->view);
  gint64 counter = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (desk->view);
  while (gdk_frame_clock_get_frame_counter (clock) == counter)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_target (GtkWidget     *widget,
           gconstpointer  data)
{
  return gtk_widget_has_css_class (widget, "link-target");
}

/* Links so long that they are broken into lines, in a narrow window with large text. */
static Desk
open_desk (void)
{
  Desk desk = { gtk_window_new (), STRATA_LESSON_PAGE (strata_lesson_page_new ()), NULL, NULL };
  g_autoptr (GString) text = g_string_new ("# Links\n\n");
  guint n = 0;

  for (guint i = 0; i < N_LINKS; i++)
    g_string_append_printf (text,
                            "Some words.\n\nSee [the long name of page %u of them](https://example.org/%u).\n\n",
                            i, i);
  for (guint i = 0; i < 40; i++)
    g_string_append (text, "Nothing to see.\n\n");
  strata_lesson_page_show_file (desk.page, strata_document_new (text->str, (gssize) text->len),
                                "/nowhere/a.md", "/nowhere");
  gtk_window_set_default_size (GTK_WINDOW (desk.window), 420, 600);
  gtk_window_set_child (GTK_WINDOW (desk.window), GTK_WIDGET (desk.page));
  gtk_window_present (GTK_WINDOW (desk.window));
  desk.view = find (GTK_WIDGET (desk.page), STRATA_TYPE_LESSON_VIEW);
  desk.target = find_matching (GTK_WIDGET (desk.page), is_target, NULL, &n);
  while (!strata_lesson_page_get_drawn (desk.page))
    next_frame (&desk);
  return desk;
}

/* Nothing is still moving. */
static void
settle_desk (Desk *desk)
{
  for (guint frames = 0; frames < 8; frames++)
    {
      next_frame (desk);
      if (!strata_lesson_page_get_drawn (desk->page))
        frames = 0;
    }
}

static gboolean
is_hidden (Desk *desk)
{
  graphene_rect_t target = bounds (desk->target, desk->view);
  GdkRectangle link;

  g_assert_true (gtk_widget_get_visible (desk->target));
  g_assert_true (strata_lesson_view_get_pointed (STRATA_LESSON_VIEW (desk->view), &link));
  return graphene_rect_intersection (&target,
                                     &GRAPHENE_RECT_INIT ((float) link.x, (float) link.y,
                                                          (float) link.width, (float) link.height),
                                     NULL);
}

static GtkEventController *
motion_controller (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* The pointer is over the beginning of the link: unlike the focus, nothing else on the
 * screen can take it away. */
static void
point_to (Desk       *desk,
          const char *words)
{
  GtkTextView *view = GTK_TEXT_VIEW (desk->view);
  GtkTextIter iter;
  GdkRectangle place;
  int x, y;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, words, 0, &iter, NULL, NULL));
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x + 2,
                                         place.y + place.height / 2, &x, &y);
  g_signal_emit_by_name (motion_controller (desk->view), "motion", (double) x, (double) y);
}

/* A link goes up the window from below its lower edge; where @anew, it is pointed to at
 * each place, else it is all along. */
static void
check_places (gboolean anew)
{
  Desk desk = open_desk ();
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (desk.view, GTK_TYPE_SCROLLED_WINDOW)));
  const char *link = "the long name of page 3 of them";
  gboolean was_above = FALSE, was_below = FALSE;

  point_to (&desk, link);
  for (double value = 0; value < 1000; value += 31)
    {
      if (anew)
        g_signal_emit_by_name (motion_controller (desk.view), "leave");
      gtk_adjustment_set_value (scroll, value);
      settle_desk (&desk);
      if (anew)
        {
          g_assert_false (gtk_widget_get_visible (desk.target));
          point_to (&desk, link);
          next_frame (&desk);
        }
      g_assert_false (is_hidden (&desk));
      if (gtk_widget_get_valign (desk.target) == GTK_ALIGN_START)
        was_above = TRUE;
      else
        was_below = TRUE;
    }
  g_assert_true (was_above && was_below);
  gtk_window_destroy (GTK_WINDOW (desk.window));
}

static void
test_scrolled (void)
{
  check_places (FALSE);
}

static void
test_pointed (void)
{
  check_places (TRUE);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_test_add_func ("/link-target/pointed", test_pointed);
  g_test_add_func ("/link-target/scrolled", test_scrolled);
  return g_test_run ();
}
