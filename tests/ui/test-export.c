/* A PDF that takes long, and the window meanwhile. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "paper/strata-export.h"
#include "widgets/strata-task-bar.h"

static char *folder;    /* for what is written */
static char *said;

static void
say (GtkWindow  *window,
     const char *sentence)
{
  g_free (said);
  said = g_strdup (sentence);
}

/* Writes @markdown and begins to export it. */
static void
start_export (GtkWidget  *window,
              GtkBox     *bars,
              const char *markdown,
              const char *to)
{
  g_autofree char *path = g_build_filename (folder, "lesson.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (to);
  StrataPaperAbout about = { .title = (char *) "The Course",
                             .lesson = (char *) "The Lesson",
                             .path = path,
                             .folder = folder,
                             .language = (char *) "en" };

  g_assert_true (g_file_set_contents (path, markdown, -1, NULL));
  g_clear_pointer (&said, g_free);
  strata_export_lesson (GTK_WINDOW (window), &about, file, bars, say);
}

/* A window that has something to do all the time, as that of a long lesson has for a
 * while, does not keep the file waiting. */
static gboolean
be_busy (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_busy (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autofree char *pdf = g_build_filename (folder, "lesson.pdf", NULL);
  guint source = g_idle_add (be_busy, NULL);

  start_export (window, NULL, "# Lesson\n", pdf);
  while (said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (said, ==, "Saved as “lesson.pdf”");
  g_source_remove (source);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Returns the bar; of a lesson so long that it is there before the file is. */
static GtkWidget *
start_long_export (GtkBox     *box,
                   guint       n_paragraphs,
                   const char *to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *bar;

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append (text, "A *paragraph* of a long lesson.\n\n");
  start_export (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (box))), box, text->str, to);
  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (box))) == NULL && said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (STRATA_IS_TASK_BAR (bar));
  return bar;
}

static GtkBox *
window_box_new (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_child (GTK_WINDOW (window), box);
  return GTK_BOX (box);
}

/* It stops soon, nothing is said, no file is there, and what was there stays. */
static void
test_cancel (void)
{
  g_autofree char *pdf = g_build_filename (folder, "lesson.pdf", NULL);

  for (guint i = 0; i < 2; i++)
    {
      GtkBox *box = window_box_new ();
      g_autofree char *left = NULL;

      g_unlink (pdf);
      if (i == 1)
        g_assert_true (g_file_set_contents (pdf, "what was there", -1, NULL));
      g_signal_emit_by_name (start_long_export (box, 200000, pdf), "cancelled");
      while (gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_null (said);
      g_file_get_contents (pdf, &left, NULL, NULL);
      g_assert_cmpstr (left, ==, i == 1 ? "what was there" : NULL);
      gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (box))));
    }
}

/* The file is written though its window is closed meanwhile. */
static void
test_closed (void)
{
  GtkBox *box = window_box_new ();
  g_autofree char *pdf = g_build_filename (folder, "lesson.pdf", NULL);

  g_unlink (pdf);
  start_long_export (box, 60000, pdf);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (box))));
  while (said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (said, ==, "Saved as “lesson.pdf”");
  g_assert_true (g_file_test (pdf, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[] = { "lesson.pdf", "lesson.md" };
  int result;

  gtk_test_init (&argc, &argv);
  adw_init ();
  folder = g_dir_make_tmp ("strata-export-XXXXXX", NULL);

  g_test_add_func ("/export/busy", test_busy);
  g_test_add_func ("/export/cancel", test_cancel);
  g_test_add_func ("/export/closed", test_closed);

  result = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  return result;
}
