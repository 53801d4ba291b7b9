/* What tells the groups of bubbles apart: a colour and a shape. */
#include "strata-bubbles-shape.h"

#include <math.h>

#include "geometry/strata-bubbles.h"

#define PALE 0.16
#define STRONG 0.86
#define N_FORMS 6

static void
polygon (cairo_t *cr,
         double   x,
         double   y,
         double   radius,
         guint    n,
         double   turn)
{
  /* As large as the circle: its area is n/2 r² sin (2 pi / n). */
  double corner = radius * sqrt (2 * G_PI / (n * sin (2 * G_PI / n)));

  corner = MIN (corner, radius * STRATA_BUBBLE_REACH);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, x + corner * sin (turn + 2 * G_PI * i / n), y - corner * cos (turn + 2 * G_PI * i / n));
  cairo_close_path (cr);
}

/* The first ones differ most; a group after the last form has the first again, in
 * another colour. */
static void
trace (cairo_t *cr,
       int      group,
       double   x,
       double   y,
       double   radius)
{
  switch (group % N_FORMS)
    {
    case 1:
      polygon (cr, x, y, radius, 4, 0);
      break;
    case 2:
      polygon (cr, x, y, radius, 4, G_PI / 4);
      break;
    case 4:
      polygon (cr, x, y, radius, 3, 0);
      break;
    case 5:
      polygon (cr, x, y, radius, 3, G_PI);
      break;
    default:
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }
}

static gboolean
is_pale (const StrataBubblesShape *self)
{
  return self->group < 0 || self->group % N_FORMS == 0;
}

static StrataColour
tone_of (const StrataBubblesShape *self,
         const StrataFigureTheme  *theme)
{
  return self->group < 0 ? theme->line
                         : strata_figure_theme_tone (theme, (guint) self->group, self->n_groups);
}

static StrataColour
fill_of (const StrataBubblesShape *self,
         const StrataFigureTheme  *theme,
         double                    stress)
{
  StrataColour tone = tone_of (self, theme), stroke = strata_figure_theme_stroke (theme, &tone);

  return strata_colour_mix (&theme->paper, &stroke,
                            MIN (1, (is_pale (self) ? theme->contrast ? 0 : PALE : STRONG) + stress));
}

/**
 * strata_bubbles_shape_ink:
 * @self: a shape
 * @theme: what it is painted with
 * @hollow: as it was painted
 *
 * Returns: the colour of a text on it
 */
StrataColour
strata_bubbles_shape_ink (const StrataBubblesShape *self,
                          const StrataFigureTheme  *theme,
                          gboolean                  hollow)
{
  StrataColour fill = fill_of (self, theme, 0);

  return hollow || is_pale (self) ? theme->ink : strata_colour_text_on (&fill);
}

static void
trace_cross (cairo_t *cr,
             double   x,
             double   y,
             double   arm)
{
  cairo_move_to (cr, x - arm, y - arm);
  cairo_line_to (cr, x + arm, y + arm);
  cairo_move_to (cr, x - arm, y + arm);
  cairo_line_to (cr, x + arm, y - arm);
}

/**
 * strata_bubbles_shape_paint:
 * @self: a shape
 * @snapshot: what is drawn to
 * @theme: what it is painted with
 * @x: its midst
 * @y: its midst
 * @radius: of a circle with its area
 * @hollow: whether it is but a broken line
 * @stress: 0, or how much stronger it is than usual, up to 1
 */
void
strata_bubbles_shape_paint (const StrataBubblesShape *self,
                            GtkSnapshot              *snapshot,
                            const StrataFigureTheme  *theme,
                            double                    x,
                            double                    y,
                            double                    radius,
                            gboolean                  hollow,
                            double                    stress)
{
  StrataColour tone = tone_of (self, theme), stroke = strata_figure_theme_stroke (theme, &tone);
  StrataColour ground = fill_of (self, theme, stress);
  GdkRGBA fill = strata_rgba (&ground), line = strata_rgba (&stroke);
  double reach = radius * STRATA_BUBBLE_REACH + 2, width = theme->contrast ? 2 : 1.5;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (x - reach, y - reach, 2 * reach, 2 * reach));

  if (self->group < 0)
    trace_cross (cr, x, y, radius * 0.72);
  else
    trace (cr, self->group, x, y, MAX (1, radius - width / 2));
  fill.alpha = 0.9f;
  gdk_cairo_set_source_rgba (cr, &fill);
  if (!hollow && self->group >= 0)
    cairo_fill_preserve (cr);
  if (hollow && self->group >= 0)
    cairo_set_dash (cr, (const double[]){ 3, 2 }, 2, 0);
  if (is_pale (self) && self->group >= 0 && !hollow)
    width = CLAMP (radius * 0.14, width, 3);
  cairo_set_line_width (cr, self->group < 0 ? width + 0.5 : width);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
