#include <string.h>

#include "figure-fixture.h"
#include "figures/strata-figure-export.h"
#include "figures/strata-figure-view.h"
#include "tables/strata-facet-bar.h"

#define WIDTH 1100

static StrataFigure *
figure_of (StrataTablePage *page)
{
  return STRATA_FIGURE (find (GTK_WIDGET (page), STRATA_TYPE_FIGURE));
}

static StrataFigureMark *
mark_of (StrataTablePage *page,
         const char      *row)
{
  StrataFigure *figure = figure_of (page);

  return strata_figure_get_mark (figure, position_of (figure, row));
}

static void
test_names (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("challenges", "face=figure", WIDTH, &window);
  GtkWidget *figure = GTK_WIDGET (figure_of (page));
  GtkWidget *mark = GTK_WIDGET (mark_of (page, "data-bias"));

  g_assert_cmpuint (strata_figure_get_n_marks (figure_of (page)), ==, 24);
  gtk_test_accessible_assert_role (figure, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL, "Challenges");
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Data bias, Data, 1 of 24");

  /* In another language, everything stays as it was looked at. */
  strata_table_page_set_table (page, course, strata_course_find_table (course, "challenges"),
                               chinese);
  g_assert_true (strata_table_page_get_state (page)->figure);
  gtk_test_accessible_assert_property (mark_of (page, "data-bias"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "資料偏誤, 資料, 1 of 24");
  gtk_window_destroy (GTK_WINDOW (window));

  page = show_page ("use-cases", "face=figure", WIDTH, &window);
  gtk_test_accessible_assert_property (strata_figure_get_mark (figure_of (page), 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Language translation, 2 of 7");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A figure has the height: facets have one line above it, and one need not scroll. */
static void
test_height (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("models", "face=figure", WIDTH, &window);
  GtkScrolledWindow *scroller =
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (figure_of (page)), GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (scroller);
  g_autoptr (StrataListState) list = strata_list_state_new ();

  g_assert_cmpfloat (gtk_adjustment_get_upper (down), <=, gtk_adjustment_get_page_size (down));
  gtk_window_destroy (GTK_WINDOW (window));

  page = show_page ("challenges", "face=figure", WIDTH, &window);
  g_assert_nonnull (find (find (GTK_WIDGET (page), STRATA_TYPE_FACET_BAR), GTK_TYPE_MENU_BUTTON));
  strata_table_page_set_state (page, list);
  g_assert_null (find (find (GTK_WIDGET (page), STRATA_TYPE_FACET_BAR), GTK_TYPE_MENU_BUTTON));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set_true (gboolean *value)
{
  *value = TRUE;
}

/* Arrow keys go on in the order of reading, past what the filter leaves out. */
static void
test_keys (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("challenges", "face=figure", WIDTH, &window);
  g_autoptr (StrataListState) state = strata_list_state_parse ("face=figure&facet=category%3Dtechnical");

  gtk_widget_grab_focus (GTK_WIDGET (figure_of (page)));
  g_assert_cmpstr (focused_row (window), ==, "data-bias");
  press (window, "figure.previous");      /* it is the first */
  g_assert_cmpstr (focused_row (window), ==, "data-bias");
  press (window, "figure.next");
  g_assert_cmpstr (focused_row (window), ==, "limited-knowledge-and-hallucination");
  press (window, "figure.last");
  g_assert_cmpstr (focused_row (window), ==, "dynamic-content-handling");
  press (window, "figure.first");
  g_assert_cmpstr (focused_row (window), ==, "data-bias");

  strata_table_page_set_state (page, state);
  gtk_widget_grab_focus (GTK_WIDGET (figure_of (page)));
  g_assert_cmpstr (focused_row (window), ==, "computational-resources");
  press (window, "figure.previous");
  g_assert_cmpstr (focused_row (window), ==, "computational-resources");
  press (window, "figure.last");
  g_assert_cmpstr (focused_row (window), ==, "long-term-context");

  /* Tab leaves the figure: it is one stop. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (figure_of (page)), GTK_DIR_TAB_FORWARD));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whoever goes by keys or points sees where they are. */
static void
test_states (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("challenges", "face=figure", WIDTH, &window);
  GtkWidget *mark = GTK_WIDGET (mark_of (page, "latency"));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (mark);
  gboolean drawn = FALSE;

  gtk_widget_set_state_flags (mark, GTK_STATE_FLAG_FOCUS_VISIBLE, FALSE);
  g_signal_connect_swapped (paintable, "invalidate-contents", G_CALLBACK (set_true), &drawn);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&paintable);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_fading (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("challenges", "face=figure", WIDTH, &window);
  StrataFigureMark *out = mark_of (page, "latency"), *in = mark_of (page, "data-bias");
  GtkWidget *entry = find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);

  g_assert_false (strata_figure_mark_get_faded (out));
  gtk_editable_set_text (GTK_EDITABLE (entry), "bias");
  g_assert_true (strata_figure_mark_get_faded (out));
  g_assert_cmpfloat (strata_figure_mark_get_opacity (out), <, 0.6);
  gtk_test_accessible_assert_state (GTK_WIDGET (out), GTK_ACCESSIBLE_STATE_DISABLED, TRUE);
  gtk_test_accessible_assert_property (GTK_WIDGET (out), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "left out by the filter");
  g_assert_false (strata_figure_mark_get_faded (in));
  g_assert_cmpfloat (strata_figure_mark_get_opacity (in), ==, 1);
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (out)));

  gtk_widget_activate_action (GTK_WIDGET (page), "table.drop", "i", -2);
  g_assert_false (strata_figure_mark_get_faded (out));
  g_assert_cmpfloat (strata_figure_mark_get_opacity (out), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_change (StrataTablePage *page,
              gboolean         is_step,
              guint           *n_steps)
{
  *n_steps += is_step ? 1 : 0;
}

/* A mark opens its row's detail; the switch keeps what is asked for and open. */
static void
test_switch (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("challenges", "q=data&facet=category%3Ddata", WIDTH, &window);
  const StrataListState *state;
  guint n_steps = 0;

  g_signal_connect (page, "state-changed", G_CALLBACK (count_change), &n_steps);
  g_assert_null (find (GTK_WIDGET (page), STRATA_TYPE_FIGURE));
  g_signal_emit_by_name (find_button (GTK_WIDGET (page), "Figure"), "clicked");
  g_assert_cmpuint (n_steps, ==, 1);
  wait_for (is_laid_out, page);
  g_signal_emit_by_name (mark_of (page, "data-bias"), "clicked");
  g_assert_cmpuint (n_steps, ==, 2);
  state = strata_table_page_get_state (page);
  g_assert_true (state->figure);
  g_assert_cmpstr (state->row, ==, "data-bias");
  gtk_test_accessible_assert_state (GTK_WIDGET (mark_of (page, "data-bias")),
                                    GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);

  g_signal_emit_by_name (find_button (GTK_WIDGET (page), "List"), "clicked");
  state = strata_table_page_get_state (page);
  g_assert_false (state->figure);
  g_assert_cmpstr (state->query, ==, "data");
  g_assert_true (strata_list_state_has_facet (state, "category", "data"));
  g_assert_cmpstr (state->row, ==, "data-bias");
  g_signal_emit_by_name (find_button (GTK_WIDGET (page), "Figure"), "clicked");
  g_assert_true (strata_figure_mark_get_selected (mark_of (page, "data-bias")));
  g_assert_true (strata_figure_mark_get_faded (mark_of (page, "latency")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A table without a figure has no switch, whatever a link asks for. */
static void
test_without (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("challenges", "", WIDTH, &window);
  g_autoptr (StrataListState) state = strata_list_state_parse ("face=figure");

  g_assert_true (gtk_widget_get_mapped (find_button (GTK_WIDGET (page), "Figure")));
  strata_table_page_set_table (page, course, strata_course_find_table (course, "glossary"), english);
  strata_table_page_set_state (page, state);
  g_assert_false (strata_table_page_get_state (page)->figure);
  g_assert_false (gtk_widget_get_visible (
      gtk_widget_get_parent (gtk_widget_get_parent (find_button (GTK_WIDGET (page), "Figure")))));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_places (void)
{
  assert_places (STRATA_FIGURE_MIND_MAP, "challenges", (const int[]){ 420, 560, 760, 1100, 1900, 0 });
}

/* The challenges, as lines and words. */
static void
check_svg (GBytes *svg)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_autoptr (GError) error = NULL;
  GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

  g_assert_true (g_markup_parse_context_parse (context, text, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_nonnull (strstr (text, "<path"));
  g_assert_null (strstr (text, "<image"));       /* nothing of it is pixels */
  g_assert_nonnull (strstr (text, "<title>Challenges</title>"));
  g_assert_nonnull (strstr (text, "\nLatency; "));
}

static void
test_export (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("challenges", "face=figure", WIDTH, &window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = strata_figure_export_svg (figure_of (page), &error);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTexture) copy = NULL;
  graphene_rect_t before = *strata_figure_mark_get_bounds (mark_of (page, "latency"));

  g_assert_no_error (error);
  check_svg (svg);

  /* 277 mm of A4 at 300 dots an inch. */
  png = strata_figure_export_png (figure_of (page), &error);
  g_assert_no_error (error);
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 3272);
  copy = strata_figure_export_texture (figure_of (page), &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_height (copy), ==, gdk_texture_get_height (texture));

  /* The window shows what it did. */
  g_assert_true (graphene_rect_equal (
      &before, strata_figure_mark_get_bounds (mark_of (page, "latency"))));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
exists (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
test_save (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("use-cases", "face=figure", WIDTH, &window);
  StrataFigureView *view = STRATA_FIGURE_VIEW (find (GTK_WIDGET (page), STRATA_TYPE_FIGURE_VIEW));
  g_autofree char *folder = g_dir_make_tmp ("strata-XXXXXX", NULL);
  g_autoptr (GFile) dir = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (dir, "figure & map.png");

  strata_figure_view_save_to (view, "png", file);
  wait_for (exists, file);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (dir, NULL, NULL));
}

/* What another program gets that asks the clipboard for a type. */
typedef struct
{
  GBytes   *bytes;
  gboolean  is_done;
} Pasted;

static void
bytes_spliced (GObject      *stream,
               GAsyncResult *result,
               gpointer      data)
{
  Pasted *pasted = data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error);
  g_assert_no_error (error);
  pasted->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  pasted->is_done = TRUE;
}

static void
clipboard_read (GObject      *clipboard,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) from = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, &error);
  g_autoptr (GOutputStream) to = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice_async (to, from,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, bytes_spliced, data);
}

static GBytes *
paste (const char *type)
{
  Pasted pasted = { NULL, FALSE };

  gdk_clipboard_read_async (gdk_display_get_clipboard (gdk_display_get_default ()),
                            (const char *[]){ type, NULL }, G_PRIORITY_DEFAULT, NULL, clipboard_read,
                            &pasted);
  while (!pasted.is_done)
    g_main_context_iteration (NULL, TRUE);
  return pasted.bytes;
}

/* The share of pixels that are not as the first one, the paper. */
static double
share_drawn (GdkTexture *texture)
{
  gsize n = (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture), drawn = 0;
  g_autofree guint32 *pixels = g_new (guint32, n);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) gdk_texture_get_width (texture) * 4);
  for (gsize i = 1; i < n; i++)
    drawn += pixels[i] != pixels[0] ? 1 : 0;
  return (double) drawn / (double) n;
}

/* The clipboard has the whole figure, as pixels and as an SVG. */
static void
test_copy (void)
{
  GtkWidget *window;
  StrataTablePage *page = show_page ("challenges", "face=figure", WIDTH, &window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "table.copy-figure", NULL);
  png = paste ("image/png");
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 3272);
  g_assert_cmpint (gdk_texture_get_height (texture), >, 600);
  g_assert_cmpfloat (share_drawn (texture), >, 0.02);
  g_assert_cmpfloat (share_drawn (texture), <, 0.9);
  svg = paste ("image/svg+xml");
  check_svg (svg);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/figure/names", test_names);
  g_test_add_func ("/figure/height", test_height);
  g_test_add_func ("/figure/keys", test_keys);
  g_test_add_func ("/figure/states", test_states);
  g_test_add_func ("/figure/fading", test_fading);
  g_test_add_func ("/figure/switch", test_switch);
  g_test_add_func ("/figure/without", test_without);
  g_test_add_func ("/figure/places", test_places);
  g_test_add_func ("/figure/export", test_export);
  g_test_add_func ("/figure/save", test_save);
  g_test_add_func ("/figure/copy", test_copy);
}

int
main (int   argc,
      char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
