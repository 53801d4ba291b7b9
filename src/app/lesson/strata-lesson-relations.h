#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"

G_BEGIN_DECLS

void strata_lesson_relations_fill (GtkWidget         *box,
                                   StrataCourse      *course,
                                   StrataConcept     *concept,
                                   const char *const *languages);

G_END_DECLS
