#pragma once

#include <gio/gio.h>

#include "strata-paper.h"

G_BEGIN_DECLS

/* What has been done when all is done; see strata_pdf_write(). */
#define STRATA_PDF_DONE 1000

gboolean strata_pdf_write (const StrataPaperAbout *about,
                           const StrataPaperSize  *size,
                           const char             *to,
                           int                    *done,
                           GCancellable           *cancellable,
                           GError                **error);

G_END_DECLS
