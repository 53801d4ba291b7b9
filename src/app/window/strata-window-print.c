/* The lesson that is shown, to the printer or to a PDF. */
#include <glib/gi18n.h>

#include "compat.h"
#include "lesson/strata-lesson-page.h"
#include "paper/strata-export.h"
#include "paper/strata-print.h"
#include "strata-window-private.h"

static StrataConcept *
shown_concept (StrataWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "course") != 0
      || adw_view_stack_get_visible_child (self->pages) != self->paned)
    return NULL;
  return strata_lesson_page_get_concept (STRATA_LESSON_PAGE (self->lesson));
}

static StrataPaperAbout *
about_lesson_new (StrataWindow *self)
{
  const char *const *languages = (const char *const *) self->languages;
  StrataConcept *concept = shown_concept (self);
  g_autofree char *path = concept != NULL
                              ? strata_course_dup_lesson_path (self->course, concept, languages)
                              : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  StrataPaperAbout *about;

  if (path == NULL)
    return NULL;
  about = g_new0 (StrataPaperAbout, 1);
  about->title = g_strdup (strata_text_get (strata_course_get_title (self->course), languages));
  about->lesson = g_strdup (strata_text_get (strata_concept_get_name (concept), languages));
  about->path = g_steal_pointer (&path);
  about->folder = g_strdup (strata_course_get_folder (self->course));
  about->language = g_path_get_basename (folder);
  return about;
}

/* A file is called by its title, below its name; its language is taken to be
 * the desktop's. */
static StrataPaperAbout *
about_file_new (StrataWindow *self)
{
  const char *path = strata_lesson_page_get_path (STRATA_LESSON_PAGE (self->file));
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;
  StrataPaperAbout *about;

  if (path == NULL)
    return NULL;
  about = g_new0 (StrataPaperAbout, 1);
  about->title = g_filename_display_name (base);
  about->lesson = strata_lesson_page_dup_title (STRATA_LESSON_PAGE (self->file));
  if (about->lesson == NULL)
    about->lesson = g_strdup (about->title);
  about->path = g_strdup (path);
  about->folder = g_strdup (self->file_root);
  about->language = g_strdup (pango_language_to_string (pango_language_get_default ()));
  return about;
}

/* What is to be printed, %NULL where no lesson is shown. */
static StrataPaperAbout *
about_new (StrataWindow *self)
{
  if (self->file != NULL && _strata_window_get_lesson (self) == self->file)
    return about_file_new (self);
  return self->course != NULL ? about_lesson_new (self) : NULL;
}

/* What became of it; the window may have been closed meanwhile. */
static void
say (GtkWindow  *window,
     const char *sentence)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    _strata_window_say (STRATA_WINDOW (window), sentence);
}

void
_strata_window_print (StrataWindow *self)
{
  g_autoptr (StrataPaperAbout) about = about_new (self);

  if (about != NULL)
    strata_print_lesson (GTK_WINDOW (self), about, say);
}

/* The lesson that was shown when the reader was asked for a file. */
typedef struct
{
  StrataWindow     *window;
  StrataPaperAbout *about;
} Export;

static void
file_chosen (GFile    *file,
             gpointer  data)
{
  Export *export = data;

  if (file != NULL)
    strata_export_lesson (GTK_WINDOW (export->window), export->about, file,
                          export->window->task_bars, say);
  strata_paper_about_free (export->about);
  g_object_unref (export->window);
  g_free (export);
}

void
_strata_window_export_pdf (StrataWindow *self)
{
  StrataPaperAbout *about = about_new (self);
  g_autofree char *name = NULL;
  Export *export;

  if (about == NULL)
    return;
  name = g_strconcat (about->lesson, ".pdf", NULL);
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->about = about;
  strata_compat_choose_save (GTK_WINDOW (self), _("Export as PDF"), name, file_chosen, export);
}

/* Only a lesson can be printed. */
void
_strata_window_update_print (StrataWindow *self)
{
  g_autoptr (StrataPaperAbout) about = about_new (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", about != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-pdf", about != NULL);
}
