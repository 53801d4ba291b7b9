#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TERM_PLACES (strata_term_places_get_type ())

/**
 * StrataTermPlaces:
 *
 * The places of the lessons that use a term of the glossary, each a chip that
 * leads there. Not to be seen until there is one.
 */
G_DECLARE_FINAL_TYPE (StrataTermPlaces, strata_term_places, STRATA, TERM_PLACES, GtkWidget)

GtkWidget *strata_term_places_new (StrataCourse      *course,
                                   StrataRow         *row,
                                   const char *const *languages);

G_END_DECLS
