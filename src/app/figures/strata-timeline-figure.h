#pragma once

#include "strata-figure.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TIMELINE_FIGURE (strata_timeline_figure_get_type ())

/**
 * StrataTimelineFigure:
 *
 * The rows of a table along their years, in a lane for each concept or choice.
 */
G_DECLARE_FINAL_TYPE (StrataTimelineFigure, strata_timeline_figure, STRATA, TIMELINE_FIGURE, StrataFigure)

void           strata_timeline_figure_set_scroller (StrataTimelineFigure *self,
                                                    GtkWidget            *scroller);
void           strata_timeline_figure_zoom         (StrataTimelineFigure *self,
                                                    int                   step);
gboolean       strata_timeline_figure_can_zoom     (StrataTimelineFigure *self,
                                                    int                   step);
gboolean       strata_timeline_figure_is_across    (StrataTimelineFigure *self);
void           strata_timeline_figure_light        (StrataTimelineFigure *self,
                                                    int                   position);
int            strata_timeline_figure_get_lit      (StrataTimelineFigure *self);
const char    *strata_timeline_figure_get_year     (StrataTimelineFigure *self,
                                                    guint                 position);
const char    *strata_timeline_figure_get_lane     (StrataTimelineFigure *self,
                                                    guint                 position);
StrataConcept *strata_timeline_figure_get_concept  (StrataTimelineFigure *self,
                                                    guint                 position);

G_END_DECLS
