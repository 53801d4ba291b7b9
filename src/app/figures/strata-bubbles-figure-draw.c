/* What bubbles stand on: years, numbers, lines across, the legend. */
#include "strata-bubbles-figure-private.h"

#include <math.h>

#include "strata-figure-label.h"
#include "strata-figure-paint.h"

#define KEY_GAP 0.4         /* between a piece of a line and its label, in ems */

static GdkRGBA
faint (const StrataColour *colour,
       double              alpha)
{
  GdkRGBA rgba = strata_rgba (colour);

  rgba.alpha = (float) alpha;
  return rgba;
}

/* Every other year is a little darker. */
static void
draw_bands (StrataBubblesFigure     *self,
            GtkSnapshot             *snapshot,
            const StrataFigureTheme *theme)
{
  const StrataBubblesPlan *plan = &self->plan;
  GdkRGBA tint = faint (&theme->ink, theme->dark ? 0.045 : 0.035);

  if (plan->band < 12)
    return;
  for (double year = plan->first; year <= plan->last; year++)
    if (fmod (fabs (year), 2) == 1)
      gtk_snapshot_append_color (snapshot, &tint,
                                 &GRAPHENE_RECT_INIT (strata_bubbles_year_x (plan, year) - plan->band / 2,
                                                      plan->top, plan->band, plan->foot - plan->top));
}

static void
draw_axis (StrataBubblesFigure     *self,
           GtkSnapshot             *snapshot,
           const StrataFigureTheme *theme)
{
  const StrataBubblesPlan *plan = &self->plan;
  GdkRGBA calm = faint (&theme->line, theme->contrast ? 0.35 : 0.3), firm = faint (&theme->line, 0.9);

  for (guint i = 0; i < self->axis.n_ticks; i++)
    gtk_snapshot_append_color (
        snapshot, &calm,
        &GRAPHENE_RECT_INIT (plan->left, round (strata_bubbles_value_y (plan, self->axis.ticks[i])),
                             plan->right - plan->left, 1));
  gtk_snapshot_append_color (snapshot, &firm,
                             &GRAPHENE_RECT_INIT (plan->left, round (plan->foot),
                                                  plan->right - plan->left, 1));
}

/* The ground of the row of those without a number. */
static void
draw_row (StrataBubblesFigure     *self,
          GtkSnapshot             *snapshot,
          const StrataFigureTheme *theme)
{
  const StrataBubblesPlan *plan = &self->plan;
  GdkRGBA ground = faint (&theme->ink, theme->dark ? 0.07 : 0.05), line = faint (&theme->line, 1);
  GskRoundedRect outline;

  if (plan->row_foot <= plan->row_top)
    return;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (plan->row_left, plan->row_top,
                                                        plan->right - plan->row_left,
                                                        plan->row_foot - plan->row_top),
                                   9);
  strata_figure_paint_box (snapshot, &outline, &ground, theme->contrast ? 1 : 0, &line);
}

/* A piece of a line to compare with. */
static void
draw_dashes (GtkSnapshot             *snapshot,
             const StrataFigureTheme *theme,
             double                   from,
             double                   to,
             double                   y)
{
  GdkRGBA colour = strata_rgba (&theme->ring);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (from, y - 2, to - from, 4));

  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_set_dash (cr, (const double[]){ 6, 4 }, 2, 0);
  cairo_set_line_width (cr, theme->contrast ? 2 : 1.5);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_lines (StrataBubblesFigure     *self,
            GtkSnapshot             *snapshot,
            const StrataFigureTheme *theme)
{
  const StrataBubblesPlan *plan = &self->plan;
  GdkRGBA colour = strata_rgba (&theme->ring);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const StrataBubblesLine *line = line_at (self, i);
      PangoLayout *label = self->line_labels->pdata[i];
      double em = strata_figure_em (pango_layout_get_context (label));

      draw_dashes (snapshot, theme, plan->left, plan->right, line->y);
      if (line->is_apart)
        draw_dashes (snapshot, theme, line->label_x - STRATA_BUBBLES_KEY * em, line->label_x - KEY_GAP * em,
                     line->label_y + line->label_height / 2);
      strata_figure_label_draw (label, snapshot, line->label_x, line->label_y, &colour);
    }
}

static void
draw_key (const StrataBubblesKey  *key,
          GtkSnapshot             *snapshot,
          const StrataFigureTheme *theme)
{
  GdkRGBA ground = faint (&theme->ink, 0.1), line = strata_rgba (&theme->line);
  GskRoundedRect outline;

  if (!key->is_size)
    {
      strata_bubbles_shape_paint (&key->shape, snapshot, theme, key->x, key->y, key->radius, FALSE, 0);
      return;
    }
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (key->x - key->radius, key->y - key->radius,
                                                        2 * key->radius, 2 * key->radius),
                                   key->radius);
  strata_figure_paint_box (snapshot, &outline, &ground, 1, &line);
}

void
_strata_bubbles_figure_draw (StrataFigure            *figure,
                             GtkSnapshot             *snapshot,
                             const StrataFigureTheme *theme)
{
  StrataBubblesFigure *self = STRATA_BUBBLES_FIGURE (figure);
  StrataColour quiet = strata_colour_mix (&theme->ink, &theme->paper, theme->contrast ? 0 : 0.25);
  GdkRGBA ink = strata_rgba (&theme->ink), soft = strata_rgba (&quiet);

  draw_bands (self, snapshot, theme);
  draw_row (self, snapshot, theme);
  draw_axis (self, snapshot, theme);
  draw_lines (self, snapshot, theme);
  for (guint i = 0; i < self->keys->len; i++)
    draw_key (&g_array_index (self->keys, StrataBubblesKey, i), snapshot, theme);
  for (guint i = 0; i < self->texts->len; i++)
    {
      StrataBubblesText *text = &g_array_index (self->texts, StrataBubblesText, i);

      strata_figure_label_draw (text->label, snapshot, text->x, text->y, text->is_quiet ? &soft : &ink);
    }
}

/* The name of a mark that had no room for it, on a ground of its own, within the
 * figure. */
void
_strata_bubbles_figure_draw_name (StrataBubblesFigure     *self,
                                  GtkSnapshot             *snapshot,
                                  const StrataFigureTheme *theme,
                                  StrataBubblesMark       *mark)
{
  const StrataBubblesPlace *place = strata_bubbles_mark_get_place (mark);
  PangoLayout *label = strata_bubbles_mark_get_label (mark);
  GdkRGBA ground = strata_rgba (&theme->paper), line = strata_rgba (&theme->line);
  GdkRGBA ink = strata_rgba (&theme->ink);
  double reach = place->radius * STRATA_BUBBLE_REACH + 9, x, y, width, height;
  GskRoundedRect outline;
  int label_width, label_height;

  if (place->has_label || label == NULL)
    return;
  pango_layout_get_pixel_size (label, &label_width, &label_height);
  width = label_width + 16;
  height = label_height + 8;
  x = place->x - width / 2;
  y = place->y - reach - height;
  if (y < 0)
    y = place->y + reach;
  x = CLAMP (x, 2, MAX (2, gtk_widget_get_width (GTK_WIDGET (self)) - width - 2));
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, width, height), 6);
  strata_figure_paint_box (snapshot, &outline, &ground, theme->contrast ? 2 : 1, &line);
  strata_figure_label_draw (label, snapshot, x + 8, y + 4, &ink);
}
