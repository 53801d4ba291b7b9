#include "strata-figure-paint.h"

/**
 * strata_figure_paint_box:
 * @snapshot: what is drawn to
 * @outline: of a box with equal, round corners
 * @fill: its colour
 * @width: of the line around it; 0 for none
 * @line: the line's colour
 */
void
strata_figure_paint_box (GtkSnapshot          *snapshot,
                         const GskRoundedRect *outline,
                         const GdkRGBA        *fill,
                         float                 width,
                         const GdkRGBA        *line)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colours[] = { *line, *line, *line, *line };

  gtk_snapshot_push_rounded_clip (snapshot, outline);
  gtk_snapshot_append_color (snapshot, fill, &outline->bounds);
  gtk_snapshot_pop (snapshot);
  if (width > 0)
    gtk_snapshot_append_border (snapshot, outline, widths, colours);
}

static void
stroke (cairo_t       *cr,
        double         width,
        const GdkRGBA *line)
{
  cairo_set_line_width (cr, width);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * strata_figure_paint_dashes:
 * @snapshot: what is drawn to
 * @outline: of a box with equal, round corners
 * @width: of the line around it
 * @line: the line's colour
 *
 * Draws a box with a broken line and nothing in it.
 */
void
strata_figure_paint_dashes (GtkSnapshot          *snapshot,
                            const GskRoundedRect *outline,
                            double                width,
                            const GdkRGBA        *line)
{
  const double dashes[] = { 3 * width, 2 * width };
  const graphene_rect_t *bounds = &outline->bounds;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  double half = width / 2, r = outline->corner[0].width - half;
  double left = bounds->origin.x + half, right = bounds->origin.x + bounds->size.width - half;
  double top = bounds->origin.y + half, foot = bounds->origin.y + bounds->size.height - half;

  cairo_arc (cr, right - r, top + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, foot - r, r, 0, G_PI_2);
  cairo_arc (cr, left + r, foot - r, r, G_PI_2, G_PI);
  cairo_arc (cr, left + r, top + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  stroke (cr, width, line);
}

/**
 * strata_figure_paint_curve:
 * @snapshot: what is drawn to
 * @x: (array fixed-size=4): of a cubic Bézier curve's points
 * @y: (array fixed-size=4): the same
 * @width: of the line
 * @line: its colour
 *
 * The curve must not leave the box of its ends.
 */
void
strata_figure_paint_curve (GtkSnapshot   *snapshot,
                           const double  *x,
                           const double  *y,
                           double         width,
                           const GdkRGBA *line)
{
  double left = MIN (x[0], x[3]), right = MAX (x[0], x[3]);
  double top = MIN (y[0], y[3]), foot = MAX (y[0], y[3]);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (left - width, top - width, right - left + 2 * width,
                                     foot - top + 2 * width));

  cairo_move_to (cr, x[0], y[0]);
  cairo_curve_to (cr, x[1], y[1], x[2], y[2], x[3], y[3]);
  stroke (cr, width, line);
}

/**
 * strata_figure_paint_elbow:
 * @snapshot: what is drawn to
 * @x: (array fixed-size=4): the second point is where a line from above ends,
 *   the third where a round corner does, the last where the line to the right does
 * @y: (array fixed-size=4): the same
 * @width: of the line
 * @line: its colour
 *
 * Draws the corner and what is after it.
 */
void
strata_figure_paint_elbow (GtkSnapshot   *snapshot,
                           const double  *x,
                           const double  *y,
                           double         width,
                           const GdkRGBA *line)
{
  double radius = x[2] - x[1];
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (x[1] - width, y[1], x[3] - x[1] + width, radius + width));

  cairo_move_to (cr, x[1], y[1]);
  cairo_arc_negative (cr, x[2], y[1], radius, G_PI, G_PI_2);
  cairo_line_to (cr, x[3], y[3]);
  stroke (cr, width, line);
}
