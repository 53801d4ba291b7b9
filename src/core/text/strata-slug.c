#include "strata-slug.h"

/**
 * strata_slugs_new:
 *
 * Returns: (transfer full) (element-type utf8 guint): the slugs of one lesson,
 *   so far none, and how often each has been asked for
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

  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (slugs, plain));

  /* Many headings of the same name must not be counted anew for each. */
  while (g_hash_table_contains (slugs, slug))
    {
      g_free (slug);
      slug = g_strdup_printf ("%s-%u", plain, n++);
    }
  g_hash_table_insert (slugs, g_strdup (plain), GUINT_TO_POINTER (MAX (n, 1)));
  if (!g_str_equal (slug, plain))
    g_hash_table_insert (slugs, g_strdup (slug), GUINT_TO_POINTER (1));
  return slug;
}
