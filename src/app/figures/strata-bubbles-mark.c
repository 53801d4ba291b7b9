#include "strata-bubbles-mark.h"

#include <math.h>

#include "geometry/strata-bubbles.h"
#include "strata-figure-label.h"

struct _StrataBubblesMark
{
  StrataFigureMark   parent_instance;

  StrataBubblesShape shape;
  StrataBubblesPlace place;
  double             grasp;     /* how far from its midst a pointer has it */
  PangoLayout       *label;
};

G_DEFINE_FINAL_TYPE (StrataBubblesMark, strata_bubbles_mark, STRATA_TYPE_FIGURE_MARK)

static void
strata_bubbles_mark_paint (StrataFigureMark        *mark,
                           GtkSnapshot             *snapshot,
                           const StrataFigureTheme *theme,
                           GtkStateFlags            state)
{
  StrataBubblesMark *self = STRATA_BUBBLES_MARK (mark);
  const graphene_rect_t *bounds = strata_figure_mark_get_bounds (mark);
  gboolean hollow = strata_figure_mark_get_faded (mark);
  double stress = state & GTK_STATE_FLAG_ACTIVE ? 0.3 : state & GTK_STATE_FLAG_PRELIGHT ? 0.14 : 0;
  StrataColour colour = theme->ink;
  GdkRGBA ink;

  strata_bubbles_shape_paint (&self->shape, snapshot, theme, self->place.x - bounds->origin.x,
                              self->place.y - bounds->origin.y, self->place.radius, hollow, stress);
  if (!self->place.has_label || self->label == NULL)
    return;
  if (self->place.is_inside)
    colour = strata_bubbles_shape_ink (&self->shape, theme, hollow);
  ink = strata_rgba (&colour);
  strata_figure_label_draw (self->label, snapshot, self->place.label_x - bounds->origin.x,
                            self->place.label_y - bounds->origin.y, &ink);
}

static void
strata_bubbles_mark_outline (StrataFigureMark *mark,
                             GskRoundedRect   *outline)
{
  StrataBubblesMark *self = STRATA_BUBBLES_MARK (mark);
  const graphene_rect_t *bounds = strata_figure_mark_get_bounds (mark);
  double reach = self->place.radius * STRATA_BUBBLE_REACH + 2;

  gsk_rounded_rect_init_from_rect (
      outline,
      &GRAPHENE_RECT_INIT (self->place.x - bounds->origin.x - reach,
                           self->place.y - bounds->origin.y - reach, 2 * reach, 2 * reach),
      reach);
}

/* How far a point is from the rim, below 0 within; INFINITY where it is out of
 * reach. */
static double
distance_to (StrataBubblesMark *self,
             double             x,
             double             y)
{
  double distance = hypot (x - self->place.x, y - self->place.y);

  return distance <= self->grasp ? distance - self->place.radius : INFINITY;
}

/* Of all that have the point, the smallest that it is in has it, else the one it
 * is nearest to: what lies over a large one, and small ones, can be pressed. */
static gboolean
strata_bubbles_mark_contains (GtkWidget *widget,
                              double     x,
                              double     y)
{
  StrataBubblesMark *self = STRATA_BUBBLES_MARK (widget);
  const graphene_rect_t *bounds = strata_figure_mark_get_bounds (STRATA_FIGURE_MARK (widget));
  GtkWidget *figure = gtk_widget_get_parent (widget);
  double own;

  x += floorf (bounds->origin.x);
  y += floorf (bounds->origin.y);
  own = distance_to (self, x, y);
  if (!isfinite (own) || figure == NULL)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (figure); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      StrataBubblesMark *other = STRATA_BUBBLES_MARK (child);
      double distance = distance_to (other, x, y);

      if (other == self || !isfinite (distance))
        continue;
      if (own <= 0 && distance <= 0 ? other->place.radius < self->place.radius : distance < own)
        return FALSE;
    }
  return TRUE;
}

static void
strata_bubbles_mark_dispose (GObject *object)
{
  g_clear_object (&STRATA_BUBBLES_MARK (object)->label);

  G_OBJECT_CLASS (strata_bubbles_mark_parent_class)->dispose (object);
}

static void
strata_bubbles_mark_class_init (StrataBubblesMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_bubbles_mark_dispose;
  GTK_WIDGET_CLASS (klass)->contains = strata_bubbles_mark_contains;
  STRATA_FIGURE_MARK_CLASS (klass)->paint = strata_bubbles_mark_paint;
  STRATA_FIGURE_MARK_CLASS (klass)->outline = strata_bubbles_mark_outline;
}

static void
strata_bubbles_mark_init (StrataBubblesMark *self)
{
}

/**
 * strata_bubbles_mark_new:
 * @group: that it belongs to, from 0; -1 for none
 * @n_groups: how many there are
 *
 * Returns: (transfer floating): a mark without a place
 */
GtkWidget *
strata_bubbles_mark_new (int   group,
                         guint n_groups)
{
  StrataBubblesMark *self = g_object_new (STRATA_TYPE_BUBBLES_MARK, NULL);

  self->shape = (StrataBubblesShape){ group, n_groups };
  return GTK_WIDGET (self);
}

/**
 * strata_bubbles_mark_set_label:
 * @self: a mark
 * @label: (transfer none): the row's name
 */
void
strata_bubbles_mark_set_label (StrataBubblesMark *self,
                               PangoLayout       *label)
{
  g_return_if_fail (STRATA_IS_BUBBLES_MARK (self));

  g_set_object (&self->label, label);
}

PangoLayout *
strata_bubbles_mark_get_label (StrataBubblesMark *self)
{
  g_return_val_if_fail (STRATA_IS_BUBBLES_MARK (self), NULL);

  return self->label;
}

/**
 * strata_bubbles_mark_set_place:
 * @self: a mark
 * @place: where it is
 * @least: how far from its midst a pointer has it at least, in pixels
 *
 * Gives the mark its bounds, too.
 */
void
strata_bubbles_mark_set_place (StrataBubblesMark        *self,
                               const StrataBubblesPlace *place,
                               double                    least)
{
  g_return_if_fail (STRATA_IS_BUBBLES_MARK (self));

  self->place = *place;
  self->grasp = MAX (place->radius * STRATA_BUBBLE_REACH, least);
  strata_figure_mark_set_bounds (
      STRATA_FIGURE_MARK (self),
      &GRAPHENE_RECT_INIT (place->x - self->grasp, place->y - self->grasp, 2 * self->grasp,
                           2 * self->grasp));
}

const StrataBubblesPlace *
strata_bubbles_mark_get_place (StrataBubblesMark *self)
{
  g_return_val_if_fail (STRATA_IS_BUBBLES_MARK (self), NULL);

  return &self->place;
}

const StrataBubblesShape *
strata_bubbles_mark_get_shape (StrataBubblesMark *self)
{
  g_return_val_if_fail (STRATA_IS_BUBBLES_MARK (self), NULL);

  return &self->shape;
}
