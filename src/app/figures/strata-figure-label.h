#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoLayout *strata_figure_label_new     (PangoContext *context,
                                          const char   *text,
                                          PangoWeight   weight,
                                          double        scale);
double       strata_figure_label_natural (PangoLayout  *label);
double       strata_figure_label_least   (PangoLayout  *label);
void         strata_figure_label_break   (PangoLayout  *label,
                                          double        width,
                                          double       *used,
                                          double       *height);
void         strata_figure_label_draw    (PangoLayout  *label,
                                          GtkSnapshot  *snapshot,
                                          double        x,
                                          double        y,
                                          const GdkRGBA *ink);
double       strata_figure_em            (PangoContext *context);

G_END_DECLS
