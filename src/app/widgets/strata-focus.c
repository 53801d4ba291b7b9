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

static gboolean
grab_again (gpointer widget)
{
  if (gtk_widget_get_root (widget) != NULL)
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

/**
 * strata_focus_give_back:
 * @widget: who had the keyboard before a popover of the same window was shown
 *
 * Gives @widget the keyboard as the popover closes, from its "closed" signal.  By
 * itself GTK gives it to the first widget of the window, or, in new versions, to the
 * popover's parent: at once after the signal, and so it is taken once more before
 * anything else happens.
 */
void
strata_focus_give_back (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_grab_focus (widget);
  g_idle_add_full (G_PRIORITY_HIGH, grab_again, g_object_ref (widget), g_object_unref);
}
