/* Scrolls a file in the page that the window shows it in: bench-reader-scroll FILE.md
 * A frame is what moving takes and what the frame clock then does: layout and drawing. */
#include <adwaita.h>

#include "lesson/strata-lesson-page.h"
#include "scroll.h"

typedef struct
{
  GtkWidget     *window;
  GtkWidget     *page;
  GtkAdjustment *adjustment;
  double         moving;      /* what setting the adjustment took */
  double         start;       /* of the frame */
  double         frames[N_FRAMES];
  int            n;           /* -1 before the first */
  gboolean       waiting;     /* for the frame that a move asks for */
} Bench;

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);
  return found;
}

static gboolean
move (gpointer data)
{
  Bench *bench = data;
  double page = gtk_adjustment_get_page_size (bench->adjustment);
  double top = gtk_adjustment_get_upper (bench->adjustment) - page;
  double start = bench_now ();

  gtk_adjustment_set_value (bench->adjustment,
                            bench_place (bench->n, gtk_adjustment_get_value (bench->adjustment),
                                         page, top));
  bench->moving = bench_now () - start;
  bench->waiting = TRUE;
  /* In case that it is there already. */
  gtk_widget_queue_draw (bench->page);
  return G_SOURCE_REMOVE;
}

static void
before_paint (GdkFrameClock *clock,
              Bench         *bench)
{
  bench->start = bench_now ();
}

static void
after_paint (GdkFrameClock *clock,
             Bench         *bench)
{
  if (!bench->waiting)
    return;
  bench->waiting = FALSE;
  bench->frames[bench->n++] = bench->moving + bench_now () - bench->start;
  if (bench->n < N_FRAMES)
    g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, move, bench, NULL);
  else
    {
      bench_print (bench->frames);
      gtk_window_destroy (GTK_WINDOW (bench->window));
    }
}

/* At the lowest priority: there is nothing left to do when this comes. */
static gboolean
begin (gpointer data)
{
  Bench *bench = data;

  if (!strata_lesson_page_get_drawn (STRATA_LESSON_PAGE (bench->page)))
    return G_SOURCE_CONTINUE;
  bench->adjustment = find_adjustment (bench->page);
  g_timeout_add_full (G_PRIORITY_LOW, STILL_MS, move, bench, NULL);
  return G_SOURCE_REMOVE;
}

static void
show (Bench      *bench,
      const char *path,
      const char *text,
      gsize       length)
{
  GdkFrameClock *clock;

  bench->window = adw_window_new ();
  bench->page = strata_lesson_page_new ();
  adw_window_set_content (ADW_WINDOW (bench->window), bench->page);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 900, 700);
  strata_lesson_page_show_file (STRATA_LESSON_PAGE (bench->page),
                                strata_document_new (text, (gssize) length), path, "/");
  gtk_widget_realize (bench->window);
  clock = gtk_widget_get_frame_clock (bench->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint), bench);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_timeout_add_full (G_PRIORITY_LOW, 20, begin, bench, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = argc > 1 ? g_canonicalize_filename (argv[1], NULL) : NULL;
  g_autofree char *text = NULL;
  Bench bench = { NULL };
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &text, &length, NULL))
    {
      g_printerr ("Usage: bench-reader-scroll FILE.md\n");
      return 2;
    }
  adw_init ();
  show (&bench, path, text, length);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
