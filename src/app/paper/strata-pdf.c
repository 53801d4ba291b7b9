/* A lesson as a PDF, made in any thread: nothing here is GTK's. */
#include "strata-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* Microseconds between two looks at whether it is still wanted. */
#define SLICE 20000

static gboolean
check (cairo_surface_t  *surface,
       GError          **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       status == CAIRO_STATUS_WRITE_ERROR
                           ? _("the disk is full, or cannot be written to.")
                           : cairo_status_to_string (status));
  return FALSE;
}

static gboolean
lay_out (StrataPaper   *paper,
         int           *done,
         GCancellable  *cancellable,
         GError       **error)
{
  while (!strata_paper_paginate (paper, g_get_monotonic_time () + SLICE))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_atomic_int_set (done, (int) (strata_paper_get_share (paper) * STRATA_PDF_DONE / 2));
    }
  return TRUE;
}

static gboolean
draw (StrataPaper      *paper,
      cairo_surface_t  *surface,
      int              *done,
      GCancellable     *cancellable,
      GError          **error)
{
  guint n = strata_paper_get_n_pages (paper);
  cairo_t *cr = cairo_create (surface);
  gboolean well = check (surface, error);

  for (guint i = 0; i < n && well; i++)
    {
      strata_paper_draw (paper, cr, i);
      cairo_show_page (cr);
      well = check (surface, error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
      g_atomic_int_set (done, (int) (STRATA_PDF_DONE * (0.5 + (i + 1) / (2.0 * n))));
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  return well && check (surface, error);
}

/**
 * strata_pdf_write:
 * @about: which lesson, with all of its fields
 * @size: of a sheet
 * @to: path of the file; what is there is lost. On failure it is of no use
 * @done: written to now and then, atomically: how much is done, in parts of
 *   %STRATA_PDF_DONE
 * @cancellable: (nullable): to stop it
 * @error: (out): why there is none, as a part of a sentence where it is not the system's
 *
 * Reads a lesson, lays it out and writes it. May be called in any thread.
 *
 * Returns: whether all of it is written
 */
gboolean
strata_pdf_write (const StrataPaperAbout *about,
                  const StrataPaperSize  *size,
                  const char             *to,
                  int                    *done,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autofree char *text = NULL;
  g_autoptr (StrataDocument) document = NULL;
  g_autoptr (StrataPaper) paper = NULL;
  cairo_surface_t *surface;
  gboolean well;
  gsize length;

  g_return_val_if_fail (about != NULL && size != NULL && to != NULL && done != NULL, FALSE);

  if (!g_file_get_contents (about->path, &text, &length, error))
    return FALSE;
  document = strata_document_new (text, (gssize) length);
  paper = strata_paper_new (document, about, size);
  if (!lay_out (paper, done, cancellable, error))
    return FALSE;
  surface = cairo_pdf_surface_create (to, size->width, size->height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, about->lesson);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Strata");
  well = draw (paper, surface, done, cancellable, error);
  cairo_surface_destroy (surface);
  return well;
}
