/* What printing and exporting share. */
#pragma once

#include <gtk/gtk.h>

#include "strata-paper.h"

G_BEGIN_DECLS

/* The sheet that was chosen last for the printer, on the window, as its settings are. */
#define STRATA_PRINT_PAGE_SETUP "strata-page-setup"

StrataPaperSize   _strata_print_size      (GtkPageSetup           *setup);
StrataPaperAbout *_strata_print_about_new (const StrataPaperAbout *about);

G_END_DECLS
