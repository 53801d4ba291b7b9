/* A lesson to the printer. It is read and laid out anew, whatever the window shows,
 * and it may go on while the reader goes elsewhere. */
#include "strata-print.h"

#include <glib/gi18n.h>

#include "strata-print-private.h"

/* Microseconds: a little less than a frame. */
#define SLICE 8000

typedef struct
{
  GtkWindow         *parent;
  StrataPaperAbout  *about;
  StrataPrintSay     say;
  StrataDocument    *document;
  StrataPaper       *paper;
  GtkPrintOperation *operation;
} Job;

/* What the reader chose last, for the next time. */
#define SETTINGS "strata-print-settings"

static void
job_free (Job *job)
{
  g_clear_pointer (&job->paper, strata_paper_free);
  g_clear_pointer (&job->document, strata_document_free);
  g_clear_object (&job->operation);
  g_clear_object (&job->parent);
  strata_paper_about_free (job->about);
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
  sentence = g_strdup_printf (_("The lesson could not be printed: %s"), why);
  job->say (job->parent, sentence);
  job_free (job);
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

/* What the sheet is, in points. */
StrataPaperSize
_strata_print_size (GtkPageSetup *setup)
{
  return (StrataPaperSize) { gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                             gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS),
                             widest_margin (setup) };
}

/* GTK prints when there is nothing else to do at all, and in the window of a long lesson
 * there is for a while. Taking turns with the frames it gets on, and they do. */
static void
hurry (void)
{
  GSource *source = g_main_current_source ();

  if (source != NULL && g_source_get_priority (source) > GDK_PRIORITY_REDRAW)
    g_source_set_priority (source, GDK_PRIORITY_REDRAW);
}

static void
begin_print (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Job               *job)
{
  StrataPaperSize size = _strata_print_size (gtk_print_context_get_page_setup (context));

  hurry ();
  g_clear_pointer (&job->paper, strata_paper_free);   /* of a preview */
  job->paper = strata_paper_new (job->document, job->about, &size);
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
    g_object_set_data_full (window, STRATA_PRINT_PAGE_SETUP, g_object_ref (setup), g_object_unref);
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
  GtkPageSetup *setup = g_object_get_data (G_OBJECT (job->parent), STRATA_PRINT_PAGE_SETUP);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_job_name (operation, job->about->lesson);
  if (settings != NULL)
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

  set_up (job);
  operation = g_object_ref (job->operation);   /* the job may be gone when it returns */
  /* Every result comes by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, job->parent, NULL);
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

  job->document = g_task_propagate_pointer (G_TASK (result), &error);
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

/* A copy, with its font. */
StrataPaperAbout *
_strata_print_about_new (const StrataPaperAbout *about)
{
  StrataPaperAbout *copy = strata_paper_about_copy (about);

  g_free (copy->font);
  copy->font = dup_font ();
  return copy;
}

/**
 * strata_print_lesson:
 * @parent: the window to stand above
 * @about: which lesson; copied, and its font is chosen here
 * @say: called when there is something to be told
 *
 * Asks for a printer and prints a lesson a little at a time. The reader can cancel it
 * when it takes long.
 */
void
strata_print_lesson (GtkWindow              *parent,
                     const StrataPaperAbout *about,
                     StrataPrintSay          say)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent) && about->path != NULL);

  job = g_new0 (Job, 1);
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  job->parent = g_object_ref (parent);
  job->about = _strata_print_about_new (about);
  job->say = say;
  task = g_task_new (NULL, NULL, lesson_read, job);
  g_task_set_task_data (task, g_strdup (about->path), g_free);
  g_task_run_in_thread (task, read_lesson);
}
