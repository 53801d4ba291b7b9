#include "strata-lesson-table.h"

#include <glib/gi18n.h>

#include "geometry/strata-columns.h"
#include "strata-lesson-row.h"

/* Larger tables are set as text: so many widgets would take long to make. */
#define MAX_CELLS 500
#define MAX_LENGTH 40000
/* What a column should have at least, in letters. */
#define COMFORT 13

struct _StrataLessonTable
{
  StrataLessonBlock parent_instance;

  GPtrArray *cells;       /* StrataLessonCell, owned by their rows, in reading order */
  GArray    *widths;      /* int, of each column */
  GtkWidget *scroller;
  GtkWidget *rows;
  int        available;   /* for which the columns were fitted */
  guint      serial;      /* of the font for which they were */
};

G_DEFINE_FINAL_TYPE (StrataLessonTable, strata_lesson_table, STRATA_TYPE_LESSON_BLOCK)

static int
comfort (StrataLessonTable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return COMFORT * letter / PANGO_SCALE;
}

/* Other than it was when any of the fonts is. */
static guint
font_serial (StrataLessonTable *self)
{
  guint serial = 1;

  for (guint i = 0; i < self->cells->len; i++)
    serial += pango_context_get_serial (
        gtk_widget_get_pango_context (g_ptr_array_index (self->cells, i)));
  return serial;
}

/* Where the width or the font is another than before. */
static void
fit (StrataLessonTable *self,
     int                available)
{
  guint serial = font_serial (self);
  guint n = self->widths->len;
  g_autofree StrataColumnNeed *needs = NULL;

  if (serial == self->serial && available == self->available)
    return;
  self->serial = serial;
  self->available = available;
  needs = g_new0 (StrataColumnNeed, n);
  for (guint i = 0; i < self->cells->len; i++)
    {
      StrataColumnNeed *need = &needs[i % n];
      int minimum, natural;

      gtk_widget_measure (g_ptr_array_index (self->cells, i), GTK_ORIENTATION_HORIZONTAL, -1,
                          &minimum, &natural, NULL, NULL);
      need->minimum = MAX (need->minimum, minimum);
      need->natural = MAX (need->natural, natural);
    }
  strata_columns_fit (needs, n, available - 2, comfort (self), (int *) (void *) self->widths->data);
}

static void
strata_lesson_table_resize (StrataLessonBlock *block,
                            int                width)
{
  StrataLessonTable *self = STRATA_LESSON_TABLE (block);

  fit (self, width);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_queue_resize (row);
}

/* The cells have their fonts by now, which they had not when their text was set. */
static void
strata_lesson_table_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  fit (STRATA_LESSON_TABLE (widget), STRATA_LESSON_TABLE (widget)->available);
  GTK_WIDGET_CLASS (strata_lesson_table_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
}

static StrataLessonCell *
cell_of (StrataLessonTable *self,
         guint              offset)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      StrataLessonCell *cell = g_ptr_array_index (self->cells, i);

      if (strata_lesson_cell_holds (cell, offset))
        return cell;
    }
  return NULL;
}

static void
strata_lesson_table_mark (StrataLessonBlock *block)
{
  StrataLessonTable *self = STRATA_LESSON_TABLE (block);

  for (guint i = 0; i < self->cells->len; i++)
    strata_lesson_cell_mark (g_ptr_array_index (self->cells, i),
                             strata_lesson_block_get_marks (block));
}

static gboolean
strata_lesson_table_locate (StrataLessonBlock *block,
                            guint              offset,
                            graphene_rect_t   *where)
{
  StrataLessonCell *cell = cell_of (STRATA_LESSON_TABLE (block), offset);
  graphene_point_t point;

  if (cell == NULL)
    return FALSE;
  strata_lesson_cell_locate (cell, offset, where);
  if (!gtk_widget_compute_point (GTK_WIDGET (cell), GTK_WIDGET (block), &where->origin, &point))
    return FALSE;
  where->origin = point;
  return TRUE;
}

static int
strata_lesson_table_offset_at (StrataLessonBlock *block,
                               double             x,
                               double             y)
{
  GtkWidget *cell = gtk_widget_pick (GTK_WIDGET (block), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (!STRATA_IS_LESSON_CELL (cell)
      || !gtk_widget_compute_point (GTK_WIDGET (block), cell,
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return -1;
  return strata_lesson_cell_get_offset_at (STRATA_LESSON_CELL (cell), point.x, point.y);
}

/* A link has the focus by its cell. The table itself has it where it scrolls. */
static gboolean
strata_lesson_table_take_focus (StrataLessonBlock *block,
                                guint              offset,
                                gboolean           is_link)
{
  StrataLessonTable *self = STRATA_LESSON_TABLE (block);
  StrataLessonCell *cell = cell_of (self, offset);

  if (is_link)
    return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
  return strata_lesson_block_scroll (block, 0) && gtk_widget_grab_focus (self->scroller);
}

static void
strata_lesson_table_dispose (GObject *object)
{
  g_ptr_array_set_size (STRATA_LESSON_TABLE (object)->cells, 0);

  G_OBJECT_CLASS (strata_lesson_table_parent_class)->dispose (object);
}

static void
strata_lesson_table_finalize (GObject *object)
{
  StrataLessonTable *self = STRATA_LESSON_TABLE (object);

  g_ptr_array_unref (self->cells);
  g_array_unref (self->widths);

  G_OBJECT_CLASS (strata_lesson_table_parent_class)->finalize (object);
}

static void
strata_lesson_table_class_init (StrataLessonTableClass *klass)
{
  StrataLessonBlockClass *block_class = STRATA_LESSON_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_lesson_table_finalize;
  GTK_WIDGET_CLASS (klass)->measure = strata_lesson_table_measure;
  block_class->resize = strata_lesson_table_resize;
  block_class->mark = strata_lesson_table_mark;
  block_class->locate = strata_lesson_table_locate;
  block_class->offset_at = strata_lesson_table_offset_at;
  block_class->take_focus = strata_lesson_table_take_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lesson-table");
}

static void
strata_lesson_table_init (StrataLessonTable *self)
{
  self->cells = g_ptr_array_new ();
  self->widths = g_array_new (FALSE, TRUE, sizeof (int));
  self->rows = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->rows);
  gtk_widget_set_halign (self->scroller, GTK_ALIGN_START);
  gtk_widget_set_focusable (self->scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Table"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Table"), -1);
}

/**
 * strata_lesson_table_suits:
 * @document: a lesson
 * @block: a table in it
 *
 * Returns: whether it is small enough for a widget of its own
 */
gboolean
strata_lesson_table_suits (const StrataDocument *document,
                           const StrataBlock    *block)
{
  const StrataGrid *grid = strata_document_get_grid (document, block->grid);

  return block->end > block->start + block->marker && block->end - block->start <= MAX_LENGTH
         && (guint64) grid->n_rows * grid->n_columns <= MAX_CELLS;
}

/**
 * strata_lesson_table_new:
 * @document: a lesson, which must live as long as the widget
 * @block: a table in it that suits
 * @marks: those of the lesson; must live as long as the widget
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
strata_lesson_table_new (const StrataDocument    *document,
                         const StrataBlock       *block,
                         const StrataLessonMarks *marks)
{
  StrataLessonTable *self = g_object_new (STRATA_TYPE_LESSON_TABLE, NULL);
  const StrataGrid *grid = strata_document_get_grid (document, block->grid);

  g_array_set_size (self->widths, grid->n_columns);
  for (guint i = 0; i < grid->n_rows; i++)
    {
      GtkWidget *row = strata_lesson_row_new (document, grid, i, self->widths);

      gtk_box_append (GTK_BOX (self->rows), row);
      for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
           cell = gtk_widget_get_next_sibling (cell))
        g_ptr_array_add (self->cells, cell);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) grid->n_rows, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) grid->n_columns, -1);
  strata_lesson_block_set_up (STRATA_LESSON_BLOCK (self), self->scroller, self->scroller, marks);
  return GTK_WIDGET (self);
}
