#include "config.h"

#include "strata-mind-map-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "course/strata-row-format.h"
#include "strata-figure-label.h"

#define LARGEST_SCALE 1.6
#define USED 0.9        /* of a frame, once letters are larger than usual */

G_DEFINE_FINAL_TYPE (StrataMindMapFigure, strata_mind_map_figure, STRATA_TYPE_FIGURE)

/* By level: letters, and what is around them, in ems. */
static const struct
{
  PangoWeight weight;
  double      scale;
  double      padding_x;
  double      padding_y;
} styles[] = {
  { PANGO_WEIGHT_BOLD, 1.15, 1.2, 0.8 },
  { PANGO_WEIGHT_BOLD, 1.0, 0.95, 0.5 },
  { PANGO_WEIGHT_NORMAL, 1.0, 0.8, 0.38 },
};

/* What boxes look like: a row's is a leaf's, also directly at the centre. */
static guint
style_of (const StrataMindMapBox *box)
{
  return box->mark != NULL ? 2 : box->level;
}

/* Building. --------------------------------------------------------------------- */

static guint
add_box (StrataMindMapFigure *self,
         const char          *text,
         int                  parent,
         guint                tone,
         StrataMindMapMark   *mark)
{
  guint level = parent < 0 ? 0 : box_at (self, (guint) parent)->level + 1;
  StrataMindMapBox box = { .text = g_strdup (text), .level = level, .tone = tone, .mark = mark };
  StrataMindMapItem item = { .parent = parent };

  g_array_append_val (self->boxes, box);
  g_array_append_val (self->items, item);
  return self->boxes->len - 1;
}

/* @at is the row's place among @n in the order of reading; @branch its branch's
 * name, or NULL. */
static void
add_leaf (StrataMindMapFigure *self,
          StrataRow           *row,
          guint                parent,
          guint                tone,
          const char          *branch,
          guint                at)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  StrataTable *table = strata_figure_get_table (figure);
  const char *const *languages = strata_figure_get_languages (figure);
  const char *name = strata_table_get_row_name (table, row, languages);
  guint n = g_list_model_get_n_items (strata_table_get_rows (table));
  GtkWidget *mark = strata_mind_map_mark_new (tone, self->n_tones);
  g_autofree char *summary =
      strata_row_dup_summary (strata_figure_get_course (figure), table, row, languages);
  g_autofree char *spoken = NULL;

  if (branch != NULL)
    /* Translators: a row of a figure for a screen reader: its name, the group it
     * belongs to, which of how many rows it is. */
    spoken = g_strdup_printf (_("%s, %s, %u of %u"), name, branch, at, n);
  else
    /* Translators: a row of a figure for a screen reader: its name, which of how
     * many rows it is. */
    spoken = g_strdup_printf (_("%s, %u of %u"), name, at, n);
  strata_figure_mark_set_row (STRATA_FIGURE_MARK (mark), row, spoken,
                              summary != NULL && *summary != '\0' ? summary : NULL);
  strata_figure_add_mark (figure, STRATA_FIGURE_MARK (mark));
  add_box (self, name, (int) parent, tone, STRATA_MIND_MAP_MARK (mark));
}

/* The rows whose value of @column is @value; of all, without a column. */
static GPtrArray *
list_rows (StrataTable *table,
           int          column,
           const char  *value)
{
  GListModel *model = strata_table_get_rows (table);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (model, i);
      gboolean is_set = column >= 0 && strata_row_is_set (row, (guint) column);

      if (column < 0 || (value == NULL ? !is_set : is_set && strata_row_has_id (row, (guint) column, value)))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}

/* A branch of a name and the rows on it, if there are any. */
static void
add_branch (StrataMindMapFigure *self,
            int                  column,
            const char          *value,
            const char          *name,
            guint                tone,
            guint               *at)
{
  g_autoptr (GPtrArray) rows =
      list_rows (strata_figure_get_table (STRATA_FIGURE (self)), column, value);
  guint branch;

  if (rows->len == 0)
    return;
  branch = add_box (self, name, 0, tone, NULL);
  for (guint i = 0; i < rows->len; i++)
    add_leaf (self, rows->pdata[i], branch, tone, name, ++*at);
}

static void
add_branches (StrataMindMapFigure *self,
              StrataColumn        *column,
              int                  position)
{
  const char *const *languages = strata_figure_get_languages (STRATA_FIGURE (self));
  guint n = strata_column_get_n_choices (column), at = 0;

  self->n_tones = n;
  for (guint i = 0; i < n; i++)
    add_branch (self, position, strata_column_get_choice_id (column, i),
                strata_text_get (strata_column_get_choice_name (column, i), languages), i, &at);
  /* Translators: the rows of a figure that belong to no group. */
  add_branch (self, position, NULL, _("Others"), n - 1, &at);
}

static void
clear_boxes (StrataMindMapFigure *self)
{
  g_array_set_size (self->boxes, 0);
  g_array_set_size (self->items, 0);
  g_clear_object (&self->context);
}

static void
strata_mind_map_figure_build (StrataFigure *figure)
{
  StrataMindMapFigure *self = STRATA_MIND_MAP_FIGURE (figure);
  StrataTable *table = strata_figure_get_table (figure);
  int group = strata_table_get_figure (table)->group;

  clear_boxes (self);
  add_box (self, strata_figure_get_title (figure), -1, 0, NULL);
  if (group >= 0)
    add_branches (self, strata_table_get_column (table, (guint) group), group);
  else
    {
      g_autoptr (GPtrArray) rows = list_rows (table, -1, NULL);

      self->n_tones = 1;
      for (guint i = 0; i < rows->len; i++)
        add_leaf (self, rows->pdata[i], 0, 0, NULL, i + 1);
    }
}

/* Place. ------------------------------------------------------------------------ */

static void
make_labels (StrataMindMapFigure *self,
             PangoContext        *context,
             double               scale)
{
  guint serial = pango_context_get_serial (context);

  if (self->context == context && self->serial == serial && self->scale == scale)
    return;
  g_set_object (&self->context, context);
  self->serial = serial;
  self->scale = scale;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      StrataMindMapBox *box = box_at (self, i);
      guint style = style_of (box);

      g_clear_object (&box->label);
      box->label = strata_figure_label_new (context, box->text, styles[style].weight,
                                            styles[style].scale * scale);
      pango_layout_set_alignment (box->label, PANGO_ALIGN_CENTER);
      box->natural = strata_figure_label_natural (box->label);
      box->least = strata_figure_label_least (box->label);
    }
}

static void
make_plan (StrataMindMapFigure *self,
           double               width,
           double               em)
{
  StrataMindMapNeed needs[3] = { { 0, 0 }, { 0, 0 }, { 0, 0 } };
  guint n_levels = 1;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      StrataMindMapBox *box = box_at (self, i);
      double padding = 2 * styles[style_of (box)].padding_x * em;

      needs[box->level].least = MAX (needs[box->level].least, box->least + padding);
      needs[box->level].natural = MAX (needs[box->level].natural, box->natural + padding);
      n_levels = MAX (n_levels, box->level + 1);
    }
  strata_mind_map_plan (needs, n_levels, width, em, FALSE, &self->plan);
}

static void
measure_boxes (StrataMindMapFigure *self,
               double               em)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      StrataMindMapBox *box = box_at (self, i);
      StrataMindMapItem *item = item_at (self, i);
      guint style = style_of (box);
      double padding = 2 * styles[style].padding_x * em, width, height;

      strata_figure_label_break (box->label, self->plan.widths[box->level] - padding, &width,
                                 &height);
      item->width = MIN (width + padding, self->plan.widths[box->level]);
      item->height = height + 2 * styles[style].padding_y * em;
    }
}

static double
lay_out (StrataMindMapFigure *self,
         PangoContext        *context,
         double               scale,
         double               width,
         double               height)
{
  double em = strata_figure_em (context) * scale;

  make_labels (self, context, scale);
  make_plan (self, width, em);
  measure_boxes (self, em);
  return strata_mind_map_layout (&self->plan, item_at (self, 0), self->items->len, width, height);
}

/* How much larger letters may be in a frame that has more room than they take;
 * in steps, so that labels are not made anew for every pixel. */
static double
room_to_grow (StrataMindMapFigure *self,
              double               taken,
              double               width,
              double               height)
{
  double left = width, right = 0, share;

  if (self->plan.form == STRATA_MIND_MAP_TREE || taken <= 0)
    return 1;
  for (guint i = 0; i < self->items->len; i++)
    {
      left = MIN (left, item_at (self, i)->x);
      right = MAX (right, item_at (self, i)->x + item_at (self, i)->width);
    }
  share = MIN (height / taken, width / MAX (1, right - left)) * USED;
  return CLAMP (floor (share * 10) / 10, 1, LARGEST_SCALE);
}

static double
strata_mind_map_figure_arrange (StrataFigure *figure,
                                PangoContext *context,
                                double        width,
                                double        height)
{
  StrataMindMapFigure *self = STRATA_MIND_MAP_FIGURE (figure);
  double taken = lay_out (self, context, 1, width, 0), scale = 1;

  if (height > taken)
    scale = room_to_grow (self, taken, width, height);
  if (height > 0)
    taken = lay_out (self, context, scale, width, height);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      StrataMindMapBox *box = box_at (self, i);
      StrataMindMapItem *item = item_at (self, i);

      if (box->mark == NULL)
        continue;
      strata_mind_map_mark_set_label (box->mark, box->label);
      strata_figure_mark_set_bounds (STRATA_FIGURE_MARK (box->mark),
                                     &GRAPHENE_RECT_INIT (item->x, item->y, item->width,
                                                          item->height));
    }
  return taken;
}

/* The class. -------------------------------------------------------------------- */

static void
box_clear (gpointer data)
{
  StrataMindMapBox *box = data;

  g_free (box->text);
  g_clear_object (&box->label);
}

static void
strata_mind_map_figure_finalize (GObject *object)
{
  StrataMindMapFigure *self = STRATA_MIND_MAP_FIGURE (object);

  g_array_unref (self->boxes);
  g_array_unref (self->items);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (strata_mind_map_figure_parent_class)->finalize (object);
}

static void
strata_mind_map_figure_class_init (StrataMindMapFigureClass *klass)
{
  StrataFigureClass *figure_class = STRATA_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = strata_mind_map_figure_finalize;
  figure_class->build = strata_mind_map_figure_build;
  figure_class->arrange = strata_mind_map_figure_arrange;
  figure_class->draw = _strata_mind_map_figure_draw;
}

static void
strata_mind_map_figure_init (StrataMindMapFigure *self)
{
  self->boxes = g_array_new (FALSE, FALSE, sizeof (StrataMindMapBox));
  g_array_set_clear_func (self->boxes, box_clear);
  self->items = g_array_new (FALSE, FALSE, sizeof (StrataMindMapItem));
}
