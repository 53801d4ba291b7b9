#pragma once

#include "course/strata-filter.h"
#include "strata-figure-mark.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FIGURE (strata_figure_get_type ())

/**
 * StrataFigure:
 *
 * A table as a picture: a mark for each row, that keys go through and that
 * fades while the filter leaves its row out. Emits `row-opened` with the row of
 * a mark that is pressed.
 */
G_DECLARE_DERIVABLE_TYPE (StrataFigure, strata_figure, STRATA, FIGURE, GtkWidget)

/**
 * StrataFigureClass:
 * @build: makes the marks, in the order of reading, with strata_figure_add_mark()
 * @arrange: gives every mark its bounds in a frame of that size, with text as
 *   @context has it; returns the height that is taken, however high the frame
 *   is. Called with a height of 0 to measure the least, and below 0 for paper:
 *   as high as looks best
 * @draw: draws what is not a mark, below the marks
 * @wrap: gives what stands around the figure on screen, with the scroller that
 *   the figure is in; that alone by default
 *
 * What a kind of figure has to do; keys, fading, names, scrolling and paper are
 * the base's business.
 */
struct _StrataFigureClass
{
  GtkWidgetClass parent_class;

  void   (*build)   (StrataFigure            *self);
  double (*arrange) (StrataFigure            *self,
                     PangoContext            *context,
                     double                   width,
                     double                   height);
  void   (*draw)    (StrataFigure            *self,
                     GtkSnapshot             *snapshot,
                     const StrataFigureTheme *theme);
  GtkWidget *(*wrap) (StrataFigure           *self,
                      GtkWidget              *scroller);

  gpointer padding[4];
};

GtkWidget              *strata_figure_new          (StrataFigureType         type);
gboolean                strata_figure_can_show     (StrataTable             *table);
void                    strata_figure_show         (StrataFigure            *self,
                                                    StrataCourse            *course,
                                                    StrataTable             *table,
                                                    StrataFilter            *filter,
                                                    const char *const       *languages);
GtkWidget              *strata_figure_wrap         (StrataFigure            *self,
                                                    GtkWidget               *scroller);
void                    strata_figure_refilter     (StrataFigure            *self);
void                    strata_figure_select       (StrataFigure            *self,
                                                    StrataRow               *row);
const graphene_rect_t  *strata_figure_get_current_bounds (StrataFigure      *self);
StrataCourse           *strata_figure_get_course   (StrataFigure            *self);
StrataTable            *strata_figure_get_table    (StrataFigure            *self);
const char *const      *strata_figure_get_languages (StrataFigure           *self);
const char             *strata_figure_get_title    (StrataFigure            *self);
void                    strata_figure_add_mark     (StrataFigure            *self,
                                                    StrataFigureMark        *mark);
guint                   strata_figure_get_n_marks  (StrataFigure            *self);
StrataFigureMark       *strata_figure_get_mark     (StrataFigure            *self,
                                                    guint                    position);
GskRenderNode          *strata_figure_dup_print    (StrataFigure            *self,
                                                    double                   width,
                                                    graphene_size_t         *size);

G_END_DECLS
