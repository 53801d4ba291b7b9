/* What is opened from outside: by command line, file manager, dialog or drop. */
#include <glib/gi18n.h>

#include "compat.h"
#include "strata-window-private.h"

/* Closed by the reader, or by the next place. */
void
_strata_window_say (StrataWindow *self,
                    const char   *sentence)
{
  strata_notice_bar_show (self->notice_bar, sentence, NULL, NULL);
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

/* A course is its folder, or the course.json in it; what is not there and does not
 * look like a file was meant as one. */
static char *
dup_course_folder (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_strdup (path);
  if (g_str_equal (name, "course.json"))
    return g_path_get_dirname (path);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && strchr (name, '.') == NULL)
    return g_strdup (path);
  return NULL;
}

/* The window is never empty. */
static void
refuse (StrataWindow *self,
        const char   *sentence)
{
  if (strata_history_get_current (self->history) == NULL)
    strata_window_open_remembered (self, NULL);
  _strata_window_say (self, sentence);
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
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlace) place = NULL;

  g_return_val_if_fail (STRATA_IS_WINDOW (self) && path != NULL, FALSE);

  plain = g_canonicalize_filename (path, NULL);
  folder = dup_course_folder (plain);
  if (folder != NULL)
    return strata_window_open_course (self, folder);
  if (!strata_file_reading_check (plain, &error))
    {
      refuse (self, error->message);
      return FALSE;
    }
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
  refuse (self, _("Strata opens only files that lie on this computer. Save it to a folder first."));
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
