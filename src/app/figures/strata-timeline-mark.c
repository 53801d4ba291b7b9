#include "strata-timeline-mark.h"

#include "strata-figure-label.h"
#include "strata-figure-paint.h"

struct _StrataTimelineMark
{
  StrataFigureMark   parent_instance;

  guint              level;      /* of the ramp, that its lane has */
  guint              n_levels;
  StrataTimelineItem item;
  double             radius;
  PangoLayout       *label;
  gboolean           lit;
};

G_DEFINE_FINAL_TYPE (StrataTimelineMark, strata_timeline_mark, STRATA_TYPE_FIGURE_MARK)

/* How much of the tone is behind the label. */
static double
ground_share (StrataTimelineMark      *self,
              const StrataFigureTheme *theme,
              GtkStateFlags            state)
{
  double share = state & GTK_STATE_FLAG_ACTIVE ? 0.24 : state & GTK_STATE_FLAG_PRELIGHT ? 0.14 : 0;

  if (theme->paper_only)
    return 0;
  if (self->lit || strata_figure_mark_get_selected (STRATA_FIGURE_MARK (self)))
    share += 0.2;
  return share;
}

static void
paint_ground (StrataTimelineMark      *self,
              GtkSnapshot             *snapshot,
              const StrataFigureTheme *theme,
              const StrataColour      *stroke,
              GtkStateFlags            state)
{
  StrataColour ground = strata_colour_mix (&theme->paper, stroke, ground_share (self, theme, state));
  GdkRGBA fill = strata_rgba (&ground), line = strata_rgba (stroke);
  GskRoundedRect outline;

  if (ground_share (self, theme, state) <= 0)
    return;
  STRATA_FIGURE_MARK_GET_CLASS (self)->outline (STRATA_FIGURE_MARK (self), &outline);
  strata_figure_paint_box (snapshot, &outline, &fill, self->lit ? 2 : 0, &line);
}

static void
strata_timeline_mark_paint (StrataFigureMark        *mark,
                            GtkSnapshot             *snapshot,
                            const StrataFigureTheme *theme,
                            GtkStateFlags            state)
{
  StrataTimelineMark *self = STRATA_TIMELINE_MARK (mark);
  const StrataTimelineItem *item = &self->item;
  StrataColour tone = strata_colour_layer (self->level, self->n_levels, theme->dark);
  StrataColour stroke = strata_figure_theme_stroke (theme, &tone);
  GdkRGBA fill = strata_rgba (&tone), line = strata_rgba (&stroke);
  GdkRGBA ink = strata_rgba (&theme->ink);
  float r = self->radius, width = theme->contrast ? 2.5 : 2;
  GskRoundedRect dot;

  if (self->label == NULL)
    return;
  paint_ground (self, snapshot, theme, &stroke, state);
  gsk_rounded_rect_init_from_rect (
      &dot, &GRAPHENE_RECT_INIT (item->dot_x - item->x - r, item->dot_y - item->y - r, 2 * r, 2 * r), r);
  if (strata_figure_mark_get_faded (mark))
    strata_figure_paint_dashes (snapshot, &dot, 1.5, &line);
  else
    strata_figure_paint_box (snapshot, &dot, &fill, width, &line);
  strata_figure_label_draw (self->label, snapshot, item->label_x - item->x,
                            item->label_y - item->y, &ink);
}

static void
strata_timeline_mark_dispose (GObject *object)
{
  g_clear_object (&STRATA_TIMELINE_MARK (object)->label);

  G_OBJECT_CLASS (strata_timeline_mark_parent_class)->dispose (object);
}

static void
strata_timeline_mark_class_init (StrataTimelineMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_timeline_mark_dispose;
  STRATA_FIGURE_MARK_CLASS (klass)->paint = strata_timeline_mark_paint;
}

static void
strata_timeline_mark_init (StrataTimelineMark *self)
{
}

/**
 * strata_timeline_mark_new:
 * @level: of the colours of the map, from 1, that its lane has
 * @n_levels: how many there are
 *
 * Returns: (transfer floating): an event without a place
 */
GtkWidget *
strata_timeline_mark_new (guint level,
                          guint n_levels)
{
  StrataTimelineMark *self = g_object_new (STRATA_TYPE_TIMELINE_MARK, NULL);

  self->level = level;
  self->n_levels = n_levels;
  return GTK_WIDGET (self);
}

/**
 * strata_timeline_mark_place:
 * @self: an event
 * @item: where it stands in the figure
 * @radius: of its dot, in pixels
 * @label: (transfer none): what is beside the dot, broken into lines
 */
void
strata_timeline_mark_place (StrataTimelineMark       *self,
                            const StrataTimelineItem *item,
                            double                    radius,
                            PangoLayout              *label)
{
  g_return_if_fail (STRATA_IS_TIMELINE_MARK (self));

  self->item = *item;
  self->radius = radius;
  g_set_object (&self->label, label);
  strata_figure_mark_set_bounds (STRATA_FIGURE_MARK (self),
                                 &GRAPHENE_RECT_INIT (item->x, item->y, item->box_width,
                                                      item->box_height));
}

/**
 * strata_timeline_mark_set_lit:
 * @self: an event
 * @lit: whether it is what is being told of
 */
void
strata_timeline_mark_set_lit (StrataTimelineMark *self,
                              gboolean            lit)
{
  g_return_if_fail (STRATA_IS_TIMELINE_MARK (self));

  self->lit = lit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
strata_timeline_mark_get_lit (StrataTimelineMark *self)
{
  g_return_val_if_fail (STRATA_IS_TIMELINE_MARK (self), FALSE);

  return self->lit;
}
