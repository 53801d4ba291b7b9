/* A lesson that scrolls with what stands above and below it. */
#include "lesson-fixture.h"
#include "lesson/strata-lesson-code.h"
#include "widgets/strata-focus.h"

#define PADDING 24
#define GAP 12

typedef struct
{
  Fixture    lesson;
  GtkWidget *head;
  GtkWidget *foot;
} Desk;

/* A lesson of @n paragraphs below a button and above another. */
static Desk
desk_new (guint n)
{
  g_autoptr (GString) text =
      g_string_new ("# Layers\n\n<details>\n<summary>More</summary>\n\nOne.\n\nTwo.\n\n</details>\n\n");
  Desk self = { .head = gtk_button_new_with_label ("Above"),
                .foot = gtk_button_new_with_label ("Below") };
  GtkWidget *column;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Paragraph %u, of words enough to need a second line in a window "
                                  "that is as narrow as this one.\n\n", i);
  self.lesson = (Fixture) { gtk_window_new (), gtk_scrolled_window_new (), strata_lesson_view_new () };
  column = strata_lesson_column_new (self.head, STRATA_LESSON_VIEW (self.lesson.view), self.foot);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self.lesson.scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self.lesson.scroller), column);
  gtk_window_set_child (GTK_WINDOW (self.lesson.window), self.lesson.scroller);
  gtk_window_set_default_size (GTK_WINDOW (self.lesson.window), 500, 600);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (self.lesson.view), text->str, -1, "",
                                 "/nowhere");
  return self;
}

static Desk
open_desk (guint n)
{
  Desk self = desk_new (n);

  gtk_window_present (GTK_WINDOW (self.lesson.window));
  settle (&self.lesson);
  return self;
}

static double
page (Desk *self)
{
  return gtk_adjustment_get_page_size (vertical (&self->lesson));
}

static double
value (Desk *self)
{
  return gtk_adjustment_get_value (vertical (&self->lesson));
}

static void
scroll_to (Desk   *self,
           double  to)
{
  gtk_adjustment_set_value (vertical (&self->lesson), to);
  settle (&self->lesson);
}

/* Where the line of the character at @offset is on the screen. */
static int
line_top (Desk *self,
          int   offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->lesson.view);
  graphene_point_t point;
  GtkTextIter iter;
  int x, y;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_line_yrange (view, &iter, &y, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, y, &x, &y);
  g_assert_true (gtk_widget_compute_point (self->lesson.view, self->lesson.scroller,
                                           &GRAPHENE_POINT_INIT (0, (float) y), &point));
  return (int) point.y;
}

static int
text_height (Desk *self)
{
  return strata_lesson_view_get_text_height (STRATA_LESSON_VIEW (self->lesson.view), NULL);
}

/* All moves as one, by as much, at whatever place; and the view is no taller than what is
 * seen of it. */
static void
test_scrolling (void)
{
  Desk desk = open_desk (60);
  double end = gtk_adjustment_get_upper (vertical (&desk.lesson)) - page (&desk);
  int button = (int) bounds (desk.head, desk.lesson.scroller).size.height;
  int top = PADDING + button + GAP;

  g_assert_cmpfloat (end, >, 3 * page (&desk));
  for (double to = 0; to <= end; to = to < end ? MIN (to + 61, end) : to + 1)
    {
      scroll_to (&desk, to);
      g_assert_cmpfloat (value (&desk), ==, to);
      g_assert_cmpfloat (bounds (desk.head, desk.lesson.scroller).origin.y, ==,
                         (float) (PADDING - floor (to)));
      g_assert_cmpint (line_top (&desk, 0), ==, top - (int) to);
      g_assert_cmpfloat (bounds (desk.foot, desk.lesson.scroller).origin.y, ==,
                         (float) (top + text_height (&desk) + GAP - floor (to)));
      g_assert_cmpint (gtk_widget_get_height (desk.lesson.view), <=, (int) page (&desk));
    }
  g_assert_cmpfloat (bounds (desk.foot, desk.lesson.scroller).origin.y
                         + bounds (desk.foot, desk.lesson.scroller).size.height,
                     ==, page (&desk) - PADDING);
  gtk_window_destroy (GTK_WINDOW (desk.lesson.window));
}

/* What is short is as tall as it is, with the rest right below. */
static void
test_short (void)
{
  Desk desk = open_desk (1);

  g_assert_cmpfloat (gtk_adjustment_get_upper (vertical (&desk.lesson)), ==, page (&desk));
  g_assert_cmpint (gtk_widget_get_height (desk.lesson.view), ==, text_height (&desk));
  g_assert_cmpfloat (bounds (desk.foot, desk.lesson.scroller).origin.y, ==,
                     bounds (desk.lesson.view, desk.lesson.scroller).origin.y
                         + (float) text_height (&desk) + GAP);
  gtk_window_destroy (GTK_WINDOW (desk.lesson.window));
}

static void
painted (GdkFrameClock *clock,
         gboolean      *done)
{
  *done = TRUE;
}

/* All of a text that is seen at once, also where it has grown by what was made for its
 * blocks. */
static void
test_grown (void)
{
  Desk desk = open_desk (1);

  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (desk.lesson.view),
                                 "One.\n\n    code\n    code\n\n| a | b |\n|---|---|\n| c | d |\n\n"
                                 "> Two.\n\nThree.\n", -1, "", "/nowhere");
  settle (&desk.lesson);
  g_assert_nonnull (find (desk.lesson.view, STRATA_TYPE_LESSON_CODE));
  g_assert_cmpint (gtk_widget_get_height (desk.lesson.view), ==,
                   strata_lesson_view_get_text_height (STRATA_LESSON_VIEW (desk.lesson.view), NULL));
  gtk_window_destroy (GTK_WINDOW (desk.lesson.window));
}

/* There is text down to the lower edge when the window is first seen. */
static void
test_first_frame (void)
{
  Desk desk = desk_new (200);
  GtkTextView *view = GTK_TEXT_VIEW (desk.lesson.view);
  GtkTextIter iter;
  gboolean done = FALSE;
  int y, height, bottom;

  gtk_widget_realize (desk.lesson.window);
  g_signal_connect (gtk_widget_get_frame_clock (desk.lesson.window), "after-paint",
                    G_CALLBACK (painted), &done);
  gtk_window_present (GTK_WINDOW (desk.lesson.window));
  while (!done || !gtk_widget_get_mapped (desk.lesson.view))
    g_main_context_iteration (NULL, TRUE);
  bottom = (int) page (&desk) - PADDING - GAP
           - (int) bounds (desk.head, desk.lesson.scroller).size.height;
  g_assert_cmpint (bottom, >, 300);
  g_assert_cmpint (gtk_widget_get_height (desk.lesson.view), ==, bottom);
  gtk_text_view_get_line_at_y (view, &iter, bottom, NULL);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  g_assert_cmpint (y + height, >=, bottom);
  gtk_window_destroy (GTK_WINDOW (desk.lesson.window));
}

/* Where the view scrolls by itself, all goes along: to the caret, and back to the top. */
static void
test_caret (void)
{
  Desk desk = open_desk (60);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk.lesson.view));
  GtkTextMark *caret = gtk_text_buffer_get_insert (buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (desk.lesson.view), caret);
  settle (&desk.lesson);
  g_assert_cmpint (line_top (&desk, gtk_text_iter_get_offset (&iter)), >, 0);
  g_assert_cmpint (line_top (&desk, gtk_text_iter_get_offset (&iter)), <, (int) page (&desk));
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (desk.lesson.view), caret);
  settle (&desk.lesson);
  g_assert_cmpint (line_top (&desk, 0), >=, 0);
  gtk_window_destroy (GTK_WINDOW (desk.lesson.window));
}

/* What grows above what is read does not push it away. */
static void
test_above (void)
{
  Desk desk = open_desk (60);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk.lesson.view));
  GtkTextTag *tall = gtk_text_buffer_create_tag (buffer, NULL, "pixels-above-lines", 90, NULL);
  GtkTextIter start, end, iter;
  int offset, before, y;

  scroll_to (&desk, 1500);
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (desk.lesson.view), GTK_TEXT_WINDOW_WIDGET, 0,
                                         100, NULL, &y);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (desk.lesson.view), &iter, y, NULL);
  offset = gtk_text_iter_get_offset (&iter);
  before = line_top (&desk, offset);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 200);
  gtk_text_buffer_apply_tag (buffer, tall, &start, &end);
  settle (&desk.lesson);
  g_assert_cmpfloat (value (&desk), >=, 1500 + 90);
  g_assert_cmpint (line_top (&desk, offset), ==, before);
  gtk_window_destroy (GTK_WINDOW (desk.lesson.window));
}

/* Nor does what is unfolded there. */
static void
test_unfold (void)
{
  Desk desk = open_desk (60);
  StrataLessonView *view = STRATA_LESSON_VIEW (desk.lesson.view);
  const char *text = strata_document_get_text (strata_lesson_view_get_document (view));
  guint inside = (guint) (strstr (text, "Two.") - text);
  int offset = (int) (strstr (text, "Paragraph 20") - text), before;

  scroll_to (&desk, 1000);
  before = line_top (&desk, offset);
  g_assert_cmpint (before, >, 0);
  strata_lesson_view_unfold (view, inside);
  settle (&desk.lesson);
  g_assert_cmpint (line_top (&desk, offset), ==, before);
  g_assert_cmpfloat (value (&desk), >, 1030);
  gtk_window_destroy (GTK_WINDOW (desk.lesson.window));
}

/* What gets the focus above or below the text is seen then. */
static void
test_focus (void)
{
  Desk desk = open_desk (60);
  graphene_rect_t where;

  gtk_widget_grab_focus (desk.foot);
  settle (&desk.lesson);
  where = bounds (desk.foot, desk.lesson.scroller);
  g_assert_cmpfloat (where.origin.y + where.size.height, <=, page (&desk));
  gtk_widget_grab_focus (desk.head);
  settle (&desk.lesson);
  g_assert_cmpfloat (bounds (desk.head, desk.lesson.scroller).origin.y, >=, 0);
  gtk_window_destroy (GTK_WINDOW (desk.lesson.window));
}

/* GTK draws what it has a widget for: only those near are left to it, and the one that
 * has the focus. */
static void
test_far (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *first;
  Fixture f;

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (text, "```\nint layer = %u;\n```\n\nWords.\n\n", i);
  f = open_lesson (text->str);
  settle (&f);
  first = find (f.view, STRATA_TYPE_LESSON_CODE);
  g_assert_true (gtk_widget_get_mapped (first));
  gtk_adjustment_set_value (vertical (&f), gtk_adjustment_get_upper (vertical (&f)));
  settle (&f);
  g_assert_false (gtk_widget_get_mapped (first));
  gtk_adjustment_set_value (vertical (&f), 0);
  settle (&f);
  g_assert_true (gtk_widget_get_mapped (first));

  g_assert_true (gtk_widget_grab_focus (find (first, GTK_TYPE_BUTTON)));
  gtk_adjustment_set_value (vertical (&f), gtk_adjustment_get_upper (vertical (&f)));
  settle (&f);
  g_assert_true (gtk_widget_get_mapped (first));
  g_assert_true (strata_focus_get_child (f.view) == first);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_test_add_func ("/lesson-column/scrolling", test_scrolling);
  g_test_add_func ("/lesson-column/short", test_short);
  g_test_add_func ("/lesson-column/grown", test_grown);
  g_test_add_func ("/lesson-column/first-frame", test_first_frame);
  g_test_add_func ("/lesson-column/caret", test_caret);
  g_test_add_func ("/lesson-column/above", test_above);
  g_test_add_func ("/lesson-column/unfold", test_unfold);
  g_test_add_func ("/lesson-column/focus", test_focus);
  g_test_add_func ("/lesson-column/far", test_far);
  return g_test_run ();
}
