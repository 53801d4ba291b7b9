#include "strata-address-popover.h"

#include <glib/gi18n.h>

static void
open_address (GtkWidget *button,
              GtkWidget *popover)
{
  g_app_info_launch_default_for_uri_async (g_object_get_data (G_OBJECT (popover), "address"), NULL,
                                           NULL, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
copy_address (GtkWidget *button,
              GtkWidget *popover)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (popover),
                          g_object_get_data (G_OBJECT (popover), "address"));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/**
 * strata_address_popover_new:
 *
 * Returns: (transfer floating): a popover that says where a web link leads,
 *   for nothing leaves the program before the reader has seen it
 */
GtkWidget *
strata_address_popover_new (void)
{
  return gtk_popover_new ();
}

/**
 * strata_address_popover_show:
 * @popover: from strata_address_popover_new(), with a parent
 * @address: where the link leads
 * @where: what to point to, in the parent's coordinates
 */
void
strata_address_popover_show (GtkWidget          *popover,
                             const char         *address,
                             const GdkRectangle *where)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (address);
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open in Browser"));
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy Address"));

  g_object_set_data_full (G_OBJECT (popover), "address", g_strdup (address), g_free);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (open, "suggested-action");
  g_signal_connect (open, "clicked", G_CALLBACK (open_address), popover);
  g_signal_connect (copy, "clicked", G_CALLBACK (copy_address), popover);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), copy);

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), where);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (open);
}
