#include "strata-application.h"

#include <glib/gi18n.h>

#include "config.h"
#include "navigation/strata-place.h"
#include "search/strata-shell-search.h"
#include "strata-colours.h"
#include "strata-picture.h"
#include "strata-window.h"

/* In seconds. */
#define LINGER 10

struct _StrataApplication
{
  AdwApplication       parent_instance;

  GSettings           *settings;
  /* Of what to begin with, one or the other. */
  StrataCourseReading *reading;
  StrataFileReading   *file_reading;

  StrataShellSearch   *shell_search;   /* nullable: there is a bus */
  guint                linger_source;  /* holds the application */
};

G_DEFINE_FINAL_TYPE (StrataApplication, strata_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "show", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Open at a lesson or a row, as concept:dl or row:challenges/latency"), N_("LINK") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { "picture", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, "Save a picture of the window and exit", "FILE" },
  { "size", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, "Size of the picture, as 1200x800", "SIZE" },
  { "language", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, "Language of the course in the picture", "TAG" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE.md | COURSE-FOLDER]") },
  { NULL }
};

static StrataWindow *
application_get_window (StrataApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (STRATA_IS_WINDOW (window))
    return STRATA_WINDOW (window);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (STRATA_IS_WINDOW (l->data))
        return l->data;
    }
  return NULL;
}

/* What is to be opened is read while the toolkit starts. */
static void
begin_reading (StrataApplication *self,
               const char        *argument,
               gboolean           course)
{
  g_autofree char *remembered = g_settings_get_string (self->settings, "file");
  g_autoptr (StrataPlace) place =
      argument == NULL && !course ? strata_place_parse (remembered) : NULL;
  g_autoptr (GFile) file = argument != NULL ? g_file_new_for_commandline_arg (argument) : NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : place != NULL ? place->id : NULL;

  if (path != NULL && !g_str_has_suffix (path, "course.json")
      && strata_file_reading_check (path, NULL))
    self->file_reading = strata_file_reading_new (path);
  else if (argument == NULL)
    self->reading = strata_course_reading_begin_remembered (self->settings);
}

/* What a window shows that has just been made. */
typedef enum
{
  WHAT_IS_BROUGHT,      /* by the caller */
  WHAT_WAS_LAST,
  LAST_COURSE,
} First;

/* The one window there is. */
static StrataWindow *
ensure_window (StrataApplication *self,
               First              first)
{
  StrataWindow *window = application_get_window (self);

  if (window == NULL)
    {
      window = strata_window_new (GTK_APPLICATION (self), self->settings);
      if (self->file_reading != NULL)
        strata_window_expect (window, self->file_reading);
      if (first == WHAT_WAS_LAST)
        strata_window_open_remembered (window, self->reading);
      else if (first == LAST_COURSE)
        strata_window_open_last_course (window, self->reading);
      g_clear_pointer (&self->reading, strata_course_reading_unref);
      g_clear_object (&self->file_reading);
    }
  return window;
}

static gboolean
is_drawn (GtkWindow *window)
{
  return strata_window_is_drawn (STRATA_WINDOW (window));
}

/* The exit status will be 1. What a command line returns reaches only who calls a program
 * that runs already: g_application_run() gives 0 for its own. */
static void
fail (GApplication *application)
{
  g_object_set_data (G_OBJECT (application), "failed", GINT_TO_POINTER (TRUE));
}

static void
picture_done (GtkWindow *window,
              gboolean   saved)
{
  if (!saved)
    {
      g_printerr ("%s\n", _("The window could not be drawn."));
      fail (G_APPLICATION (gtk_window_get_application (window)));
    }
  gtk_window_destroy (window);
}

static void
take_picture (StrataWindow *window,
              GVariantDict *dict)
{
  const char *path;
  const char *size;
  const char *language;
  int width, height;

  if (!g_variant_dict_lookup (dict, "picture", "^&ay", &path))
    return;
  if (g_variant_dict_lookup (dict, "size", "&s", &size)
      && sscanf (size, "%dx%d", &width, &height) == 2)
    strata_window_resize (window, width, height);
  if (g_variant_dict_lookup (dict, "language", "&s", &language))
    strata_window_set_language (window, language);
  strata_picture_take (GTK_WINDOW (window), path, is_drawn, picture_done);
}

static gboolean
open_paths (StrataWindow            *window,
            GApplicationCommandLine *command,
            const char             **paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *notice;

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command, paths[i]));
  if (strata_window_open_files (window, (GFile **) files->pdata, files->len))
    return TRUE;
  /* Faults of a course are for people to read: the window lists them. */
  notice = strata_window_get_notice (window);
  if (notice == NULL)
    return TRUE;
  g_application_command_line_printerr (command, "%s\n", notice);
  return FALSE;
}

static gboolean
show_link (StrataWindow            *window,
           GApplicationCommandLine *command,
           const char              *link)
{
  if (strata_window_go (window, link))
    return TRUE;
  if (strata_window_get_course (window) == NULL
      && strata_window_open_last_course (window, NULL) && strata_window_go (window, link))
    return TRUE;
  g_application_command_line_printerr (command, _("There is no “%s” in this course.\n"), link);
  return FALSE;
}

static gboolean
open_arguments (StrataWindow            *window,
                GApplicationCommandLine *command,
                GVariantDict            *dict)
{
  g_autofree const char **paths = NULL;
  const char *link;

  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &paths) && paths[0] != NULL
      && !open_paths (window, command, paths))
    return FALSE;
  return !g_variant_dict_lookup (dict, "show", "&s", &link) || show_link (window, command, link);
}

static int
strata_application_command_line (GApplication            *application,
                                 GApplicationCommandLine *command)
{
  StrataApplication *self = STRATA_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command);
  First first = g_variant_dict_contains (dict, G_OPTION_REMAINING) ? WHAT_IS_BROUGHT
                : g_variant_dict_contains (dict, "show")           ? LAST_COURSE
                                                                   : WHAT_WAS_LAST;
  StrataWindow *window = ensure_window (self, first);
  gboolean found = open_arguments (window, command, dict);

  if (!found && !g_application_command_line_get_is_remote (command))
    fail (application);
  take_picture (window, dict);
  gtk_window_present (GTK_WINDOW (window));
  return found ? 0 : 1;
}

/* Neither of these two has a command line: the desktop asks for them by D-Bus. */
static void
strata_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (STRATA_APPLICATION (application), WHAT_WAS_LAST)));
}

static void
strata_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  StrataWindow *window = ensure_window (STRATA_APPLICATION (application), WHAT_IS_BROUGHT);

  strata_window_open_files (window, files, (guint) n_files);
  gtk_window_present (GTK_WINDOW (window));
}

static int
strata_application_handle_local_options (GApplication *application,
                                         GVariantDict *dict)
{
  g_autofree const char **paths = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("strata %s\n", STRATA_VERSION);
      return 0;
    }
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &paths);
  begin_reading (STRATA_APPLICATION (application), paths != NULL ? paths[0] : NULL,
                 g_variant_dict_contains (dict, "show"));
  return -1;
}

/* The desktop's search. ------------------------------------------------------------ */

static gboolean
linger_no_more (gpointer data)
{
  StrataApplication *self = data;

  self->linger_source = 0;
  g_application_release (G_APPLICATION (self));
  return G_SOURCE_REMOVE;
}

/* Without a window the program goes on for a while after each search: the desktop
 * asks more about what was found, and searches again with each letter. */
static void
linger (StrataApplication *self)
{
  if (self->linger_source == 0)
    g_application_hold (G_APPLICATION (self));
  g_clear_handle_id (&self->linger_source, g_source_remove);
  self->linger_source = g_timeout_add_seconds (LINGER, linger_no_more, self);
}

/* The course that the window shows, or that it would show. */
static void
prepare_search (StrataApplication *self)
{
  StrataWindow *window = application_get_window (self);
  g_autoptr (StrataCourseReading) reading = NULL;
  g_auto (GStrv) languages = NULL;
  GPtrArray *faults;
  StrataCourse *course = window != NULL ? strata_window_get_course (window) : NULL;

  linger (self);
  if (course == NULL && strata_shell_search_get_course (self->shell_search) != NULL)
    return;
  if (course == NULL)
    {
      reading = strata_course_reading_begin_remembered (self->settings);
      course = strata_course_reading_finish (reading, &faults);
    }
  if (course != NULL)
    languages = strata_course_dup_reader_languages (course, self->settings);
  strata_shell_search_set_course (self->shell_search, course, (const char *const *) languages);
}

static void
search_activated (StrataApplication *self,
                  const char        *place,
                  const char        *query)
{
  StrataWindow *window = ensure_window (self, LAST_COURSE);

  if (*place != '\0')
    strata_window_go (window, place);
  else
    strata_window_search (window, query);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
strata_application_dbus_register (GApplication    *application,
                                  GDBusConnection *connection,
                                  const char      *path,
                                  GError         **error)
{
  StrataApplication *self = STRATA_APPLICATION (application);
  g_autofree char *search_path = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (strata_application_parent_class)
           ->dbus_register (application, connection, path, error))
    return FALSE;
  self->shell_search = strata_shell_search_new ();
  g_signal_connect_object (self->shell_search, "prepare", G_CALLBACK (prepare_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shell_search, "activated", G_CALLBACK (search_activated), self,
                           G_CONNECT_SWAPPED);
  return strata_shell_search_export (self->shell_search, connection, search_path, error);
}

static void
strata_application_dbus_unregister (GApplication    *application,
                                    GDBusConnection *connection,
                                    const char      *path)
{
  g_clear_object (&STRATA_APPLICATION (application)->shell_search);
  G_APPLICATION_CLASS (strata_application_parent_class)
      ->dbus_unregister (application, connection, path);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  StrataWindow *window = application_get_window (data);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  else
    g_application_quit (data);
}

static void
strata_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = { { .name = "quit", .activate = quit_action } };
  static const char *const quit_keys[] = { "<Control>q", NULL };

  G_APPLICATION_CLASS (strata_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_window_set_default_icon_name (STRATA_APP_ID);
  strata_colours_follow ();
}

static void
strata_application_finalize (GObject *object)
{
  StrataApplication *self = STRATA_APPLICATION (object);

  g_clear_handle_id (&self->linger_source, g_source_remove);
  g_clear_pointer (&self->reading, strata_course_reading_unref);
  g_clear_object (&self->file_reading);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (strata_application_parent_class)->finalize (object);
}

static void
strata_application_class_init (StrataApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = strata_application_finalize;
  application_class->startup = strata_application_startup;
  application_class->activate = strata_application_activate;
  application_class->open = strata_application_open;
  application_class->command_line = strata_application_command_line;
  application_class->dbus_register = strata_application_dbus_register;
  application_class->dbus_unregister = strata_application_dbus_unregister;
  application_class->handle_local_options = strata_application_handle_local_options;
}

static void
strata_application_init (StrataApplication *self)
{
  self->settings = g_settings_new (STRATA_APP_ID);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * strata_application_new:
 *
 * Returns: (transfer full): the application; style and icons come from its
 *   resources
 */
StrataApplication *
strata_application_new (void)
{
  return g_object_new (STRATA_TYPE_APPLICATION, "application-id", STRATA_APP_ID,
                       "resource-base-path", "/io/github/strata_study/Strata", "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN, NULL);
}
