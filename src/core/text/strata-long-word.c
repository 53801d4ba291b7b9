#include "strata-long-word.h"

#define NO_BREAK_SPACE 0xa0
#define OBJECT 0xfffc     /* what stands for a picture in a text */

/* Where a line may end by itself, in the main as the Unicode line breaking algorithm
 * (UAX #14) has it. */
static gboolean
ends_line (gunichar c)
{
  return (g_unichar_isspace (c) && c != NO_BREAK_SPACE) || c == '-' || c == '/' || c == OBJECT
         || g_unichar_iswide (c);
}

/**
 * strata_text_has_long_word:
 * @text: UTF-8
 * @limit: in characters
 *
 * Whether @text has a word of more than @limit characters, which a narrow page may have
 * no room for: a line cannot be broken within one.
 *
 * Returns: whether there is one
 */
gboolean
strata_text_has_long_word (const char *text,
                           guint       limit)
{
  guint n = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n = ends_line (g_utf8_get_char (p)) ? 0 : n + 1;
      if (n > limit)
        return TRUE;
    }
  return FALSE;
}
