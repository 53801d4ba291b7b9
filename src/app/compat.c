/* What newer libraries do another way, one function each: the only file that
 * may ask for a library's version. */

/* What is newer than the floor may be called here, where the library has it. */
#undef ADW_VERSION_MAX_ALLOWED
#undef GDK_VERSION_MAX_ALLOWED

#include "compat.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "config.h"

#if ADW_CHECK_VERSION(1, 5, 0)
#define show_about(parent, ...) adw_show_about_dialog (GTK_WIDGET (parent), __VA_ARGS__)
#else
#define show_about(parent, ...) adw_show_about_window (parent, __VA_ARGS__)
#endif

/* Whether the kernel offers anything that GL could draw with. */
static gboolean
has_graphics_card (void)
{
  /* What makers' own drivers use instead of a render node. */
  static const char *const others[] = { "/dev/nvidiactl", "/dev/dxg", "/dev/mali0", "/dev/kgsl-3d0" };
  g_autoptr (GDir) folder = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      if (g_str_has_prefix (name, "renderD"))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_file_test (others[i], G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/**
 * strata_compat_choose_drawing:
 *
 * Has GTK draw by itself where there is no graphics card, as in a virtual machine.
 * From 4.14 on it does so unasked; before, it draws with a GL that the processor
 * emulates, starts more slowly, needs several times the memory and scrolls less
 * smoothly. Who chose a renderer gets it.
 *
 * To be called before GTK is initialised and before there are threads, as it sets
 * an environment variable.
 */
void
strata_compat_choose_drawing (void)
{
#ifdef __linux__
  const char *renderer = g_getenv ("GSK_RENDERER");

  if (gtk_get_minor_version () < 14 && (renderer == NULL || g_str_equal (renderer, "cairo"))
      && !has_graphics_card ())
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
#endif
}

/**
 * strata_compat_show_about:
 * @parent: the window to stand above
 *
 * Shows name, version, licence and who wrote it.
 */
void
strata_compat_show_about (GtkWindow *parent)
{
  static const char *const developers[] = { "The Strata authors", NULL };

  show_about (
      parent, "application-name", "Strata", "application-icon", STRATA_APP_ID, "version",
      STRATA_VERSION, "developer-name", _("The Strata authors"), "developers", developers,
      "license-type", GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Strata authors", "comments",
      _("A field of knowledge as a picture: press a layer, read its lesson, follow the links."),
      /* Translators: put your names here, one a line. */
      "translator-credits", _("translator-credits"), NULL);
}

/**
 * strata_compat_show_shortcuts:
 * @parent: the window to stand above
 *
 * Lists the keys.
 */
void
strata_compat_show_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/strata_study/Strata/window/strata-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

/**
 * strata_compat_align_baseline:
 * @widget: a child of a horizontal box
 *
 * Has the first line of @widget stand on the line that its neighbours stand on.
 */
void
strata_compat_align_baseline (GtkWidget *widget)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_widget_set_valign (widget, GTK_ALIGN_BASELINE_FILL);
#else
  gtk_widget_set_valign (widget, GTK_ALIGN_BASELINE);
#endif
}

/* Text for a screen reader. -------------------------------------------------------- */

#if GTK_CHECK_VERSION(4, 14, 0)

/* From one change of tags to the next all is shown or all is hidden. */
static void
append_run (GString           *told,
            const GtkTextIter *from,
            const GtkTextIter *to)
{
  g_autofree char *shown = gtk_text_iter_get_visible_slice (from, to);
  g_autofree char *whole = gtk_text_iter_get_slice (from, to);

  if (*shown != '\0')
    g_string_append (told, whole);
  else
    for (int i = gtk_text_iter_get_offset (from); i < gtk_text_iter_get_offset (to); i++)
      g_string_append (told, "\u200b");
}

static GBytes *
dup_contents (GtkAccessibleText *text,
              unsigned int       start,
              unsigned int       end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GString *told = g_string_new (NULL);
  GtkTextIter at, stop;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, (int) MIN (start, G_MAXINT));
  gtk_text_buffer_get_iter_at_offset (buffer, &stop, (int) MIN (end, G_MAXINT));
  while (gtk_text_iter_compare (&at, &stop) < 0)
    {
      GtkTextIter next = at;

      if (!gtk_text_iter_forward_to_tag_toggle (&next, NULL)
          || gtk_text_iter_compare (&next, &stop) > 0)
        next = stop;
      append_run (told, &at, &next);
      at = next;
    }
  return g_string_free_to_bytes (told);
}

static GBytes *
dup_contents_at (GtkAccessibleText            *text,
                 unsigned int                  offset,
                 GtkAccessibleTextGranularity  granularity,
                 unsigned int                 *start,
                 unsigned int                 *end)
{
  GtkAccessibleTextInterface *parent =
      g_type_interface_peek_parent (GTK_ACCESSIBLE_TEXT_GET_IFACE (text));
  g_autoptr (GBytes) unit = parent->get_contents_at (text, offset, granularity, start, end);

  return unit != NULL ? dup_contents (text, *start, *end) : NULL;
}

static void
tell_hidden_init (gpointer iface,
                  gpointer data)
{
  GtkAccessibleTextInterface *text = iface;

  text->get_contents = dup_contents;
  text->get_contents_at = dup_contents_at;
}

#endif

/**
 * strata_compat_tell_hidden:
 * @type: a type of text view, while it is registered
 *
 * Has a screen reader count the same letters as the text's buffer does.  Newer GTKs
 * leave out widgets and what is hidden when they count, but not when they are asked
 * for a part: the end of the text is then never read.  What is hidden is told as so
 * many letters without a width, which have no sound.
 */
void
strata_compat_tell_hidden (GType type)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  const GInterfaceInfo info = { tell_hidden_init, NULL, NULL };

  g_type_add_interface_static (type, GTK_TYPE_ACCESSIBLE_TEXT, &info);
#endif
}

/* Choosing where to save. -------------------------------------------------------- */

typedef struct
{
  StrataCompatChosen chosen;
  gpointer           data;
} Saving;

#if GTK_CHECK_VERSION(4, 10, 0)
static void
save_chosen (GObject      *dialog,
             GAsyncResult *result,
             gpointer      data)
{
  Saving *saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  saving->chosen (file, saving->data);
  g_free (saving);
}

static void
choose_save (GtkWindow  *parent,
             const char *title,
             const char *name,
             Saving     *saving)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, save_chosen, saving);
}
#else
static void
save_chosen (GtkFileChooserNative *dialog,
             int                   response,
             Saving               *saving)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  saving->chosen (file, saving->data);
  g_free (saving);
  g_object_unref (dialog);
}

static void
choose_save (GtkWindow  *parent,
             const char *title,
             const char *name,
             Saving     *saving)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (save_chosen), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
#endif

/**
 * strata_compat_choose_save:
 * @parent: the window to stand above
 * @title: of the dialog
 * @name: of the file, to begin with
 * @chosen: called once
 * @data: for @chosen
 *
 * Has the reader choose where to save a file; from a sandbox, through the portal.
 */
void
strata_compat_choose_save (GtkWindow          *parent,
                           const char         *title,
                           const char         *name,
                           StrataCompatChosen  chosen,
                           gpointer            data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->chosen = chosen;
  saving->data = data;
  choose_save (parent, title, name, saving);
}

/* Choosing a file. --------------------------------------------------------------- */

typedef struct
{
  StrataCompatChosen chosen;
  gpointer           data;
} Choice;

static const char *
choice_title (gboolean folder)
{
  return folder ? _("Open a Course’s Folder") : _("Open a Lesson or a Course");
}

static GListModel *
filters_new (void)
{
  static const char *const patterns[] = { "*.md", "*.markdown", "*.mdown", "*.mkd", "course.json" };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) lessons = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (lessons, _("Markdown files and courses"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (lessons, patterns[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, lessons);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

#if GTK_CHECK_VERSION(4, 10, 0)
static void
choice_made (GObject      *dialog,
             GAsyncResult *result,
             gpointer      data)
{
  Choice *choice = data;
  gboolean folder = g_object_get_data (dialog, "folder") != NULL;
  g_autoptr (GFile) file =
      folder ? gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, NULL)
             : gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  choice->chosen (file, choice->data);
  g_free (choice);
}

static void
choose (GtkWindow *parent,
        gboolean   folder,
        Choice    *choice)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, choice_title (folder));
  if (folder)
    {
      g_object_set_data (G_OBJECT (dialog), "folder", dialog);
      gtk_file_dialog_select_folder (dialog, parent, NULL, choice_made, choice);
    }
  else
    {
      g_autoptr (GListModel) filters = filters_new ();

      gtk_file_dialog_set_filters (dialog, filters);
      gtk_file_dialog_open (dialog, parent, NULL, choice_made, choice);
    }
}
#else
static void
choice_made (GtkFileChooserNative *dialog,
             int                   response,
             Choice               *choice)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  choice->chosen (file, choice->data);
  g_free (choice);
  g_object_unref (dialog);
}

static void
choose (GtkWindow *parent,
        gboolean   folder,
        Choice    *choice)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      choice_title (folder), parent,
      folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GListModel) filters = filters_new ();

  for (guint i = 0; !folder && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (choice_made), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
#endif

/**
 * strata_compat_choose_file:
 * @parent: the window to stand above
 * @folder: whether to choose a folder rather than a Markdown file or a course.json
 * @chosen: called once
 * @data: for @chosen
 *
 * Has the reader choose what to open; from a sandbox, through the portal.
 */
void
strata_compat_choose_file (GtkWindow          *parent,
                           gboolean            folder,
                           StrataCompatChosen  chosen,
                           gpointer            data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->chosen = chosen;
  choice->data = data;
  choose (parent, folder, choice);
}
