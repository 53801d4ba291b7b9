/* Tables in a lesson: each column begins at a tab stop of its own. */
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"
#include "strata-text-tag.h"

#define GAP 24   /* pixels between columns */

static int
cell_width (StrataLessonView *self,
            const StrataCell *cell)
{
  const char *text = strata_document_get_text (self->document);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoAttrList *bold = pango_attr_list_new ();
  int width;

  pango_layout_set_text (layout, text + cell->byte_start,
                         (int) (cell->byte_end - cell->byte_start));
  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (cell->row == 0)
    pango_layout_set_attributes (layout, bold);
  pango_attr_list_unref (bold);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
column_width (StrataLessonView *self,
              const StrataGrid *grid,
              guint             column)
{
  int width = 0;

  for (guint row = 0; row < grid->n_rows; row++)
    width = MAX (width, cell_width (self, strata_document_get_cell (self->document, grid, row,
                                                                    column)));
  return width;
}

/* What is set to the right ends at its stop, all else begins there. Not in the
 * last column: Pango counts the line separator behind it as wide. */
static PangoTabArray *
tab_stops (StrataLessonView *self,
           const StrataGrid *grid)
{
  PangoTabArray *tabs = pango_tab_array_new ((int) grid->n_columns, TRUE);
  int x = 0;

  for (guint column = 0; column < grid->n_columns; column++)
    {
      const StrataCell *head = strata_document_get_cell (self->document, grid, 0, column);
      int width = column_width (self, grid, column);
      gboolean right = head->align == STRATA_ALIGN_RIGHT && column + 1 < grid->n_columns;

      if (column > 0)
        pango_tab_array_set_tab (tabs, (int) column - 1, right ? PANGO_TAB_RIGHT : PANGO_TAB_LEFT,
                                 right ? x + width : x);
      x += width + GAP;
    }
  pango_tab_array_set_tab (tabs, (int) grid->n_columns - 1, PANGO_TAB_LEFT, x);
  return tabs;
}

static GtkTextTag *
grid_tag (GtkTextTagTable *table,
          guint            position)
{
  g_autofree char *name = g_strdup_printf ("grid-%u", position);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  if (tag != NULL)
    return tag;
  tag = strata_text_tag_new (name);
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);   /* the table keeps it */
  return tag;
}

/* Lays out the table that @block is, with the font as it is now. */
void
_strata_lesson_view_tag_grid (StrataLessonView  *self,
                              const StrataBlock *block)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const StrataGrid *grid = strata_document_get_grid (self->document, block->grid);
  PangoTabArray *tabs = tab_stops (self, grid);
  GtkTextTag *tag = grid_tag (gtk_text_buffer_get_tag_table (buffer), block->grid);
  GtkTextIter start, end;

  g_object_set (tag, "tabs", tabs, NULL);
  pango_tab_array_free (tabs);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) block->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) block->end + 1);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  for (guint column = 0; column < grid->n_columns; column++)
    {
      const StrataCell *head = strata_document_get_cell (self->document, grid, 0, column);

      _strata_lesson_tags_apply (buffer, "strong", head->start, head->end);
    }
}
