#include "strata-slug.h"

/**
 * strata_slugs_new:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the slugs of one lesson,
 *   so far none
 */
GHashTable *
strata_slugs_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static char *
reduce (const char *heading)
{
  g_autofree char *lower = g_utf8_strdown (heading, -1);
  GString *slug = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        g_string_append_c (slug, '-');
      else if (c == '-' || c == '_' || g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (slug, c);
    }
  return g_string_free (slug, FALSE);
}

/**
 * strata_slug_dup:
 * @slugs: the slugs of the lesson; the new one is added
 * @heading: the words of a heading
 *
 * What a link to a heading says after its `#`, as GitHub makes it: lower case,
 * a hyphen for each space, no punctuation; the second of the same name ends in
 * `-1`, the third in `-2`.
 *
 * Returns: (transfer full): the slug
 */
char *
strata_slug_dup (GHashTable *slugs,
                 const char *heading)
{
  g_autofree char *plain = reduce (heading);
  char *slug = g_strdup (plain);

  for (guint i = 1; g_hash_table_contains (slugs, slug); i++)
    {
      g_free (slug);
      slug = g_strdup_printf ("%s-%u", plain, i);
    }
  g_hash_table_add (slugs, g_strdup (slug));
  return slug;
}
