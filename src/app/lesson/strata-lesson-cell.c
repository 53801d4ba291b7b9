#include "strata-lesson-cell.h"

#include "strata-lesson-palette-private.h"

#define SPACING 4   /* pixels between the lines of a cell */

struct _StrataLessonCell
{
  GtkWidget        parent_instance;

  StrataLessonRun *run;
  PangoLayout     *layout;
  StrataAlign      align;

  /* What was measured, for the font as it was. */
  guint            serial;
  int              minimum;
  int              natural;
  int              line_height;
  int              wrapped_width;
  int              wrapped_height;
};

G_DEFINE_FINAL_TYPE (StrataLessonCell, strata_lesson_cell, GTK_TYPE_WIDGET)

static void
measure_text (StrataLessonCell *self)
{
  guint serial = pango_context_get_serial (pango_layout_get_context (self->layout));

  if (serial == self->serial)
    return;
  self->serial = serial;
  self->wrapped_width = -1;
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &self->natural, &self->line_height);
  pango_layout_set_width (self->layout, 0);
  pango_layout_get_pixel_size (self->layout, &self->minimum, NULL);
}

static int
height_for (StrataLessonCell *self,
            int               width)
{
  if (width < 0 || width >= self->natural)
    return self->line_height;
  if (width != self->wrapped_width)
    {
      self->wrapped_width = width;
      pango_layout_set_width (self->layout, width * PANGO_SCALE);
      pango_layout_get_pixel_size (self->layout, NULL, &self->wrapped_height);
    }
  return self->wrapped_height;
}

static GtkSizeRequestMode
strata_lesson_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
strata_lesson_cell_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  StrataLessonCell *self = STRATA_LESSON_CELL (widget);

  measure_text (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (self->minimum, self->natural);
      *natural = self->natural;
    }
  else
    *minimum = *natural = height_for (self, for_size);
}

static void
strata_lesson_cell_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  pango_layout_set_width (STRATA_LESSON_CELL (widget)->layout, width * PANGO_SCALE);
}

static void
strata_lesson_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  GdkRGBA ink = _strata_lesson_palette_colour (_strata_lesson_palette ()->text);

  /* Measuring may have left another width. */
  pango_layout_set_width (STRATA_LESSON_CELL (widget)->layout,
                          gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_snapshot_append_layout (snapshot, STRATA_LESSON_CELL (widget)->layout, &ink);
}

static void
strata_lesson_cell_finalize (GObject *object)
{
  StrataLessonCell *self = STRATA_LESSON_CELL (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->run, _strata_lesson_run_free);

  G_OBJECT_CLASS (strata_lesson_cell_parent_class)->finalize (object);
}

static void
strata_lesson_cell_class_init (StrataLessonCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = strata_lesson_cell_finalize;
  widget_class->get_request_mode = strata_lesson_cell_get_request_mode;
  widget_class->measure = strata_lesson_cell_measure;
  widget_class->size_allocate = strata_lesson_cell_size_allocate;
  widget_class->snapshot = strata_lesson_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "lesson-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CELL);
}

static void
strata_lesson_cell_init (StrataLessonCell *self)
{
}

static gboolean
has_link (const StrataDocument *document,
          const StrataCell     *cell)
{
  for (guint i = _strata_lesson_run_first_span (document, cell->start);
       i < strata_document_get_n_spans (document)
       && strata_document_get_span (document, i)->start < cell->end;
       i++)
    {
      if (strata_document_get_span (document, i)->kind == STRATA_SPAN_LINK)
        return TRUE;
    }
  return FALSE;
}

/**
 * strata_lesson_cell_new:
 * @document: a lesson, which must live as long as the widget
 * @cell: of a table in it
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
strata_lesson_cell_new (const StrataDocument *document,
                        const StrataCell     *cell)
{
  static const PangoAlignment alignments[] = {
    [STRATA_ALIGN_NONE] = PANGO_ALIGN_LEFT,
    [STRATA_ALIGN_LEFT] = PANGO_ALIGN_LEFT,
    [STRATA_ALIGN_CENTRE] = PANGO_ALIGN_CENTER,
    [STRATA_ALIGN_RIGHT] = PANGO_ALIGN_RIGHT,
  };
  StrataLessonCell *self =
      g_object_new (STRATA_TYPE_LESSON_CELL, "accessible-role",
                    cell->row == 0 ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
                    "focusable", has_link (document, cell), NULL);

  self->run = _strata_lesson_run_new (document, cell->start, cell->end,
                                      strata_document_get_text (document) + cell->byte_start);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->run->text);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_spacing (self->layout, SPACING * PANGO_SCALE);
  pango_layout_set_alignment (self->layout, alignments[cell->align]);
  if (cell->row == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "head");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->run->text, -1);
  return GTK_WIDGET (self);
}

/**
 * strata_lesson_cell_get_text:
 * @self: a cell
 *
 * Returns: (transfer none): what it shows
 */
const char *
strata_lesson_cell_get_text (StrataLessonCell *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_CELL (self), NULL);

  return self->run->text;
}

/**
 * strata_lesson_cell_holds:
 * @self: a cell
 * @offset: of a character of the lesson
 *
 * Returns: whether it stands in the cell, or right behind what does
 */
gboolean
strata_lesson_cell_holds (StrataLessonCell *self,
                          guint             offset)
{
  return offset >= self->run->start && offset <= self->run->start + self->run->length;
}

/**
 * strata_lesson_cell_get_baseline:
 * @self: a cell
 *
 * Returns: how far below its top the first line stands, in pixels
 */
int
strata_lesson_cell_get_baseline (StrataLessonCell *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_CELL (self), 0);

  return PANGO_PIXELS (pango_layout_get_baseline (self->layout));
}

/**
 * strata_lesson_cell_mark:
 * @self: a cell
 * @marks: what is marked in the lesson
 */
void
strata_lesson_cell_mark (StrataLessonCell        *self,
                         const StrataLessonMarks *marks)
{
  PangoAttrList *attributes = _strata_lesson_run_attributes (self->run, marks);

  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * strata_lesson_cell_locate:
 * @self: a cell that is allocated
 * @offset: of a character that it holds
 * @where: (out): where the character stands, in pixels of the cell
 */
void
strata_lesson_cell_locate (StrataLessonCell *self,
                           guint             offset,
                           graphene_rect_t  *where)
{
  PangoRectangle place;

  g_return_if_fail (strata_lesson_cell_holds (self, offset));

  pango_layout_set_width (self->layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  pango_layout_index_to_pos (self->layout, (int) self->run->bytes[offset - self->run->start],
                             &place);
  pango_extents_to_pixels (NULL, &place);
  *where = GRAPHENE_RECT_INIT (place.x, place.y, place.width, place.height);
}

/**
 * strata_lesson_cell_get_offset_at:
 * @self: a cell that is allocated
 * @x: in pixels of the cell
 * @y: in pixels of the cell
 *
 * Returns: offset of the character of the lesson at the point, -1 for none
 */
int
strata_lesson_cell_get_offset_at (StrataLessonCell *self,
                                  double            x,
                                  double            y)
{
  int byte, trailing;

  pango_layout_set_width (self->layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  if (!pango_layout_xy_to_index (self->layout, (int) (x * PANGO_SCALE), (int) (y * PANGO_SCALE),
                                 &byte, &trailing))
    return -1;
  return (int) _strata_lesson_run_get_offset (self->run, (guint) byte);
}
