#include "strata-fold.h"

#include <string.h>

/* One character without its case and its accents; "" for an accent alone. */
static void
fold_character (GString  *out,
                gunichar  c)
{
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (c < 0x80)
    {
      g_string_append_c (out, g_ascii_tolower ((char) c));
      return;
    }
  if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf))
    {
      g_string_append_unichar (out, c);     /* Chinese: that is most of it */
      return;
    }
  n = g_unichar_fully_decompose (c, TRUE, decomposed, G_N_ELEMENTS (decomposed));
  for (gsize i = 0; i < n; i++)
    {
      char buffer[6];
      g_autofree char *folded = NULL;

      if (g_unichar_ismark (decomposed[i]))
        continue;
      folded = g_utf8_casefold (buffer, g_unichar_to_utf8 (decomposed[i], buffer));
      g_string_append (out, folded);
    }
}

/* As strata_fold(); @places gets, for each byte, where its character begins. */
static GString *
fold_with_places (const char *text,
                  GArray     *places)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize place = p - text;

      fold_character (out, g_utf8_get_char (p));
      while (places != NULL && places->len < out->len)
        g_array_append_val (places, place);
    }
  return out;
}

/**
 * strata_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text in compatibility form without case and
 *   accents, as it is compared when searching
 */
char *
strata_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_string_free (fold_with_places (text, NULL), FALSE);
}

/**
 * strata_fold_append:
 * @out: what comes before it
 * @text: UTF-8
 *
 * Appends what strata_fold() makes of @text.
 */
void
strata_fold_append (GString    *out,
                    const char *text)
{
  g_return_if_fail (out != NULL && text != NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    fold_character (out, g_utf8_get_char (p));
}

/**
 * strata_fold_words:
 * @query: (nullable): what was typed
 *
 * Returns: (transfer full) (array zero-terminated=1): its words, folded
 */
char **
strata_fold_words (const char *query)
{
  g_autofree char *folded = strata_fold (query != NULL ? query : "");
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_ptr_array_add (words, g_strdup (parts[i]));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/**
 * strata_fold_match:
 * @folded: from strata_fold()
 * @words: (array zero-terminated=1): from strata_fold_words()
 *
 * Returns: whether every word occurs, in any order
 */
gboolean
strata_fold_match (const char        *folded,
                   const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * strata_fold_ranges:
 * @text: UTF-8 as it is shown
 * @words: (array zero-terminated=1): from strata_fold_words()
 *
 * Returns: (transfer full) (element-type StrataRange): the bytes of @text that
 *   any of the words covers, word by word
 */
GArray *
strata_fold_ranges (const char        *text,
                    const char *const *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (StrataRange));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) folded = NULL;

  g_return_val_if_fail (text != NULL && words != NULL, ranges);

  folded = fold_with_places (text, places);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      for (const char *p = strstr (folded->str, words[i]); p != NULL;
           p = strstr (p + length, words[i]))
        {
          gsize at = p - folded->str;
          const char *last = text + g_array_index (places, gsize, at + length - 1);
          StrataRange range = { g_array_index (places, gsize, at),
                                g_utf8_next_char (last) - text };

          g_array_append_val (ranges, range);
        }
    }
  return ranges;
}
