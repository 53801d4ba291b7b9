#include "strata-paper.h"

#include <string.h>

#include "strata-paper-private.h"

/* Lengths are points. A line holds 70 to 75 characters on A4. */
#define SIDE (1 / 7.0)         /* of the width */
#define MIN_TOP 36.0
#define TOP (1 / 10.5)         /* of the height */

/* What is to be printed. ------------------------------------------------------------- */

static void
copy_about (StrataPaperAbout       *to,
            const StrataPaperAbout *from)
{
  *to = (StrataPaperAbout) { g_strdup (from->title),    g_strdup (from->lesson),
                             g_strdup (from->path),     g_strdup (from->folder),
                             g_strdup (from->language), g_strdup (from->font) };
}

static void
clear_about (StrataPaperAbout *about)
{
  g_free (about->title);
  g_free (about->lesson);
  g_free (about->path);
  g_free (about->folder);
  g_free (about->language);
  g_free (about->font);
}

/**
 * strata_paper_about_copy:
 * @about: what is to be printed
 *
 * Returns: (transfer full): the same
 */
StrataPaperAbout *
strata_paper_about_copy (const StrataPaperAbout *about)
{
  StrataPaperAbout *copy = g_new (StrataPaperAbout, 1);

  copy_about (copy, about);
  return copy;
}

/**
 * strata_paper_about_free:
 * @about: (transfer full) (nullable): with strings of its own
 */
void
strata_paper_about_free (StrataPaperAbout *about)
{
  if (about != NULL)
    clear_about (about);
  g_free (about);
}

/* Pictures and task boxes stand in the text as shapes. ------------------------------- */

static void
draw_box (cairo_t  *cr,
          double    x,
          double    baseline,
          double    size,
          gboolean  done)
{
  double side = size * 0.88, top = baseline - side + size * 0.06;

  cairo_new_path (cr);
  cairo_set_line_width (cr, 0.8);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_rectangle (cr, x + 0.5, top, side, side);
  cairo_stroke (cr);
  if (!done)
    return;
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x + 0.5 + side * 0.22, top + side * 0.52);
  cairo_line_to (cr, x + 0.5 + side * 0.43, top + side * 0.74);
  cairo_line_to (cr, x + 0.5 + side * 0.80, top + side * 0.24);
  cairo_stroke (cr);
}

static void
draw_shape (cairo_t        *cr,
            PangoAttrShape *shape,
            gboolean        do_path,
            gpointer        data)
{
  const char *what = shape->data;
  double width = shape->logical_rect.width / (double) PANGO_SCALE;
  double height = shape->logical_rect.height / (double) PANGO_SCALE;
  double x, y;

  if (do_path)
    return;
  cairo_get_current_point (cr, &x, &y);
  cairo_save (cr);
  if (*what != G_DIR_SEPARATOR)
    draw_box (cr, x, y, width, strcmp (what, "done") == 0);
  else
    {
      cairo_move_to (cr, x, y - height);
      strata_paper_images_draw (what, cr, width, height);
    }
  cairo_restore (cr);
}

/* Setting up. -------------------------------------------------------------------------- */

/* Of its own, so that a printer's or a screen's resolution moves no line. */
static void
create_context (StrataPaper *self)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontMetrics *metrics;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  self->context = pango_font_map_create_context (map);
  g_object_unref (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_cairo_context_set_shape_renderer (self->context, draw_shape, NULL, NULL);
  if (*self->about.language != '\0')
    pango_context_set_language (self->context, pango_language_from_string (self->about.language));

  self->font = pango_font_description_new ();
  pango_font_description_set_family (self->font, self->about.font);
  pango_font_description_set_size (self->font, 100 * PANGO_SCALE);
  metrics = pango_context_get_metrics (self->context, self->font,
                                       pango_language_from_string ("en"));
  self->ascent = pango_font_metrics_get_ascent (metrics) / (100.0 * PANGO_SCALE);
  self->descent = pango_font_metrics_get_descent (metrics) / (100.0 * PANGO_SCALE);
  pango_font_metrics_unref (metrics);
}

static gboolean
is_cjk (const char *language)
{
  return g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "ja")
         || g_str_has_prefix (language, "ko");
}

static void
set_column (StrataPaper *self)
{
  const StrataPaperSize *size = &self->size;

  self->left = MAX (size->width * SIDE, size->margin);
  self->top = MAX (MAX (size->height * TOP, MIN_TOP), size->margin * 2);
  self->top = MIN (self->top, size->height / 4);
  self->left = MIN (self->left, size->width / 4);
  self->width = MAX (size->width - 2 * self->left, 1);
  self->height = MAX (size->height - 2 * self->top, 1);
}

/**
 * strata_paper_new:
 * @document: (transfer none): a lesson, to be kept as long as the paper
 * @about: what else is to be printed; copied
 * @size: of a sheet
 *
 * Returns: (transfer full): the lesson on paper, with no page laid out yet
 */
StrataPaper *
strata_paper_new (const StrataDocument   *document,
                  const StrataPaperAbout *about,
                  const StrataPaperSize  *size)
{
  StrataPaper *self = g_new0 (StrataPaper, 1);

  self->document = document;
  copy_about (&self->about, about);
  self->size = *size;
  set_column (self);
  self->pitch = is_cjk (about->language) ? 1.66 : 1.48;
  create_context (self);
  self->images = strata_paper_images_new ();
  self->note_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->notes = g_array_new (FALSE, FALSE, sizeof (StrataPaperNote));
  self->pages = strata_pages_new (self->height, STRATA_PAPER_NOTE_GAP);
  self->recent = g_array_new (FALSE, FALSE, sizeof (StrataPaperPlace));
  self->starts = g_array_new (FALSE, FALSE, sizeof (StrataPaperPlace));
  return self;
}

/**
 * strata_paper_free:
 * @self: (transfer full): a lesson on paper
 */
void
strata_paper_free (StrataPaper *self)
{
  clear_about (&self->about);
  g_object_unref (self->context);
  pango_font_description_free (self->font);
  strata_paper_images_free (self->images);
  g_free (self->table.widths);
  g_hash_table_unref (self->note_ids);
  g_array_unref (self->notes);
  strata_pages_free (self->pages);
  g_array_unref (self->recent);
  g_array_unref (self->starts);
  g_free (self);
}

/* Where pages begin. ---------------------------------------------------------------------- */

static void
add_strip (StrataPaper            *self,
           const StrataPaperStrip *strip)
{
  guint n = strip->notes != NULL ? strip->notes->len : 0;
  g_autofree StrataPageNote *notes = g_new (StrataPageNote, n);
  StrataPageLine line = { strip->above, strip->height, strip->head, strip->keep, notes, n };

  for (guint i = 0; i < n; i++)
    {
      guint id = g_array_index (strip->notes, guint, i);

      notes[i] = (StrataPageNote) { id, _strata_paper_note_height (self, id) };
    }
  strata_pages_add (self->pages, &line);
}

/* Remembers of the pages that have begun by now which piece holds their first strip. */
static void
note_starts (StrataPaper *self)
{
  guint i = 0;

  while (self->starts->len < strata_pages_get_n_pages (self->pages))
    {
      guint strip = strata_pages_get_start (self->pages, self->starts->len);

      while (i + 1 < self->recent->len
             && g_array_index (self->recent, StrataPaperPlace, i + 1).first <= strip)
        i++;
      g_array_append_val (self->starts, g_array_index (self->recent, StrataPaperPlace, i));
    }
  if (i > 0)
    g_array_remove_range (self->recent, 0, i);
}

/**
 * strata_paper_paginate:
 * @self: a lesson on paper
 * @until: when to stop, as g_get_monotonic_time() tells the time; at least one
 *   piece is laid out
 *
 * Lays out some more of the lesson.
 *
 * Returns: whether all of it is laid out
 */
gboolean
strata_paper_paginate (StrataPaper *self,
                       gint64       until)
{
  do
    {
      StrataPaperPlace place = { strata_pages_get_n_lines (self->pages), self->cursor };
      g_autoptr (StrataPaperPiece) piece = _strata_paper_lay_out (self, &self->cursor);

      if (piece == NULL)
        return TRUE;
      g_array_append_val (self->recent, place);
      for (guint i = 0; i < piece->strips->len; i++)
        add_strip (self, &g_array_index (piece->strips, StrataPaperStrip, i));
      note_starts (self);
    }
  while (g_get_monotonic_time () < until);
  return FALSE;
}

/**
 * strata_paper_get_n_pages:
 * @self: a lesson on paper
 *
 * Returns: how many pages are laid out; never 0, as an empty lesson has an empty page
 */
guint
strata_paper_get_n_pages (StrataPaper *self)
{
  return MAX (strata_pages_get_n_pages (self->pages), 1);
}

/**
 * strata_paper_get_share:
 * @self: a lesson on paper
 *
 * Returns: about how much of the lesson is laid out, from 0 to 1
 */
double
strata_paper_get_share (StrataPaper *self)
{
  guint n = strata_document_get_n_blocks (self->document);
  guint end = n > 0 ? strata_document_get_block (self->document, n - 1)->end : 0;
  guint block = self->cursor.block;

  if (block >= n)
    return 1;
  return (strata_document_get_block (self->document, block)->start + self->cursor.offset)
         / (double) MAX (end, 1);
}

/* Drawing. ---------------------------------------------------------------------------------- */

static void
add_notes (GArray                 *ids,
           const StrataPaperStrip *strip)
{
  for (guint i = 0; strip->notes != NULL && i < strip->notes->len; i++)
    {
      guint id = g_array_index (strip->notes, guint, i), k = 0;

      while (k < ids->len && g_array_index (ids, guint, k) != id)
        k++;
      if (k == ids->len)
        g_array_append_val (ids, id);
    }
}

static double
draw_head (StrataPaper            *self,
           cairo_t                *cr,
           const StrataPaperPiece *row)
{
  g_autoptr (StrataPaperPiece) piece =
      _strata_paper_lay_out_head (self, row->block, row->position);
  double y = 0;

  for (guint i = 0; i < piece->strips->len; i++)
    {
      _strata_paper_draw_strip (self, cr, piece, i, y, TRUE);
      y += g_array_index (piece->strips, StrataPaperStrip, i).height;
    }
  return y;
}

/* From the strip @first of the lesson to the one before @last. */
static void
draw_strips (StrataPaper *self,
             cairo_t     *cr,
             guint        page,
             GArray      *ids)
{
  const StrataPaperPlace *place = &g_array_index (self->starts, StrataPaperPlace, page);
  guint first = strata_pages_get_start (self->pages, page);
  guint last = strata_pages_get_start (self->pages, page + 1);
  StrataPaperCursor cursor = place->cursor;
  double y = 0;

  for (guint strip = place->first; strip < last;)
    {
      g_autoptr (StrataPaperPiece) piece = _strata_paper_lay_out (self, &cursor);

      for (guint i = 0; i < piece->strips->len && strip < last; i++, strip++)
        {
          const StrataPaperStrip *s = &g_array_index (piece->strips, StrataPaperStrip, i);

          if (strip < first)
            continue;
          if (strip > first)
            y += s->above;
          else if (s->head > 0)
            y += draw_head (self, cr, piece);
          _strata_paper_draw_strip (self, cr, piece, i, y, strip == first);
          y += s->height;
          add_notes (ids, s);
        }
    }
}

/**
 * strata_paper_draw:
 * @self: a lesson that is all laid out
 * @cr: where to, in points, its origin at the sheet's corner
 * @page: from 0
 */
void
strata_paper_draw (StrataPaper *self,
                   cairo_t     *cr,
                   guint        page)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (page < strata_paper_get_n_pages (self));

  cairo_save (cr);
  cairo_translate (cr, self->left, self->top);
  _strata_paper_draw_edges (self, cr, page);
  if (page < self->starts->len)
    draw_strips (self, cr, page, ids);
  _strata_paper_draw_notes (self, cr, ids);
  cairo_restore (cr);
}
