#pragma once

#include <gtk/gtk.h>

#include "course/strata-concept.h"
#include "course/strata-leak.h"
#include "geometry/strata-nest.h"

G_BEGIN_DECLS

#define STRATA_TYPE_MAP_LEAK (strata_map_leak_get_type ())

/**
 * StrataMapLeak:
 *
 * A part of a layer that sticks out of it: a number on its edge, which explains
 * itself when it is pressed.
 */
G_DECLARE_FINAL_TYPE (StrataMapLeak, strata_map_leak, STRATA, MAP_LEAK, GtkButton)

GtkWidget     *strata_map_leak_new         (const StrataLeak   *leak,
                                            guint               number,
                                            StrataConcept      *concept,
                                            guint               n_levels,
                                            const char *const  *languages);
StrataConcept *strata_map_leak_get_concept (StrataMapLeak      *self);
double         strata_map_leak_get_radius  (StrataMapLeak      *self);
void           strata_map_leak_place       (StrataMapLeak      *self,
                                            const StrataCircle *circle);

G_END_DECLS
