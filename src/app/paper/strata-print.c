/* A lesson to the printer, or to a PDF. It is read and laid out anew, whatever the
 * window shows, and it may go on while the reader goes elsewhere. */
#include "strata-print.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* Microseconds: a little less than a frame. */
#define SLICE 8000

typedef struct
{
  GtkWindow         *parent;
  StrataPaperAbout   about;
  GFile             *file;       /* (nullable): the PDF that is wanted */
  GFile             *draft;      /* the one that is written first */
  gboolean           is_new;     /* whether @file was not there before */
  StrataPrintSay     say;
  StrataDocument    *document;
  StrataPaper       *paper;
  cairo_surface_t   *surface;    /* of a PDF: it knows whether it was written */
  GtkPrintOperation *operation;
} Job;

/* What the reader chose last, for the next time: on the window, as its settings are. */
#define SETTINGS "strata-print-settings"
#define PAGE_SETUP "strata-page-setup"

static void
job_free (Job *job)
{
  if (job->draft != NULL)
    g_file_delete (job->draft, NULL, NULL);
  g_clear_object (&job->draft);
  g_clear_object (&job->file);
  g_clear_pointer (&job->paper, strata_paper_free);
  g_clear_pointer (&job->document, strata_document_free);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_clear_object (&job->operation);
  g_clear_object (&job->parent);
  g_free (job->about.title);
  g_free (job->about.lesson);
  g_free (job->about.path);
  g_free (job->about.folder);
  g_free (job->about.language);
  g_free (job->about.font);
  g_free (job);
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

static void
succeed (Job        *job,
         const char *sentence)
{
  job->say (job->parent, sentence);
  job_free (job);
}

static void
fail (Job        *job,
      const char *why)
{
  g_autofree char *sentence = NULL;

  /* Translators: what stands in for %s is the reason that the system gives. */
  sentence = g_strdup_printf (job->file != NULL ? _("The lesson could not be saved as PDF: %s")
                                                : _("The lesson could not be printed: %s"),
                              why);
  job->say (job->parent, sentence);
  job_free (job);
}

/* The file. ---------------------------------------------------------------------------- */

/* Why a file could not be written. */
static const char *
reason (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _("the disk is full.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return _("this folder cannot be written to.");
  return error->message;
}

static void
copied (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (!g_file_copy_finish (G_FILE (source), result, &error))
    {
      if (job->is_new)
        g_file_delete (job->file, NULL, NULL);
      fail (job, reason (error));
      return;
    }
  name = g_file_get_basename (job->file);
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_("Saved as “%s”"), name);
  succeed (job, sentence);
}

/* What was there before is replaced by a whole PDF or not at all. */
static void
deliver (Job *job)
{
  cairo_status_t status = job->surface != NULL ? cairo_surface_status (job->surface)
                                               : CAIRO_STATUS_WRITE_ERROR;

  if (status == CAIRO_STATUS_WRITE_ERROR)
    fail (job, _("the disk is full, or cannot be written to."));
  else if (status != CAIRO_STATUS_SUCCESS)
    fail (job, cairo_status_to_string (status));
  else
    {
      job->is_new = !g_file_query_exists (job->file, NULL);
      g_file_copy_async (job->draft, job->file,
                         G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                         G_PRIORITY_DEFAULT, NULL, NULL, NULL, copied, job);
    }
}

/* The pages. ----------------------------------------------------------------------------- */

static double
widest_margin (GtkPageSetup *setup)
{
  return MAX (MAX (gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS),
                   gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS)),
              MAX (gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS),
                   gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS)));
}

static void
begin_print (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Job               *job)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  StrataPaperSize size = { gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                           gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS),
                           widest_margin (setup) };
  cairo_surface_t *surface = cairo_get_target (gtk_print_context_get_cairo_context (context));

  g_clear_pointer (&job->paper, strata_paper_free);   /* of a preview */
  job->paper = strata_paper_new (job->document, &job->about, &size);
  if (job->file == NULL || cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  job->surface = cairo_surface_reference (surface);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, job->about.lesson);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Strata");
}

static gboolean
paginate (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Job               *job)
{
  if (!strata_paper_paginate (job->paper, g_get_monotonic_time () + SLICE))
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int) strata_paper_get_n_pages (job->paper));
  return TRUE;
}

static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                page,
           Job               *job)
{
  strata_paper_draw (job->paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
remember (Job *job)
{
  GObject *window = G_OBJECT (job->parent);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (job->operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (job->operation);

  if (settings != NULL)
    g_object_set_data_full (window, SETTINGS, g_object_ref (settings), g_object_unref);
  if (setup != NULL)
    g_object_set_data_full (window, PAGE_SETUP, g_object_ref (setup), g_object_unref);
}

static void
done (GtkPrintOperation       *operation,
      GtkPrintOperationResult  result,
      Job                     *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      fail (job, error != NULL ? error->message : _("the printer does not answer."));
    }
  else if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    job_free (job);
  else if (job->file != NULL)
    deliver (job);
  else
    {
      remember (job);
      succeed (job, _("The lesson is on its way to the printer"));
    }
}

/* Starting. -------------------------------------------------------------------------------- */

static void
set_up (Job *job)
{
  GtkPrintOperation *operation = job->operation = gtk_print_operation_new ();
  GtkPrintSettings *settings = g_object_get_data (G_OBJECT (job->parent), SETTINGS);
  GtkPageSetup *setup = g_object_get_data (G_OBJECT (job->parent), PAGE_SETUP);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_job_name (operation, job->about.lesson);
  if (settings != NULL && job->file == NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), job);
  g_signal_connect (operation, "done", G_CALLBACK (done), job);
}

static void
run (Job *job)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintOperationAction action = GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  g_autofree char *path = NULL;

  set_up (job);
  operation = g_object_ref (job->operation);   /* the job may be gone when it returns */
  if (job->file != NULL)
    {
      path = g_file_get_path (job->draft);
      gtk_print_operation_set_export_filename (operation, path);
      action = GTK_PRINT_OPERATION_ACTION_EXPORT;
    }
  /* Every result comes by "done". */
  gtk_print_operation_run (operation, action, job->parent, NULL);
}

static void
read_lesson (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const char *path = data;
  g_autofree char *text = NULL;
  GError *error = NULL;
  gsize length;

  if (g_file_get_contents (path, &text, &length, &error))
    g_task_return_pointer (task, strata_document_new (text, (gssize) length),
                           (GDestroyNotify) strata_document_free);
  else
    g_task_return_error (task, error);
}

static void
lesson_read (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;

  job->document = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->document != NULL && job->file != NULL)
    job->draft = g_file_new_tmp ("strata-XXXXXX.pdf", &stream, &error);
  if (error != NULL)
    fail (job, error->message);
  else
    run (job);
}

/* The text is set in what the desktop sets it in. */
static char *
dup_font (void)
{
  PangoFontDescription *font;
  g_autofree char *name = NULL;
  char *family;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "Sans");
  family = g_strdup (pango_font_description_get_family (font));
  pango_font_description_free (font);
  return family != NULL ? family : g_strdup ("Sans");
}

/**
 * strata_print_lesson:
 * @parent: the window to stand above
 * @about: which lesson; copied, and its font is chosen here
 * @file: (nullable): the PDF to be written, %NULL to ask for a printer
 * @say: called when there is something to be told
 *
 * Prints a lesson a little at a time. The reader can cancel it when it takes long.
 */
void
strata_print_lesson (GtkWindow              *parent,
                     const StrataPaperAbout *about,
                     GFile                  *file,
                     StrataPrintSay          say)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && about->path != NULL);

  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  job->parent = g_object_ref (parent);
  job->about = (StrataPaperAbout) { g_strdup (about->title),    g_strdup (about->lesson),
                                    g_strdup (about->path),     g_strdup (about->folder),
                                    g_strdup (about->language), dup_font () };
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->say = say;
  task = g_task_new (NULL, NULL, lesson_read, job);
  g_task_set_task_data (task, g_strdup (about->path), g_free);
  g_task_run_in_thread (task, read_lesson);
}
