#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"
#include "search/strata-search-result.h"
#include "strata-searcher.h"

G_BEGIN_DECLS

#define STRATA_TYPE_SEARCH_PANEL (strata_search_panel_get_type ())

/**
 * StrataSearchPanel:
 *
 * An entry and what it finds, above the rest of the window, which is dimmed. The
 * signal `chosen` brings the #StrataSearchResult that was chosen, `closed` says that
 * nobody wants to search any more.
 */
G_DECLARE_FINAL_TYPE (StrataSearchPanel, strata_search_panel, STRATA, SEARCH_PANEL, GtkWidget)

GtkWidget *strata_search_panel_new  (StrataSearcher    *searcher,
                                     GSettings         *settings);
void       strata_search_panel_open (StrataSearchPanel *self,
                                     StrataCourse      *course,
                                     const char *const *languages);
void       strata_search_panel_ask  (StrataSearchPanel *self,
                                     const char        *query);

G_END_DECLS
