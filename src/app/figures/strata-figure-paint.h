#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void strata_figure_paint_box   (GtkSnapshot          *snapshot,
                                const GskRoundedRect *outline,
                                const GdkRGBA        *fill,
                                float                 width,
                                const GdkRGBA        *line);
void strata_figure_paint_dashes (GtkSnapshot         *snapshot,
                                const GskRoundedRect *outline,
                                double                width,
                                const GdkRGBA        *line);
void strata_figure_paint_curve (GtkSnapshot          *snapshot,
                                const double         *x,
                                const double         *y,
                                double                width,
                                const GdkRGBA        *line);
void strata_figure_paint_elbow (GtkSnapshot          *snapshot,
                                const double         *x,
                                const double         *y,
                                double                width,
                                const GdkRGBA        *line);

G_END_DECLS
