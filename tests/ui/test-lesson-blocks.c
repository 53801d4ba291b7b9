/* The blocks of a lesson that are widgets of their own, and where blocks stand. */
#include <adwaita.h>
#include <string.h>

#include "lesson-fixture.h"
#include "lesson/strata-lesson-code.h"
#include "lesson/strata-lesson-table.h"

static gboolean
is_marked (GtkWidget  *label,
           const char *word)
{
  PangoAttrIterator *iter = pango_attr_list_get_iterator (gtk_label_get_attributes (GTK_LABEL (label)));
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  gboolean marked = FALSE;

  do
    {
      int start, end;

      pango_attr_iterator_range (iter, &start, &end);
      if (pango_attr_iterator_get (iter, PANGO_ATTR_BACKGROUND) != NULL)
        marked = marked || strncmp (text + start, word, (size_t) (end - start)) == 0;
    }
  while (pango_attr_iterator_next (iter));
  pango_attr_iterator_destroy (iter);
  return marked;
}

/* Code ----------------------------------------------------------------------- */

static void
test_code (void)
{
  Fixture f = open_lesson ("before\n\n```c\nint one;\n\n  a line so long that it does not fit into a window "
                           "of this width, not at all, not by far\n```\n\nafter\n");
  GtkWidget *code, *scroller, *button;
  GtkAdjustment *sideways;
  g_autofree char *text = NULL;

  settle (&f);
  code = find (f.view, STRATA_TYPE_LESSON_CODE);
  g_assert_nonnull (code);
  scroller = find (code, GTK_TYPE_SCROLLED_WINDOW);
  button = find (code, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (code, GTK_ACCESSIBLE_PROPERTY_LABEL, "Code, c");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy code");

  /* It is not wider than the text, and its lines are not wrapped. */
  g_assert_cmpfloat (bounds (code, f.view).size.width, <=, gtk_widget_get_width (f.view));
  g_assert_cmpfloat (bounds (code, f.view).size.width, >, gtk_widget_get_width (f.view) - 20);
  sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_upper (sideways), >,
                     gtk_adjustment_get_page_size (sideways) + 50);
  g_assert_true (strata_lesson_block_scroll (STRATA_LESSON_BLOCK (code), 1));
  g_assert_cmpfloat (gtk_adjustment_get_value (sideways), >, 10);

  g_signal_emit_by_name (button, "clicked");
  text = clipboard_text (f.view);
  g_assert_cmpstr (text, ==, "int one;\n\n  a line so long that it does not fit into a window of this "
                             "width, not at all, not by far");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Copied");
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* The whole lesson is copied as it reads, whatever is a widget. */
static void
test_copy (void)
{
  Fixture f = open_lesson ("# Head\n\n- ```\n  one\n  two\n  ```\n\n![a picture](none.png) end\n");
  g_autofree char *text = NULL;

  settle (&f);
  g_signal_emit_by_name (f.view, "select-all", TRUE);
  g_signal_emit_by_name (f.view, "copy-clipboard");
  text = clipboard_text (f.view);
  g_assert_cmpstr (text, ==, "Head\n\342\200\242\342\200\202one\ntwo\na picture end");
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* A match in code is marked in the widget, and it is scrolled to, both ways. */
static void
test_find_code (void)
{
  g_autoptr (GString) lesson = g_string_new (NULL);
  Fixture f;
  GtkWidget *code, *scroller;
  graphene_rect_t place;

  for (guint i = 0; i < 160; i++)
    g_string_append (lesson, "Some text in between.\n\n");
  g_string_append (lesson, "```\n");
  for (guint i = 0; i < 60; i++)
    g_string_append (lesson, "a line of code\n");
  g_string_append (lesson, "a line so long that what stands at its end is not seen at once, the needle\n```\n");
  f = open_lesson (lesson->str);
  settle (&f);
  g_assert_null (find (f.view, STRATA_TYPE_LESSON_CODE));     /* it is far away */
  g_assert_cmpuint (strata_lesson_view_find (STRATA_LESSON_VIEW (f.view), "needle"), ==, 1);
  settle (&f);
  code = find (f.view, STRATA_TYPE_LESSON_CODE);
  g_assert_nonnull (code);
  g_assert_true (is_marked (find (code, GTK_TYPE_LABEL), "needle"));
  scroller = find (code, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (strata_lesson_block_locate (
      STRATA_LESSON_BLOCK (code),
      strata_lesson_view_get_length (STRATA_LESSON_VIEW (f.view)) - (guint) strlen ("needle\n"), &place));
  g_assert_cmpfloat (place.origin.x, >, 0);
  g_assert_cmpfloat (place.origin.x + 30, <, gtk_widget_get_width (scroller));
  g_assert_cmpfloat (bounds (code, f.scroller).origin.y + place.origin.y, >, 0);
  g_assert_cmpfloat (bounds (code, f.scroller).origin.y + place.origin.y, <, 600);
  strata_lesson_view_find_end (STRATA_LESSON_VIEW (f.view));
  g_assert_false (is_marked (find (code, GTK_TYPE_LABEL), "needle"));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* Very long code stays text. */
static void
test_long_code (void)
{
  g_autoptr (GString) lesson = g_string_new ("```\n");
  Fixture f;

  for (guint i = 0; i < 3000; i++)
    g_string_append (lesson, "a line of code\n");
  g_string_append (lesson, "```\n\n```\n```\n");
  f = open_lesson (lesson->str);
  settle (&f);
  g_assert_null (find (f.view, STRATA_TYPE_LESSON_CODE));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

static double
y_of (Fixture *self,
      int      offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  return y - gtk_adjustment_get_value (vertical (self));
}

/* What is made above the top edge does not move what is read. */
static void
test_stays (void)
{
  g_autoptr (GString) lesson = g_string_new (NULL);
  Fixture f;
  GtkTextIter iter;
  double before;
  int offset;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (lesson, "Some text.\n\n```\ncode %u, in a line that is so long that it is "
                                    "wrapped more than once where it is text, and then once more, "
                                    "and once more after that, until it ends at last\n```\n\n", i);
  f = open_lesson (lesson->str);
  settle (&f);
  /* All at once to near the end: what is above it is text still. */
  gtk_adjustment_set_value (vertical (&f), gtk_adjustment_get_upper (vertical (&f)) - 1500);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (f.view), &iter,
                               (int) gtk_adjustment_get_value (vertical (&f)) + 100, NULL);
  offset = gtk_text_iter_get_offset (&iter);
  before = y_of (&f, offset);
  settle (&f);
  g_assert_cmpfloat (ABS (y_of (&f, offset) - before), <, 60);   /* one block at the edge */
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* Where blocks stand ---------------------------------------------------------- */

static int
left_edge (GtkWidget  *view,
           const char *word)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, found;
  GdkRectangle where;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, word, 0, &found, NULL, NULL));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &found, &where);
  return where.x;
}

/* Quotes and items stand in each other in any order. */
static void
test_nesting (void)
{
  Fixture f = open_lesson ("> q one\n>\n> > q two\n>\n> - i one\n>\n>   > q inside\n\n- i alone\n\n"
                           "  > q in list\n\n998. big\n1000. bigger\n");
  int quote, item;

  settle (&f);
  quote = left_edge (f.view, "q one");
  item = left_edge (f.view, "i alone");
  g_assert_cmpint (quote, >, 10);
  g_assert_cmpint (item, >, 10);
  g_assert_cmpint (left_edge (f.view, "q two"), ==, 2 * quote);
  g_assert_cmpint (ABS (left_edge (f.view, "i one") - quote - item), <=, 1);
  g_assert_cmpint (ABS (left_edge (f.view, "q inside") - 2 * quote - item), <=, 1);
  g_assert_cmpint (ABS (left_edge (f.view, "q in list") - quote - item), <=, 1);
  g_assert_cmpint (ABS (left_edge (f.view, "bigger") - left_edge (f.view, "big")), <=, 1);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* Tab ------------------------------------------------------------------------- */

/* Tab comes to the button of code between the links before and after it, also when it
 * was not made yet; the arrows scroll the code. */
static void
test_tab_code (void)
{
  g_autoptr (GString) lesson = g_string_new ("[first](concept:a)\n\n");
  Fixture f;
  GtkWidget *code;
  GtkAdjustment *sideways;

  for (guint i = 0; i < 100; i++)
    g_string_append (lesson, "Some text in between.\n\n");
  g_string_append (lesson, "```\nA line so long that it cannot be seen at once, however wide the window "
                           "is that somebody may open for a test of it\n```\n\n[last](concept:b)\n");
  f = open_lesson (lesson->str);
  settle (&f);
  gtk_widget_grab_focus (f.view);
  press (f.view, GDK_KEY_Tab);
  g_assert_true (gtk_widget_is_focus (f.view));
  press (f.view, GDK_KEY_Tab);
  settle (&f);
  code = find (f.view, STRATA_TYPE_LESSON_CODE);
  g_assert_nonnull (code);
  g_assert_true (gtk_widget_is_focus (find (code, GTK_TYPE_BUTTON)));
  g_assert_cmpfloat (bounds (code, f.scroller).origin.y, >=, 0);
  g_assert_cmpfloat (bounds (code, f.scroller).origin.y, <, 580);
  sideways = gtk_scrolled_window_get_hadjustment (
      GTK_SCROLLED_WINDOW (find (code, GTK_TYPE_SCROLLED_WINDOW)));
  /* It is there before it has been laid out. */
  while (gtk_adjustment_get_upper (sideways) < gtk_adjustment_get_page_size (sideways) + 11)
    g_main_context_iteration (NULL, TRUE);
  /* It is known to be too wide only once it was laid out. */
  while (!strata_lesson_block_scroll (STRATA_LESSON_BLOCK (code), 0))
    g_main_context_iteration (NULL, TRUE);
  press (f.view, GDK_KEY_Right);
  g_assert_cmpfloat (gtk_adjustment_get_value (sideways), >, 10);
  press (f.view, GDK_KEY_Left);
  g_assert_cmpfloat (gtk_adjustment_get_value (sideways), ==, 0);
  press (f.view, GDK_KEY_Tab);
  g_assert_true (gtk_widget_is_focus (f.view));
  press (f.view, GDK_KEY_ISO_Left_Tab);
  g_assert_true (gtk_widget_is_focus (find (code, GTK_TYPE_BUTTON)));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* An item of the menu, by its words. */
static gboolean
is_item (GtkWidget     *widget,
         gconstpointer  data)
{
  g_autofree char *words = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return FALSE;
  g_object_get (widget, "text", &words, NULL);
  return g_strcmp0 (words, data) == 0;
}

static gboolean
can_choose (Fixture    *f,
            const char *words)
{
  GtkWidget *item;
  guint n = 0;

  press (f->view, GDK_KEY_Menu);
  item = find_matching (f->view, is_item, words, &n);
  g_assert_nonnull (item);
  return gtk_widget_get_sensitive (item);
}

/* Where nothing is selected there is nothing to copy. */
static void
test_menu (void)
{
  Fixture f = open_lesson ("some words\n");

  settle (&f);
  g_assert_false (can_choose (&f, "Copy"));
  g_assert_false (can_choose (&f, "Copy as Markdown"));
  g_assert_true (can_choose (&f, "Select All"));
  g_signal_emit_by_name (f.view, "select-all", TRUE);
  g_assert_true (can_choose (&f, "Copy"));
  g_assert_true (can_choose (&f, "Copy as Markdown"));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* Edges ---------------------------------------------------------------------- */

/* Where the ink of a block's lines ends on the right, in pixels of the view. */
static int
ink_end (Fixture         *f,
         StrataBlockKind  kind)
{
  const StrataDocument *document = strata_lesson_view_get_document (STRATA_LESSON_VIEW (f->view));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (f->view);
  int width = gtk_widget_get_width (f->view), height, end = 0, y;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  GtkTextIter iter;
  guint block = 0;

  while (strata_document_get_block (document, block)->kind != kind)
    block++;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view)), &iter,
                                      (int) strata_document_get_block (document, block)->start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (f->view), &iter, &y, &height);
  gdk_paintable_snapshot (paintable, snapshot, width, gtk_widget_get_height (f->view));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (f->window)), node,
                                         &GRAPHENE_RECT_INIT (0, (float) y, (float) width,
                                                              (float) height));
  pixels = g_new (guint32, (gsize) width * (gsize) height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    if (pixels[i] != pixels[width - 1])
      end = MAX (end, i % width + 1);
  return end;
}

/* Cards and rules, which are drawn, end where code and tables do, which are widgets. */
static void
test_edges (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Fixture f;
  graphene_rect_t code, table;
  GtkWidget *frame;
  int end;

  g_string_append (text, "| one | two |\n|---|---|\n| ");
  for (guint i = 0; i < 30; i++)
    g_string_append (text, "a wide cell ");
  g_string_append (text, "| b |\n\n```\ncode\n```\n\n> Words.\n\nMore.\n\n---\n\nThe end.\n");
  f = open_lesson (text->str);
  settle (&f);
  code = bounds (find (f.view, STRATA_TYPE_LESSON_CODE), f.view);
  frame = find (find (f.view, STRATA_TYPE_LESSON_TABLE), GTK_TYPE_SCROLLED_WINDOW);
  table = bounds (frame, f.view);
  end = (int) (code.origin.x + code.size.width);
  g_assert_cmpint ((int) (table.origin.x + table.size.width), ==, end);
  g_assert_cmpint (ink_end (&f, STRATA_BLOCK_PARAGRAPH), ==, end);
  g_assert_cmpint (ink_end (&f, STRATA_BLOCK_RULE), ==, end);
  g_assert_cmpint (end, >, gtk_widget_get_width (f.view) - 4);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* Where a word of a list stands, which is on one line with its bullet. */
static int
word_x (Fixture    *f,
        const char *word)
{
  GtkTextIter iter;
  GdkRectangle place, bullet;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view)), &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, word, 0, &iter, NULL, NULL));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->view), &iter, &place);
  gtk_text_iter_set_line_offset (&iter, 0);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->view), &iter, &bullet);
  g_assert_cmpint (place.y, <, bullet.y + bullet.height);
  return place.x;
}

/* However deep it lies and however large text is, there is room for a word beside its
 * bullet; and where there is room, it stands in as far as ever. */
static void
test_deep (void)
{
  Fixture f = open_lesson ("- One\n  - Two\n    - Three\n      - Four\n        - Five\n"
                           "          - Between\n");
  int usual;

  settle (&f);
  usual = word_x (&f, "Between");
  g_assert_cmpint (usual, >, word_x (&f, "Five") + 10);
  strata_lesson_view_set_text_size (STRATA_LESSON_VIEW (f.view), 250);
  settle (&f);
  g_assert_cmpint (word_x (&f, "Between"), <=, gtk_widget_get_width (f.view) / 2);
  g_assert_cmpint (word_x (&f, "Between"), >=, word_x (&f, "Two"));
  strata_lesson_view_set_text_size (STRATA_LESSON_VIEW (f.view), 100);
  settle (&f);
  g_assert_cmpint (word_x (&f, "Between"), ==, usual);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* Where there is no room for a word it goes on in the next line, in whatever it stands. */
static void
test_long_word (void)
{
  Fixture f = open_lesson ("# Donaudampfschifffahrtselektrizitätengesellschaft\n\nThen "
                           "`an_identifier_that_is_far_longer_than_anyone_would_like_to_type` follows.\n\n"
                           "- someone_with_a_very_long_name_that_goes_on_and_on@example.org\n");
  GtkTextIter iter;
  int width;

  strata_lesson_view_set_text_size (STRATA_LESSON_VIEW (f.view), 250);
  settle (&f);
  width = gtk_widget_get_width (f.view) - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (f.view));
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (f.view)), &iter);
  do
    {
      GdkRectangle place;

      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f.view), &iter, &place);
      g_assert_cmpint (place.x + place.width, <=, width);
    }
  while (gtk_text_iter_forward_char (&iter));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_test_add_func ("/lesson-blocks/code", test_code);
  g_test_add_func ("/lesson-blocks/copy", test_copy);
  g_test_add_func ("/lesson-blocks/menu", test_menu);
  g_test_add_func ("/lesson-blocks/find-code", test_find_code);
  g_test_add_func ("/lesson-blocks/long-code", test_long_code);
  g_test_add_func ("/lesson-blocks/stays", test_stays);
  g_test_add_func ("/lesson-blocks/nesting", test_nesting);
  g_test_add_func ("/lesson-blocks/tab-code", test_tab_code);
  g_test_add_func ("/lesson-blocks/edges", test_edges);
  g_test_add_func ("/lesson-blocks/deep", test_deep);
  g_test_add_func ("/lesson-blocks/long-word", test_long_word);
  return g_test_run ();
}
