/* What newer libraries do another way, one function each: the only file that
 * may ask for a library's version. */

/* What is newer than the floor may be called here, where the library has it. */
#undef ADW_VERSION_MAX_ALLOWED
#undef GDK_VERSION_MAX_ALLOWED

#include "compat.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "config.h"

#if ADW_CHECK_VERSION(1, 5, 0)
#define show_about(parent, ...) adw_show_about_dialog (GTK_WIDGET (parent), __VA_ARGS__)
#else
#define show_about(parent, ...) adw_show_about_window (parent, __VA_ARGS__)
#endif

/**
 * strata_compat_show_about:
 * @parent: the window to stand above
 *
 * Shows name, version, licence and who wrote it.
 */
void
strata_compat_show_about (GtkWindow *parent)
{
  static const char *const developers[] = { "The Strata authors", NULL };

  show_about (
      parent, "application-name", "Strata", "application-icon", STRATA_APP_ID, "version",
      STRATA_VERSION, "developer-name", _("The Strata authors"), "developers", developers,
      "license-type", GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Strata authors", "comments",
      _("A field of knowledge as a picture: press a layer, read its lesson, follow the links."),
      /* Translators: put your names here, one a line. */
      "translator-credits", _("translator-credits"), NULL);
}

/**
 * strata_compat_show_shortcuts:
 * @parent: the window to stand above
 *
 * Lists the keys.
 */
void
strata_compat_show_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/strata_study/Strata/window/strata-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

/**
 * strata_compat_align_baseline:
 * @widget: a child of a horizontal box
 *
 * Has the first line of @widget stand on the line that its neighbours stand on.
 */
void
strata_compat_align_baseline (GtkWidget *widget)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_widget_set_valign (widget, GTK_ALIGN_BASELINE_FILL);
#else
  gtk_widget_set_valign (widget, GTK_ALIGN_BASELINE);
#endif
}
