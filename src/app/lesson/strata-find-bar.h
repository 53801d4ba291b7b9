#pragma once

#include "strata-lesson-view.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FIND_BAR (strata_find_bar_get_type ())

/**
 * StrataFindBar:
 *
 * An entry for what is looked for in a lesson, with how often it is there and
 * buttons for the match before and after.
 */
G_DECLARE_FINAL_TYPE (StrataFindBar, strata_find_bar, STRATA, FIND_BAR, GtkWidget)

GtkWidget *strata_find_bar_new     (StrataLessonView *view);
void       strata_find_bar_open    (StrataFindBar    *self);
void       strata_find_bar_refresh (StrataFindBar    *self);
void       strata_find_bar_show    (StrataFindBar    *self,
                                    const char       *query,
                                    guint             offset);

G_END_DECLS
