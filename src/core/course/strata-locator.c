/* json-c keeps no positions: this walks the text again, and only once a fault
 * is to be shown.  The text is known to be well-formed. */
#include "strata-locator.h"

#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
} Cursor;

static void
skip_space (Cursor *c)
{
  while (c->p < c->end && strchr (" \t\r\n", *c->p) != NULL && *c->p != '\0')
    c->p++;
}

static void
skip_string (Cursor *c)
{
  c->p++;
  while (c->p < c->end && *c->p != '"')
    c->p += *c->p == '\\' ? 2 : 1;
  c->p = MIN (c->p + 1, c->end);
}

/* Brackets nest; in between only strings can hold one that does not count. */
static void
skip_value (Cursor *c)
{
  int depth = 0;

  skip_space (c);
  while (c->p < c->end)
    {
      if (*c->p == '"')
        skip_string (c);
      else if (depth == 0 && strchr (",]}", *c->p) != NULL)
        return;
      else
        {
          depth += *c->p == '[' || *c->p == '{';
          depth -= *c->p == ']' || *c->p == '}';
          c->p++;
          if (depth == 0 && strchr ("]}", c->p[-1]) != NULL)
            return;
        }
    }
}

/* Goes on to the next member or element; FALSE at the closing bracket. */
static gboolean
next_part (Cursor *c)
{
  skip_value (c);
  skip_space (c);
  if (c->p >= c->end || *c->p != ',')
    return FALSE;
  c->p++;
  skip_space (c);
  return TRUE;
}

static gboolean
enter_member (Cursor     *c,
              const char *name,
              gsize       length)
{
  c->p++;
  skip_space (c);
  while (c->p < c->end && *c->p == '"')
    {
      const char *key = c->p + 1;
      gsize key_length;

      skip_string (c);
      key_length = c->p - 1 - key;
      skip_space (c);
      c->p++;
      skip_space (c);
      if (key_length == length && memcmp (key, name, length) == 0)
        return TRUE;
      if (!next_part (c))
        return FALSE;
    }
  return FALSE;
}

static gboolean
enter_element (Cursor *c,
               guint64 position)
{
  c->p++;
  skip_space (c);
  while (position-- > 0)
    {
      if (!next_part (c))
        return FALSE;
    }
  return c->p < c->end && *c->p != ']';
}

static gboolean
enter (Cursor     *c,
       const char *token,
       gsize       length)
{
  if (c->p >= c->end)
    return FALSE;
  if (*c->p == '{')
    return enter_member (c, token, length);
  if (*c->p == '[')
    return enter_element (c, g_ascii_strtoull (token, NULL, 10));
  return FALSE;
}

/**
 * strata_locate:
 * @json: well-formed JSON
 * @length: its length in bytes
 * @pointer: a JSON pointer (RFC 6901) whose names hold no escapes
 *
 * Returns: the byte offset of the value @pointer names; where it does not
 *   exist, that of the innermost value around it
 */
gsize
strata_locate (const char *json,
               gsize       length,
               const char *pointer)
{
  Cursor c = { json, json + length };

  g_return_val_if_fail (json != NULL && pointer != NULL, 0);

  skip_space (&c);
  while (*pointer == '/')
    {
      Cursor inner = c;
      gsize token = strcspn (++pointer, "/");

      if (!enter (&inner, pointer, token))
        break;
      c = inner;
      pointer += token;
    }
  return c.p - json;
}

/**
 * strata_position:
 * @text: UTF-8
 * @length: its length in bytes
 * @offset: a byte offset
 * @line: (out): from 1
 * @column: (out): from 1, in characters
 */
void
strata_position (const char *text,
                 gsize       length,
                 gsize       offset,
                 guint      *line,
                 guint      *column)
{
  const char *start = text;
  const char *at = text + MIN (offset, length);

  *line = 1;
  for (const char *p = text; p < at; p++)
    {
      if (*p == '\n')
        {
          *line += 1;
          start = p + 1;
        }
    }
  *column = 1;
  for (const char *p = start; p < at; p++)
    *column += (*p & 0xc0) != 0x80;
}
