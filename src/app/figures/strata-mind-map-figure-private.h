#pragma once

#include "geometry/strata-mind-map.h"
#include "strata-mind-map-figure.h"
#include "strata-mind-map-mark.h"

G_BEGIN_DECLS

/* A box: the centre, a branch or a leaf. */
typedef struct
{
  char              *text;
  guint              level;
  guint              tone;      /* of its branch */
  StrataMindMapMark *mark;      /* of a leaf, unowned */
  PangoLayout       *label;
  double             natural;   /* what the label measures */
  double             least;
} StrataMindMapBox;

struct _StrataMindMapFigure
{
  StrataFigure       parent_instance;

  GArray            *boxes;     /* StrataMindMapBox */
  GArray            *items;     /* StrataMindMapItem, of each box */
  guint              n_tones;
  StrataMindMapPlan  plan;

  PangoContext      *context;   /* that the labels are made for */
  guint              serial;
  double             scale;     /* of the letters */
};

static inline StrataMindMapBox *
box_at (StrataMindMapFigure *self,
        guint                position)
{
  return &g_array_index (self->boxes, StrataMindMapBox, position);
}

static inline StrataMindMapItem *
item_at (StrataMindMapFigure *self,
         guint                position)
{
  return &g_array_index (self->items, StrataMindMapItem, position);
}

void _strata_mind_map_figure_draw (StrataFigure            *figure,
                                   GtkSnapshot             *snapshot,
                                   const StrataFigureTheme *theme);

G_END_DECLS
