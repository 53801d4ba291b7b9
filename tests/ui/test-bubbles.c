#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "figures/strata-bubbles-figure-private.h"
#include "figures/strata-figure-export.h"

/* A figure of the models, laid out; free the window. */
static StrataFigure *
show (const char *const *languages,
      int                width,
      int                height,
      StrataFilter     **filter,
      GtkWidget        **window)
{
  GtkWidget *figure = strata_figure_new (STRATA_FIGURE_BUBBLES);
  StrataTable *table = strata_course_find_table (course, "models");

  *window = gtk_window_new ();
  *filter = strata_filter_new (course, table, languages);
  gtk_window_set_default_size (GTK_WINDOW (*window), width, height);
  strata_figure_show (STRATA_FIGURE (figure), course, table, *filter, languages);
  gtk_window_set_child (GTK_WINDOW (*window), figure);
  gtk_window_present (GTK_WINDOW (*window));
  while (gtk_widget_get_height (figure) == 0)
    g_main_context_iteration (NULL, TRUE);
  return STRATA_FIGURE (figure);
}

static StrataBubblesMark *
mark_of (StrataFigure *figure,
         const char   *row)
{
  return mark_at (STRATA_BUBBLES_FIGURE (figure), position_of (figure, row));
}

/* Every row is named, with its number in words and where it is from. */
static void
test_names (void)
{
  g_autoptr (StrataFilter) filter = NULL;
  GtkWidget *window;
  StrataFigure *figure = show (english, 1100, 800, &filter, &window);

  g_assert_cmpuint (strata_figure_get_n_marks (figure), ==, 44);
  gtk_test_accessible_assert_role (mark_of (figure, "gpt-3"), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (
      mark_of (figure, "gpt-3"), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "GPT-3, 2020, 175 billion parameters, OpenAI, Weights: Closed, 7 of 44");
  gtk_test_accessible_assert_property (mark_of (figure, "gpt-4"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "GPT-4, 2023, Size not published, OpenAI, 30 of 44");
  for (guint i = 0; i < strata_figure_get_n_marks (figure); i++)
    {
      const char *tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (strata_figure_get_mark (figure, i)));

      g_assert_true (strstr (tooltip, "\nSource: ") != NULL || strstr (tooltip, "\nReference: ") != NULL);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&filter);

  figure = show (chinese, 1100, 800, &filter, &window);
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (GTK_WIDGET (mark_of (figure, "gpt-3"))),
                                   "GPT-3\n1,750 億 個參數\n2020"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Arrow keys go by year, within it from the largest down, those without a size last,
 * past what the filter leaves out. */
static void
test_keys (void)
{
  static const char *const order[] = { "transformer-big", "bert-large", "gpt-1", "t5-11b",
                                       "megatron-lm-8b",  "gpt-2",      "gpt-3", "turing-nlg" };
  g_autoptr (StrataFilter) filter = NULL;
  GtkWidget *window;
  StrataFigure *figure = show (english, 1100, 800, &filter, &window);

  gtk_widget_grab_focus (GTK_WIDGET (figure));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpstr (focused_row (window), ==, order[i]);
      press (window, "figure.next");
    }
  press (window, "figure.last");
  g_assert_cmpstr (focused_row (window), ==, "gpt-5");

  strata_filter_set_query (filter, "GPT-3");
  strata_figure_refilter (figure);
  g_assert_true (strata_figure_mark_get_faded (STRATA_FIGURE_MARK (mark_of (figure, "gopher"))));
  g_assert_false (strata_figure_mark_get_faded (STRATA_FIGURE_MARK (mark_of (figure, "gpt-3"))));
  gtk_widget_grab_focus (GTK_WIDGET (figure));
  press (window, "figure.first");
  g_assert_cmpstr (focused_row (window), ==, "gpt-3");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is written, besides names. */
static gboolean
has_text (StrataFigure *figure,
          const char   *text,
          double       *y)
{
  StrataBubblesFigure *self = STRATA_BUBBLES_FIGURE (figure);

  for (guint i = 0; i < self->texts->len; i++)
    {
      StrataBubblesText *at = &g_array_index (self->texts, StrataBubblesText, i);

      if (!g_str_equal (pango_layout_get_text (at->label), text))
        continue;
      if (y != NULL)
        *y = at->y;
      return TRUE;
    }
  return FALSE;
}

/* The axis is written in words, each at its height; the line is where its number
 * is; models without a size stand below, under a title that says so. */
static void
test_axis (void)
{
  g_autoptr (StrataFilter) filter = NULL;
  GtkWidget *window;
  StrataFigure *figure = show (english, 1100, 800, &filter, &window);
  StrataBubblesFigure *self = STRATA_BUBBLES_FIGURE (figure);
  static const char *const words[] = { "100 million", "1 billion", "10 billion", "100 billion", "1 trillion" };
  double before = INFINITY, y = 0, title = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (has_text (figure, words[i], &y));
      g_assert_cmpfloat (y, <, before);
      before = y;
    }
  g_assert_true (has_text (figure, "100 billion", &y));
  g_assert_cmpfloat (line_at (self, 0)->y, <, y);
  g_assert_true (has_text (figure, "1 trillion", &y));
  g_assert_cmpfloat (line_at (self, 0)->y, >, y);
  g_assert_cmpfloat (fabs (line_at (self, 0)->y - strata_bubbles_mark_get_place (mark_of (figure, "gpt-3"))->y), <, 0.01);
  g_assert_cmpstr (pango_layout_get_text (self->line_labels->pdata[0]), ==, "175 billion (GPT-3)");

  g_assert_true (has_text (figure, "Size not published", &title));
  for (guint i = 0; i < strata_figure_get_n_marks (figure); i++)
    {
      gboolean is_known = !isnan (bubble_at (self, i)->value);

      g_assert_true (is_known == (strata_bubbles_mark_get_place (mark_at (self, i))->y < title));
    }
  g_assert_true (has_text (figure, "Open to download", NULL));
  g_assert_true (has_text (figure, "Closed", NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The pointer finds each mark at its midst; groups differ in shape. */
static void
test_pointer (void)
{
  static const int widths[] = { 420, 1100 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr (StrataFilter) filter = NULL;
      GtkWidget *window;
      StrataFigure *figure = show (english, widths[w], 900, &filter, &window);

      for (guint i = 0; i < strata_figure_get_n_marks (figure); i++)
        {
          const StrataBubblesPlace *place = strata_bubbles_mark_get_place (mark_at (STRATA_BUBBLES_FIGURE (figure), i));

          g_assert_true (gtk_widget_pick (GTK_WIDGET (figure), place->x, place->y, GTK_PICK_DEFAULT)
                         == GTK_WIDGET (strata_figure_get_mark (figure, i)));
          g_assert_cmpfloat (place->x, >, 0);
          g_assert_cmpfloat (place->x, <, gtk_widget_get_width (GTK_WIDGET (figure)));
        }
      g_assert_cmpint (strata_bubbles_mark_get_shape (mark_of (figure, "gpt-2"))->group, !=,
                       strata_bubbles_mark_get_shape (mark_of (figure, "gpt-3"))->group);
      g_assert_cmpint (strata_bubbles_mark_get_shape (mark_of (figure, "gpt-4"))->group, ==, -1);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Of no width in particular it wants no more height than of any: GTK measures a
 * window for the least height, and warns where that does not hold. */
static void
test_measure (void)
{
  g_autoptr (StrataFilter) filter = NULL;
  GtkWidget *window;
  StrataFigure *figure = show (english, 1100, 800, &filter, &window);
  int least, height;

  gtk_widget_measure (GTK_WIDGET (figure), GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  for (int width = 200; width <= 2000; width += 20)
    {
      gtk_widget_measure (GTK_WIDGET (figure), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, >=, least);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_path (GMarkupParseContext *context,
            const char          *element,
            const char         **names,
            const char         **values,
            gpointer             data,
            GError             **error)
{
  guint *n = data;

  n[0] += g_str_equal (element, "path") ? 1 : 0;
  n[1] += g_str_equal (element, "image") ? 1 : 0;
}

/* The picture has a shape for each row at least, and no pixels. */
static void
test_export (void)
{
  g_autoptr (StrataFilter) filter = NULL;
  GtkWidget *window;
  StrataFigure *figure = show (chinese, 420, 900, &filter, &window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = strata_figure_export_svg (figure, &error);
  g_autofree char *text = NULL;
  GMarkupParser parser = { .start_element = count_path };
  guint n[2] = { 0, 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, n, NULL);

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_true (g_markup_parse_context_parse (context, text, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_cmpuint (n[0], >, strata_figure_get_n_marks (figure));
  g_assert_cmpuint (n[1], ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/bubbles/names", test_names);
  g_test_add_func ("/bubbles/keys", test_keys);
  g_test_add_func ("/bubbles/axis", test_axis);
  g_test_add_func ("/bubbles/pointer", test_pointer);
  g_test_add_func ("/bubbles/measure", test_measure);
  g_test_add_func ("/bubbles/export", test_export);
}

int
main (int   argc,
      char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
