#include "strata-lesson-row.h"

struct _StrataLessonRow
{
  GtkWidget     parent_instance;

  const GArray *widths;     /* int, of each column; the table's */
};

G_DEFINE_FINAL_TYPE (StrataLessonRow, strata_lesson_row, GTK_TYPE_WIDGET)

/* Where the first lines of all cells stand: letters of different scripts differ. */
static int
baseline_of (GtkWidget *row)
{
  int most = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    most = MAX (most, strata_lesson_cell_get_baseline (STRATA_LESSON_CELL (cell)));
  return most;
}

static void
strata_lesson_row_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  const GArray *widths = STRATA_LESSON_ROW (widget)->widths;
  GtkWidget *cell = gtk_widget_get_first_child (widget);
  int most = baseline_of (widget);
  int size = 0;

  for (guint i = 0; cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      int width = g_array_index (widths, int, i);
      int height;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        size += width;
      else
        {
          gtk_widget_measure (cell, orientation, width, &height, NULL, NULL, NULL);
          size = MAX (size, height + most
                                - strata_lesson_cell_get_baseline (STRATA_LESSON_CELL (cell)));
        }
    }
  *minimum = *natural = size;
}

static void
strata_lesson_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  const GArray *widths = STRATA_LESSON_ROW (widget)->widths;
  GtkWidget *cell = gtk_widget_get_first_child (widget);
  int most = baseline_of (widget);
  int x = 0;

  for (guint i = 0; cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      int down = most - strata_lesson_cell_get_baseline (STRATA_LESSON_CELL (cell));
      GtkAllocation place = { x, down, g_array_index (widths, int, i), height - down };

      gtk_widget_size_allocate (cell, &place, -1);
      x += place.width;
    }
}

static void
strata_lesson_row_dispose (GObject *object)
{
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (cell);

  G_OBJECT_CLASS (strata_lesson_row_parent_class)->dispose (object);
}

static void
strata_lesson_row_class_init (StrataLessonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_row_dispose;
  widget_class->measure = strata_lesson_row_measure;
  widget_class->size_allocate = strata_lesson_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "lesson-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
strata_lesson_row_init (StrataLessonRow *self)
{
}

/**
 * strata_lesson_row_new:
 * @document: a lesson, which must live as long as the widget
 * @grid: a table in it
 * @row: from 0, which is the row of heads
 * @widths: (element-type int): of each column, in pixels; must live as long as the row
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
strata_lesson_row_new (const StrataDocument *document,
                       const StrataGrid     *grid,
                       guint                 row,
                       const GArray         *widths)
{
  StrataLessonRow *self = g_object_new (STRATA_TYPE_LESSON_ROW, NULL);

  self->widths = widths;
  for (guint column = 0; column < grid->n_columns; column++)
    {
      const StrataCell *cell = strata_document_get_cell (document, grid, row, column);
      GtkWidget *widget = strata_lesson_cell_new (document, cell);

      gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                      (int) row + 1, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                      (int) column + 1, -1);
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
      if (column == 0)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        strata_lesson_cell_get_text (STRATA_LESSON_CELL (widget)),
                                        -1);
    }
  if (row == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "head");
  return GTK_WIDGET (self);
}
