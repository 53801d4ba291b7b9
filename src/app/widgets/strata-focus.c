#include "strata-focus.h"

/**
 * strata_focus_get_child:
 * @widget: a widget
 *
 * As gtk_widget_get_focus_child(), which knows of none while another window is the
 * active one.
 *
 * Returns: (transfer none) (nullable): the child that has the keyboard, or in which
 *   it is
 */
GtkWidget *
strata_focus_get_child (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  child = root != NULL ? gtk_root_get_focus (root) : NULL;
  while (child != NULL && gtk_widget_get_parent (child) != widget)
    child = gtk_widget_get_parent (child);
  return child;
}
