#include "strata-map-label.h"

#include <math.h>

#define LEAST_POINTS 9

/* The widget's font at a scale, never below nine points. */
static PangoFontDescription *
scaled_font (GtkWidget *widget,
             double     scale)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font;
  int dpi = 0;
  double size, least;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = 96 * 1024;
  least = LEAST_POINTS * dpi / 1024.0 / 72.0;
  font = pango_font_description_copy (pango_context_get_font_description (context));
  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= dpi / 1024.0 / 72.0;
  pango_font_description_set_absolute_size (font, MAX (size * scale, least) * PANGO_SCALE);
  return font;
}

/* Breaks a line into two, or into a block about as wide as it is high. */
static void
wrap (PangoLayout   *label,
      StrataNestForm form)
{
  int width, height;
  double line;

  pango_layout_get_pixel_size (label, &width, &height);
  line = form == STRATA_NEST_BROAD ? width * 0.6 : sqrt ((double) width * height) * 1.15;
  pango_layout_set_width (label, line * PANGO_SCALE);
}

/**
 * strata_map_label_new:
 * @widget: whose font it has
 * @text: a name
 * @form: how it is broken into lines
 * @scale: of the font, which is never smaller than nine points
 *
 * Returns: (transfer full): the label, centred
 */
PangoLayout *
strata_map_label_new (GtkWidget     *widget,
                      const char    *text,
                      StrataNestForm form,
                      double         scale)
{
  g_autoptr (PangoFontDescription) font = NULL;
  PangoLayout *label;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && form < STRATA_NEST_NONE, NULL);

  font = scaled_font (widget, scale);
  label = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_font_description (label, font);
  pango_layout_set_alignment (label, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (label, PANGO_WRAP_WORD);
  if (form == STRATA_NEST_BROAD || form == STRATA_NEST_SQUARE)
    wrap (label, form);
  return label;
}
