#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"

G_BEGIN_DECLS

#define STRATA_TYPE_MAP (strata_map_get_type ())

/**
 * StrataMap:
 *
 * The course's concepts as nested circles that can be pressed.
 */
G_DECLARE_FINAL_TYPE (StrataMap, strata_map, STRATA, MAP, GtkWidget)

GtkWidget     *strata_map_new          (void);
void           strata_map_set_root     (StrataMap         *self,
                                        StrataConcept     *root,
                                        const char *const *languages);
StrataConcept *strata_map_get_selected (StrataMap         *self);
void           strata_map_set_selected (StrataMap         *self,
                                        StrataConcept     *concept);
void           strata_map_set_leaks    (StrataMap         *self,
                                        GPtrArray         *leaks,
                                        const char *const *languages);

G_END_DECLS
