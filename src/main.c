#include <glib/gi18n.h>
#include <locale.h>

#include "compat.h"
#include "config.h"
#include "window/strata-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (StrataApplication) application = NULL;
  int status;

  strata_compat_choose_drawing ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, STRATA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = strata_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  if (g_object_get_data (G_OBJECT (application), "failed") != NULL)
    status = 1;
  return status;
}
