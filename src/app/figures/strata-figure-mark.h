#pragma once

#include "course/strata-row.h"
#include "strata-figure-theme.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FIGURE_MARK (strata_figure_mark_get_type ())

/**
 * StrataFigureMark:
 *
 * What stands for a row in a figure: a button that can be faded and open.
 */
G_DECLARE_DERIVABLE_TYPE (StrataFigureMark, strata_figure_mark, STRATA, FIGURE_MARK, GtkButton)

/**
 * StrataFigureMarkClass:
 * @paint: draws the mark, its upper left corner at the origin; rings and fading
 *   are not its business
 * @outline: where the mark ends, for rings; a rounded box by default
 */
struct _StrataFigureMarkClass
{
  GtkButtonClass parent_class;

  void (*paint)   (StrataFigureMark        *self,
                   GtkSnapshot             *snapshot,
                   const StrataFigureTheme *theme,
                   GtkStateFlags            state);
  void (*outline) (StrataFigureMark        *self,
                   GskRoundedRect          *outline);

  gpointer padding[4];
};

StrataRow             *strata_figure_mark_get_row      (StrataFigureMark        *self);
void                   strata_figure_mark_set_row      (StrataFigureMark        *self,
                                                        StrataRow               *row,
                                                        const char              *name,
                                                        const char              *tooltip);
const graphene_rect_t *strata_figure_mark_get_bounds   (StrataFigureMark        *self);
void                   strata_figure_mark_set_bounds   (StrataFigureMark        *self,
                                                        const graphene_rect_t   *bounds);
void                   strata_figure_mark_allocate     (StrataFigureMark        *self);
gboolean               strata_figure_mark_get_selected (StrataFigureMark        *self);
void                   strata_figure_mark_set_selected (StrataFigureMark        *self,
                                                        gboolean                 selected);
gboolean               strata_figure_mark_get_faded    (StrataFigureMark        *self);
void                   strata_figure_mark_set_faded    (StrataFigureMark        *self,
                                                        gboolean                 faded);
double                 strata_figure_mark_get_opacity  (StrataFigureMark        *self);
void                   strata_figure_mark_draw         (StrataFigureMark        *self,
                                                        GtkSnapshot             *snapshot,
                                                        const StrataFigureTheme *theme,
                                                        GtkStateFlags            state);

G_END_DECLS
