/* A picture by itself, as large as the window it comes from. */
#include "strata-image-viewer.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "strata-picture-view.h"

#define CAPTION_LINES 3

/* The zoom acts on @view, whatever has the focus. */
static void
zoom (GtkWidget *button,
      GtkWidget *view)
{
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));

  gtk_widget_activate_action (view, "picture.zoom", "i", step);
}

static void
add_button (GtkWidget  *header,
            GtkWidget  *view,
            const char *icon,
            const char *tooltip,
            const char *name,
            int         step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The keys stay with the picture. */
  gtk_widget_set_focus_on_click (button, FALSE);
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect (button, "clicked", G_CALLBACK (zoom), view);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
}

static GtkWidget *
header_new (GtkWidget *view)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), gtk_label_new (NULL));
  gtk_widget_add_css_class (header, "flat");
  add_button (header, view, "zoom-out-symbolic", _("Smaller (−)"), _("Smaller"), -1);
  add_button (header, view, "zoom-in-symbolic", _("Larger (+)"), _("Larger"), 1);
  add_button (header, view, "zoom-fit-best-symbolic", _("Whole Picture (0)"), _("Whole Picture"), 0);
  return header;
}

static GtkWidget *
caption_new (const char *alt)
{
  GtkWidget *label = gtk_label_new (alt);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), CAPTION_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 80);
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, alt);
  gtk_widget_add_css_class (label, "image-caption");
  return label;
}

static gboolean
close_window (GtkWidget *widget,
              GVariant  *parameter,
              gpointer   data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

static void
add_keys (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const char *triggers[] = { "Escape", "<Control>w" };

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                          gtk_callback_action_new (close_window, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

/**
 * strata_image_viewer_open:
 * @from: a widget of the window to stand above, which has the focus again afterwards
 * @path: absolute path of a picture
 * @header: what it is
 * @alt: what it shows; may be empty
 *
 * Shows a picture enlarged, in a window of its own.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
strata_image_viewer_open (GtkWidget                 *from,
                          const char                *path,
                          const StrataPictureHeader *header,
                          const char                *alt)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = strata_picture_view_new (path, header);
  const char *name = *alt != '\0' ? alt : _("Picture");

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, alt, -1);
  gtk_box_append (GTK_BOX (box), header_new (view));
  gtk_box_append (GTK_BOX (box), view);
  if (*alt != '\0')
    gtk_box_append (GTK_BOX (box), caption_new (alt));
  gtk_widget_add_css_class (window, "image-viewer");
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), name);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), gtk_widget_get_width (GTK_WIDGET (parent)),
                               gtk_widget_get_height (GTK_WIDGET (parent)));
  add_keys (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (view);
  return window;
}
