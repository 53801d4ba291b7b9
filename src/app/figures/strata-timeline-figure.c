#include "config.h"

#include "strata-timeline-figure-private.h"

#include <math.h>

#include "strata-figure-label.h"

#define SMALL 0.86            /* letters of years and of lanes */
#define LARGEST_SCALE 1.5     /* of letters, in a large frame */
#define GROW_FROM 80          /* ems that such a frame is wide */
#define MOST_GROWN 150        /* events; trying sizes takes longer for more */

enum
{
  REBUILT,
  ZOOMED,
  MARK_FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataTimelineFigure, strata_timeline_figure, STRATA_TYPE_FIGURE)

/* Labels. ----------------------------------------------------------------------- */

/* Where years run down, a label says what lane it is in. */
static PangoLayout *
create_label (StrataTimelineFigure *self,
              PangoContext         *context,
              guint                 position)
{
  const char *name = EVENT (self, position)->name;
  const char *lane = TRACK (self, ITEM (self, position)->lane)->name;
  g_autofree char *text = g_strconcat (name, "\n", lane, NULL);
  PangoLayout *label;
  PangoAttrList *attributes;
  PangoAttribute *small;

  if (self->form == STRATA_TIMELINE_ACROSS || lane == NULL)
    return strata_figure_label_new (context, name, PANGO_WEIGHT_NORMAL, self->scale);
  label = strata_figure_label_new (context, text, PANGO_WEIGHT_NORMAL, self->scale);
  attributes = pango_attr_list_new ();
  small = pango_attr_scale_new (SMALL);
  small->start_index = (guint) strlen (name) + 1;
  pango_attr_list_insert (attributes, small);
  pango_layout_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  return label;
}

static void
make_labels (StrataTimelineFigure *self,
             PangoContext         *context,
             double                scale)
{
  guint serial = pango_context_get_serial (context);

  if (self->context == context && self->serial == serial && self->scale == scale
      && self->form == self->plan.form && self->label_width == self->plan.label_width)
    return;
  g_set_object (&self->context, context);
  self->serial = serial;
  self->scale = scale;
  self->form = self->plan.form;
  self->label_width = self->plan.label_width;
  for (guint i = 0; i < self->events->len; i++)
    {
      StrataTimelineItem *item = ITEM (self, i);

      g_clear_object (&EVENT (self, i)->label);
      EVENT (self, i)->label = create_label (self, context, i);
      strata_figure_label_break (EVENT (self, i)->label, self->plan.label_width, &item->width,
                                 &item->height);
    }
  for (guint i = 0; i < self->tracks->len; i++)
    {
      StrataTimelineTrack *track = TRACK (self, i);
      int height = 0;

      g_clear_object (&track->heading);
      if (track->name != NULL)
        {
          track->heading =
              strata_figure_label_new (context, track->name, PANGO_WEIGHT_BOLD, scale * SMALL);
          pango_layout_get_pixel_size (track->heading, NULL, &height);
        }
      LANE (self, i)->heading = height;
    }
}

static PangoLayout *
create_year (PangoContext *context,
             int           year,
             double        scale)
{
  g_autofree char *text = g_strdup_printf ("%d", year);

  return strata_figure_label_new (context, text, PANGO_WEIGHT_BOLD, scale * SMALL);
}

/* The widest year of all. */
static double
year_width (StrataTimelineFigure *self,
            PangoContext         *context,
            double                scale)
{
  const int ends[] = { ITEM (self, 0)->year, ITEM (self, self->items->len - 1)->year };
  double widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (PangoLayout) label = create_year (context, ends[i], scale);

      widest = MAX (widest, strata_figure_label_natural (label));
    }
  return widest;
}

static void
add_year (StrataTimelineFigure *self,
          PangoContext         *context,
          int                   number,
          double                x,
          double                y)
{
  StrataTimelineYear year = { create_year (context, number, self->scale), x, y };

  g_array_append_val (self->years, year);
}

static void
make_years (StrataTimelineFigure *self,
            PangoContext         *context,
            double                widest)
{
  const StrataTimelinePlan *plan = &self->plan;
  g_autoptr (GArray) ticks = NULL;

  g_array_set_size (self->years, 0);
  if (plan->form == STRATA_TIMELINE_DOWN)
    {
      for (guint i = 0; i < self->items->len; i++)
        if (i == 0 || ITEM (self, i)->year != ITEM (self, i - 1)->year)
          add_year (self, context, ITEM (self, i)->year,
                    plan->start - plan->radius - 0.7 * plan->em, ITEM (self, i)->dot_y);
      return;
    }
  ticks = strata_timeline_axis_list_ticks (self->axis, plan->end - plan->start, 1.4 * widest);
  for (guint i = 0; i < ticks->len; i++)
    {
      StrataTimelineTick *tick = &g_array_index (ticks, StrataTimelineTick, i);

      add_year (self, context, tick->year, plan->start + tick->place, 0);
    }
}

/* Place. ------------------------------------------------------------------------ */

static double
lay_out (StrataTimelineFigure *self,
         PangoContext         *context,
         double                scale,
         double                width,
         double                height)
{
  double em = strata_figure_em (context) * scale, widest = year_width (self, context, scale);

  strata_timeline_plan (width, em, widest, self->tracks->len, &self->plan);
  make_labels (self, context, scale);
  return strata_timeline_layout (&self->plan, self->axis, ITEM (self, 0), self->items->len,
                                 LANE (self, 0), self->lanes->len, height, self->stretch);
}

/* How much larger letters may be in a frame that has room to spare, in steps;
 * the frame counts, not what zooming makes of it. */
static double
room_to_grow (StrataTimelineFigure *self,
              PangoContext         *context,
              double                width,
              double                height)
{
  double frame = self->wide > 0 && self->across != NULL
                     ? MIN (width, gtk_adjustment_get_page_size (self->across))
                     : width;
  double em = strata_figure_em (context), scale;

  if (height <= 0 || frame < GROW_FROM * em || self->events->len > MOST_GROWN)
    return 1;
  if (self->context == context && self->serial == pango_context_get_serial (context)
      && self->grown.width == (float) frame && self->grown.height == (float) height)
    return self->scale;
  graphene_size_init (&self->grown, (float) frame, (float) height);
  scale = MIN (floor (frame / (GROW_FROM * em) * 10) / 10, LARGEST_SCALE);
  while (scale > 1.05 && lay_out (self, context, scale, frame, 0) > height)
    scale -= 0.1;
  return MAX (1, scale);
}

static double
strata_timeline_figure_arrange (StrataFigure *figure,
                                PangoContext *context,
                                double        width,
                                double        height)
{
  StrataTimelineFigure *self = STRATA_TIMELINE_FIGURE (figure);
  double scale;

  if (self->items->len == 0)
    return MAX (0, height);
  scale = room_to_grow (self, context, width, height);
  self->height = lay_out (self, context, scale, width, height);
  make_years (self, context, year_width (self, context, scale));
  for (guint i = 0; i < self->events->len; i++)
    strata_timeline_mark_place (EVENT (self, i)->mark, ITEM (self, i), self->plan.radius,
                                EVENT (self, i)->label);
  return self->height;
}

static void
strata_timeline_figure_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  StrataTimelineFigure *self = STRATA_TIMELINE_FIGURE (widget);

  GTK_WIDGET_CLASS (strata_timeline_figure_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->wide > 0)
    *minimum = *natural = MAX (*minimum, self->wide);
}

static void
strata_timeline_figure_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (strata_timeline_figure_parent_class)->snapshot (widget, snapshot);
  _strata_timeline_figure_draw_sticky (STRATA_TIMELINE_FIGURE (widget), snapshot);
}

static void
strata_timeline_figure_set_focus_child (GtkWidget *widget,
                                        GtkWidget *child)
{
  StrataTimelineFigure *self = STRATA_TIMELINE_FIGURE (widget);

  GTK_WIDGET_CLASS (strata_timeline_figure_parent_class)->set_focus_child (widget, child);
  for (guint i = 0; child != NULL && i < self->events->len; i++)
    if (GTK_WIDGET (EVENT (self, i)->mark) == child)
      g_signal_emit (self, signals[MARK_FOCUSED], 0, i);
  _strata_timeline_figure_reveal (self);
}

/* The class. -------------------------------------------------------------------- */

static void
track_clear (gpointer data)
{
  StrataTimelineTrack *track = data;

  g_free (track->name);
  g_clear_object (&track->heading);
}

static void
event_clear (gpointer data)
{
  StrataTimelineEvent *event = data;

  g_free (event->name);
  g_free (event->year);
  g_clear_object (&event->label);
}

static void
year_clear (gpointer data)
{
  g_clear_object (&((StrataTimelineYear *) data)->label);
}

static void
strata_timeline_figure_dispose (GObject *object)
{
  StrataTimelineFigure *self = STRATA_TIMELINE_FIGURE (object);

  strata_timeline_figure_set_scroller (self, NULL);

  G_OBJECT_CLASS (strata_timeline_figure_parent_class)->dispose (object);
}

static void
strata_timeline_figure_finalize (GObject *object)
{
  StrataTimelineFigure *self = STRATA_TIMELINE_FIGURE (object);

  g_array_unref (self->tracks);
  g_array_unref (self->events);
  g_array_unref (self->items);
  g_array_unref (self->lanes);
  g_array_unref (self->years);
  g_clear_pointer (&self->axis, strata_timeline_axis_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (strata_timeline_figure_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * StrataTimelineFigure::rebuilt:
   * @self: the figure
   *
   * There are other events, or the same in another language.
   */
  signals[REBUILT] =
      g_signal_new ("rebuilt", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * StrataTimelineFigure::zoomed:
   * @self: the figure
   *
   * It is drawn larger or smaller, or in another form.
   */
  signals[ZOOMED] =
      g_signal_new ("zoomed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * StrataTimelineFigure::mark-focused:
   * @self: the figure
   * @position: of the mark that got the keyboard
   */
  signals[MARK_FOCUSED] = g_signal_new ("mark-focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
strata_timeline_figure_class_init (StrataTimelineFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StrataFigureClass *figure_class = STRATA_FIGURE_CLASS (klass);

  object_class->dispose = strata_timeline_figure_dispose;
  object_class->finalize = strata_timeline_figure_finalize;
  widget_class->measure = strata_timeline_figure_measure;
  widget_class->snapshot = strata_timeline_figure_snapshot;
  widget_class->set_focus_child = strata_timeline_figure_set_focus_child;
  figure_class->build = _strata_timeline_figure_build;
  figure_class->arrange = strata_timeline_figure_arrange;
  figure_class->draw = _strata_timeline_figure_draw;
  figure_class->wrap = _strata_timeline_figure_wrap;
  install_signals (G_TYPE_FROM_CLASS (klass));
}

static GArray *
array_new (guint          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

static void
strata_timeline_figure_init (StrataTimelineFigure *self)
{
  self->tracks = array_new (sizeof (StrataTimelineTrack), track_clear);
  self->events = array_new (sizeof (StrataTimelineEvent), event_clear);
  self->items = array_new (sizeof (StrataTimelineItem), NULL);
  self->lanes = array_new (sizeof (StrataTimelineLane), NULL);
  self->years = array_new (sizeof (StrataTimelineYear), year_clear);
  self->lit = -1;
  self->stretch = 1;
  _strata_timeline_figure_init_input (self);
}

/* What is told of. --------------------------------------------------------------- */

/**
 * strata_timeline_figure_light:
 * @self: a timeline
 * @position: of the event that stands out with its lane; -1 for none
 */
void
strata_timeline_figure_light (StrataTimelineFigure *self,
                              int                   position)
{
  g_return_if_fail (STRATA_IS_TIMELINE_FIGURE (self) && position < (int) self->events->len);

  if (self->lit >= 0)
    strata_timeline_mark_set_lit (EVENT (self, self->lit)->mark, FALSE);
  self->lit = position;
  if (position >= 0)
    strata_timeline_mark_set_lit (EVENT (self, position)->mark, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
strata_timeline_figure_get_lit (StrataTimelineFigure *self)
{
  g_return_val_if_fail (STRATA_IS_TIMELINE_FIGURE (self), -1);

  return self->lit;
}

/**
 * strata_timeline_figure_get_year:
 * @self: a timeline
 * @position: of an event
 *
 * Returns: (transfer none): its year, as it is written
 */
const char *
strata_timeline_figure_get_year (StrataTimelineFigure *self,
                                 guint                 position)
{
  g_return_val_if_fail (STRATA_IS_TIMELINE_FIGURE (self) && position < self->events->len, NULL);

  return EVENT (self, position)->year;
}

const char *
strata_timeline_figure_get_lane (StrataTimelineFigure *self,
                                 guint                 position)
{
  g_return_val_if_fail (STRATA_IS_TIMELINE_FIGURE (self) && position < self->events->len, NULL);

  return TRACK (self, ITEM (self, position)->lane)->name;
}

/**
 * strata_timeline_figure_get_concept:
 * @self: a timeline
 * @position: of an event
 *
 * Returns: (transfer none) (nullable): the layer of the map it belongs to
 */
StrataConcept *
strata_timeline_figure_get_concept (StrataTimelineFigure *self,
                                    guint                 position)
{
  g_return_val_if_fail (STRATA_IS_TIMELINE_FIGURE (self) && position < self->events->len, NULL);

  return TRACK (self, ITEM (self, position)->lane)->concept;
}
