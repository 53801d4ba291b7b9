#pragma once

#include "strata-figure.h"

G_BEGIN_DECLS

#define STRATA_TYPE_MIND_MAP_FIGURE (strata_mind_map_figure_get_type ())

/**
 * StrataMindMapFigure:
 *
 * The rows of a table around its title, on a branch for each value of the
 * column that they are grouped by.
 */
G_DECLARE_FINAL_TYPE (StrataMindMapFigure, strata_mind_map_figure, STRATA, MIND_MAP_FIGURE, StrataFigure)

G_END_DECLS
