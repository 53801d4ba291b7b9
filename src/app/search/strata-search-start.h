#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"

G_BEGIN_DECLS

#define STRATA_TYPE_SEARCH_START (strata_search_start_get_type ())

/**
 * StrataSearchStart:
 *
 * What stands below an empty search entry: what was searched for before, and some
 * terms of the glossary. The signal `chosen` brings the words of what was pressed.
 */
G_DECLARE_FINAL_TYPE (StrataSearchStart, strata_search_start, STRATA, SEARCH_START, GtkWidget)

GtkWidget *strata_search_start_new    (GSettings         *settings);
void       strata_search_start_fill   (StrataSearchStart *self,
                                       StrataCourse      *course,
                                       const char *const *languages);
void       strata_search_start_add    (StrataSearchStart *self,
                                       const char        *query);

G_END_DECLS
