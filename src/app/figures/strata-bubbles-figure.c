#include "config.h"

#include "strata-bubbles-figure-private.h"

#include <math.h>
#include <string.h>

#include "strata-figure-label.h"

#define LETTERS 0.87        /* of the font's size */
#define WIDEST_LABEL 14     /* in ems */
#define BRIEF_BELOW 42      /* ems that a figure is wide */
#define GRASP 0.72          /* in ems: a pointer has small marks, too */
#define WIDER 1.4           /* than its numbers, that an axis' title may be */
#define MARGIN 0.6          /* in ems */
#define MOST_LEGEND 4.5     /* ems above the plot; a higher one is below it */

G_DEFINE_FINAL_TYPE (StrataBubblesFigure, strata_bubbles_figure, STRATA_TYPE_FIGURE)

/* Words. --------------------------------------------------------------------------- */

static PangoLayout *
make_label (PangoContext *context,
            const char   *text,
            PangoWeight   weight,
            double        widest)
{
  PangoLayout *label = strata_figure_label_new (context, text, weight, LETTERS);

  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (strata_figure_label_natural (label) > widest)
    pango_layout_set_width (label, (int) (MAX (1, widest) * PANGO_SCALE));
  return label;
}

/* Adds a text that has no place yet. */
PangoLayout *
_strata_bubbles_figure_add_text (StrataBubblesFigure *self,
                                 PangoContext        *context,
                                 const char          *text,
                                 gboolean             is_quiet)
{
  StrataBubblesText added = { make_label (context, text, PANGO_WEIGHT_NORMAL, G_MAXINT / PANGO_SCALE),
                              0, 0, is_quiet };

  g_array_append_val (self->texts, added);
  return added.label;
}

/* Of the rows and lines; they stay as long as letters do. */
static void
make_labels (StrataBubblesFigure *self,
             PangoContext        *context)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  StrataTable *table = strata_figure_get_table (figure);
  const char *const *languages = strata_figure_get_languages (figure);
  guint serial = pango_context_get_serial (context);
  double em = strata_figure_em (context);

  if (self->context == context && self->serial == serial)
    return;
  g_set_object (&self->context, context);
  self->serial = serial;
  for (guint i = 0; i < self->bubbles->len; i++)
    {
      StrataBubblesMark *mark = mark_at (self, i);
      StrataRow *row = strata_figure_mark_get_row (STRATA_FIGURE_MARK (mark));
      g_autoptr (PangoLayout) label =
          make_label (context, strata_table_get_row_name (table, row, languages), PANGO_WEIGHT_NORMAL,
                      WIDEST_LABEL * em);
      int label_width, label_height;

      strata_bubbles_mark_set_label (mark, label);
      pango_layout_get_pixel_size (label, &label_width, &label_height);
      bubble_at (self, i)->label_width = label_width;
      bubble_at (self, i)->label_height = label_height;
    }
}

static void
make_line_labels (StrataBubblesFigure *self,
                  PangoContext        *context,
                  double               widest)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  const StrataFigureSpec *spec = strata_table_get_figure (strata_figure_get_table (figure));

  g_ptr_array_set_size (self->line_labels, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const StrataFigureLine *line = spec->lines->pdata[i];
      PangoLayout *label =
          make_label (context, strata_text_get (line->label, strata_figure_get_languages (figure)),
                      PANGO_WEIGHT_BOLD, widest);
      int width, height;

      pango_layout_get_pixel_size (label, &width, &height);
      line_at (self, i)->label_width = width;
      line_at (self, i)->label_height = height;
      g_ptr_array_add (self->line_labels, label);
    }
}

/* Place. --------------------------------------------------------------------------- */

/* Adds a word for each tick; returns the widest one's width. */
static double
add_ticks (StrataBubblesFigure *self,
           PangoContext        *context,
           gboolean             brief)
{
  double widest = 0;

  for (guint i = 0; i < self->axis.n_ticks; i++)
    {
      g_autofree char *number = _strata_bubbles_figure_dup_number (self, self->axis.ticks[i], brief);
      PangoLayout *label = _strata_bubbles_figure_add_text (self, context, number, TRUE);
      double natural = strata_figure_label_natural (label);

      widest = MAX (widest, natural);
    }
  return widest;
}

static void
place_ticks (StrataBubblesFigure *self,
             double               em)
{
  for (guint i = 0; i < self->axis.n_ticks; i++)
    {
      StrataBubblesText *text = &g_array_index (self->texts, StrataBubblesText, i);
      int width, height;

      pango_layout_get_pixel_size (text->label, &width, &height);
      text->x = self->plan.left - MARGIN * em - width;
      text->y = strata_bubbles_value_y (&self->plan, self->axis.ticks[i]) - height / 2.0;
    }
}

static void
add_year (StrataBubblesFigure *self,
          PangoContext        *context,
          double               year)
{
  g_autofree char *word = isnan (year) ? g_strdup ("–") : g_strdup_printf ("%.0f", year);
  PangoLayout *label = _strata_bubbles_figure_add_text (self, context, word, TRUE);
  StrataBubblesText *text = &g_array_index (self->texts, StrataBubblesText, self->texts->len - 1);
  double width = strata_figure_label_natural (label);

  text->x = CLAMP (strata_bubbles_year_x (&self->plan, year) - width / 2, 0,
                   MAX (0, self->plan.right - width));
  text->y = self->plan.foot + 0.3 * strata_figure_em (context);
}

static void
add_years (StrataBubblesFigure *self,
           PangoContext        *context)
{
  const StrataBubblesPlan *plan = &self->plan;
  double first = ceil (plan->first / plan->year_step) * plan->year_step;

  for (double year = first; year <= plan->last; year += plan->year_step)
    add_year (self, context, year);
  if (plan->has_undated)
    add_year (self, context, NAN);
}

static void
measure_year (StrataBubblesFigure *self,
              PangoContext        *context,
              StrataBubblesFrame  *frame)
{
  frame->year_width = frame->year_height = 0;
  for (guint i = 0; i < self->bubbles->len; i++)
    {
      double year = bubble_at (self, i)->year;
      g_autofree char *word = g_strdup_printf ("%.0f", isnan (year) ? 0 : year);
      g_autoptr (PangoLayout) label = NULL;
      int width, height;

      if (i > 0 && year == bubble_at (self, i - 1)->year)
        continue;
      label = make_label (context, word, PANGO_WEIGHT_NORMAL, G_MAXINT / PANGO_SCALE);
      pango_layout_get_pixel_size (label, &width, &height);
      frame->year_width = MAX (frame->year_width, width);
      frame->year_height = MAX (frame->year_height, height);
    }
}

static void
place_marks (StrataBubblesFigure *self,
             double               em)
{
  for (guint i = 0; i < self->bubbles->len; i++)
    {
      const StrataBubble *bubble = bubble_at (self, i);
      StrataBubblesPlace place = { bubble->x,
                                   bubble->y,
                                   bubble->radius,
                                   bubble->label != STRATA_BUBBLE_LABEL_NONE,
                                   bubble->label == STRATA_BUBBLE_LABEL_INSIDE,
                                   bubble->label_x,
                                   bubble->label_y };

      strata_bubbles_mark_set_place (mark_at (self, i), &place, GRASP * em);
    }
}

/* What the numbers at the axis are. What stands in brackets is most often the
 * factor, which is in the numbers' words here. */
static PangoLayout *
make_axis_title (StrataBubblesFigure *self,
                 PangoContext        *context)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  StrataTable *table = strata_figure_get_table (figure);
  const StrataFigureSpec *spec = strata_table_get_figure (table);
  StrataColumn *column = strata_table_get_column (table, (guint) spec->y);
  g_autofree char *title = g_strdup (
      strata_text_get (strata_column_get_title (column), strata_figure_get_languages (figure)));
  char *bracket = strpbrk (title, "(") != NULL ? strpbrk (title, "(") : strstr (title, "（");

  if (spec->factor != 1 && bracket != NULL)
    *bracket = '\0';
  return make_label (context, g_strchomp (title), PANGO_WEIGHT_NORMAL, G_MAXINT / PANGO_SCALE);
}

/* Above the numbers if their column is, or can be made, wide enough for it, else above
 * the plot; returns the height that is taken there. */
static double
measure_axis_title (PangoLayout        *title,
                    StrataBubblesFrame *frame)
{
  int width, height;

  pango_layout_get_pixel_size (title, &width, &height);
  if (width > WIDER * frame->tick_width)
    return height + 0.2 * frame->em;
  frame->tick_width = MAX (frame->tick_width, width);
  frame->title_room = 1.7 * height;     /* and half of the highest number */
  return 0;
}

static void
place_axis_title (StrataBubblesFigure *self,
                  PangoLayout         *title,
                  double               em,
                  double               above)
{
  StrataBubblesText text = { g_object_ref (title), MARGIN * em, self->plan.head - above, TRUE };

  if (above <= 0)
    {
      text.x = self->plan.left - MARGIN * em - strata_figure_label_natural (title);
      text.y = self->plan.top;
    }
  g_array_append_val (self->texts, text);
}

static void
move_down (StrataBubblesFigure *self,
           guint                text,
           double               by)
{
  for (guint i = text; i < self->texts->len; i++)
    g_array_index (self->texts, StrataBubblesText, i).y += by;
  for (guint i = 0; i < self->keys->len; i++)
    g_array_index (self->keys, StrataBubblesKey, i).y += by;
}

/* The legend shows sizes, which depend on the room that it leaves: it is made for
 * those of the plan before, and once more. It is above the plot, or below all where
 * it has so many lines that nothing else would be seen at first. Between it and the
 * plot, @above is free. */
static double
lay_out (StrataBubblesFigure *self,
         PangoContext        *context,
         StrataBubblesFrame  *frame,
         double               above)
{
  double taken = 0;

  self->plan.largest = 0;
  for (guint i = 0; i < 3; i++)
    {
      double legend;

      g_array_set_size (self->texts, self->axis.n_ticks);
      g_array_set_size (self->keys, 0);
      legend = _strata_bubbles_figure_add_legend (self, context, frame->width);
      if (i == 2)
        break;
      if (i == 0)
        legend += frame->em;
      frame->foot = legend > MOST_LEGEND * frame->em ? legend : 0;
      frame->top = (frame->foot > 0 ? 0 : legend) + 0.5 * frame->em + above;
      taken = strata_bubbles_layout (frame, &self->axis, (StrataBubble *) self->bubbles->data,
                                     self->bubbles->len, (StrataBubblesLine *) self->lines->data,
                                     self->lines->len, &self->plan);
    }
  if (frame->foot > 0)
    move_down (self, self->axis.n_ticks, taken - frame->foot - MARGIN * frame->em);
  return taken;
}

static void
add_row_title (StrataBubblesFigure *self,
               PangoLayout         *title)
{
  StrataBubblesText text = { g_object_ref (title), self->plan.row_left, self->plan.row_top, FALSE };

  text.x += 0.5 * strata_figure_em (pango_layout_get_context (title));
  text.y += 0.3 * strata_figure_em (pango_layout_get_context (title));
  if (self->plan.row_foot > self->plan.row_top)
    g_array_append_val (self->texts, text);
  else
    g_object_unref (title);
}

static double
strata_bubbles_figure_arrange (StrataFigure *figure,
                               PangoContext *context,
                               double        width,
                               double        height)
{
  StrataBubblesFigure *self = STRATA_BUBBLES_FIGURE (figure);
  const StrataFigureSpec *spec = strata_table_get_figure (strata_figure_get_table (figure));
  double em = strata_figure_em (context), taken, above, widest;
  g_autoptr (PangoLayout) axis_title = make_axis_title (self, context);
  g_autoptr (PangoLayout) row_title = NULL;
  StrataBubblesFrame frame = { .width = width, .height = height, .em = em };
  int title_width, title_height;

  g_array_set_size (self->texts, 0);
  strata_bubbles_scale ((StrataBubble *) self->bubbles->data, self->bubbles->len,
                        (StrataBubblesLine *) self->lines->data, self->lines->len, spec->log, &self->axis);
  frame.tick_width = add_ticks (self, context, width < BRIEF_BELOW * em);
  above = measure_axis_title (axis_title, &frame);
  widest = MAX (4 * em, width - (2 * MARGIN + STRATA_BUBBLES_KEY) * em);
  make_labels (self, context);
  make_line_labels (self, context, widest);
  row_title = make_label (context, _strata_bubbles_figure_missing (self), PANGO_WEIGHT_BOLD, widest);
  pango_layout_get_pixel_size (row_title, &title_width, &title_height);
  frame.row_title_width = title_width + em;
  frame.row_title_height = title_height + 0.3 * em;
  measure_year (self, context, &frame);
  taken = lay_out (self, context, &frame, above);
  place_ticks (self, em);
  place_axis_title (self, axis_title, em, above);
  add_years (self, context);
  add_row_title (self, row_title);
  place_marks (self, em);
  return taken;
}

/* Drawing. ------------------------------------------------------------------------- */

/* A name that had no room stands above all while its mark is looked at. */
static void
strata_bubbles_figure_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  StrataBubblesFigure *self = STRATA_BUBBLES_FIGURE (widget);
  StrataFigureTheme theme;

  GTK_WIDGET_CLASS (strata_bubbles_figure_parent_class)->snapshot (widget, snapshot);
  strata_figure_theme_init_screen (&theme);
  for (guint i = 0; i < self->bubbles->len; i++)
    {
      GtkStateFlags state = gtk_widget_get_state_flags (GTK_WIDGET (mark_at (self, i)));

      if ((state & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0
          || strata_figure_mark_get_selected (STRATA_FIGURE_MARK (mark_at (self, i))))
        _strata_bubbles_figure_draw_name (self, snapshot, &theme, mark_at (self, i));
    }
}

/* The class. ----------------------------------------------------------------------- */

static void
text_clear (gpointer text)
{
  g_clear_object (&((StrataBubblesText *) text)->label);
}

static void
strata_bubbles_figure_finalize (GObject *object)
{
  StrataBubblesFigure *self = STRATA_BUBBLES_FIGURE (object);

  g_array_unref (self->bubbles);
  g_array_unref (self->lines);
  g_array_unref (self->texts);
  g_array_unref (self->keys);
  g_ptr_array_unref (self->line_labels);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (strata_bubbles_figure_parent_class)->finalize (object);
}

static void
strata_bubbles_figure_class_init (StrataBubblesFigureClass *klass)
{
  StrataFigureClass *figure_class = STRATA_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = strata_bubbles_figure_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = strata_bubbles_figure_snapshot;
  figure_class->build = _strata_bubbles_figure_build;
  figure_class->arrange = strata_bubbles_figure_arrange;
  figure_class->draw = _strata_bubbles_figure_draw;
}

static void
strata_bubbles_figure_init (StrataBubblesFigure *self)
{
  self->bubbles = g_array_new (FALSE, FALSE, sizeof (StrataBubble));
  self->lines = g_array_new (FALSE, FALSE, sizeof (StrataBubblesLine));
  self->texts = g_array_new (FALSE, FALSE, sizeof (StrataBubblesText));
  self->keys = g_array_new (FALSE, FALSE, sizeof (StrataBubblesKey));
  self->line_labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_set_clear_func (self->texts, text_clear);
}
