#include "strata-mind-map-mark.h"

#include "strata-figure-label.h"
#include "strata-figure-paint.h"

struct _StrataMindMapMark
{
  StrataFigureMark parent_instance;

  guint            tone;
  guint            n_tones;
  PangoLayout     *label;
};

G_DEFINE_FINAL_TYPE (StrataMindMapMark, strata_mind_map_mark, STRATA_TYPE_FIGURE_MARK)

static StrataColour
fill_of (StrataMindMapMark       *self,
         const StrataFigureTheme *theme,
         const StrataColour      *tone,
         GtkStateFlags            state)
{
  double share = theme->contrast ? 0 : 0.08;

  if (strata_figure_mark_get_selected (STRATA_FIGURE_MARK (self)) && !theme->paper_only)
    share += 0.14;
  share += state & GTK_STATE_FLAG_ACTIVE ? 0.18 : state & GTK_STATE_FLAG_PRELIGHT ? 0.10 : 0;
  return strata_colour_mix (&theme->paper, tone, share);
}

static void
strata_mind_map_mark_paint (StrataFigureMark        *mark,
                            GtkSnapshot             *snapshot,
                            const StrataFigureTheme *theme,
                            GtkStateFlags            state)
{
  StrataMindMapMark *self = STRATA_MIND_MAP_MARK (mark);
  StrataColour tone = strata_figure_theme_tone (theme, self->tone, self->n_tones);
  StrataColour stroke = strata_figure_theme_stroke (theme, &tone);
  StrataColour ground = fill_of (self, theme, &tone, state);
  GdkRGBA fill = strata_rgba (&ground), line = strata_rgba (&stroke);
  GdkRGBA ink = strata_rgba (&theme->ink);
  GskRoundedRect outline;
  float width = theme->contrast ? 2 : 1.5;
  int label_width, label_height;

  if (self->label == NULL)
    return;
  STRATA_FIGURE_MARK_GET_CLASS (mark)->outline (mark, &outline);
  if (strata_figure_mark_get_faded (mark))
    strata_figure_paint_dashes (snapshot, &outline, width, &line);
  else
    strata_figure_paint_box (snapshot, &outline, &fill, width, &line);
  pango_layout_get_pixel_size (self->label, &label_width, &label_height);
  strata_figure_label_draw (self->label, snapshot, (outline.bounds.size.width - label_width) / 2,
                            (outline.bounds.size.height - label_height) / 2, &ink);
}

static void
strata_mind_map_mark_dispose (GObject *object)
{
  g_clear_object (&STRATA_MIND_MAP_MARK (object)->label);

  G_OBJECT_CLASS (strata_mind_map_mark_parent_class)->dispose (object);
}

static void
strata_mind_map_mark_class_init (StrataMindMapMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_mind_map_mark_dispose;
  STRATA_FIGURE_MARK_CLASS (klass)->paint = strata_mind_map_mark_paint;
}

static void
strata_mind_map_mark_init (StrataMindMapMark *self)
{
}

/**
 * strata_mind_map_mark_new:
 * @tone: of its branch
 * @n_tones: how many branches there are
 *
 * Returns: (transfer floating): a leaf without a label
 */
GtkWidget *
strata_mind_map_mark_new (guint tone,
                          guint n_tones)
{
  StrataMindMapMark *self = g_object_new (STRATA_TYPE_MIND_MAP_MARK, NULL);

  self->tone = tone;
  self->n_tones = n_tones;
  return GTK_WIDGET (self);
}

/**
 * strata_mind_map_mark_set_label:
 * @self: a leaf
 * @label: (transfer none): what stands in it, broken into lines
 */
void
strata_mind_map_mark_set_label (StrataMindMapMark *self,
                                PangoLayout       *label)
{
  g_return_if_fail (STRATA_IS_MIND_MAP_MARK (self));

  g_set_object (&self->label, label);
}
