#pragma once

#include "geometry/strata-bubbles.h"
#include "strata-bubbles-figure.h"
#include "strata-bubbles-mark.h"

G_BEGIN_DECLS

/* Something written that is no mark. */
typedef struct
{
  PangoLayout *label;
  double       x;
  double       y;
  gboolean     is_quiet;
} StrataBubblesText;

/* A shape of the legend. */
typedef struct
{
  StrataBubblesShape shape;
  double             x;
  double             y;
  double             radius;
  gboolean           is_size;     /* only a circle, to compare with */
} StrataBubblesKey;

struct _StrataBubblesFigure
{
  StrataFigure       parent_instance;

  GArray            *bubbles;       /* StrataBubble, of each mark */
  GArray            *lines;         /* StrataBubblesLine, of each in the table's figure */
  GPtrArray         *line_labels;   /* PangoLayout, of each line */
  StrataAxis         axis;
  StrataBubblesPlan  plan;

  GArray            *texts;         /* StrataBubblesText */
  GArray            *keys;          /* StrataBubblesKey */

  PangoContext      *context;       /* that the labels are made for */
  guint              serial;
};

static inline StrataBubble *
bubble_at (StrataBubblesFigure *self,
           guint                position)
{
  return &g_array_index (self->bubbles, StrataBubble, position);
}

static inline StrataBubblesLine *
line_at (StrataBubblesFigure *self,
         guint                position)
{
  return &g_array_index (self->lines, StrataBubblesLine, position);
}

static inline StrataBubblesMark *
mark_at (StrataBubblesFigure *self,
         guint                position)
{
  return STRATA_BUBBLES_MARK (strata_figure_get_mark (STRATA_FIGURE (self), position));
}

void        _strata_bubbles_figure_build      (StrataFigure            *figure);
char       *_strata_bubbles_figure_dup_number (StrataBubblesFigure     *self,
                                               double                   value,
                                               gboolean                 brief);
const char *_strata_bubbles_figure_missing    (StrataBubblesFigure     *self);
double      _strata_bubbles_figure_add_legend (StrataBubblesFigure     *self,
                                               PangoContext            *context,
                                               double                   width);
PangoLayout *_strata_bubbles_figure_add_text  (StrataBubblesFigure     *self,
                                               PangoContext            *context,
                                               const char              *text,
                                               gboolean                 is_quiet);
void        _strata_bubbles_figure_draw       (StrataFigure            *figure,
                                               GtkSnapshot             *snapshot,
                                               const StrataFigureTheme *theme);
void        _strata_bubbles_figure_draw_name  (StrataBubblesFigure     *self,
                                               GtkSnapshot             *snapshot,
                                               const StrataFigureTheme *theme,
                                               StrataBubblesMark       *mark);

G_END_DECLS
