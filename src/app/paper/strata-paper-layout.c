/* Lines of text on strips. */
#include "strata-paper-private.h"

/**
 * _strata_paper_layout_new:
 * @size: of the font
 * @width: of the column, in which lines are wrapped
 *
 * Returns: (transfer full): an empty layout
 */
PangoLayout *
_strata_paper_layout_new (StrataPaper *self,
                          double       size,
                          double       width)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_font_description_set_size (self->font, (int) (size * PANGO_SCALE));
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

guint
_strata_paper_count_lines (PangoLayout *layout)
{
  return (guint) pango_layout_get_line_count (layout);
}

StrataPaperPiece *
_strata_paper_piece_new (const StrataBlock *block,
                         double             left)
{
  StrataPaperPiece *self = g_new0 (StrataPaperPiece, 1);

  self->block = block;
  self->left = left;
  self->scale = 1;
  self->strips = g_array_new (FALSE, TRUE, sizeof (StrataPaperStrip));
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (StrataPaperLine));
  self->areas = g_array_new (FALSE, FALSE, sizeof (StrataPaperArea));
  return self;
}

void
_strata_paper_piece_free (StrataPaperPiece *self)
{
  for (guint i = 0; i < self->strips->len; i++)
    g_clear_pointer (&g_array_index (self->strips, StrataPaperStrip, i).notes, g_array_unref);
  g_array_unref (self->strips);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->layouts);
  g_array_unref (self->areas);
  g_free (self);
}

/* The strip at @position, there from now on. */
StrataPaperStrip *
_strata_paper_piece_strip (StrataPaperPiece *piece,
                           guint             position)
{
  if (piece->strips->len <= position)
    g_array_set_size (piece->strips, position + 1);
  return &g_array_index (piece->strips, StrataPaperStrip, position);
}

static void
add_notes (StrataPaperStrip      *strip,
           const StrataPaperText *text,
           PangoLayoutLine       *line)
{
  guint start = (guint) line->start_index, end = start + (guint) line->length;

  for (guint i = 0; i < text->marks->len; i++)
    {
      const StrataPaperMark *mark = &g_array_index (text->marks, StrataPaperMark, i);

      if (mark->byte < start || mark->byte >= end)
        continue;
      if (strip->notes == NULL)
        strip->notes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (strip->notes, mark->id);
    }
}

static void
add_areas (StrataPaperPiece      *piece,
           const StrataPaperText *text,
           PangoLayoutLine       *line,
           guint                  strip,
           double                 x)
{
  guint start = (guint) line->start_index, end = start + (guint) line->length;

  for (guint i = 0; i < text->links->len; i++)
    {
      const StrataPaperLink *link = &g_array_index (text->links, StrataPaperLink, i);
      guint from = g_array_index (text->bytes, guint, link->start - text->start);
      guint to = g_array_index (text->bytes, guint, link->end - text->start);
      g_autofree int *ranges = NULL;
      int n;

      if (from >= end || to <= start)
        continue;
      pango_layout_line_get_x_ranges (line, (int) MAX (from, start), (int) MIN (to, end), &ranges,
                                      &n);
      for (int k = 0; k < n; k++)
        {
          StrataPaperArea area = { strip, x + ranges[2 * k] / (double) PANGO_SCALE,
                                   (ranges[2 * k + 1] - ranges[2 * k]) / (double) PANGO_SCALE,
                                   link->address };

          g_array_append_val (piece->areas, area);
        }
    }
}

/* From line to line: large text stands closer. */
static double
line_pitch (StrataPaper *self,
            double       size)
{
  return size * (size > 12 ? self->pitch * 0.86 : self->pitch);
}

/* How high a strip a line needs, and where in it the line stands: all lines of text
 * are as far apart, whatever fonts they are set in, and only a picture needs more. */
static double
measure_line (StrataPaper     *self,
              PangoLayoutLine *line,
              double           size,
              double          *baseline)
{
  double pitch = line_pitch (self, size);
  double ascent;
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  ascent = -logical.y / (double) PANGO_SCALE;
  if (ascent <= pitch * 1.25)
    {
      *baseline = (pitch + (self->ascent - self->descent) * size) / 2;
      return pitch;
    }
  *baseline = ascent + size * 0.3;
  return logical.height / (double) PANGO_SCALE + size * 0.6;
}

/**
 * _strata_paper_add_lines:
 * @piece: what the lines are added to, one on each strip from the first one
 * @layout: with @text
 * @size: of the font
 * @x: of the layout, from the left edge of @piece
 * @n_lines: how many of the layout's lines
 */
void
_strata_paper_add_lines (StrataPaper           *self,
                         StrataPaperPiece      *piece,
                         PangoLayout           *layout,
                         const StrataPaperText *text,
                         double                 size,
                         double                 x,
                         guint                  n_lines)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  g_ptr_array_add (piece->layouts, g_object_ref (layout));
  for (guint i = 0; i < n_lines; i++)
    {
      StrataPaperStrip *strip = _strata_paper_piece_strip (piece, i);
      StrataPaperLine line = { i, pango_layout_iter_get_line (iter) };
      PangoRectangle logical;
      double height;

      height = measure_line (self, line.line, size, &line.baseline);
      strip->height = MAX (strip->height, height);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.x = x + logical.x / (double) PANGO_SCALE;
      g_array_append_val (piece->lines, line);
      add_notes (strip, text, line.line);
      add_areas (piece, text, line.line, i, x);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}
