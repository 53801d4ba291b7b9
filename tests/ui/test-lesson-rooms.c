/* Blocks that were left behind: their widgets are gone, their room is not. */
#include <adwaita.h>

#include "lesson-fixture.h"
#include "lesson/strata-lesson-code.h"
#include "widgets/strata-focus.h"

#define N_BLOCKS 72
#define WIDE "so long that it does not fit into a window of this width, not at all, not by far"

/* The blocks below @head, which may be what folds them. */
static Fixture
open_blocks (const char *head)
{
  g_autoptr (GString) text = g_string_new (head);
  Fixture self;

  for (guint i = 0; i < N_BLOCKS; i++)
    g_string_append_printf (text, "```\nint layer = %u; /* %s */\nint next;\n```\n\nWords %u.\n\n", i,
                            WIDE, i);
  self = open_lesson (text->str);
  settle (&self);
  return self;
}

static guint
n_widgets (Fixture *self)
{
  guint n = 0;

  while (find_nth (self->view, STRATA_TYPE_LESSON_CODE, n) != NULL)
    n++;
  return n;
}

static void
wait_until_left (Fixture *self,
                 guint    most)
{
  while (n_widgets (self) > most)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
}

/* The line "Words @i", in pixels of the text. */
static int
words_y (Fixture *self,
         guint    i)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_autofree char *words = g_strdup_printf ("Words %u.", i);
  GtkTextIter start, found;
  int y, height;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &found, NULL, NULL));
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->view), &found, &y, &height);
  return y;
}

static void
read_to_end (Fixture *self)
{
  GtkAdjustment *adjustment = vertical (self);
  double value;

  do
    {
      value = gtk_adjustment_get_value (adjustment);
      gtk_adjustment_set_value (adjustment, value + 0.9 * gtk_adjustment_get_page_size (adjustment));
      settle (self);
    }
  while (gtk_adjustment_get_value (adjustment) > value);
}

static const char *
code_of (GtkWidget *code)
{
  return gtk_label_get_text (GTK_LABEL (find (code, GTK_TYPE_LABEL)));
}

/* Nothing moves, and who comes back finds the widgets there. */
static void
test_stands (void)
{
  Fixture f = open_blocks ("");
  int y, height;

  g_assert_cmpuint (n_widgets (&f), <, N_BLOCKS / 3);
  read_to_end (&f);
  wait_until_left (&f, N_BLOCKS / 3);
  height = strata_lesson_view_get_text_height (STRATA_LESSON_VIEW (f.view), NULL);
  y = words_y (&f, 30);
  g_assert_cmpint (words_y (&f, 31) - y, ==, words_y (&f, N_BLOCKS - 1) - words_y (&f, N_BLOCKS - 2));

  gtk_adjustment_set_value (vertical (&f), y - 100);
  settle (&f);
  g_assert_cmpint (words_y (&f, 30), ==, y);
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical (&f)), ==, y - 100);
  gtk_adjustment_set_value (vertical (&f), 0);
  settle (&f);
  g_assert_cmpint (strata_lesson_view_get_text_height (STRATA_LESSON_VIEW (f.view), NULL), ==, height);
  g_assert_true (g_str_has_prefix (code_of (find (f.view, STRATA_TYPE_LESSON_CODE)), "int layer = "));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* What stays, wherever it is: what the caret stands at, what was scrolled sideways and what
 * has the focus. */
static void
test_kept (void)
{
  Fixture f = open_blocks ("");
  GtkWidget *kept[3];

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      kept[i] = find_nth (f.view, STRATA_TYPE_LESSON_CODE, i);
      g_object_add_weak_pointer (G_OBJECT (kept[i]), (gpointer *) &kept[i]);
    }
  g_assert_true (strata_lesson_block_scroll (STRATA_LESSON_BLOCK (kept[1]), 1));
  g_assert_true (gtk_widget_grab_focus (find (kept[2], GTK_TYPE_BUTTON)));
  read_to_end (&f);
  wait_until_left (&f, N_BLOCKS / 3);
  g_assert_nonnull (kept[0]);
  g_assert_nonnull (kept[1]);
  g_assert_true (kept[2] != NULL && strata_focus_get_child (f.view) == kept[2]);
  gtk_window_destroy (GTK_WINDOW (f.window));
  g_assert_null (kept[2]);
}

/* A match in a block that was left is shown. */
static void
test_found (void)
{
  Fixture f = open_blocks ("");
  StrataLessonView *view = STRATA_LESSON_VIEW (f.view);
  guint n = 0;
  GtkWidget *code;

  read_to_end (&f);
  wait_until_left (&f, N_BLOCKS / 3);
  g_assert_cmpuint (strata_lesson_view_find (view, "layer = 17;"), ==, 1);
  settle (&f);
  while ((code = find_nth (f.view, STRATA_TYPE_LESSON_CODE, n++)) != NULL)
    if (g_str_has_prefix (code_of (code), "int layer = 17;"))
      break;
  g_assert_nonnull (code);
  g_assert_cmpfloat (bounds (code, f.scroller).origin.y, >, 0);
  g_assert_cmpfloat (bounds (code, f.scroller).origin.y, <, gtk_adjustment_get_page_size (vertical (&f)));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* How many pieces of the text have the tag. */
static guint
n_tagged (GtkTextBuffer *buffer,
          const char    *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;
  guint n = 0;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    n += gtk_text_iter_starts_tag (&iter, tag) ? 1 : 0;
  while (gtk_text_iter_forward_to_tag_toggle (&iter, tag));
  return n;
}

/* What stands in the buffer is the document, but for one character a widget; the rest of its
 * block is unseen. */
static void
check_text (Fixture *self,
            guint    n_objects)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  const char *expected =
      strata_document_get_text (strata_lesson_view_get_document (STRATA_LESSON_VIEW (self->view)));
  g_autofree char *slice = NULL;
  const char *at;
  GtkTextIter start, end;
  guint n = 0;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  slice = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  for (at = slice; *at != '\0' && *expected != '\0';
       at = g_utf8_next_char (at), expected = g_utf8_next_char (expected))
    {
      if (g_utf8_get_char (at) == 0xfffc)
        n++;
      else
        g_assert_cmpuint (g_utf8_get_char (at), ==, g_utf8_get_char (expected));
    }
  g_assert_cmpuint (n, ==, n_objects);
  g_assert_cmpuint (n_tagged (buffer, "hidden"), ==, n_objects);
}

static void
widen (Fixture *self)
{
  int width = gtk_widget_get_width (self->view);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 600);
  while (gtk_widget_get_width (self->view) == width)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
}

/* Another width asks for other rooms: until one comes back, there is text. */
static void
test_resized (void)
{
  Fixture f = open_blocks ("");

  read_to_end (&f);
  wait_until_left (&f, N_BLOCKS / 3);
  check_text (&f, N_BLOCKS);
  widen (&f);
  check_text (&f, n_widgets (&f));
  g_assert_cmpuint (n_widgets (&f), <, N_BLOCKS / 2);
  gtk_adjustment_set_value (vertical (&f), 0);
  settle (&f);
  g_assert_true (gtk_widget_get_mapped (find_nth (f.view, STRATA_TYPE_LESSON_CODE, 0)));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* What became text while it was folded away stays unseen. */
static void
test_folded (void)
{
  Fixture f = open_blocks ("<details open>\n<summary>Layers</summary>\n\n");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (f.view));
  GtkTextIter start;

  gtk_widget_grab_focus (f.view);
  press (f.view, GDK_KEY_Tab);
  read_to_end (&f);
  wait_until_left (&f, N_BLOCKS / 3);
  g_assert_cmpuint (n_tagged (buffer, "folded"), ==, 0);
  press (f.view, GDK_KEY_Return);
  settle (&f);
  g_assert_cmpuint (n_tagged (buffer, "folded"), ==, 1);
  widen (&f);
  g_assert_cmpuint (n_tagged (buffer, "folded"), ==, 1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_iter_forward_to_tag_toggle (
      &start, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "folded"));
  g_assert_true (gtk_text_iter_starts_line (&start));
  g_assert_cmpuint (n_tagged (buffer, "hidden"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_test_add_func ("/lesson-rooms/stands", test_stands);
  g_test_add_func ("/lesson-rooms/kept", test_kept);
  g_test_add_func ("/lesson-rooms/found", test_found);
  g_test_add_func ("/lesson-rooms/resized", test_resized);
  g_test_add_func ("/lesson-rooms/folded", test_folded);
  return g_test_run ();
}
