#include "strata-colours.h"

#include <adwaita.h>

#define RESOURCES "/io/github/strata_study/Strata/"

/* What is added to style.css, one above the other; each holds where @dark and
 * @contrast do. Not named style-dark.css and so on: newer libadwaita finds those
 * by itself, with a warning. */
static const struct
{
  const char *file;
  gboolean    dark;
  gboolean    contrast;
} sheets[] = {
  { RESOURCES "dark.css", TRUE, FALSE },
  { RESOURCES "contrast.css", FALSE, TRUE },
  { RESOURCES "contrast-dark.css", TRUE, TRUE },
};

static GtkCssProvider *providers[G_N_ELEMENTS (sheets)];

static void
update (AdwStyleManager *manager)
{
  GdkDisplay *display = adw_style_manager_get_display (manager);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      GtkStyleProvider *provider = GTK_STYLE_PROVIDER (providers[i]);

      if ((!sheets[i].dark || adw_style_manager_get_dark (manager))
          && (!sheets[i].contrast || adw_style_manager_get_high_contrast (manager)))
        gtk_style_context_add_provider_for_display (
            display, provider, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1 + i);
      else
        gtk_style_context_remove_provider_for_display (display, provider);
    }
}

/**
 * strata_colours_follow:
 *
 * Has the colours follow the desktop's scheme and contrast from now on. To be
 * called once, when there is a display.
 */
void
strata_colours_follow (void)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gdk_display_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      providers[i] = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (providers[i], sheets[i].file);
    }
  g_signal_connect (manager, "notify::dark", G_CALLBACK (update), NULL);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (update), NULL);
  update (manager);
}
