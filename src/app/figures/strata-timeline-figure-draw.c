/* The years and lanes of a timeline. */
#include "strata-timeline-figure-private.h"

#include "strata-figure-label.h"
#include "strata-figure-paint.h"

#define CORNER 10

static double
scrolled (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static gboolean
is_lit (StrataTimelineFigure    *self,
        const StrataFigureTheme *theme,
        guint                    track)
{
  return !theme->paper_only && self->lit >= 0 && ITEM (self, self->lit)->lane == track;
}

static StrataColour
stroke_of (StrataTimelineFigure    *self,
           const StrataFigureTheme *theme,
           guint                    track)
{
  StrataColour tone = strata_colour_layer (TRACK (self, track)->level, self->n_levels, theme->dark);

  return strata_figure_theme_stroke (theme, &tone);
}

static void
draw_line (GtkSnapshot        *snapshot,
           double              x,
           double              y,
           double              width,
           double              height,
           const StrataColour *colour,
           double              opacity)
{
  GdkRGBA line = strata_rgba (colour);

  line.alpha = opacity;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* Across. ----------------------------------------------------------------------- */

static GdkRGBA
ground_of (StrataTimelineFigure    *self,
           const StrataFigureTheme *theme,
           guint                    track)
{
  StrataColour stroke = stroke_of (self, theme, track), ground;
  double share = is_lit (self, theme, track) ? 0.2 : theme->contrast ? 0 : theme->dark ? 0.12 : 0.07;

  ground = strata_colour_mix (&theme->paper, &stroke, share);
  return strata_rgba (&ground);
}

static void
draw_band (StrataTimelineFigure    *self,
           GtkSnapshot             *snapshot,
           const StrataFigureTheme *theme,
           guint                    track)
{
  const StrataTimelineLane *lane = LANE (self, track);
  gboolean lit = is_lit (self, theme, track);
  StrataColour stroke = stroke_of (self, theme, track);
  GdkRGBA fill = ground_of (self, theme, track), line = strata_rgba (&stroke);
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (
      &box, &GRAPHENE_RECT_INIT (4, lane->y, self->plan.width - 8, lane->height), CORNER);
  strata_figure_paint_box (snapshot, &box, &fill, lit ? 2 : theme->contrast ? 1 : 0, &line);
}

/* No line goes through a word. */
static void
clear_words (StrataTimelineFigure    *self,
             GtkSnapshot             *snapshot,
             const StrataFigureTheme *theme)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const StrataTimelineItem *item = ITEM (self, i);
      GdkRGBA ground = ground_of (self, theme, item->lane);

      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (item->label_x - 3, item->label_y,
                                                      item->width + 6, item->height));
    }
}

static void
draw_heading (StrataTimelineFigure    *self,
              GtkSnapshot             *snapshot,
              const StrataFigureTheme *theme,
              guint                    track,
              double                   x)
{
  PangoLayout *heading = TRACK (self, track)->heading;
  GdkRGBA ink = strata_rgba (&theme->ink), ground = ground_of (self, theme, track);
  double y = LANE (self, track)->y + 0.35 * self->plan.em;
  int width, height;

  if (heading == NULL)
    return;
  pango_layout_get_pixel_size (heading, &width, &height);
  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT (x - 3, y, width + 6, height));
  strata_figure_label_draw (heading, snapshot, x, y, &ink);
}

static void
draw_headings (StrataTimelineFigure    *self,
               GtkSnapshot             *snapshot,
               const StrataFigureTheme *theme)
{
  double x = (theme->paper_only ? 0 : scrolled (self->across)) + self->plan.em;

  for (guint i = 0; i < self->tracks->len; i++)
    draw_heading (self, snapshot, theme, i, x);
}

static void
draw_years_across (StrataTimelineFigure    *self,
                   GtkSnapshot             *snapshot,
                   const StrataFigureTheme *theme,
                   double                   y)
{
  GdkRGBA ink = strata_rgba (&theme->ink);

  for (guint i = 0; i < self->years->len; i++)
    {
      const StrataTimelineYear *year = &g_array_index (self->years, StrataTimelineYear, i);
      int width, height;

      pango_layout_get_pixel_size (year->label, &width, &height);
      strata_figure_label_draw (year->label, snapshot, year->x - width / 2.0,
                                y + (self->plan.axis - height) / 2, &ink);
    }
}

static void
draw_across (StrataTimelineFigure    *self,
             GtkSnapshot             *snapshot,
             const StrataFigureTheme *theme)
{
  const StrataTimelineLane *last = LANE (self, self->lanes->len - 1);
  double foot = last->y + last->height, opacity = theme->contrast ? 0.5 : 0.28;

  for (guint i = 0; i < self->tracks->len; i++)
    draw_band (self, snapshot, theme, i);
  for (guint i = 0; i < self->years->len; i++)
    draw_line (snapshot, g_array_index (self->years, StrataTimelineYear, i).x - 0.5,
               self->plan.axis - 0.3 * self->plan.em, 1, foot - self->plan.axis + 0.3 * self->plan.em,
               &theme->line, opacity);
  clear_words (self, snapshot, theme);
  draw_headings (self, snapshot, theme);
  draw_years_across (self, snapshot, theme, 0);
}

/* Down. ------------------------------------------------------------------------- */

static void
draw_down (StrataTimelineFigure    *self,
           GtkSnapshot             *snapshot,
           const StrataFigureTheme *theme)
{
  GdkRGBA ink = strata_rgba (&theme->ink);

  for (guint i = 0; i < self->tracks->len; i++)
    {
      const StrataTimelineLane *lane = LANE (self, i);
      StrataColour stroke = stroke_of (self, theme, i);
      double width = is_lit (self, theme, i) ? 4 : 2;

      if (self->plan.pitch >= 0.5 * self->plan.em)
        draw_line (snapshot, lane->x - width / 2, lane->y, width, lane->height, &stroke,
                   is_lit (self, theme, i) ? 1 : 0.45);
    }
  for (guint i = 0; i < self->years->len; i++)
    {
      const StrataTimelineYear *year = &g_array_index (self->years, StrataTimelineYear, i);
      int width, height;

      pango_layout_get_pixel_size (year->label, &width, &height);
      strata_figure_label_draw (year->label, snapshot, year->x - width, year->y - height / 2.0, &ink);
    }
}

void
_strata_timeline_figure_draw (StrataFigure            *figure,
                              GtkSnapshot             *snapshot,
                              const StrataFigureTheme *theme)
{
  StrataTimelineFigure *self = STRATA_TIMELINE_FIGURE (figure);

  if (self->tracks->len == 0)
    return;
  if (self->plan.form == STRATA_TIMELINE_ACROSS)
    draw_across (self, snapshot, theme);
  else
    draw_down (self, snapshot, theme);
}

/* The years again above everything, while their own place is scrolled away. */
void
_strata_timeline_figure_draw_sticky (StrataTimelineFigure *self,
                                     GtkSnapshot          *snapshot)
{
  StrataFigureTheme theme;
  double y = scrolled (self->down);
  GdkRGBA ground;

  if (y <= 0 || self->plan.form != STRATA_TIMELINE_ACROSS || self->tracks->len == 0)
    return;
  strata_figure_theme_init_screen (&theme);
  ground = strata_rgba (&theme.paper);
  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT (0, y, self->plan.width, self->plan.axis));
  draw_line (snapshot, 0, y + self->plan.axis - 1, self->plan.width, 1, &theme.line, 0.5);
  draw_years_across (self, snapshot, &theme, y);
}
