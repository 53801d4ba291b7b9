/* A course that is written while it is read: shown anew in the same place, kept as
 * it was while it is broken. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "config.h"
#include "lesson/strata-lesson-page.h"
#include "window/strata-fault-page.h"
#include "window/strata-library-page.h"
#include "window/strata-window.h"

static GSettings *settings;
static char *folder;
static char *runtime;

static void
run (const char *command,
     const char *first,
     const char *second)
{
  const char *argv[] = { command, "-r", first, second, NULL };
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

/* A fresh copy of the course. */
static void
copy_course (void)
{
  g_autofree char *good =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures", "good", NULL);

  g_free (folder);
  folder = g_dir_make_tmp ("strata-reload-XXXXXX", NULL);
  run ("rm", folder, NULL);
  run ("cp", good, folder);
}

/* Replaces the first @old in a file of the course. */
static void
edit (const char *name,
      const char *old,
      const char *new)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) halves = NULL;
  g_autofree char *edited = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  halves = g_strsplit (text, old, 2);
  g_assert_cmpuint (g_strv_length (halves), ==, 2);
  edited = g_strjoinv (new, halves);
  g_assert_true (g_file_set_contents (path, edited, -1, NULL));
}

static GtkWidget *
find_mapped (GtkWidget *widget,
             GType      type)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Until a label or text that is seen holds @part. */
static gboolean
shows (GtkWidget  *widget,
       const char *part)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      g_autofree char *text = NULL;

      g_object_get (buffer, "text", &text, NULL);
      return strstr (text, part) != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows (child, part))
        return TRUE;
    }
  return FALSE;
}

static void
wait_shown (StrataWindow *window,
            const char   *part)
{
  while (!shows (GTK_WIDGET (window), part))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_notice (StrataWindow *window,
             gboolean      there)
{
  while ((strata_window_get_notice (window) != NULL) != there)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_place (StrataWindow *window,
              const char   *expected)
{
  g_autofree char *place = strata_window_dup_place (window);

  g_assert_cmpstr (place, ==, expected);
}

static StrataWindow *
open_window (void)
{
  StrataWindow *window = strata_window_new (NULL, settings);

  gtk_window_present (GTK_WINDOW (window));
  strata_window_open_path (window, folder);
  return window;
}

static void
close_window (StrataWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  run ("rm", folder, NULL);
}

static void
test_lesson (void)
{
  StrataWindow *window;

  copy_course ();
  window = open_window ();
  g_assert_true (strata_window_go (window, "concept:inner"));
  wait_shown (window, "Text.");
  edit ("lessons/en/inner.md", "Text.", "Written anew.");
  wait_shown (window, "Written anew.");
  assert_place (window, "concept:inner");
  /* The name of a layer, on the map too. */
  edit ("course.json", "\"en\": \"Inner\"", "\"en\": \"Innermost\"");
  wait_shown (window, "Innermost");
  close_window (window);
}

/* Filter, order and open row stay. */
static void
test_table (void)
{
  StrataWindow *window;

  copy_course ();
  window = open_window ();
  g_assert_true (strata_window_go (window, "table:things?q=stone&sort=name&row=stone"));
  wait_shown (window, "Stone");
  edit ("tables/things.json", "\"en\": \"Stone\"", "\"en\": \"Stone of old\"");
  wait_shown (window, "Stone of old");
  assert_place (window, "table:things?q=stone&sort=name&row=stone");
  close_window (window);
}

/* A table loses its page: it is looked at in the library from then on. */
static void
test_page (void)
{
  StrataWindow *window;

  copy_course ();
  window = open_window ();
  g_assert_true (strata_window_go (window, "row:things/stone"));
  wait_shown (window, "Stone");
  edit ("tables/things.json", "\"prominent\": true", "\"prominent\": false");
  while (find_mapped (GTK_WIDGET (window), STRATA_TYPE_LIBRARY_PAGE) == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_place (window, "table:things?row=stone");
  edit ("tables/things.json", "\"prominent\": false", "\"prominent\": true");
  while (find_mapped (GTK_WIDGET (window), STRATA_TYPE_LIBRARY_PAGE) != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_place (window, "table:things?row=stone");
  close_window (window);
}

/* The place itself goes: the course is shown from its beginning, and back leads to
 * nothing that is no more. */
static void
test_gone (void)
{
  StrataWindow *window;

  copy_course ();
  window = open_window ();
  g_assert_true (strata_window_go (window, "concept:inner"));
  g_assert_true (strata_window_go (window, "concept:outer"));
  g_assert_true (strata_window_go (window, "concept:inner"));
  wait_shown (window, "Text.");
  edit ("course.json", "\"id\": \"inner\"", "\"id\": \"core\"");
  wait_notice (window, TRUE);       /* links lead to it still */
  assert_place (window, "concept:inner");
  edit ("lessons/en/outer.md", "concept:inner", "concept:core");
  edit ("lessons/zh-TW/outer.md", "concept:inner", "concept:core");
  edit ("tables/things.json", "\"inner\"", "\"core\"");
  edit ("tables/things.json", "\"inner\"", "\"core\"");
  wait_notice (window, FALSE);
  assert_place (window, "concept:outer");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  assert_place (window, "concept:outer");
  close_window (window);
}

static void
test_broken (void)
{
  StrataWindow *window;

  copy_course ();
  window = open_window ();
  g_assert_true (strata_window_go (window, "concept:inner"));
  edit ("course.json", "\"format\": 1,", "\"format\": 1");
  wait_notice (window, TRUE);
  wait_shown (window, "Text.");
  assert_place (window, "concept:inner");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-faults", NULL);
  g_assert_nonnull (find_mapped (GTK_WIDGET (window), STRATA_TYPE_FAULT_PAGE));
  wait_shown (window, "course.json, line");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-faults", NULL);
  g_assert_nonnull (strata_window_get_notice (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-faults", NULL);

  /* Mended: the list goes, and what is new is shown. */
  edit ("lessons/en/inner.md", "Text.", "Mended.");
  edit ("course.json", "\"format\": 1", "\"format\": 1,");
  wait_shown (window, "Mended.");
  assert_place (window, "concept:inner");
  g_assert_null (strata_window_get_notice (window));
  close_window (window);
}

/* Broken from the first: it opens as soon as it is mended. */
static void
test_mended (void)
{
  StrataWindow *window;

  copy_course ();
  edit ("course.json", "\"format\": 1,", "\"format\": 1");
  window = open_window ();
  wait_shown (window, "course.json, line");
  g_assert_null (strata_window_dup_place (window));
  edit ("course.json", "\"format\": 1", "\"format\": 1,");
  wait_shown (window, "See inner");
  close_window (window);
}

static void
test_deleted (void)
{
  StrataWindow *window;
  g_autofree char *moved = NULL;

  copy_course ();
  window = open_window ();
  g_assert_true (strata_window_go (window, "concept:inner"));
  moved = g_strconcat (folder, ".away", NULL);
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  wait_notice (window, TRUE);
  wait_shown (window, "Text.");
  run ("rm", moved, NULL);
  g_mkdir (folder, 0700);
  close_window (window);
}

/* Writes until it is shown: what it was before may not have been looked at yet. */
static void
write_until_shown (StrataWindow *window,
                   const char   *path,
                   const char   *text)
{
  while (!shows (GTK_WIDGET (window), text))
    {
      FILE *file = fopen (path, "w");

      fprintf (file, "# Inner\n\n%s\n", text);
      fclose (file);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Behind the document portal nobody is told what others write, as with a file that is
 * written by another name, here: it is looked for, again and again. */
static void
test_untold (void)
{
  StrataWindow *window;
  g_autofree char *documents = g_build_filename (runtime, "doc", "1a2b3c", NULL);
  g_autofree char *course = g_build_filename (documents, "course", NULL);
  g_autofree char *name = g_build_filename (course, "lessons", "en", "inner.md", NULL);
  g_autofree char *other = g_build_filename (runtime, "other", NULL);

  copy_course ();
  g_assert_cmpint (g_mkdir_with_parents (documents, 0700), ==, 0);
  g_assert_cmpint (g_rename (folder, course), ==, 0);
  g_assert_cmpint (link (name, other), ==, 0);
  g_free (folder);
  folder = g_strdup (course);
  window = open_window ();
  g_assert_true (strata_window_go (window, "concept:inner"));
  wait_shown (window, "Text.");
  write_until_shown (window, other, "Written untold.");
  write_until_shown (window, other, "Written once more.");
  assert_place (window, "concept:inner");
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  runtime = g_dir_make_tmp ("strata-reload-XXXXXX", NULL);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  settings = g_settings_new (STRATA_APP_ID);
  g_settings_set_boolean (settings, "welcome-seen", TRUE);
  g_settings_set_string (settings, "language", "en");
  g_test_add_func ("/reload/lesson", test_lesson);
  g_test_add_func ("/reload/table", test_table);
  g_test_add_func ("/reload/page", test_page);
  g_test_add_func ("/reload/gone", test_gone);
  g_test_add_func ("/reload/broken", test_broken);
  g_test_add_func ("/reload/mended", test_mended);
  g_test_add_func ("/reload/deleted", test_deleted);
  g_test_add_func ("/reload/untold", test_untold);
  status = g_test_run ();
  g_object_unref (settings);
  g_free (folder);
  run ("rm", runtime, NULL);
  g_free (runtime);
  return status;
}
