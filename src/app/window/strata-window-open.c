/* What is opened from outside: by command line, file manager, dialog or drop. */
#include <glib/gi18n.h>

#include <errno.h>
#include <glib/gstdio.h>

#include "compat.h"
#include "strata-sandbox.h"
#include "strata-window-private.h"

static void
say (StrataWindow *self,
     const char   *sentence,
     gboolean      choose_folder)
{
  g_free (self->said);
  self->said = g_strdup (sentence);
  self->said_of_folder = choose_folder;
  _strata_window_update_notice (self);
}

/* Closed by the reader, or by the next place. */
void
_strata_window_say (StrataWindow *self,
                    const char   *sentence)
{
  say (self, sentence, FALSE);
}

/**
 * strata_window_get_notice:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): what the bar across the window says
 */
const char *
strata_window_get_notice (StrataWindow *self)
{
  g_return_val_if_fail (STRATA_IS_WINDOW (self), NULL);

  return strata_notice_bar_get_text (self->notice_bar);
}

/* A course is its folder, or the course.json in it. */
static char *
dup_course_folder (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_strdup (path);
  return g_str_equal (name, "course.json") ? g_path_get_dirname (path) : NULL;
}

static gboolean
is_there (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

/* Why there is nothing to be opened at @path, in @folder if it is to be a course; NULL
 * if there is. Of a course that is there the page of its faults says the rest. */
static char *
dup_reason (const char *path,
            const char *folder)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *course = folder != NULL ? g_build_filename (folder, "course.json", NULL) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean there = is_there (path);

  if (!there && strata_sandbox_is_around ())
    return g_strdup_printf (_("“%s” was not handed to Strata’s sandbox, or is not there. "
                              "Open it from Strata’s main menu."), name);
  if (there && folder != NULL)
    {
      if (!is_there (course))
        return g_strdup_printf (_("“%s” is not the folder of a course: it has no course.json. "
                                  "Choose the folder that has one."), name);
      if (strata_sandbox_hands_over_alone (course))
        return g_strdup (_("Only course.json was handed to Strata’s sandbox, not the course that it "
                           "belongs to. Open the folder of the course from Strata’s main menu."));
      return NULL;
    }
  return strata_file_reading_check (path, &error) ? NULL : g_strdup (error->message);
}

/* The window is never empty. */
static void
refuse (StrataWindow *self,
        const char   *sentence,
        gboolean      choose_folder)
{
  if (strata_history_get_current (self->history) == NULL)
    strata_window_open_remembered (self, NULL);
  say (self, sentence, choose_folder);
}

/* What is not there was meant as a folder where it does not look like a file. */
static gboolean
looks_like_folder (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return strchr (name, '.') == NULL;
}

/**
 * strata_window_open_path:
 * @self: the window
 * @path: absolute path of a Markdown file, a course's folder or its course.json
 *
 * Opens what is there. If it cannot be opened the window says why, and what was
 * open stays as it is.
 *
 * Returns: whether it is open, or will be as soon as it is read
 */
gboolean
strata_window_open_path (StrataWindow *self,
                         const char   *path)
{
  g_autofree char *plain = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (StrataPlace) place = NULL;

  g_return_val_if_fail (STRATA_IS_WINDOW (self) && path != NULL, FALSE);

  plain = g_canonicalize_filename (path, NULL);
  folder = dup_course_folder (plain);
  reason = dup_reason (plain, folder);
  if (reason != NULL)
    {
      refuse (self, reason, folder != NULL || looks_like_folder (plain));
      return FALSE;
    }
  if (folder != NULL)
    return strata_window_open_course (self, folder);
  place = strata_place_new_file (plain, NULL);
  return _strata_window_go_to (self, place);
}

/**
 * strata_window_open_files:
 * @self: the window
 * @files: what to open
 * @n_files: how many there are, at least one
 *
 * Opens the last one, and has back lead to the files before it.
 *
 * Returns: whether the last one is open, or will be as soon as it is read
 */
gboolean
strata_window_open_files (StrataWindow  *self,
                          GFile        **files,
                          guint          n_files)
{
  const char *path;

  g_return_val_if_fail (STRATA_IS_WINDOW (self) && n_files > 0, FALSE);

  for (guint i = 0; i + 1 < n_files; i++)
    {
      path = g_file_peek_path (files[i]);
      if (path != NULL && strata_file_reading_check (path, NULL))
        {
          g_autoptr (StrataPlace) place = strata_place_new_file (path, NULL);

          _strata_window_remember_offset (self);
          strata_history_push (self->history, place);
        }
    }
  path = g_file_peek_path (files[n_files - 1]);
  if (path != NULL)
    return strata_window_open_path (self, path);
  refuse (self, _("Strata opens only files that lie on this computer. Save it to a folder first."),
          FALSE);
  return FALSE;
}

/* The dialog. ------------------------------------------------------------------- */

static void
chosen (GFile    *file,
        gpointer  data)
{
  if (file != NULL && gtk_widget_get_mapped (data))
    strata_window_open_files (data, &file, 1);
  g_object_unref (data);
}

void
_strata_window_choose (StrataWindow *self,
                       gboolean      folder)
{
  strata_compat_choose_file (GTK_WINDOW (self), folder, chosen, g_object_ref (self));
}

/* What is dropped on the window. ------------------------------------------------ */

static gboolean
dropped (StrataWindow *self,
         const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    g_ptr_array_add (files, g_value_get_object (value));
  else if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
        g_ptr_array_add (files, l->data);
    }
  if (files->len == 0)
    return FALSE;
  strata_window_open_files (self, (GFile **) files->pdata, files->len);
  return TRUE;
}

void
_strata_window_accept_drops (StrataWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "takes-files");
  gtk_widget_add_controller (GTK_WIDGET (self->content), GTK_EVENT_CONTROLLER (target));
}
