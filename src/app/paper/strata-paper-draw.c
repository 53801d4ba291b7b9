/* What stands on a page: strips of pieces with what is behind and beside them, the
 * footnotes, the running head and the number. */
#include <string.h>

#include "strata-paper-private.h"

#define BAR_WIDTH 2.5
#define HEAD_SIZE 8.5
#define NOTE_SIZE 8.5
#define NOTE_PITCH 1.4
#define NOTE_INDENT 16.0
#define MAX_NOTE_LINES 6

static void
set_grey (cairo_t *cr,
          double   grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
fill (cairo_t *cr,
      double   x,
      double   y,
      double   width,
      double   height)
{
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static gboolean
lies_in (StrataPaper *self,
         guint        container,
         guint        ancestor)
{
  while (container > 0 && container != ancestor)
    container = strata_document_get_container (self->document, container)->parent;
  return container == ancestor;
}

/* A bar beside every quote around the block; it goes through the room above where
 * the block before lies in the quote too. */
static void
draw_bars (StrataPaper            *self,
           cairo_t                *cr,
           const StrataPaperPiece *piece,
           const StrataPaperStrip *strip,
           double                  y,
           gboolean                at_top)
{
  guint before = piece->begins && piece->position > 0 ? piece->position - 1 : piece->position;
  guint container_before = strata_document_get_block (self->document, before)->container;

  cairo_set_source_rgb (cr, 0.49, 0.32, 0.78);
  for (guint id = piece->block->container; id > 0;)
    {
      const StrataContainer *container = strata_document_get_container (self->document, id);
      gboolean joined = !at_top && lies_in (self, container_before, id);
      double above = joined ? strip->above : 0;

      if (container->kind == STRATA_CONTAINER_QUOTE)
        fill (cr, _strata_paper_indent (self, container->parent), y - above, BAR_WIDTH,
              strip->height + above);
      id = container->parent;
    }
}

static void
draw_behind (StrataPaper            *self,
             cairo_t                *cr,
             const StrataPaperPiece *piece,
             const StrataPaperStrip *strip,
             double                  y)
{
  double width = piece->width * piece->scale;

  if (piece->block->kind == STRATA_BLOCK_CODE)
    {
      cairo_set_source_rgb (cr, 0.957, 0.949, 0.973);
      fill (cr, piece->left, y, self->width - piece->left, strip->height);
    }
  else if (piece->block->kind == STRATA_BLOCK_RULE)
    {
      set_grey (cr, 0.6);
      fill (cr, piece->left, y + strip->height / 2 - 0.25, self->width - piece->left, 0.5);
    }
  else if (piece->is_head)
    {
      cairo_set_source_rgb (cr, 0.941, 0.925, 0.968);
      fill (cr, piece->left, y, width, strip->height);
    }
}

/* The line below a row. */
static void
draw_row_end (cairo_t                *cr,
              const StrataPaperPiece *piece,
              const StrataPaperStrip *strip,
              double                  y)
{
  set_grey (cr, piece->is_head ? 0.35 : 0.75);
  fill (cr, piece->left, y + strip->height - (piece->is_head ? 0.8 : 0.4),
        piece->width * piece->scale, piece->is_head ? 0.8 : 0.4);
}

/* A press on the link opens its address, in a PDF. */
static void
draw_area (cairo_t    *cr,
           const char *address,
           double      x,
           double      y,
           double      width,
           double      height)
{
  g_autoptr (GString) attributes = g_string_new (NULL);
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  const double values[] = { x, y, width, height };

  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF)
    return;
  for (guint i = 0; i < 4; i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", values[i]);
  g_string_printf (attributes, "rect=[%s %s %s %s] uri='", numbers[0], numbers[1], numbers[2],
                   numbers[3]);
  for (const char *p = address; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (attributes, '\\');
      g_string_append_c (attributes, *p);
    }
  g_string_append_c (attributes, '\'');
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_words (cairo_t          *cr,
            StrataPaperPiece *piece,
            guint             strip)
{
  set_grey (cr, 0.07);
  for (guint i = 0; i < piece->lines->len; i++)
    {
      const StrataPaperLine *line = &g_array_index (piece->lines, StrataPaperLine, i);

      if (line->strip != strip)
        continue;
      cairo_move_to (cr, line->x, line->baseline);
      pango_cairo_show_layout_line (cr, line->line);
    }
}

/**
 * _strata_paper_draw_strip:
 * @cr: where to, its origin at the corner of the column
 * @y: of the strip's top
 * @at_top: whether it begins the page
 */
void
_strata_paper_draw_strip (StrataPaper      *self,
                          cairo_t          *cr,
                          StrataPaperPiece *piece,
                          guint             strip,
                          double            y,
                          gboolean          at_top)
{
  const StrataPaperStrip *s = &g_array_index (piece->strips, StrataPaperStrip, strip);

  draw_bars (self, cr, piece, s, y, at_top);
  draw_behind (self, cr, piece, s, y);
  cairo_save (cr);
  cairo_translate (cr, piece->left, y);
  cairo_scale (cr, piece->scale, piece->scale);
  draw_words (cr, piece, strip);
  cairo_restore (cr);
  for (guint i = 0; i < piece->areas->len; i++)
    {
      const StrataPaperArea *area = &g_array_index (piece->areas, StrataPaperArea, i);

      if (area->strip == strip)
        draw_area (cr, area->address, piece->left + area->x * piece->scale, y,
                   area->width * piece->scale, s->height);
    }
  if (piece->block->kind == STRATA_BLOCK_TABLE && piece->ends && strip + 1 == piece->strips->len)
    draw_row_end (cr, piece, s, y);
}

/* Footnotes. ------------------------------------------------------------------------ */

static PangoLayout *
note_layout (StrataPaper *self,
             guint        id)
{
  const StrataPaperNote *note = &g_array_index (self->notes, StrataPaperNote, id - 1);
  PangoLayout *layout = _strata_paper_layout_new (self, NOTE_SIZE, self->width - NOTE_INDENT);

  pango_layout_set_text (layout, note->address, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MAX_NOTE_LINES);
  return layout;
}

/**
 * _strata_paper_note_height:
 * @id: of a footnote
 *
 * Returns: how high it is
 */
double
_strata_paper_note_height (StrataPaper *self,
                           guint        id)
{
  StrataPaperNote *note = &g_array_index (self->notes, StrataPaperNote, id - 1);

  if (note->height < 0)
    {
      g_autoptr (PangoLayout) layout = note_layout (self, id);

      note->height = _strata_paper_count_lines (layout) * NOTE_SIZE * NOTE_PITCH;
    }
  return note->height;
}

static void
draw_note (StrataPaper *self,
           cairo_t     *cr,
           guint        id,
           double       y)
{
  const StrataPaperNote *note = &g_array_index (self->notes, StrataPaperNote, id - 1);
  g_autoptr (PangoLayout) layout = note_layout (self, id);
  g_autoptr (PangoLayout) number = _strata_paper_layout_new (self, NOTE_SIZE * 0.75, NOTE_INDENT);
  g_autofree char *digits = g_strdup_printf ("%u", id);
  double baseline = y + NOTE_SIZE * (NOTE_PITCH + self->ascent - self->descent) / 2;

  set_grey (cr, 0.25);
  pango_layout_set_width (number, -1);
  pango_layout_set_text (number, digits, -1);
  cairo_move_to (cr, 0, baseline - NOTE_SIZE * 0.28);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (number, 0));
  for (guint i = 0; i < _strata_paper_count_lines (layout); i++)
    {
      cairo_move_to (cr, NOTE_INDENT, baseline + i * NOTE_SIZE * NOTE_PITCH);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, (int) i));
    }
  draw_area (cr, note->address, NOTE_INDENT, y, self->width - NOTE_INDENT,
             _strata_paper_note_height (self, id));
}

/**
 * _strata_paper_draw_notes:
 * @cr: where to, its origin at the corner of the column
 * @ids: those of a page, in their order
 */
void
_strata_paper_draw_notes (StrataPaper *self,
                          cairo_t     *cr,
                          GArray      *ids)
{
  double height = STRATA_PAPER_NOTE_GAP, y;

  if (ids->len == 0)
    return;
  for (guint i = 0; i < ids->len; i++)
    height += _strata_paper_note_height (self, g_array_index (ids, guint, i));
  cairo_save (cr);
  if (height > self->height * 0.9)   /* of a line with a great many links */
    {
      cairo_translate (cr, 0, self->height * 0.1);
      cairo_scale (cr, self->height * 0.9 / height, self->height * 0.9 / height);
      y = 0;
    }
  else
    y = self->height - height;
  set_grey (cr, 0.6);
  fill (cr, 0, y + STRATA_PAPER_NOTE_GAP * 0.55, self->width * 0.28, 0.5);
  y += STRATA_PAPER_NOTE_GAP;
  for (guint i = 0; i < ids->len; i++)
    {
      draw_note (self, cr, g_array_index (ids, guint, i), y);
      y += _strata_paper_note_height (self, g_array_index (ids, guint, i));
    }
  cairo_restore (cr);
}

/* Head and foot. --------------------------------------------------------------------- */

static void
draw_edge (StrataPaper    *self,
           cairo_t        *cr,
           const char     *words,
           double          x,
           double          width,
           double          baseline,
           PangoAlignment  align)
{
  g_autoptr (PangoLayout) layout = _strata_paper_layout_new (self, HEAD_SIZE, width);
  PangoRectangle logical;

  pango_layout_set_text (layout, words != NULL ? words : "", -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_extents (layout, NULL, &logical);
  if (align == PANGO_ALIGN_RIGHT)
    x += width - logical.width / (double) PANGO_SCALE;
  else if (align == PANGO_ALIGN_CENTER)
    x += (width - logical.width / (double) PANGO_SCALE) / 2;
  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}

/**
 * _strata_paper_draw_edges:
 * @cr: where to, its origin at the corner of the column
 * @page: from 0
 *
 * Draws the running head, on the first page without the lesson, whose title stands
 * below, and the number of the page.
 */
void
_strata_paper_draw_edges (StrataPaper *self,
                          cairo_t     *cr,
                          guint        page)
{
  double head = -self->top * 0.36, foot = self->height + self->top * 0.46;
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, strata_paper_get_n_pages (self));

  set_grey (cr, 0.35);
  draw_edge (self, cr, self->about.title, 0, self->width * 0.48, head, PANGO_ALIGN_LEFT);
  if (page > 0)
    draw_edge (self, cr, self->about.lesson, self->width * 0.52, self->width * 0.48, head,
               PANGO_ALIGN_RIGHT);
  draw_edge (self, cr, number, 0, self->width, foot, PANGO_ALIGN_CENTER);
  set_grey (cr, 0.75);
  fill (cr, 0, head + 6, self->width, 0.4);
}
