/* Markdown files of one's own: opened, followed, written anew, gone. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "config.h"
#include "find.h"
#include "lesson/strata-lesson-page.h"
#include "lesson/strata-lesson-view.h"
#include "window/strata-window.h"

static GSettings *settings;
static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_file (const char *name,
            const char *text)
{
  g_autofree char *path = in_folder (name);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Two files that lead to each other, one long enough to be scrolled. */
static void
write_notes (void)
{
  g_autoptr (GString) text = g_string_new ("# First\n\n[second](sub/second.md#later) [none](none.md) "
                                           "[paper](paper.pdf) [layer](concept:dl)\n\n");

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "Paragraph %u.\n\n", i);
  write_file ("first.md", text->str);
  write_file ("sub/second.md", "# Second\n\n[first](../first.md)\n\n## Later\n\nEnd.\n");
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

static StrataLessonPage *
page_of (StrataWindow *window)
{
  return (StrataLessonPage *) find_mapped (GTK_WIDGET (window), STRATA_TYPE_LESSON_PAGE);
}

static guint
offset_of (StrataWindow *window)
{
  return strata_lesson_position_get_offset (strata_lesson_page_get_position (page_of (window)));
}

static char *
dup_shown (StrataWindow *window)
{
  GtkWidget *view = find_mapped (GTK_WIDGET (window), STRATA_TYPE_LESSON_VIEW);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (view == NULL)
    return g_strdup ("");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
wait_text (StrataWindow *window,
           const char   *part)
{
  for (;;)
    {
      g_autofree char *shown = dup_shown (window);

      if (strstr (shown, part) != NULL && strata_window_is_drawn (window))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static StrataWindow *
open_window (const char *name)
{
  g_autofree char *path = in_folder (name);
  StrataWindow *window = strata_window_new (NULL, settings);

  gtk_window_present (GTK_WINDOW (window));
  strata_window_open_path (window, path);
  return window;
}

static void
assert_place (StrataWindow *window,
              const char   *name)
{
  g_autofree char *place = strata_window_dup_place (window);
  g_autofree char *path = in_folder (name);
  g_autofree char *expected = g_strconcat ("file:", path, NULL);

  if (!g_str_has_prefix (place, expected))
    g_error ("%s is not %s", place, expected);
}

static void
follow (StrataWindow *window,
        guint         link)
{
  strata_lesson_view_follow (
      STRATA_LESSON_VIEW (find_mapped (GTK_WIDGET (window), STRATA_TYPE_LESSON_VIEW)), link);
}

static void
act (StrataWindow *window,
     const char   *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static void
test_open (void)
{
  StrataWindow *window;

  write_notes ();
  window = open_window ("first.md");
  wait_text (window, "First\n");
  assert_place (window, "first.md");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "First");
  g_assert_null (strata_window_get_notice (window));
  g_assert_null (find_mapped (GTK_WIDGET (window), ADW_TYPE_VIEW_SWITCHER));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_follow (void)
{
  StrataWindow *window;
  guint offset;

  write_notes ();
  window = open_window ("first.md");
  wait_text (window, "Paragraph 199.");
  strata_lesson_position_set (strata_lesson_page_get_position (page_of (window)), 500, 300000);
  wait_text (window, "First\n");
  offset = offset_of (window);
  g_assert_cmpuint (offset, >, 0);

  follow (window, 0);
  wait_text (window, "Second\n");
  assert_place (window, "sub/second.md?in=");
  act (window, "win.back");
  wait_text (window, "First\n");
  assert_place (window, "first.md");
  g_assert_cmpuint (offset_of (window), ==, offset);
  act (window, "win.forward");
  wait_text (window, "Second\n");
  follow (window, 0);
  wait_text (window, "First\n");
  g_assert_cmpuint (offset_of (window), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A link that leads nowhere says why, and nothing else changes. */
static void
test_nowhere (void)
{
  const char *const said[] = { NULL, "none.md", "paper.pdf", "course" };
  StrataWindow *window;

  write_notes ();
  write_file ("paper.pdf", "%PDF");
  window = open_window ("first.md");
  wait_text (window, "First\n");
  for (guint i = 1; i < G_N_ELEMENTS (said); i++)
    {
      follow (window, i);
      g_assert_nonnull (strstr (strata_window_get_notice (window), said[i]));
      assert_place (window, "first.md");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_home (void)
{
  StrataWindow *window;
  g_autofree char *place = NULL;

  write_notes ();
  g_settings_reset (settings, "place");
  window = open_window ("first.md");
  wait_text (window, "First\n");
  act (window, "win.home");
  place = strata_window_dup_place (window);
  g_assert_cmpstr (place, ==, "concept:ai");
  g_assert_nonnull (find_mapped (GTK_WIDGET (window), ADW_TYPE_VIEW_SWITCHER));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Strata");
  act (window, "win.back");
  wait_text (window, "First\n");
  /* The page that lies behind the file. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "i", 1);
  wait_text (window, "Artificial intelligence\n");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_reopen (void)
{
  StrataWindow *window;
  g_autofree char *path = in_folder ("first.md");

  write_notes ();
  window = open_window ("first.md");
  wait_text (window, "First\n");
  gtk_window_close (GTK_WINDOW (window));
  window = strata_window_new (NULL, settings);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (strata_window_open_remembered (window, NULL));
  wait_text (window, "First\n");
  gtk_window_close (GTK_WINDOW (window));

  g_assert_cmpint (g_unlink (path), ==, 0);
  window = strata_window_new (NULL, settings);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (strata_window_open_remembered (window, NULL));
  wait_text (window, "Artificial intelligence\n");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a window as narrow as a telephone, a file's title has room beside the buttons. */
static void
test_narrow (void)
{
  StrataWindow *window;
  GtkWidget *forward;

  write_notes ();
  window = open_window ("first.md");
  wait_text (window, "First\n");
  forward = find_action (GTK_WIDGET (window), "win.forward");
  strata_window_resize (window, 1000, 800);
  g_assert_true (gtk_widget_get_visible (forward));
  strata_window_resize (window, 420, 800);
  g_assert_false (gtk_widget_get_visible (forward));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.home", NULL));
  wait_text (window, "Artificial intelligence\n");
  g_assert_true (gtk_widget_get_visible (forward));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What cannot be opened is said, and the window is not empty. */
static void
test_refused (void)
{
  g_autofree char *pipe = in_folder ("pipe.md");
  StrataWindow *window;

  g_settings_reset (settings, "file");
  window = open_window ("none.md");
  g_assert_nonnull (strstr (strata_window_get_notice (window), "none.md"));
  wait_text (window, "Artificial intelligence\n");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_false (strata_window_open_path (window, pipe));
  g_assert_nonnull (strstr (strata_window_get_notice (window), "pipe.md"));
  g_unlink (pipe);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* So is a folder that is no course, one that is not there, and what the document portal
 * hands over of a course without its folder. */
static void
test_folder (void)
{
  g_autofree char *plain = in_folder ("plain");
  g_autofree char *alone = in_folder ("doc/1a2b3c/course.json");
  StrataWindow *window;

  write_notes ();
  g_mkdir (plain, 0700);
  window = open_window ("first.md");
  wait_text (window, "First\n");
  g_assert_false (strata_window_open_path (window, plain));
  g_assert_nonnull (strstr (strata_window_get_notice (window), "“plain”"));
  g_assert_nonnull (strstr (strata_window_get_notice (window), "course.json"));
  g_assert_true (gtk_widget_get_mapped (find_action (GTK_WIDGET (window), "win.open-folder")));
  write_file ("doc/1a2b3c/course.json", "{}");
  g_assert_false (strata_window_open_path (window, alone));
  g_assert_nonnull (strstr (strata_window_get_notice (window), "Only course.json"));
  assert_place (window, "first.md");
  act (window, "win.home");
  g_assert_null (strata_window_get_notice (window));
  act (window, "win.back");
  wait_text (window, "First\n");
  gtk_window_close (GTK_WINDOW (window));

  /* Still there when the file has come that was read last. */
  window = open_window ("none");
  wait_text (window, "First\n");
  g_assert_nonnull (strstr (strata_window_get_notice (window), "“none”"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_drop (void)
{
  g_autofree char *path = in_folder ("first.md");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) web = g_file_new_for_uri ("https://example.org/a.md");
  StrataWindow *window;

  write_notes ();
  window = open_window ("sub/second.md");
  wait_text (window, "Second\n");
  g_assert_true (strata_window_open_files (window, (GFile *[]) { web, file }, 2));
  wait_text (window, "First\n");
  act (window, "win.back");
  wait_text (window, "Second\n");
  g_assert_false (strata_window_open_files (window, &web, 1));
  g_assert_nonnull (strata_window_get_notice (window));
  assert_place (window, "sub/second.md");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
wait_notice (StrataWindow *window,
             const char   *part)
{
  for (;;)
    {
      const char *notice = strata_window_get_notice (window);

      if (part == NULL ? notice == NULL : notice != NULL && strstr (notice, part) != NULL)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Written anew, what is read stays at the edge though a line was added above it. */
static void
test_written (void)
{
  g_autofree char *path = in_folder ("first.md");
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  StrataWindow *window;
  guint offset;
  int into;

  write_notes ();
  window = open_window ("first.md");
  wait_text (window, "Paragraph 199.");
  strata_lesson_position_set (strata_lesson_page_get_position (page_of (window)), 1500, 300000);
  wait_text (window, "Paragraph 199.");
  offset = offset_of (window);
  into = strata_lesson_position_get_into (strata_lesson_page_get_position (page_of (window)));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  more = g_strconcat ("# Zeroth\n\nNew.\n\n", text + strlen ("# First\n\n"), "Last.\n", NULL);
  write_file ("first.md", more);

  wait_text (window, "Last.");
  g_assert_cmpuint (offset_of (window), ==, offset + strlen ("Zeroth\nNew.") - strlen ("First"));
  g_assert_cmpint (strata_lesson_position_get_into (strata_lesson_page_get_position (page_of (window))),
                   ==, into);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Zeroth");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As many editors save: a new file takes the place of the old one, or is written in
 * pieces. */
static void
test_editors (void)
{
  g_autofree char *path = in_folder ("first.md");
  g_autofree char *other = in_folder (".first.md.swp");
  StrataWindow *window;
  FILE *file;

  write_notes ();
  window = open_window ("first.md");
  wait_text (window, "Paragraph 199.");
  g_assert_true (g_file_set_contents (other, "# Renamed\n", -1, NULL));
  g_assert_cmpint (g_rename (other, path), ==, 0);
  wait_text (window, "Renamed");

  file = fopen (path, "w");
  fputs ("# In", file);
  fflush (file);
  fputs (" place\n", file);
  fclose (file);
  wait_text (window, "In place");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_deleted (void)
{
  g_autofree char *path = in_folder ("first.md");
  g_autofree char *shown = NULL;
  StrataWindow *window;

  write_notes ();
  window = open_window ("first.md");
  wait_text (window, "First\n");
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_notice (window, "first.md");
  shown = dup_shown (window);
  g_assert_true (g_str_has_prefix (shown, "First\n"));
  /* What is said about a file is not said elsewhere. */
  act (window, "win.home");
  wait_notice (window, NULL);
  act (window, "win.back");
  wait_notice (window, "first.md");

  write_file ("first.md", "# Back again\n");
  wait_text (window, "Back again");
  wait_notice (window, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  folder = g_dir_make_tmp ("strata-file-XXXXXX", NULL);
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);       /* where the portal's documents are */
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  settings = g_settings_new (STRATA_APP_ID);
  g_settings_set_boolean (settings, "welcome-seen", TRUE);
  {
    g_autofree char *course = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses",
                                                "llm-foundations", NULL);

    g_settings_set_string (settings, "course", course);
  }
  g_test_add_func ("/file/open", test_open);
  g_test_add_func ("/file/follow", test_follow);
  g_test_add_func ("/file/nowhere", test_nowhere);
  g_test_add_func ("/file/home", test_home);
  g_test_add_func ("/file/reopen", test_reopen);
  g_test_add_func ("/file/narrow", test_narrow);
  g_test_add_func ("/file/refused", test_refused);
  g_test_add_func ("/file/folder", test_folder);
  g_test_add_func ("/file/drop", test_drop);
  g_test_add_func ("/file/written", test_written);
  g_test_add_func ("/file/editors", test_editors);
  g_test_add_func ("/file/deleted", test_deleted);
  status = g_test_run ();
  g_object_unref (settings);
  remove_all (folder);
  g_free (folder);
  return status;
}
