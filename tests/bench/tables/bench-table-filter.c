/* Types into the page that the window shows a table in: bench-table-filter COURSE
 * What is shown is known when typing returns; it is on the screen after the frame clock
 * has painted, for which it waits as everything does. */
#include <adwaita.h>
#include <string.h>

#include "course/strata-loader.h"
#include "tables/strata-table-page.h"
#include "typing.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *entry;
  double     start;
  double     known[N_QUERIES];
  double     shown[N_QUERIES];
  int        n;
  gboolean   waiting;     /* for the frame that typing asks for */
} Bench;

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static gboolean
type (gpointer data)
{
  Bench *bench = data;
  const char *query = bench_queries[bench->n];
  int at = (int) strlen (query) - 1;

  /* One letter, as a key does it: to set the text would be to clear it first. */
  bench->start = bench_now ();
  if (*query == '\0')
    gtk_editable_delete_text (GTK_EDITABLE (bench->entry), 0, -1);
  else
    gtk_editable_insert_text (GTK_EDITABLE (bench->entry), query + at, 1, &at);
  bench->known[bench->n] = bench_now () - bench->start;
  bench->waiting = TRUE;
  return G_SOURCE_REMOVE;
}

static void
after_paint (GdkFrameClock *clock,
             Bench         *bench)
{
  if (!bench->waiting)
    return;
  bench->waiting = FALSE;
  bench->shown[bench->n++] = bench_now () - bench->start;
  if (bench->n < N_QUERIES)
    g_timeout_add_full (G_PRIORITY_LOW, 400, type, bench, NULL);
  else
    {
      bench_print (bench->known, bench->shown);
      gtk_window_destroy (GTK_WINDOW (bench->window));
    }
}

static void
show (Bench        *bench,
      StrataCourse *course)
{
  static const char *const languages[] = { "en", NULL };
  g_autoptr (StrataListState) state = strata_list_state_parse ("sort=name");

  bench->window = adw_window_new ();
  bench->page = strata_table_page_new ();
  adw_window_set_content (ADW_WINDOW (bench->window), bench->page);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 900, 700);
  strata_table_page_set_table (STRATA_TABLE_PAGE (bench->page), course,
                               strata_course_find_table (course, "stones"), languages);
  strata_table_page_set_state (STRATA_TABLE_PAGE (bench->page), state);
  bench->entry = find_entry (bench->page);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_signal_connect_after (gtk_widget_get_frame_clock (bench->window), "after-paint",
                          G_CALLBACK (after_paint), bench);
  /* At the lowest priority: all that the page does before has been done. */
  g_timeout_add_full (G_PRIORITY_LOW, 1000, type, bench, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = argc > 1 ? strata_course_load (argv[1], faults) : NULL;
  Bench bench = { NULL };

  if (course == NULL || strata_course_find_table (course, "stones") == NULL)
    {
      g_printerr ("Usage: bench-table-filter COURSE, from make-table.py\n");
      return 2;
    }
  adw_init ();
  show (&bench, course);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
