#include "strata-shift.h"

#include <string.h>

/* So many lines are looked for before a place is given up. */
#define MAX_LINES 20

static gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/* Where @line, of @length bytes, is a whole line of @text, as near to @place as
 * there is one; -1 if there is none. */
static gssize
find_line (const char *text,
           const char *line,
           gsize       length,
           gsize       place)
{
  gssize best = -1;

  for (const char *at = text; at != NULL; at = strchr (at, '\n'))
    {
      gsize found;

      if (*at == '\n')
        at++;
      found = (gsize) (at - text);
      if (strncmp (at, line, length) != 0 || (at[length] != '\n' && at[length] != '\0'))
        continue;
      if (best >= 0 && found > place && found - place > place - MIN (place, (gsize) best))
        break;
      best = (gssize) found;
    }
  return best;
}

/* Where the line that holds @place has gone, or else one of the lines after it; -1
 * if none of them is there any more. */
static gssize
follow_line (const char *before,
             const char *after,
             gsize       place)
{
  gsize start = place;
  gsize into;

  while (start > 0 && before[start - 1] != '\n')
    start--;
  into = place - start;
  for (guint i = 0; i < MAX_LINES && before[start] != '\0'; i++)
    {
      gsize length = strcspn (before + start, "\n");
      gssize found = length > 0 ? find_line (after, before + start, length, start) : -1;

      if (found >= 0)
        return found + (gssize) into;
      into = 0;
      start += length + (before[start + length] == '\n' ? 1 : 0);
    }
  return -1;
}

/**
 * strata_shift_offset:
 * @before: a text, UTF-8
 * @after: the same text after it was edited, UTF-8
 * @offset: a place in @before, in characters
 *
 * Where a place of a text is once the text was edited. What both begin with and
 * what both end with has stayed. A place between these two goes where its line has
 * gone, or one of the next lines, and if all of these were edited it stays as near
 * as it can.
 *
 * Returns: the place in @after, in characters
 */
guint
strata_shift_offset (const char *before,
                     const char *after,
                     guint       offset)
{
  gsize n_before = strlen (before);
  gsize n_after = strlen (after);
  gsize place = g_utf8_offset_to_pointer (before, MIN (offset, g_utf8_strlen (before, -1))) - before;
  gsize head = 0;
  gsize tail = 0;

  while (head < n_before && head < n_after && before[head] == after[head])
    head++;
  while (tail < n_before - head && tail < n_after - head
         && before[n_before - tail - 1] == after[n_after - tail - 1])
    tail++;
  /* Characters may begin with the same bytes, and end with them. */
  while (head > 0 && (is_continuation (before[head]) || is_continuation (after[head])))
    head--;
  while (tail > 0 && is_continuation (before[n_before - tail]))
    tail--;

  if (place >= n_before - tail && place > head)
    place = n_after - (n_before - place);
  else if (place > head)
    {
      gssize followed = follow_line (before, after, place);

      place = followed >= 0 ? (gsize) followed : MIN (place, n_after - tail);
    }
  while (is_continuation (after[place]))
    place--;
  return (guint) g_utf8_pointer_to_offset (after, after + place);
}
