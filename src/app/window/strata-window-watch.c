/* What is shown is shown anew as soon as it changes on disk, in the same place: one
 * may write in an editor and read here. What became broken stays as it was, with a
 * bar that says so until it is mended. */
#include <glib/gi18n.h>

#include "course/strata-fault.h"
#include "lesson/strata-lesson-page.h"
#include "strata-fault-page.h"
#include "strata-window-private.h"

/* The bar. --------------------------------------------------------------------- */

/* Says what was just asked for in vain, or what there is to say about what is shown. */
void
_strata_window_update_notice (StrataWindow *self)
{
  const char *content = gtk_stack_get_visible_child_name (self->content);

  if (self->said != NULL)
    strata_notice_bar_show (self->notice_bar, self->said,
                            self->said_of_folder ? _("Open Course _Folder…") : NULL,
                            self->said_of_folder ? "win.open-folder" : NULL);
  else if (g_strcmp0 (content, "file") == 0 && self->file_notice != NULL)
    strata_notice_bar_show (self->notice_bar, self->file_notice, NULL, NULL);
  else if (g_strcmp0 (content, "course") == 0 && self->course_notice != NULL)
    strata_notice_bar_show (self->notice_bar, self->course_notice, _("Show _Faults"),
                            "win.show-faults");
  else
    strata_notice_bar_hide (self->notice_bar);
}

/* The reader has read it: it comes back with the next change. */
void
_strata_window_notice_closed (StrataWindow *self)
{
  const char *content = gtk_stack_get_visible_child_name (self->content);

  if (self->said != NULL)
    {
      g_clear_pointer (&self->said, g_free);
      _strata_window_update_notice (self);
    }
  else if (g_strcmp0 (content, "file") == 0)
    g_clear_pointer (&self->file_notice, g_free);
  else if (g_strcmp0 (content, "course") == 0)
    g_clear_pointer (&self->course_notice, g_free);
}

/* A file of its own. ------------------------------------------------------------- */

static void
file_is_broken (StrataWindow *self,
                const char   *path,
                GError       *error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  g_free (self->file_notice);
  self->file_notice =
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
          ? g_strdup_printf (_("“%s” was deleted or moved. What it said is still shown."), name)
          : g_strdup (error->message);
}

static void
file_was_read (StrataWindow *self)
{
  g_autoptr (StrataFileReading) reading = g_steal_pointer (&self->file_again);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataDocument) document = strata_file_reading_take (reading, &error);
  const char *path = strata_file_reading_get_path (reading);
  StrataLessonPage *page = STRATA_LESSON_PAGE (self->file);

  /* Another one was gone to meanwhile. */
  if (g_strcmp0 (strata_lesson_page_get_path (page), path) != 0)
    return;
  if (document == NULL)
    file_is_broken (self, path, error);
  else
    {
      g_clear_pointer (&self->file_notice, g_free);
      strata_lesson_page_show_file (page, g_steal_pointer (&document), path, self->file_root);
    }
  _strata_window_update_title (self);
  _strata_window_update_notice (self);
}

static void
drop_file_again (StrataWindow *self)
{
  if (self->file_again == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->file_again, self);
  g_clear_object (&self->file_again);
}

static void
file_changed (StrataWindow *self)
{
  drop_file_again (self);
  self->file_again = strata_file_reading_new (strata_folder_watch_get_path (self->file_watch));
  g_signal_connect_swapped (self->file_again, "done", G_CALLBACK (file_was_read), self);
}

void
_strata_window_watch_file (StrataWindow *self,
                           const char   *path)
{
  drop_file_again (self);
  g_clear_pointer (&self->file_notice, g_free);
  g_clear_object (&self->file_watch);
  self->file_watch = strata_folder_watch_new_file (path);
  g_signal_connect_object (self->file_watch, "changed", G_CALLBACK (file_changed), self,
                           G_CONNECT_SWAPPED);
}

/* The course. ---------------------------------------------------------------------- */

static void
show_faults (StrataWindow *self)
{
  GPtrArray *faults;

  strata_course_reading_finish (self->broken, &faults);
  if (adw_bin_get_child (self->fault_bin) == NULL)
    adw_bin_set_child (self->fault_bin, g_object_new (STRATA_TYPE_FAULT_PAGE, NULL));
  strata_fault_page_set_faults (STRATA_FAULT_PAGE (adw_bin_get_child (self->fault_bin)),
                                strata_course_reading_get_folder (self->broken), faults,
                                strata_history_get_current (self->history) != NULL);
  _strata_window_leave_file (self);
  _strata_window_turn_to (self, "faults");
}

void
_strata_window_show_faults (StrataWindow *self)
{
  if (self->broken != NULL)
    show_faults (self);
}

static gboolean
is_open (StrataWindow *self,
         const char   *folder)
{
  return self->course != NULL && g_str_equal (strata_course_get_folder (self->course), folder);
}

static char *
dup_course_notice (const char *folder,
                   GPtrArray  *faults)
{
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_strdup (_("The course’s folder was deleted or moved. What was open is still shown."));
  return g_strdup_printf (ngettext ("The course now has %u fault. What was open is still shown.",
                                    "The course now has %u faults. What was open is still shown.",
                                    faults->len),
                          faults->len);
}

/* Takes @reading of a course that cannot be shown; it is kept for its faults. */
void
_strata_window_course_is_broken (StrataWindow        *self,
                                 StrataCourseReading *reading)
{
  const char *folder = strata_course_reading_get_folder (reading);
  gboolean listed = g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "faults") == 0;
  GPtrArray *faults;

  strata_course_reading_finish (reading, &faults);
  g_clear_pointer (&self->broken, strata_course_reading_unref);
  self->broken = reading;
  g_free (self->course_notice);
  self->course_notice = is_open (self, folder) ? dup_course_notice (folder, faults) : NULL;
  if (listed || !is_open (self, folder))
    show_faults (self);
  _strata_window_update_notice (self);
}

static void
read_again (GTask        *task,
            gpointer      source,
            gpointer      folder,
            GCancellable *cancellable)
{
  StrataCourseReading *reading = strata_course_reading_begin (folder);
  GPtrArray *faults;

  strata_course_reading_finish (reading, &faults);
  g_task_return_pointer (task, reading, (GDestroyNotify) strata_course_reading_unref);
}

static void
course_was_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  StrataWindow *self = STRATA_WINDOW (source);
  g_autoptr (StrataCourseReading) reading = g_task_propagate_pointer (G_TASK (result), NULL);
  StrataCourse *course;

  if (reading == NULL || self->course_watch == NULL)
    return;     /* another change has come, or the window has gone */
  course = strata_course_reading_get_sound (reading);
  if (course == NULL)
    {
      _strata_window_course_is_broken (self, g_steal_pointer (&reading));
      return;
    }
  if (is_open (self, strata_course_reading_get_folder (reading)))
    _strata_window_take_anew (self, course);
  else
    _strata_window_take_course (self, course);
}

static void
course_changed (StrataWindow *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->course_again);
  g_clear_object (&self->course_again);
  self->course_again = g_cancellable_new ();
  task = g_task_new (self, self->course_again, course_was_read, NULL);
  g_task_set_task_data (task, g_strdup (strata_folder_watch_get_path (self->course_watch)), g_free);
  g_task_run_in_thread (task, read_again);
}

/* Watches the course in @folder, open or to be mended, from now on. */
void
_strata_window_watch_course (StrataWindow *self,
                             const char   *folder)
{
  g_cancellable_cancel (self->course_again);
  g_clear_object (&self->course_again);
  if (self->course_watch != NULL
      && g_str_equal (strata_folder_watch_get_path (self->course_watch), folder))
    return;
  g_clear_object (&self->course_watch);
  if (strata_course_is_bundled (folder))
    return;
  self->course_watch = strata_folder_watch_new_course (folder);
  g_signal_connect_object (self->course_watch, "changed", G_CALLBACK (course_changed), self,
                           G_CONNECT_SWAPPED);
}

/* What was open is gone back to: the other course is not waited for any more. */
void
_strata_window_close_faults (StrataWindow *self)
{
  const StrataPlace *place = strata_history_get_current (self->history);

  if (place == NULL)
    return;
  if (self->broken != NULL && !is_open (self, strata_course_reading_get_folder (self->broken)))
    {
      g_clear_pointer (&self->broken, strata_course_reading_unref);
      g_clear_object (&self->course_watch);
      if (self->course != NULL)
        _strata_window_watch_course (self, strata_course_get_folder (self->course));
    }
  _strata_window_turn_to (self, place->kind == STRATA_PLACE_FILE ? "file" : "course");
}

/* All is well: nothing of what was broken is left to say. */
void
_strata_window_course_is_sound (StrataWindow *self)
{
  g_clear_pointer (&self->broken, strata_course_reading_unref);
  g_clear_pointer (&self->course_notice, g_free);
}

/* Some disks do not say what others write to them. */
void
_strata_window_look (StrataWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  if (self->file_watch != NULL)
    strata_folder_watch_look (self->file_watch);
  if (self->course_watch != NULL)
    strata_folder_watch_look (self->course_watch);
}

void
_strata_window_stop_watching (StrataWindow *self)
{
  g_cancellable_cancel (self->course_again);
  g_clear_object (&self->course_again);
  drop_file_again (self);
  g_clear_object (&self->file_watch);
  g_clear_object (&self->course_watch);
  g_clear_pointer (&self->broken, strata_course_reading_unref);
  g_clear_pointer (&self->said, g_free);
  g_clear_pointer (&self->file_notice, g_free);
  g_clear_pointer (&self->course_notice, g_free);
}
