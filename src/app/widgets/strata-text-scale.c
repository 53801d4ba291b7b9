#include "strata-text-scale.h"

#define PLAIN_DPI (96 * 1024)

/**
 * strata_text_scale_get:
 * @widget: any widget
 *
 * How much larger than usual the desktop shows text: what has to hold so and so
 * many characters is that much wider. Ask again when
 * #GtkWidgetClass.system_setting_changed tells of a new resolution.
 *
 * Returns: 1 for text of the usual size, 2 for text twice as large; never less
 *   than 1
 */
double
strata_text_scale_get (GtkWidget *widget)
{
  int dpi;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return MAX (1.0, dpi / (double) PLAIN_DPI);
}

/**
 * strata_text_size_next:
 * @percent: how large text is, of the usual size
 * @step: 1 for the next larger size, -1 for the next smaller one, 0 for the
 *   nearest that there is
 *
 * Returns: a size for which style.css has a class, in percent
 */
guint
strata_text_size_next (guint percent,
                       int   step)
{
  static const guint sizes[] = { 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300 };
  int nearest = 0;

  for (int i = 1; i < (int) G_N_ELEMENTS (sizes); i++)
    {
      if (ABS ((int) sizes[i] - (int) percent) < ABS ((int) sizes[nearest] - (int) percent))
        nearest = i;
    }
  return sizes[CLAMP (nearest + step, 0, (int) G_N_ELEMENTS (sizes) - 1)];
}
