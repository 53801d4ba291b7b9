#pragma once

#include <gtk/gtk.h>

#include "strata-paper.h"

G_BEGIN_DECLS

/**
 * StrataPrintSay:
 * @parent: the window that the lesson was printed from; it may be closed by now
 * @sentence: what became of it, for whoever printed it
 *
 * Called once when the lesson is on its way, in its file, or could not be; not when
 * it was cancelled.
 */
typedef void (*StrataPrintSay) (GtkWindow  *parent,
                                const char *sentence);

void strata_print_lesson (GtkWindow              *parent,
                          const StrataPaperAbout *about,
                          StrataPrintSay          say);

G_END_DECLS
