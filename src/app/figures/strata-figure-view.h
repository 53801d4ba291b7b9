#pragma once

#include "strata-figure.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FIGURE_VIEW (strata_figure_view_get_type ())

/**
 * StrataFigureView:
 *
 * The frame of a figure: it scrolls downwards, and what is drawn can be saved
 * and copied. Emits `row-opened` with a row.
 */
G_DECLARE_FINAL_TYPE (StrataFigureView, strata_figure_view, STRATA, FIGURE_VIEW, GtkWidget)

GtkWidget    *strata_figure_view_new        (void);
StrataFigure *strata_figure_view_get_figure (StrataFigureView   *self);
void          strata_figure_view_show       (StrataFigureView   *self,
                                             StrataCourse       *course,
                                             StrataTable        *table,
                                             StrataFilter       *filter,
                                             const char *const  *languages);
void          strata_figure_view_refilter   (StrataFigureView   *self);
void          strata_figure_view_select     (StrataFigureView   *self,
                                             StrataRow          *row);
void          strata_figure_view_focus      (StrataFigureView   *self);
void          strata_figure_view_save       (StrataFigureView   *self,
                                             const char         *format);
void          strata_figure_view_save_to    (StrataFigureView   *self,
                                             const char         *format,
                                             GFile              *file);
void          strata_figure_view_copy       (StrataFigureView   *self);

G_END_DECLS
