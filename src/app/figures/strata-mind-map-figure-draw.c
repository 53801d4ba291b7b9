/* The lines of a mind map, its centre and its branches. */
#include "strata-mind-map-figure-private.h"

#include <math.h>

#include "strata-figure-label.h"
#include "strata-figure-paint.h"

/* Of each box, how opaque it is: a branch as the clearest of its leaves. */
static double *
list_opacities (StrataMindMapFigure *self)
{
  double *opacities = g_new0 (double, self->boxes->len);

  for (guint i = self->boxes->len; i > 0; i--)
    {
      StrataMindMapBox *box = box_at (self, i - 1);
      int parent = item_at (self, i - 1)->parent;

      if (box->mark != NULL)
        opacities[i - 1] = strata_figure_mark_get_opacity (STRATA_FIGURE_MARK (box->mark));
      if (parent > 0)
        opacities[parent] = MAX (opacities[parent], opacities[i - 1]);
    }
  opacities[0] = 1;
  return opacities;
}

static GdkRGBA
stroke_of (StrataMindMapFigure     *self,
           const StrataFigureTheme *theme,
           guint                    position)
{
  StrataColour tone = strata_figure_theme_tone (theme, position, self->n_tones);
  StrataColour stroke = strata_figure_theme_stroke (theme, &tone);

  return strata_rgba (&stroke);
}

/* For each box, how opaque the clearest is of it and those after it that hang
 * at the same one. */
static double *
list_reaches (StrataMindMapFigure *self,
              const double        *opacities)
{
  double *reaches = g_new0 (double, self->boxes->len);
  double branches = 0;

  for (guint i = self->boxes->len - 1; i > 0; i--)
    {
      gboolean is_last = i + 1 == self->boxes->len || item_at (self, i + 1)->parent != item_at (self, i)->parent;

      reaches[i] = MAX (opacities[i], is_last ? 0 : reaches[i + 1]);
      if (box_at (self, i)->level == 1)
        branches = reaches[i] = MAX (branches, reaches[i]);
    }
  return reaches;
}

/* The lines of a tree. Between two that hang at the same box, the trunk is as
 * clear as the clearest that it still leads to. It may be higher than a picture
 * can be, so it is no path. */
static void
draw_tree_links (StrataMindMapFigure     *self,
                 GtkSnapshot             *snapshot,
                 const StrataFigureTheme *theme,
                 const double            *opacities)
{
  g_autofree double *reaches = list_reaches (self, opacities);
  g_autofree double *ends = g_new0 (double, self->boxes->len);   /* of the trunk so far */
  double width = MAX (1, round (0.11 * self->plan.em));

  for (guint i = 1; i < self->boxes->len; i++)
    {
      /* What leads to all branches has one colour. */
      GdkRGBA colour = stroke_of (self, theme, box_at (self, i)->level == 1 ? 0 : box_at (self, i)->tone);
      int parent = item_at (self, i)->parent;
      StrataMindMapLink link;
      double top;

      strata_mind_map_link (&self->plan, item_at (self, 0), i, &link);
      top = MAX (link.y[0], ends[parent]);
      ends[parent] = link.y[1];
      colour.alpha = (float) reaches[i];
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (link.x[0] - width / 2, top, width,
                                                      link.y[1] - top));
      colour.alpha = (float) opacities[i];
      strata_figure_paint_elbow (snapshot, link.x, link.y, width, &colour);
    }
}

static void
draw_curves (StrataMindMapFigure     *self,
             GtkSnapshot             *snapshot,
             const StrataFigureTheme *theme,
             const double            *opacities)
{
  for (guint i = 1; i < self->boxes->len; i++)
    {
      GdkRGBA colour = stroke_of (self, theme, box_at (self, i)->tone);
      double width = self->plan.em * (box_at (self, i)->level == 1 ? 0.17 : 0.11);
      StrataMindMapLink link;

      strata_mind_map_link (&self->plan, item_at (self, 0), i, &link);
      colour.alpha = (float) opacities[i];
      strata_figure_paint_curve (snapshot, link.x, link.y, width, &colour);
    }
}

/* The centre or a branch. */
static void
draw_box (StrataMindMapFigure     *self,
          GtkSnapshot             *snapshot,
          const StrataFigureTheme *theme,
          guint                    i,
          double                   opacity)
{
  StrataMindMapBox *box = box_at (self, i);
  StrataMindMapItem *item = item_at (self, i);
  StrataColour tone = box->level == 0 ? strata_colour_layer (6, 6, theme->dark)
                                      : strata_figure_theme_tone (theme, box->tone, self->n_tones);
  StrataColour text = strata_colour_text_on (&tone);
  GdkRGBA fill = strata_rgba (&tone), ink = strata_rgba (&text);
  GdkRGBA line = strata_rgba (&theme->ink);
  float corner = (float) MIN (item->height / 2, 1.4 * self->plan.em);
  GskRoundedRect outline;
  int width, height;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (item->x, item->y, item->width, item->height), corner);
  gtk_snapshot_push_opacity (snapshot, opacity);
  strata_figure_paint_box (snapshot, &outline, &fill, theme->contrast ? 2 : 0, &line);
  pango_layout_get_pixel_size (box->label, &width, &height);
  strata_figure_label_draw (box->label, snapshot, item->x + (item->width - width) / 2,
                            item->y + (item->height - height) / 2, &ink);
  gtk_snapshot_pop (snapshot);
}

void
_strata_mind_map_figure_draw (StrataFigure            *figure,
                              GtkSnapshot             *snapshot,
                              const StrataFigureTheme *theme)
{
  StrataMindMapFigure *self = STRATA_MIND_MAP_FIGURE (figure);
  g_autofree double *opacities = list_opacities (self);

  if (self->plan.form == STRATA_MIND_MAP_TREE)
    draw_tree_links (self, snapshot, theme, opacities);
  else
    draw_curves (self, snapshot, theme, opacities);
  for (guint i = 0; i < self->boxes->len; i++)
    if (box_at (self, i)->mark == NULL)
      draw_box (self, snapshot, theme, i, opacities[i]);
}
