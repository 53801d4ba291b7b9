#pragma once

#include <gtk/gtk.h>

#include "course/strata-course.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TIMELINE_STAGE (strata_timeline_stage_get_type ())

/**
 * StrataTimelineStage:
 *
 * What is told of an event while a timeline plays: its year and name, large, and
 * a small map with its layer lit. Emits `closed` when it is to go away.
 */
G_DECLARE_FINAL_TYPE (StrataTimelineStage, strata_timeline_stage, STRATA, TIMELINE_STAGE, GtkWidget)

GtkWidget *strata_timeline_stage_new     (void);
void       strata_timeline_stage_set_map (StrataTimelineStage *self,
                                          StrataConcept       *root,
                                          const char *const   *languages);
void       strata_timeline_stage_tell    (StrataTimelineStage *self,
                                          const char          *year,
                                          const char          *name,
                                          const char          *lane,
                                          StrataConcept       *concept);

G_END_DECLS
