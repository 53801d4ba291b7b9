#pragma once

#include <gio/gio.h>

#include "strata-text.h"

G_BEGIN_DECLS

#define STRATA_TYPE_CONCEPT (strata_concept_get_type ())

/**
 * StrataConcept:
 *
 * One layer of the field: a node of the course's tree, with its lesson.
 */
G_DECLARE_FINAL_TYPE (StrataConcept, strata_concept, STRATA, CONCEPT, GObject)

StrataConcept *strata_concept_new         (const char    *id,
                                           const char    *abbreviation,
                                           StrataText    *name,
                                           StrataText    *summary,
                                           const char    *lesson);
const char    *strata_concept_get_id      (StrataConcept *self);
const char    *strata_concept_get_short   (StrataConcept *self);
StrataText    *strata_concept_get_name    (StrataConcept *self);
StrataText    *strata_concept_get_summary (StrataConcept *self);
const char    *strata_concept_get_lesson  (StrataConcept *self);
StrataConcept *strata_concept_get_parent  (StrataConcept *self);
guint          strata_concept_get_level   (StrataConcept *self);
guint          strata_concept_get_n_children (StrataConcept *self);
StrataConcept *strata_concept_get_child   (StrataConcept *self,
                                           guint          position);
int            strata_concept_get_position (StrataConcept *self);
void           strata_concept_append      (StrataConcept *self,
                                           StrataConcept *child);

G_END_DECLS
