#pragma once

#include "strata-figure.h"

G_BEGIN_DECLS

#define STRATA_TYPE_BUBBLES_FIGURE (strata_bubbles_figure_get_type ())

/**
 * StrataBubblesFigure:
 *
 * The rows of a table as shapes over the years, as high as a number says and with
 * an area that another one has; rows without that number stand in a row below.
 */
G_DECLARE_FINAL_TYPE (StrataBubblesFigure, strata_bubbles_figure, STRATA, BUBBLES_FIGURE, StrataFigure)

G_END_DECLS
