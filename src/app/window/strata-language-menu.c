#include "strata-language-menu.h"

#include <glib/gi18n.h>

/* Languages are called by their own names, so that whoever needs one finds
 * it; a tag that is not listed stands for itself. */
static const struct
{
  const char *tag;
  const char *name;
} names[] = {
  { "de", "Deutsch" },     { "en", "English" }, { "es", "Español" },
  { "fr", "Français" },    { "ja", "日本語" },  { "ko", "한국어" },
  { "zh-TW", "正體中文" }, { "zh", "中文" },
};

static const char *
language_name (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (names[i].tag, tag) == 0)
        return names[i].name;
    }
  return tag;
}

/**
 * strata_language_menu_fill:
 * @menu: a menu, emptied first
 * @languages: (array zero-terminated=1): the languages of the course
 *
 * Lists the languages a course can be read in, each an item of the stateful
 * action `win.language`.
 */
void
strata_language_menu_fill (GMenu             *menu,
                           const char *const *languages)
{
  g_menu_remove_all (menu);
  g_menu_append (menu, _("As the _Desktop"), "win.language::");
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (language_name (languages[i]), NULL);

      g_menu_item_set_action_and_target (item, "win.language", "s", languages[i]);
      g_menu_append_item (menu, item);
    }
}
