#include "strata-image-alternative.h"

#include <glib/gi18n.h>

static GtkWidget *
button_new (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  /* Translators: the name of the web site that has the picture, as example.org. */
  g_autofree char *words = g_strdup_printf (_("Picture on the web: %s"),
                                            host != NULL && *host != '\0' ? host : address);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "image-address");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_cursor_from_name (button, "pointer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "lesson-view.show-address");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  return button;
}

/**
 * strata_image_alternative_new:
 * @alt: what the picture would show; may be empty
 * @address: (nullable): of a picture on the web, %NULL for one that is missing
 *
 * Its link is the action `lesson-view.show-address`.
 *
 * Returns: (transfer floating): what stands where there is no picture
 */
GtkWidget *
strata_image_alternative_new (const char *alt,
                              const char *address)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (address != NULL ? "image-x-generic-symbolic"
                                                                  : "image-missing-symbolic");
  gboolean has_words = alt != NULL && *alt != '\0';

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  if (has_words || address == NULL)
    {
      GtkWidget *label = gtk_label_new (has_words ? alt : _("This picture cannot be shown."));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (words), label);
    }
  if (address != NULL)
    {
      GtkWidget *button = button_new (address);

      gtk_box_append (GTK_BOX (words), button);
      g_object_set_data (G_OBJECT (box), "button", button);
    }
  gtk_widget_add_css_class (box, "image-alternative");
  return box;
}

/**
 * strata_image_alternative_get_button:
 * @alternative: from strata_image_alternative_new()
 *
 * Returns: (transfer none) (nullable): what leads to the picture on the web
 */
GtkWidget *
strata_image_alternative_get_button (GtkWidget *alternative)
{
  return g_object_get_data (G_OBJECT (alternative), "button");
}
