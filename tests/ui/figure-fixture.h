/* The figures of the bundled course's tables. */
#pragma once

#include <adwaita.h>

#include "course/strata-loader.h"
#include "figures/strata-figure.h"
#include "find.h"
#include "tables/strata-table-page.h"

static StrataCourse *course;
static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-TW", "en", NULL };

static inline void
wait_for (gboolean (*done) (gpointer),
          gpointer   data)
{
  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
}

/* Whether everything of a page has its place. */
static inline gboolean
is_laid_out (gpointer page)
{
  GtkWidget *figure = find (page, STRATA_TYPE_FIGURE);

  return figure != NULL && gtk_widget_get_mapped (figure) && gtk_widget_get_height (figure) > 0;
}

/* A page that is looked at, with its figure if @state asks for it. */
static inline StrataTablePage *
show_page (const char  *table,
           const char  *state,
           int          width,
           GtkWidget  **window)
{
  GtkWidget *page = strata_table_page_new ();
  g_autoptr (StrataListState) parsed = strata_list_state_parse (state);

  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), width, 800);
  gtk_window_set_child (GTK_WINDOW (*window), page);
  strata_table_page_set_table (STRATA_TABLE_PAGE (page), course,
                               strata_course_find_table (course, table), english);
  strata_table_page_set_state (STRATA_TABLE_PAGE (page), parsed);
  gtk_window_present (GTK_WINDOW (*window));
  if (parsed->figure)
    wait_for (is_laid_out, page);
  return STRATA_TABLE_PAGE (page);
}

static inline const char *
row_at (StrataFigure *figure,
        guint         position)
{
  return strata_row_get_id (strata_figure_mark_get_row (strata_figure_get_mark (figure, position)));
}

static inline guint
position_of (StrataFigure *figure,
             const char   *row)
{
  for (guint i = 0; i < strata_figure_get_n_marks (figure); i++)
    if (g_str_equal (row_at (figure, i), row))
      return i;
  g_assert_not_reached ();
}

/* The row of the mark that has the keyboard. */
static inline const char *
focused_row (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return STRATA_IS_FIGURE_MARK (focus)
             ? strata_row_get_id (strata_figure_mark_get_row (STRATA_FIGURE_MARK (focus)))
             : NULL;
}

/* Does what a key does, where the keyboard is. */
static inline void
press (GtkWidget  *window,
       const char *action)
{
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), action, NULL);
}

/* No two marks overlap and none leaves the figure. */
static inline void
assert_marks_apart (StrataFigure *figure,
                    int           width,
                    int           height)
{
  for (guint i = 0; i < strata_figure_get_n_marks (figure); i++)
    {
      const graphene_rect_t *bounds = strata_figure_mark_get_bounds (strata_figure_get_mark (figure, i));

      g_assert_true (graphene_rect_contains_rect (&GRAPHENE_RECT_INIT (0, 0, width, height), bounds));
      for (guint j = 0; j < i; j++)
        g_assert_false (graphene_rect_intersection (
            bounds, strata_figure_mark_get_bounds (strata_figure_get_mark (figure, j)), NULL));
    }
}

/* With real letters, too, at each of the widths, which end with 0. */
static inline void
assert_places (StrataFigureType  type,
               const char       *name,
               const int        *widths)
{
  for (; *widths != 0; widths++)
    for (guint l = 0; l < 2; l++)
      {
        GtkWidget *figure = g_object_ref_sink (strata_figure_new (type));
        StrataTable *table = strata_course_find_table (course, name);
        g_autoptr (StrataFilter) filter = strata_filter_new (course, table, english);
        int height;

        strata_figure_show (STRATA_FIGURE (figure), course, table, filter, l == 0 ? english : chinese);
        gtk_widget_measure (figure, GTK_ORIENTATION_VERTICAL, *widths, &height, NULL, NULL, NULL);
        gtk_widget_allocate (figure, *widths, height, -1, NULL);
        assert_marks_apart (STRATA_FIGURE (figure), *widths, height);
        g_object_unref (figure);
      }
}

/* Loads the course and runs the tests that @add adds. */
static inline int
run_tests (int     argc,
           char   *argv[],
           void  (*add) (void))
{
  g_autofree char *folder = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses",
                                              "llm-foundations", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  course = strata_course_load (folder, faults);
  g_assert_nonnull (course);
  add ();
  status = g_test_run ();
  g_object_unref (course);
  return status;
}
