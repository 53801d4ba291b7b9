#pragma once

#include "strata-print.h"

G_BEGIN_DECLS

void strata_export_lesson (GtkWindow              *parent,
                           const StrataPaperAbout *about,
                           GFile                  *file,
                           GtkBox                 *bars,
                           StrataPrintSay          say);

G_END_DECLS
