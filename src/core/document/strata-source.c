/* What is read: lines of text as cmark counts them. */
#include "strata-source-private.h"

#include <string.h>

#include "strata-document.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* UTF-8 without NUL and byte order mark, and not more than can be held. */
char *
_strata_source_dup (const char *markdown,
                    gssize      length)
{
  gsize n = length < 0 ? strlen (markdown) : (gsize) length;

  n = MIN (n, STRATA_DOCUMENT_MAX_LENGTH);
  while (n >= 3 && memcmp (markdown, BYTE_ORDER_MARK, 3) == 0)
    {
      markdown += 3;
      n -= 3;
    }
  return g_utf8_make_valid (markdown, (gssize) n);
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
