/* What shapes and sizes of bubbles mean. */
#include "config.h"

#include "strata-bubbles-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "strata-figure-label.h"

/* In ems. */
#define MARGIN 0.6
#define SYMBOL 0.36         /* radius */
#define GAP 0.35            /* between a shape and its word */
#define APART 1.2
#define LINE 1.55

/* A line of shapes with words, broken where the figure ends. */
typedef struct
{
  StrataBubblesFigure *self;
  PangoContext        *context;
  double               em;
  double               width;
  double               x;
  double               y;         /* midst of the line */
  double               height;    /* of the line */
  guint                text;      /* the line's first text */
  guint                key;       /* and its first shape */
} Flow;

static void
break_line (Flow *flow)
{
  flow->x = MARGIN * flow->em;
  flow->y += flow->height / 2 + LINE / 2 * flow->em;
  flow->height = LINE * flow->em;
  flow->key = flow->self->keys->len;
}

/* Adds a text at the flow's end, cut if it is wider than a line less @indent;
 * returns how wide it is. */
static double
add_word (Flow       *flow,
          const char *word,
          double      indent,
          gboolean    is_quiet)
{
  PangoLayout *label = _strata_bubbles_figure_add_text (flow->self, flow->context, word, is_quiet);
  StrataBubblesText *text = &g_array_index (flow->self->texts, StrataBubblesText, flow->self->texts->len - 1);
  double most = flow->width - 2 * MARGIN * flow->em - indent;
  int width, height;

  if (strata_figure_label_natural (label) > most)
    pango_layout_set_width (label, (int) (MAX (1, most) * PANGO_SCALE));
  pango_layout_get_pixel_size (label, &width, &height);
  text->x = flow->x;
  text->y = flow->y - height / 2.0;
  return width;
}

/* Moves the texts from @from on, and the flow, to where they have room; what is in
 * the line before keeps to its midst. */
static void
fit (Flow  *flow,
     guint  from,
     double start,
     double high)
{
  double x = start, y = flow->y, grown;

  if (start > MARGIN * flow->em && flow->x > flow->width - MARGIN * flow->em)
    {
      break_line (flow);
      flow->text = from;
      x = flow->x;
    }
  grown = MAX (0, high - flow->height) / 2;
  for (guint i = flow->text; i < from; i++)
    g_array_index (flow->self->texts, StrataBubblesText, i).y += grown;
  for (guint i = flow->key; i < flow->self->keys->len; i++)
    g_array_index (flow->self->keys, StrataBubblesKey, i).y += grown;
  flow->y += grown;
  flow->height += 2 * grown;
  for (guint i = from; i < flow->self->texts->len; i++)
    {
      g_array_index (flow->self->texts, StrataBubblesText, i).x += x - start;
      g_array_index (flow->self->texts, StrataBubblesText, i).y += flow->y - y;
    }
}

/* A title that has a line of its own. */
static void
add_title (Flow       *flow,
           const char *title)
{
  guint from = flow->self->texts->len;
  double start = flow->x;

  flow->x += add_word (flow, title, 0, TRUE);
  fit (flow, from, start, 0);
  break_line (flow);
  flow->text = flow->self->texts->len;
}

/* A shape and what it means, after a title that is left alone at a line's end only
 * where no line has room for both. */
static void
add (Flow                     *flow,
     const char               *title,
     const char               *word,
     const StrataBubblesShape *shape,
     double                    radius,
     gboolean                  is_size)
{
  guint from = flow->self->texts->len;
  double start = flow->x, indent = 2 * radius + GAP * flow->em, key_x, end;
  StrataBubblesKey key = { *shape, 0, 0, radius, is_size };

  if (title != NULL)
    flow->x += add_word (flow, title, 0, TRUE) + 0.7 * flow->em;
  key_x = flow->x + radius - start;
  flow->x += indent;
  flow->x += add_word (flow, word, indent, FALSE);
  end = flow->x - start;
  if (title != NULL && end > flow->width - 2 * MARGIN * flow->em)
    {
      g_array_set_size (flow->self->texts, from);
      flow->x = start;
      add_title (flow, title);
      add (flow, NULL, word, shape, radius, is_size);
      return;
    }
  fit (flow, from, start, 2 * radius + 0.4 * flow->em);
  if (flow->x < start)
    start = flow->x;      /* on the next line */
  key.x = start + key_x;
  key.y = flow->y;
  g_array_append_val (flow->self->keys, key);
  flow->x = start + end + APART * flow->em;
}

static gboolean
has_group (StrataBubblesFigure *self,
           int                  group)
{
  for (guint i = 0; i < self->bubbles->len; i++)
    if (strata_bubbles_mark_get_shape (mark_at (self, i))->group == group
        && (group >= 0 || !isnan (bubble_at (self, i)->value)))
      return TRUE;
  return FALSE;
}

static void
add_groups (Flow *flow)
{
  StrataBubblesFigure *self = flow->self;
  StrataTable *table = strata_figure_get_table (STRATA_FIGURE (self));
  const char *const *languages = strata_figure_get_languages (STRATA_FIGURE (self));
  int position = strata_table_get_figure (table)->group;
  StrataColumn *column;
  const char *title;
  guint n;

  if (position < 0)
    return;
  column = strata_table_get_column (table, (guint) position);
  n = strata_column_get_n_choices (column);
  title = strata_text_get (strata_column_get_title (column), languages);
  for (guint i = 0; i < n; i++)
    {
      if (!has_group (self, (int) i))
        continue;
      add (flow, title, strata_text_get (strata_column_get_choice_name (column, i), languages),
           &(StrataBubblesShape){ (int) i, n }, SYMBOL * flow->em, FALSE);
      title = NULL;
    }
  if (has_group (self, -1))
    add (flow, title, _("Not stated"), &(StrataBubblesShape){ -1, n }, SYMBOL * flow->em, FALSE);
}

/* Circles of round sizes to compare with; the smallest stands for all below. */
static void
add_sizes (Flow *flow)
{
  StrataBubblesFigure *self = flow->self;
  const StrataBubblesPlan *plan = &self->plan;
  double size = pow (10, floor (log10 (MAX (plan->largest, 1e-300))) - 1);
  StrataBubblesShape circle = { 0, 1 };

  if (!(plan->largest > 0))
    return;
  for (guint i = 0; i < 3; i++, size /= 10)
    {
      double radius = strata_bubbles_radius (plan, size);
      g_autofree char *number = _strata_bubbles_figure_dup_number (self, size, FALSE);
      g_autofree char *word = NULL;

      /* Translators: a number: this or less. */
      word = radius > plan->least_radius ? g_strdup (number) : g_strdup_printf (_("%s or less"), number);
      /* Translators: before circles that show which area stands for which number. */
      add (flow, i == 0 ? _("Area") : NULL, word, &circle, radius, TRUE);
      if (radius <= plan->least_radius)
        return;
    }
}

/* Adds the legend at the top of a figure that is @width wide, with the sizes of
 * its plan; returns the height that it takes. */
double
_strata_bubbles_figure_add_legend (StrataBubblesFigure *self,
                                   PangoContext        *context,
                                   double               width)
{
  double em = strata_figure_em (context);
  Flow flow = { self, context, em, width, MARGIN * em, (MARGIN + LINE / 2) * em, LINE * em,
                self->texts->len, self->keys->len };

  add_groups (&flow);
  add_sizes (&flow);
  return flow.y + flow.height / 2;
}
