/* How Han characters are drawn is decided by what is read, not by the desktop's language. */
#include <gtk/gtk.h>

#include "window/strata-han-forms.h"

/* The font that a full stop is taken from, which fonts put at another place for each. */
static char *
dup_font (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "。");
  PangoLayoutRun *run = pango_layout_get_line_readonly (layout, 0)->runs->data;
  PangoFontDescription *description = pango_font_describe (run->item->analysis.font);
  char *family = g_strdup (pango_font_description_get_family (description));

  pango_font_description_free (description);
  return family;
}

static void
assert_forms (GtkWidget  *widget,
              const char *first,
              const char *second,
              const char *end)
{
  const char *const languages[] = { first, second, NULL };
  g_autofree char *family = NULL;

  strata_han_forms_follow (languages);
  family = dup_font (widget);
  if (!g_str_has_prefix (family, "Noto Sans CJK "))
    g_test_skip ("the fonts of Noto CJK are not installed");
  else
    g_assert_cmpstr (family + strlen ("Noto Sans CJK "), ==, end);
}

static void
test_follow (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *before = dup_font (label);
  g_autofree char *after = NULL;
  const char *const none[] = { "en", "zha", NULL };

  assert_forms (label, "zh-TW", "en", "TC");
  assert_forms (label, "ja", NULL, "JP");
  assert_forms (label, "en", "zh-TW", "TC");
  assert_forms (label, "zh-Hant-HK", NULL, "HK");
  assert_forms (label, "zh-Hant", NULL, "TC");
  assert_forms (label, "zh", "zh-TW", "SC");
  assert_forms (label, "ko", "ja", "KR");
  strata_han_forms_follow (none);
  after = dup_font (label);
  g_assert_cmpstr (after, ==, before);
  g_object_unref (label);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/han-forms/follow", test_follow);
  return g_test_run ();
}
