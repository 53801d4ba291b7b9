/* What is read: lines of text as cmark counts them. */
#include "strata-source-private.h"

#include <cmark.h>
#include <string.h>

#include "strata-document.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define CMARK_0_30_3 ((0 << 16) | (30 << 8) | 3)
#define MAX_IMAGES 2000

static gboolean
has_empty_line (const char *start,
                const char *end)
{
  for (const char *p = start; p < end; p++)
    {
      if (p[0] == '\n' && (p[1] == '\n' || p[1] == '\r'))
        return TRUE;
    }
  return FALSE;
}

/* Before 0.30.3, cmark takes the square of the time where many images begin in one
 * paragraph and do not end. Those beyond what anybody writes become links. */
static void
limit_images (char *source)
{
  const char *last = source;
  guint n = 0;

  if (cmark_version () >= CMARK_0_30_3)
    return;
  for (char *p = strstr (source, "!["); p != NULL; p = strstr (p + 1, "!["))
    {
      n = has_empty_line (last, p) ? 1 : n + 1;
      last = p;
      if (n > MAX_IMAGES)
        *p = ' ';
    }
}

/* UTF-8 without NUL and byte order mark, and not more than can be held. */
char *
_strata_source_dup (const char *markdown,
                    gssize      length)
{
  gsize n = length < 0 ? strlen (markdown) : (gsize) length;
  char *source;

  n = MIN (n, STRATA_DOCUMENT_MAX_LENGTH);
  while (n >= 3 && memcmp (markdown, BYTE_ORDER_MARK, 3) == 0)
    {
      markdown += 3;
      n -= 3;
    }
  source = g_utf8_make_valid (markdown, (gssize) n);
  limit_images (source);
  return source;
}

gsize
_strata_line_length (const char *line)
{
  return strcspn (line, "\r\n");
}

/* Where line @number begins; NULL if it has been passed or there is none. */
const char *
_strata_cursor_seek (StrataCursor *self,
                     int           number)
{
  if (number < self->number)
    return NULL;
  while (self->number < number)
    {
      const char *end = self->line + _strata_line_length (self->line);

      if (*end == '\0')
        return NULL;
      self->line = end + (end[0] == '\r' && end[1] == '\n' ? 2 : 1);
      self->number++;
    }
  return self->line;
}
