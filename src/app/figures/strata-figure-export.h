#pragma once

#include "strata-figure.h"

G_BEGIN_DECLS

/* Of a picture for paper. */
#define STRATA_FIGURE_DPI 300

GBytes     *strata_figure_export_svg     (StrataFigure  *figure,
                                          GError       **error);
GBytes     *strata_figure_export_png     (StrataFigure  *figure,
                                          GError       **error);
GdkTexture *strata_figure_export_texture (StrataFigure  *figure,
                                          GError       **error);

G_END_DECLS
