/* Chinese, Japanese and Korean share their characters, but not how each is drawn. A font
 * has all the forms, and which are taken is decided by the desktop's language: on a desktop
 * in English, a lesson in Traditional Chinese had the strokes and full stops of Japanese. */
#include "strata-han-forms.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* What the forms of a BCP 47 tag are called by the rules of fonts, which know places and
 * no scripts; NULL for a language without Han characters. */
static const char *
forms_of (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", -1);
  g_autofree char *base = parts[0] != NULL ? g_ascii_strdown (parts[0], -1) : NULL;
  gboolean traditional = FALSE, hong_kong = FALSE;

  if (g_strcmp0 (base, "ja") == 0 || g_strcmp0 (base, "ko") == 0)
    return g_intern_string (base);
  if (g_strcmp0 (base, "zh") != 0)
    return NULL;
  for (char **part = parts + 1; *part != NULL; part++)
    {
      hong_kong |= g_ascii_strcasecmp (*part, "HK") == 0 || g_ascii_strcasecmp (*part, "MO") == 0;
      traditional |= g_ascii_strcasecmp (*part, "Hant") == 0 || g_ascii_strcasecmp (*part, "TW") == 0;
    }
  return hong_kong ? "zh-hk" : traditional ? "zh-tw" : "zh-cn";
}

/* Before the desktop's language. The rules that came with the fonts have been followed,
 * and are again: they say which font stands for a language, as many know all characters. */
static void
prefer (FcPattern *pattern,
        gpointer   language)
{
  FcValue value = { .type = FcTypeString, .u.s = language };

  FcPatternAdd (pattern, FC_LANG, value, FcFalse);
  FcConfigSubstitute (NULL, pattern, FcMatchPattern);
}

/**
 * strata_han_forms_follow:
 * @languages: (array zero-terminated=1): BCP 47 tags, the one that is read first
 *
 * Has characters drawn as the first of @languages that is written with Han characters
 * draws them, in all windows; as the desktop does where there is none.
 */
void
strata_han_forms_follow (const char *const *languages)
{
  static const char *followed;
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  const char *language = NULL;  /* one string for each, so that pointers are compared */

  g_return_if_fail (languages != NULL);

  for (guint i = 0; languages[i] != NULL && language == NULL; i++)
    language = forms_of (languages[i]);
  if (language == followed || !PANGO_IS_FC_FONT_MAP (map))
    return;
  followed = language;
  pango_fc_font_map_set_default_substitute (PANGO_FC_FONT_MAP (map),
                                            language != NULL ? prefer : NULL,
                                            (gpointer) language, NULL);
}
