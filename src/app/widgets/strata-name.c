#include "strata-name.h"

/**
 * strata_name_widget:
 * @widget: a widget
 * @name: what a screen reader calls it
 *
 * Names @widget, whatever is written on it.  To newer GTKs a button's own label
 * counts for more than its name, so the button must forget that it has one.
 */
void
strata_name_widget (GtkWidget  *widget,
                    const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
