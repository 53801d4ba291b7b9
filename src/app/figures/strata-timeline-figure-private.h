#pragma once

#include "geometry/strata-timeline.h"
#include "strata-timeline-figure.h"
#include "strata-timeline-mark.h"

G_BEGIN_DECLS

/* A lane that has events. */
typedef struct
{
  char          *name;
  StrataConcept *concept;     /* that it stands for; NULL for none */
  guint          level;       /* of the ramp of the map */
  PangoLayout   *heading;
} StrataTimelineTrack;

/* An event, in the order of years. */
typedef struct
{
  char               *name;
  char               *year;
  StrataTimelineMark *mark;   /* unowned */
  PangoLayout        *label;
} StrataTimelineEvent;

/* A year that is written. */
typedef struct
{
  PangoLayout *label;
  double       x;             /* its middle if it stands above a line, else its right edge */
  double       y;             /* its middle */
} StrataTimelineYear;

struct _StrataTimelineFigure
{
  StrataFigure        parent_instance;

  GArray             *tracks; /* StrataTimelineTrack */
  GArray             *events; /* StrataTimelineEvent */
  GArray             *items;  /* StrataTimelineItem, of each event */
  GArray             *lanes;  /* StrataTimelineLane, of each track */
  GArray             *years;  /* StrataTimelineYear */
  guint               n_levels;
  StrataTimelineAxis *axis;
  StrataTimelinePlan  plan;
  double              height;
  int                 lit;    /* position of the event that is told of; -1 */

  PangoContext       *context;      /* that the labels are made for */
  guint               serial;
  double              scale;        /* of the letters */
  graphene_size_t     grown;        /* frame that the scale was chosen for */
  double              label_width;  /* that the labels are broken for */
  StrataTimelineForm  form;

  GtkAdjustment      *across;       /* scrolling; NULL without */
  GtkAdjustment      *down;
  guint               settling;     /* idle source */
  gboolean            zooming;
  int                 wide;         /* width that is asked for; 0 to fit the frame */
  double              stretch;      /* of years that run down */
  double              drag_from;
  gboolean            dragging;     /* whether a drag has gone far enough to be one */
  double              pinch_from;
};

#define TRACK(self, i) (&g_array_index ((self)->tracks, StrataTimelineTrack, i))
#define EVENT(self, i) (&g_array_index ((self)->events, StrataTimelineEvent, i))
#define ITEM(self, i) (&g_array_index ((self)->items, StrataTimelineItem, i))
#define LANE(self, i) (&g_array_index ((self)->lanes, StrataTimelineLane, i))

void _strata_timeline_figure_build       (StrataFigure            *figure);
void _strata_timeline_figure_draw        (StrataFigure            *figure,
                                          GtkSnapshot             *snapshot,
                                          const StrataFigureTheme *theme);
void _strata_timeline_figure_draw_sticky (StrataTimelineFigure    *self,
                                          GtkSnapshot             *snapshot);
void _strata_timeline_figure_init_input  (StrataTimelineFigure    *self);
void _strata_timeline_figure_reveal      (StrataTimelineFigure    *self);
GtkWidget *_strata_timeline_figure_wrap  (StrataFigure            *figure,
                                          GtkWidget               *scroller);

G_END_DECLS
