/* A lesson to a PDF. It is read, laid out and drawn in a thread of its own, so that
 * neither waits for the other: not the window for a long lesson, not the file for a
 * window that has something to do all the time. */
#include "strata-export.h"

#include <glib/gi18n.h>

#include "strata-pdf.h"
#include "strata-print-private.h"
#include "widgets/strata-task-bar.h"

/* Milliseconds. What is done sooner needs no bar. */
#define BAR_AFTER 400
#define BAR_EVERY 100

typedef struct
{
  GtkWindow        *parent;
  StrataPaperAbout *about;
  StrataPaperSize   size;
  GFile            *file;
  GFile            *draft;       /* what is written first */
  gboolean          is_new;      /* whether @file was not there before */
  GCancellable     *cancellable;
  int               done;        /* atomic */
  GtkBox           *bars;        /* (nullable), weak: its window may be closed */
  StrataTaskBar    *bar;         /* (nullable) */
  guint             source;      /* what shows or moves the bar */
  StrataPrintSay    say;
} Job;

static void
take_bar_away (Job *job)
{
  GtkWidget *box = job->bar != NULL ? gtk_widget_get_parent (GTK_WIDGET (job->bar)) : NULL;

  g_clear_handle_id (&job->source, g_source_remove);
  if (box != NULL)
    gtk_box_remove (GTK_BOX (box), GTK_WIDGET (job->bar));
  g_clear_object (&job->bar);
  g_clear_weak_pointer (&job->bars);
}

static void
job_free (Job *job)
{
  take_bar_away (job);
  if (job->draft != NULL)
    g_file_delete (job->draft, NULL, NULL);
  g_clear_object (&job->draft);
  g_clear_object (&job->file);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->parent);
  strata_paper_about_free (job->about);
  g_free (job);
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

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

/* Nothing is said of what the reader has cancelled. */
static void
fail (Job          *job,
      const GError *error)
{
  g_autofree char *sentence = NULL;

  /* Translators: what stands in for %s is the reason that the system gives. */
  sentence = g_strdup_printf (_("The lesson could not be saved as PDF: %s"), reason (error));
  take_bar_away (job);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    job->say (job->parent, sentence);
  job_free (job);
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
      fail (job, error);
      return;
    }
  name = g_file_get_basename (job->file);
  /* Translators: the name of a file. */
  sentence = g_strdup_printf (_("Saved as “%s”"), name);
  take_bar_away (job);
  job->say (job->parent, sentence);
  job_free (job);
}

/* What was there before is replaced by a whole PDF or not at all. */
static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (job, error);
      return;
    }
  job->is_new = !g_file_query_exists (job->file, NULL);
  g_file_copy_async (job->draft, job->file,
                     G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, G_PRIORITY_DEFAULT,
                     job->cancellable, NULL, NULL, copied, job);
}

/* In the thread: of the job only what nobody else touches, and what is atomic. */
static void
write_draft (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GFileIOStream) stream = NULL;
  GError *error = NULL;

  job->draft = g_file_new_tmp ("strata-XXXXXX.pdf", &stream, &error);
  if (job->draft != NULL
      && strata_pdf_write (job->about, &job->size, g_file_peek_path (job->draft), &job->done,
                           cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The bar. ------------------------------------------------------------------------------ */

static gboolean
move_bar (gpointer data)
{
  Job *job = data;

  strata_task_bar_set_share (job->bar,
                             g_atomic_int_get (&job->done) / (double) STRATA_PDF_DONE);
  return G_SOURCE_CONTINUE;
}

static gboolean
show_bar (gpointer data)
{
  Job *job = data;
  g_autofree char *text = NULL;

  job->source = 0;
  if (job->bars == NULL)
    return G_SOURCE_REMOVE;
  /* Translators: the title of a lesson. */
  text = g_strdup_printf (_("Saving “%s” as PDF…"), job->about->lesson);
  job->bar = g_object_ref_sink (STRATA_TASK_BAR (strata_task_bar_new (text)));
  g_signal_connect_object (job->bar, "cancelled", G_CALLBACK (g_cancellable_cancel),
                           job->cancellable, G_CONNECT_SWAPPED);
  gtk_box_append (job->bars, GTK_WIDGET (job->bar));
  job->source = g_timeout_add (BAR_EVERY, move_bar, job);
  return G_SOURCE_REMOVE;
}

/**
 * strata_export_lesson:
 * @parent: the window it belongs to; when it is closed the file is written all the same
 * @about: which lesson; copied, and its font is chosen here
 * @file: the PDF
 * @bars: (nullable): where to show how far it is when it takes long, with a button to
 *   cancel it
 * @say: called when there is something to be told
 *
 * Saves a lesson as a PDF on the sheet that was chosen for the printer last.
 */
void
strata_export_lesson (GtkWindow              *parent,
                      const StrataPaperAbout *about,
                      GFile                  *file,
                      GtkBox                 *bars,
                      StrataPrintSay          say)
{
  g_autoptr (GtkPageSetup) usual = NULL;
  g_autoptr (GTask) task = NULL;
  GtkPageSetup *setup;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent) && about->path != NULL && G_IS_FILE (file));

  usual = gtk_page_setup_new ();
  setup = g_object_get_data (G_OBJECT (parent), STRATA_PRINT_PAGE_SETUP);
  job = g_new0 (Job, 1);
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  job->parent = g_object_ref (parent);
  job->about = _strata_print_about_new (about);
  job->size = _strata_print_size (setup != NULL ? setup : usual);
  job->file = g_object_ref (file);
  job->cancellable = g_cancellable_new ();
  g_set_weak_pointer (&job->bars, bars);
  job->say = say;
  job->source = g_timeout_add (BAR_AFTER, show_bar, job);
  task = g_task_new (NULL, job->cancellable, written, job);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, write_draft);
}
