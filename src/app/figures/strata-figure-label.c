#include "strata-figure-label.h"

#include <math.h>

/* A label of one line may be broken into two, but not into a tower. */
#define LEAST_SHARE 0.56

/**
 * strata_figure_em:
 * @context: whose font it is
 *
 * Returns: the font's size in pixels
 */
double
strata_figure_em (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size > 0 ? size : 1;
}

/**
 * strata_figure_label_new:
 * @context: whose font it has
 * @text: what it says
 * @weight: of the font
 * @scale: of the font
 *
 * Returns: (transfer full): a label in one line
 */
PangoLayout *
strata_figure_label_new (PangoContext *context,
                         const char   *text,
                         PangoWeight   weight,
                         double        scale)
{
  PangoLayout *label = pango_layout_new (context);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_weight (font, weight);
  pango_font_description_set_absolute_size (font, strata_figure_em (context) * scale * PANGO_SCALE);
  pango_layout_set_font_description (label, font);
  pango_layout_set_text (label, text, -1);
  pango_layout_set_wrap (label, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  return label;
}

/**
 * strata_figure_label_natural:
 * @label: a label
 *
 * Returns: its width in one line, in pixels
 */
double
strata_figure_label_natural (PangoLayout *label)
{
  int width;

  pango_layout_set_width (label, -1);
  pango_layout_get_pixel_size (label, &width, NULL);
  return width;
}

/* The width of the longest word. */
static double
longest_word (PangoLayout *label)
{
  int width;

  pango_layout_set_wrap (label, PANGO_WRAP_WORD);
  pango_layout_set_width (label, 0);
  pango_layout_get_pixel_size (label, &width, NULL);
  pango_layout_set_wrap (label, PANGO_WRAP_WORD_CHAR);
  return width;
}

/**
 * strata_figure_label_least:
 * @label: a label
 *
 * Returns: how narrow it may be broken: no word is cut, and two lines are about
 *   enough; in pixels
 */
double
strata_figure_label_least (PangoLayout *label)
{
  double natural = strata_figure_label_natural (label);

  return MAX (longest_word (label), ceil (natural * LEAST_SHARE));
}

/**
 * strata_figure_label_break:
 * @label: a label
 * @width: the widest that it may be, in pixels
 * @used: (out): how wide it is
 * @height: (out): how high it is
 *
 * Breaks the label into as few lines as it takes, all about as long: a last line
 * of one word looks like an oversight.
 */
void
strata_figure_label_break (PangoLayout *label,
                           double       width,
                           double      *used,
                           double      *height)
{
  /* What was added and taken away again may lack a trifle. */
  int whole = (int) MAX (1, floor (width + 0.01)), w, h, lines;

  if (strata_figure_label_natural (label) > whole)
    {
      int word = (int) longest_word (label);

      pango_layout_set_width (label, whole * PANGO_SCALE);
      lines = pango_layout_get_line_count (label);
      for (double share = 0.55; share < 1; share += 0.05)
        {
          int less = (int) (whole * share);

          pango_layout_set_width (label, less * PANGO_SCALE);
          if (less >= word && pango_layout_get_line_count (label) == lines)
            break;
          pango_layout_set_width (label, whole * PANGO_SCALE);
        }
    }
  pango_layout_get_pixel_size (label, &w, &h);
  *used = MIN (w, whole);
  *height = h;
}

/**
 * strata_figure_label_draw:
 * @label: a label
 * @snapshot: what it is drawn to
 * @x: its left edge
 * @y: its upper edge
 * @ink: its colour
 */
void
strata_figure_label_draw (PangoLayout   *label,
                          GtkSnapshot   *snapshot,
                          double         x,
                          double         y,
                          const GdkRGBA *ink)
{
  PangoRectangle extents;

  pango_layout_get_pixel_extents (label, NULL, &extents);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - extents.x, y - extents.y));
  gtk_snapshot_append_layout (snapshot, label, ink);
  gtk_snapshot_restore (snapshot);
}
