/* The blocks of a lesson that are widgets of their own, and where blocks stand. */
#include <adwaita.h>
#include <string.h>

#include "lesson/strata-lesson-code.h"
#include "lesson/strata-lesson-row.h"
#include "lesson/strata-lesson-table.h"
#include "lesson/strata-lesson-view.h"

/* A lesson on the screen. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *scroller;
  GtkWidget *view;
} Fixture;

static Fixture
open_lesson (const char *text)
{
  Fixture self = { gtk_window_new (), gtk_scrolled_window_new (), strata_lesson_view_new () };
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_box_append (GTK_BOX (box), self.view);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self.scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self.scroller), viewport);
  gtk_window_set_child (GTK_WINDOW (self.window), self.scroller);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 500, 600);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (self.view), text, -1, "", "/nowhere");
  gtk_window_present (GTK_WINDOW (self.window));
  return self;
}

static GtkAdjustment *
vertical (Fixture *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* GTK lays long text out a piece at a time. */
static gboolean
is_laid_out (Fixture *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);
  return height > 0 && gtk_adjustment_get_upper (vertical (self)) >= y + height;
}

/* Runs until all stands where it should for some frames. */
static void
settle (Fixture *self)
{
  double upper = -1;

  for (guint frames = 0; frames < 6;)
    {
      gint64 counter = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (self->view));
      double now;

      gtk_widget_queue_draw (self->view);
      while (gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (self->view)) == counter)
        g_main_context_iteration (NULL, TRUE);
      strata_lesson_view_look_around (STRATA_LESSON_VIEW (self->view));
      now = gtk_adjustment_get_upper (vertical (self));
      frames = now == upper && is_laid_out (self)
                       && strata_lesson_view_get_drawn (STRATA_LESSON_VIEW (self->view))
                   ? frames + 1
                   : 0;
      upper = now;
    }
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  guint n = 0;

  return find_nth (widget, type, &n);
}

static graphene_rect_t
bounds (GtkWidget *widget,
        GtkWidget *inside)
{
  graphene_rect_t rect;

  g_assert_true (gtk_widget_compute_bounds (widget, inside, &rect));
  return rect;
}

static void
text_read (GObject      *source,
           GAsyncResult *result,
           gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
clipboard_text (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

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

/* Tables ---------------------------------------------------------------------- */

static const char harbours[] =
    "| Harbour | Range | Note |\n|---|:-:|--:|\n"
    "| *Keelung* | 0.6 | see [it](concept:a) and [that](concept:b) |\n"
    "| Bay of Fundy | 11.7 | `x` \\| ![a leaf](none.png) |\n";

static GtkWidget *
nth_cell (GtkWidget *table,
          guint      n)
{
  return find_nth (table, STRATA_TYPE_LESSON_CELL, &n);
}

/* Where a character of a cell stands, in the table. */
static graphene_rect_t
place_in (GtkWidget  *table,
          const char *lesson,
          const char *word)
{
  g_autoptr (StrataDocument) document = strata_document_new (lesson, -1);
  const char *text = strata_document_get_text (document);
  graphene_rect_t where;

  g_assert_true (strata_lesson_block_locate (
      STRATA_LESSON_BLOCK (table),
      (guint) g_utf8_pointer_to_offset (text, strstr (text, word)), &where));
  return where;
}

static void
test_table (void)
{
  Fixture f = open_lesson (harbours);
  GtkWidget *table, *row, *head;
  graphene_rect_t right, centre, narrow;

  settle (&f);
  table = find (f.view, STRATA_TYPE_LESSON_TABLE);
  g_assert_nonnull (table);
  row = find (table, STRATA_TYPE_LESSON_ROW);
  head = nth_cell (table, 2);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (row), GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (head, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (nth_cell (table, 8), GTK_ACCESSIBLE_ROLE_CELL);
  gtk_test_accessible_assert_property (head, GTK_ACCESSIBLE_PROPERTY_LABEL, "Note");
  gtk_test_accessible_assert_property (nth_cell (table, 8), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "x | a leaf");

  /* All is seen, not wider than the text, and columns are set as the lesson wants. */
  g_assert_false (strata_lesson_block_scroll (STRATA_LESSON_BLOCK (table), 0));
  g_assert_cmpfloat (bounds (table, f.view).size.width, <=, gtk_widget_get_width (f.view));
  right = place_in (table, harbours, "Note");
  g_assert_cmpfloat (right.origin.x, >, bounds (head, table).origin.x
                                            + bounds (head, table).size.width / 2);
  centre = place_in (table, harbours, "Range");
  narrow = place_in (table, harbours, "0.6");
  g_assert_cmpfloat (narrow.origin.x, >, centre.origin.x + 5);
  /* One row below the other, no line of a cell broken where there is room. */
  g_assert_cmpfloat (bounds (nth_cell (table, 3), table).origin.y, >=,
                     bounds (head, table).origin.y + bounds (head, table).size.height);
  g_assert_cmpint (gtk_widget_get_height (nth_cell (table, 3)), <, 40);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* A wide table breaks its lines first and then scrolls; neither leaves the text. */
static void
test_wide_table (void)
{
  g_autoptr (GString) lesson = g_string_new ("| a | b |\n|---|---|\n| short | ");
  Fixture f;
  GtkWidget *table;

  for (guint i = 0; i < 40; i++)
    g_string_append (lesson, "many words ");
  g_string_append (lesson, "|\n\n");
  for (guint i = 0; i < 3; i++)
    {
      for (guint column = 0; column < 12; column++)
        g_string_append (lesson, i == 1 ? "|---" : "| words enough for it ");
      g_string_append (lesson, "|\n");
    }
  f = open_lesson (lesson->str);
  settle (&f);
  table = find (f.view, STRATA_TYPE_LESSON_TABLE);
  g_assert_false (strata_lesson_block_scroll (STRATA_LESSON_BLOCK (table), 0));
  g_assert_cmpint (gtk_widget_get_height (table), >, 100);
  g_assert_cmpfloat (bounds (table, f.view).size.width, <=, gtk_widget_get_width (f.view));
  table = gtk_widget_get_next_sibling (table);
  g_assert_true (STRATA_IS_LESSON_TABLE (table));
  g_assert_true (strata_lesson_block_scroll (STRATA_LESSON_BLOCK (table), 1));
  g_assert_cmpfloat (bounds (table, f.view).size.width, <=, gtk_widget_get_width (f.view));
  /* Narrower by hand: it is fitted anew. */
  gtk_window_set_default_size (GTK_WINDOW (f.window), 380, 600);
  while (gtk_widget_get_width (f.view) > 380)
    g_main_context_iteration (NULL, TRUE);
  settle (&f);
  table = find (f.view, STRATA_TYPE_LESSON_TABLE);
  g_assert_cmpfloat (bounds (table, f.view).size.width, <=, gtk_widget_get_width (f.view));
  g_assert_false (strata_lesson_block_scroll (STRATA_LESSON_BLOCK (table), 0));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* A match in a cell is marked; all of the lesson is copied with its tables. */
static void
test_find_table (void)
{
  Fixture f = open_lesson (harbours);
  GtkWidget *table;
  g_autoptr (GskRenderNode) before = NULL;
  g_autoptr (GskRenderNode) after = NULL;
  g_autofree char *text = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  settle (&f);
  table = find (f.view, STRATA_TYPE_LESSON_TABLE);
  GTK_WIDGET_GET_CLASS (nth_cell (table, 6))->snapshot (nth_cell (table, 6), snapshot);
  before = gtk_snapshot_free_to_node (snapshot);
  g_assert_cmpuint (strata_lesson_view_find (STRATA_LESSON_VIEW (f.view), "fundy"), ==, 1);
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (nth_cell (table, 6))->snapshot (nth_cell (table, 6), snapshot);
  after = gtk_snapshot_free_to_node (snapshot);
  g_assert_cmpint (gsk_render_node_get_node_type (before), ==, GSK_TEXT_NODE);
  g_assert_cmpint (gsk_render_node_get_node_type (after), ==, GSK_CONTAINER_NODE);
  g_signal_emit_by_name (f.view, "select-all", TRUE);
  g_signal_emit_by_name (f.view, "copy-clipboard");
  text = clipboard_text (f.view);
  g_assert_cmpstr (text, ==, "Harbour\tRange\tNote\nKeelung\t0.6\tsee it and that\n"
                             "Bay of Fundy\t11.7\tx | a leaf");
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

static void
press (GtkWidget *view,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        {
          g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &stop);
          return;
        }
    }
  g_assert_not_reached ();
}

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

static char *went;

static void
go (GSimpleAction *action,
    GVariant      *parameter,
    gpointer       data)
{
  g_free (went);
  went = g_variant_dup_string (parameter, NULL);
}

static void
add_go (GtkWidget *window)
{
  static const GActionEntry entries[] = { { .name = "go", .activate = go, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/* The links of a table are gone through and followed by keys, and by the pointer. */
static void
test_table_links (void)
{
  Fixture f = open_lesson (harbours);
  GtkWidget *table;
  graphene_rect_t where;

  add_go (f.window);
  settle (&f);
  table = find (f.view, STRATA_TYPE_LESSON_TABLE);
  gtk_widget_grab_focus (f.view);
  press (f.view, GDK_KEY_Tab);
  g_assert_true (gtk_widget_is_focus (nth_cell (table, 5)));
  press (f.view, GDK_KEY_Return);
  g_assert_cmpstr (went, ==, "concept:a");
  press (f.view, GDK_KEY_Tab);
  g_assert_true (gtk_widget_is_focus (nth_cell (table, 5)));
  press (f.view, GDK_KEY_Return);
  g_assert_cmpstr (went, ==, "concept:b");
  press (f.view, GDK_KEY_ISO_Left_Tab);
  press (f.view, GDK_KEY_Return);
  g_assert_cmpstr (went, ==, "concept:a");

  where = place_in (table, harbours, "that");
  g_assert_cmpint (strata_lesson_block_get_offset_at (STRATA_LESSON_BLOCK (table), where.origin.x + 3,
                                                      where.origin.y + 3),
                   ==, (int) strlen ("Harbour\tRange\tNote\nKeelung\t0.6\tsee it and "));
  gtk_window_destroy (GTK_WINDOW (f.window));
  g_clear_pointer (&went, g_free);
}

/* The caret may come to stand anywhere in the unseen text of a widget, by keys and by a
 * press: GTK must not complain. */
static void
test_caret (void)
{
  g_autofree char *lesson = g_strconcat ("before\n\n- ```\n  one\n  two\n  ```\n\n", harbours, NULL);
  Fixture f = open_lesson (lesson);
  GtkTextView *view = GTK_TEXT_VIEW (f.view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  settle (&f);
  gtk_widget_grab_focus (f.view);
  for (int i = 0; i <= gtk_text_buffer_get_char_count (buffer); i++)
    for (GtkMovementStep step = 0; step <= GTK_MOVEMENT_BUFFER_ENDS; step++)
      for (int count = -1; count <= 1; count += 2)
        {
          GdkRectangle where;

          gtk_text_buffer_get_iter_at_offset (buffer, &iter, i);
          gtk_text_buffer_place_cursor (buffer, &iter);
          gtk_text_view_get_iter_location (view, &iter, &where);
          gtk_text_view_get_cursor_locations (view, &iter, &where, NULL);
          gtk_text_view_get_iter_at_location (view, &iter, where.x + 1, where.y + 1);
          if (step != GTK_MOVEMENT_PAGES && step != GTK_MOVEMENT_HORIZONTAL_PAGES)
            g_signal_emit_by_name (view, "move-cursor", step, count, FALSE);
        }
  for (int y = 0; y < gtk_widget_get_height (f.view); y += 5)
    for (int x = 0; x < gtk_widget_get_width (f.view); x += 5)
      {
        int trailing;

        gtk_text_view_get_iter_at_position (view, &iter, &trailing, x, y);
      }
  settle (&f);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/strata_study/Strata/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
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
  g_test_add_func ("/lesson-blocks/find-code", test_find_code);
  g_test_add_func ("/lesson-blocks/long-code", test_long_code);
  g_test_add_func ("/lesson-blocks/stays", test_stays);
  g_test_add_func ("/lesson-blocks/nesting", test_nesting);
  g_test_add_func ("/lesson-blocks/tab-code", test_tab_code);
  g_test_add_func ("/lesson-blocks/table", test_table);
  g_test_add_func ("/lesson-blocks/wide-table", test_wide_table);
  g_test_add_func ("/lesson-blocks/find-table", test_find_table);
  g_test_add_func ("/lesson-blocks/table-links", test_table_links);
  g_test_add_func ("/lesson-blocks/caret", test_caret);
  return g_test_run ();
}
