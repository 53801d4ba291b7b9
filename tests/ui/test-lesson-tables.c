/* Tables in a lesson: how they are set, found in, gone through and told. */
#include <adwaita.h>
#include <string.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "lesson-fixture.h"
#include "lesson/strata-lesson-row.h"
#include "lesson/strata-lesson-table.h"

static const char harbours[] =
    "| Harbour | Range | Note |\n|---|:-:|--:|\n"
    "| *Keelung* | 0.6 | see [it](concept:a) and [that](concept:b) |\n"
    "| Bay of Fundy | 11.7 | `x` \\| ![a leaf](none.png) |\n";

static GtkWidget *
nth_cell (GtkWidget *table,
          guint      n)
{
  return find_nth (table, STRATA_TYPE_LESSON_CELL, n);
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
  /* GTK 4.8 loses the memory of a hidden line whenever its place is asked for: no fault of
   * ours. The sanitizer goes on looking for all the others. */
#ifdef __SANITIZE_ADDRESS__
  __lsan_disable ();
#endif
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
#ifdef __SANITIZE_ADDRESS__
  __lsan_enable ();
#endif
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_test_add_func ("/lesson-tables/table", test_table);
  g_test_add_func ("/lesson-tables/wide-table", test_wide_table);
  g_test_add_func ("/lesson-tables/find-table", test_find_table);
  g_test_add_func ("/lesson-tables/table-links", test_table_links);
  g_test_add_func ("/lesson-tables/caret", test_caret);
  return g_test_run ();
}
