/* A lesson on paper: pages, what stands on them, and the PDF. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "paper/strata-export.h"
#include "paper/strata-paper.h"
#include "window/strata-window.h"

static const StrataPaperSize a4 = { 595.28, 841.89, 18 };
static const StrataPaperSize letter = { 612, 792, 18 };

static char *folder;    /* for what is written */
static char *said;

static StrataPaperAbout
about_file (const char *root,
            const char *path,
            const char *language)
{
  return (StrataPaperAbout) { .title = (char *) "The Course",
                              .lesson = (char *) "The Lesson",
                              .path = (char *) path,
                              .folder = (char *) root,
                              .language = (char *) language,
                              .font = (char *) "Cantarell" };
}

static StrataPaper *
lay_out (StrataDocument        *document,
         const StrataPaperSize *size)
{
  StrataPaperAbout about = about_file ("/nowhere", "/nowhere/lesson.md", "en");
  StrataPaper *paper = strata_paper_new (document, &about, size);

  while (!strata_paper_paginate (paper, 0))
    continue;
  return paper;
}

static guint
count_pages (const char            *markdown,
             const StrataPaperSize *size)
{
  g_autoptr (StrataDocument) document = strata_document_new (markdown, -1);
  g_autoptr (StrataPaper) paper = lay_out (document, size);

  return strata_paper_get_n_pages (paper);
}

/* Texts that are laid out or refused, but never stop it. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *once;
    guint       n;
    guint       min_pages;
    guint       max_pages;
  } cases[] = {
    { "", 1, 1, 1 },
    { "\n", 1, 1, 1 },
    { "# h\n\n", 100, 5, 12 },
    { "x", 60000, 15, 25 },
    { "word ", 20000, 15, 40 },
    { "中文", 20000, 15, 40 },
    { ">", 10000, 1, 1 },
    { "[a](https://example.org/", 1, 1, 1 },
    { "[a](https://example.org/b) ", 2000, 1, 4 },
    { "![alt](none.png) ", 500, 1, 4 },
    { "- ", 40, 1, 1 },
    { "|", 300, 1, 2 },
    { "\xff\xfe", 100, 1, 1 },
    { "> - 1. ", 20, 1, 1 },
    { "---\n\n", 300, 5, 20 },
  };
  static const StrataPaperSize sizes[] = { { 595.28, 841.89, 18 }, { 100, 100, 40 }, { 1, 1, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = 0; n < cases[i].n; n++)
        g_string_append (text, cases[i].once);
      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        {
          guint n = k == 0 || cases[i].n < 1000 ? count_pages (text->str, &sizes[k]) : 1;

          g_assert_cmpuint (n, >=, k == 0 ? cases[i].min_pages : 1);
          g_assert_cmpuint (n, <=, k == 0 ? cases[i].max_pages : 100000);
        }
    }
}

/* A table that does not fit on the rest of a page, or on any. */
static void
test_tables (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 14; i++)
    g_string_append (text, "A paragraph.\n\n");
  g_string_append (text, "| a | b |\n|---|---|\n");
  for (guint i = 0; i < 18; i++)
    g_string_append (text, "| one | two |\n");
  g_assert_cmpuint (count_pages (text->str, &a4), ==, 2);
  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "| one | two |\n");
  g_assert_cmpuint (count_pages (text->str, &a4), >, 60);
  g_assert_cmpuint (count_pages (text->str, &a4), <, 90);
}

/* The PDF. ---------------------------------------------------------------------------- */

static char *
run (const char *program,
     const char *argument,
     const char *pdf)
{
  const char *argv[] = { program, argument, pdf, strcmp (program, "pdftotext") == 0 ? "-" : NULL,
                         NULL };
  char *output = NULL;
  int status;
  GError *error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
say (GtkWindow  *window,
     const char *sentence)
{
  g_free (said);
  said = g_strdup (sentence);
}

/* What was said when all was done. */
static const char *
export (GtkWindow  *window,
        const char *root,
        const char *path,
        const char *language,
        const char *to)
{
  StrataPaperAbout about = about_file (root, path, language);
  g_autoptr (GFile) file = g_file_new_for_path (to);

  g_clear_pointer (&said, g_free);
  strata_export_lesson (window, &about, file, NULL, say);
  while (said == NULL)
    g_main_context_iteration (NULL, TRUE);
  return said;
}

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
    n++;
  return n;
}

static void
test_export (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autofree char *root =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures", "everything", NULL);
  g_autofree char *path = g_build_filename (root, "lessons", "en", "tides.md", NULL);
  g_autofree char *pdf = g_build_filename (folder, "tides.pdf", NULL);
  g_autofree char *text = NULL, *info = NULL, *links = NULL;

  g_assert_cmpstr (export (GTK_WINDOW (window), root, path, "en", pdf), ==, "Saved as “tides.pdf”");
  info = run ("pdfinfo", "-isodates", pdf);
  g_assert_nonnull (strstr (info, "The Lesson"));
  text = run ("pdftotext", "-layout", pdf);
  g_assert_cmpuint (count (text, "\f"), >=, 5);
  g_assert_cmpuint (count (text, "\f"), <=, 9);
  g_assert_nonnull (strstr (text, "1/"));
  g_assert_cmpuint (count (text, "The Course"), ==, count (text, "\f"));
  g_assert_cmpuint (count (text, "The Lesson"), ==, count (text, "\f") - 1);
  g_assert_nonnull (strstr (text, "https://example.org/tides?from=strata"));
  /* Links inside the course have none. */
  g_assert_null (strstr (text, "concept:moon"));
  g_assert_nonnull (strstr (text, "潮間帶"));
  g_assert_nonnull (strstr (text, "[A picture that is not there]"));
  g_assert_nonnull (strstr (text, "The sun pulls too"));   /* what is folded, too */
  links = run ("pdfinfo", "-url", pdf);
  g_assert_nonnull (strstr (links, "https://example.org/neap"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The pages of @markdown, as text. */
static char **
export_pages (const char *markdown)
{
  GtkWidget *window = gtk_window_new ();
  g_autofree char *path = g_build_filename (folder, "lesson.md", NULL);
  g_autofree char *pdf = g_build_filename (folder, "lesson.pdf", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, markdown, -1, NULL));
  g_assert_cmpstr (export (GTK_WINDOW (window), folder, path, "en", pdf), ==,
                   "Saved as “lesson.pdf”");
  text = run ("pdftotext", "-layout", pdf);
  gtk_window_destroy (GTK_WINDOW (window));
  return g_strsplit (text, "\f", -1);
}

static char **
export_after (guint       n_paragraphs,
              const char *markdown)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append (text, "A paragraph.\n\n");
  g_string_append (text, markdown);
  return export_pages (text->str);
}

static guint
find_page (char      **pages,
           const char *what)
{
  guint i = 0;

  while (pages[i] != NULL && strstr (pages[i], what) == NULL)
    i++;
  return i;
}

/* Wherever on a page they come, a heading stays with its text, a table that fits on
 * a page is not broken, and no line of a paragraph stands alone. */
static void
test_breaks (void)
{
  static const char text[] =
      "## Heading\n\nfirst line  \nsecond line  \nthird line\n\n"
      "| head |\n|---|\n| one |\n| two |\n| three |\n| four |\n| five |\n| last |\n";
  gboolean broken = FALSE;

  for (guint n = 10; n < 26; n++)
    {
      g_auto (GStrv) pages = export_after (n, text);
      guint first = find_page (pages, "first line");

      broken |= find_page (pages, "Heading") == 1 || find_page (pages, "head\n") == 1;
      g_assert_cmpuint (find_page (pages, "Heading"), ==, first);
      g_assert_cmpuint (find_page (pages, "second line"), ==, first);
      g_assert_cmpuint (find_page (pages, "third line"), ==, first);
      g_assert_cmpuint (find_page (pages, "last"), ==, find_page (pages, "head\n"));
    }
  g_assert_true (broken);
}

/* The head of a table stands on every page that it goes on to. */
static void
test_long_table (void)
{
  g_autoptr (GString) text = g_string_new ("| head |\n|---|\n");
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "| row %u |\n", i);
  pages = export_pages (text->str);
  g_assert_cmpuint (g_strv_length (pages), >=, 4);
  for (guint i = 0; pages[i + 1] != NULL; i++)
    g_assert_cmpuint (count (pages[i], "head\n"), ==, 1);
  g_assert_cmpuint (find_page (pages, "row 99"), ==, g_strv_length (pages) - 2);
}

/* An address stands at the foot of each page that has its link, once, and not where
 * the link says it. */
static void
test_notes (void)
{
  g_auto (GStrv) pages = export_pages ("<https://e.org/said> [a](https://e.org/1) "
                                       "[b](https://e.org/2) [c](https://e.org/1) "
                                       "[d](#heading) <me@e.org>\n");

  g_assert_cmpuint (count (pages[0], "https://e.org/said"), ==, 1);
  g_assert_cmpuint (count (pages[0], "https://e.org/1"), ==, 1);
  g_assert_cmpuint (count (pages[0], "https://e.org/2"), ==, 1);
  g_assert_cmpuint (count (pages[0], "me@e.org"), ==, 1);
  g_assert_null (strstr (pages[0], "#heading"));
  g_assert_nonnull (strstr (pages[0], "a1"));
  g_assert_nonnull (strstr (pages[0], "b2"));
  g_assert_nonnull (strstr (pages[0], "c1"));
}

/* What cannot be read or written is said, and what was there before stays. */
static void
test_failures (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autofree char *path = g_build_filename (folder, "lesson.md", NULL);
  g_autofree char *pdf = g_build_filename (folder, "none", "lesson.pdf", NULL);

  g_assert_true (g_file_set_contents (path, "# Lesson\n", -1, NULL));
  g_assert_true (g_str_has_prefix (export (GTK_WINDOW (window), folder, path, "en", pdf),
                                   "The lesson could not be saved as PDF: "));
  g_assert_true (g_str_has_prefix (export (GTK_WINDOW (window), folder, "/none.md", "en", pdf),
                                   "The lesson could not be saved as PDF: "));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The same lesson fills more of a shorter sheet. */
static void
test_sizes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "A paragraph.\n\n");
  g_assert_cmpuint (count_pages (text->str, &letter), >, count_pages (text->str, &a4));
}

static GtkWidget *
find_header (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_HEADER_BAR (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_header (child);
  return found;
}

/* Only a lesson can be printed. */
static void
test_actions (void)
{
  static const char *const names[] = { "win.print", "win.export-pdf" };
  g_autoptr (GSettings) settings = g_settings_new ("io.github.strata_study.Strata");
  g_autofree char *bundled = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses",
                                               "llm-foundations", NULL);
  StrataWindow *window = strata_window_new (NULL, settings);
  GtkWidget *buttons[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      buttons[i] = gtk_button_new ();
      gtk_actionable_set_action_name (GTK_ACTIONABLE (buttons[i]), names[i]);
      adw_header_bar_pack_end (ADW_HEADER_BAR (find_header (GTK_WIDGET (window))), buttons[i]);
      g_assert_false (gtk_widget_get_sensitive (buttons[i]));
    }
  strata_window_open_course (window, bundled);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (strata_window_go (window, "concept:dl"));
      g_assert_true (gtk_widget_get_sensitive (buttons[i]));
      g_assert_true (strata_window_go (window, "row:glossary/token"));
      g_assert_false (gtk_widget_get_sensitive (buttons[i]));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
      g_assert_true (gtk_widget_get_sensitive (buttons[i]));
      g_assert_false (strata_window_open_course (window, "/nowhere"));
      g_assert_false (gtk_widget_get_sensitive (buttons[i]));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.close-faults", NULL));
      g_assert_true (gtk_widget_get_sensitive (buttons[i]));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[] = { "tides.pdf", "lesson.pdf", "lesson.md" };
  int result;

  gtk_test_init (&argc, &argv);
  adw_init ();
  folder = g_dir_make_tmp ("strata-paper-XXXXXX", NULL);

  g_test_add_func ("/paper/hostile", test_hostile);
  g_test_add_func ("/paper/tables", test_tables);
  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/export", test_export);
  g_test_add_func ("/paper/breaks", test_breaks);
  g_test_add_func ("/paper/long-table", test_long_table);
  g_test_add_func ("/paper/notes", test_notes);
  g_test_add_func ("/paper/failures", test_failures);
  g_test_add_func ("/paper/actions", test_actions);

  result = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  return result;
}
