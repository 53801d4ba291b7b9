#include "strata-shift.h"

#include <string.h>

static gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/**
 * strata_shift_offset:
 * @before: a text, UTF-8
 * @after: the same text after it was edited, UTF-8
 * @offset: a place in @before, in characters
 *
 * Where a place of a text is once the text was edited. What both begin with and
 * what both end with has stayed; a place between these two has been edited and
 * stays as near as it can.
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
    place = MIN (place, n_after - tail);
  while (is_continuation (after[place]))
    place--;
  return (guint) g_utf8_pointer_to_offset (after, after + place);
}
