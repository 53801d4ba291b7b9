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
