#pragma once

#include "strata-figure-theme.h"

G_BEGIN_DECLS

/**
 * StrataBubblesShape:
 * @group: which one, from 0; -1 for what belongs to none
 * @n_groups: how many there are
 *
 * What a group looks like.
 */
typedef struct
{
  int   group;
  guint n_groups;
} StrataBubblesShape;

void         strata_bubbles_shape_paint (const StrataBubblesShape *self,
                                         GtkSnapshot              *snapshot,
                                         const StrataFigureTheme  *theme,
                                         double                    x,
                                         double                    y,
                                         double                    radius,
                                         gboolean                  hollow,
                                         double                    stress);
StrataColour strata_bubbles_shape_ink   (const StrataBubblesShape *self,
                                         const StrataFigureTheme  *theme,
                                         gboolean                  hollow);

G_END_DECLS
