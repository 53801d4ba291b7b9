/* Characters, targets and code so that they are read as just what they are. */
#include <string.h>

#include "strata-writer-private.h"

/* What is asked of each character. ------------------------------------------------ */

static gboolean
is_mark (gunichar c)
{
  return c < 0x80 && g_ascii_ispunct ((char) c);
}

static gboolean
is_word (gunichar c)
{
  return c >= 0x80 || g_ascii_isalnum ((char) c);
}

/* Where a number ends that would begin an item. */
static gboolean
ends_number (const GString *out,
             gunichar       c)
{
  gsize i = out->len;

  if (c != '.' && c != ')')
    return FALSE;
  while (i > 0 && g_ascii_isdigit (out->str[i - 1]))
    i--;
  return i < out->len && (i == 0 || out->str[i - 1] == '\n');
}

/* Whether @c could be taken for more than a character. */
static gboolean
may_mean_more (const GString     *out,
               gunichar           c,
               const StrataPoint *point)
{
  gunichar last = point->last, next = point->next;

  switch (c)
    {
    case '\\':
    case '`':
    case '*':
    case '[':
      return TRUE;
    case ']':
      return point->in_link;
    case '_':
      return last == 0 || next == 0 || !is_word (last) || !is_word (next);
    case '&':
      return next == '#' || is_word (next);
    case '<':
      return next == '/' || next == '!' || next == '?' || is_word (next);
    case '#':
    case '>':
    case '+':
    case '-':
    case '=':
    case '~':
      return last == 0;
    default:
      return ends_number (out, c);
    }
}

static void
add_entity (GString  *out,
            gunichar  c)
{
  g_string_append_printf (out, "&#%u;", c);
}

static void
add_html_character (GString  *out,
                    gunichar  c)
{
  if (c == '&')
    g_string_append (out, "&amp;");
  else if (c == '<')
    g_string_append (out, "&lt;");
  else if (c == '>')
    g_string_append (out, "&gt;");
  else if (c == '"')
    g_string_append (out, "&quot;");
  else if (c < 0x20)
    add_entity (out, c);
  else
    g_string_append_unichar (out, c);
}

/**
 * _strata_writer_add_character:
 * @out: what has been written of the words so far
 * @c: a character of the text, none that ends a line
 * @point: what stands around it
 * @mode: how to write it
 *
 * Writes one character so that it is read as just that.
 */
void
_strata_writer_add_character (GString           *out,
                              gunichar           c,
                              const StrataPoint *point,
                              StrataWriteMode    mode)
{
  gboolean at_edge = point->last == 0 || point->next == 0 || point->next == 0x2028;

  if ((c == ' ' && (at_edge || (mode == STRATA_WRITE_HTML && point->last == ' '))) || c < 0x20)
    add_entity (out, c);
  else if (mode == STRATA_WRITE_HTML)
    add_html_character (out, c);
  else if (c == '|' && point->in_cell && mode == STRATA_WRITE_SAFELY)
    add_entity (out, c);
  else
    {
      if (mode == STRATA_WRITE_SAFELY ? is_mark (c)
                                      : may_mean_more (out, c, point) || (c == '|' && point->in_cell))
        g_string_append_c (out, '\\');
      g_string_append_unichar (out, c);
    }
}

/* Links and images. --------------------------------------------------------------- */

/* NAME="VALUE", with a space before it. */
void
_strata_writer_add_attribute (GString    *out,
                              const char *name,
                              const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    add_html_character (out, g_utf8_get_char (p));
  g_string_append_c (out, '"');
}

static void
add_escaped (GString    *out,
             const char *text,
             const char *marks)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        {
          add_entity (out, (gunichar) *p);
          continue;
        }
      if (strchr (marks, *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* (TARGET "TITLE") */
void
_strata_writer_add_target (GString          *out,
                           const StrataSpan *span,
                           gboolean          in_cell)
{
  const char *target = span->target != NULL ? span->target : "";
  gboolean plain = *target != '<';

  for (const char *p = target; *p != '\0'; p++)
    plain = plain && (guchar) *p > ' ' && *p != '(' && *p != ')';
  g_string_append_c (out, '(');
  if (!plain || (*target == '\0' && span->title != NULL))
    {
      g_string_append_c (out, '<');
      add_escaped (out, target, "<>\\&|");
      g_string_append_c (out, '>');
    }
  else
    add_escaped (out, target, in_cell ? "\\&|" : "\\&");
  if (span->title != NULL)
    {
      g_string_append (out, " \"");
      add_escaped (out, span->title, in_cell ? "\"\\&|" : "\"\\&");
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, ')');
}

void
_strata_writer_add_image (GString          *out,
                          const StrataSpan *span,
                          StrataWriteMode   mode,
                          gboolean          in_cell)
{
  const char *alt = span->alt != NULL ? span->alt : "";

  if (span->width > 0 || mode == STRATA_WRITE_HTML)
    {
      g_string_append (out, "<img");
      _strata_writer_add_attribute (out, "src", span->target != NULL ? span->target : "");
      _strata_writer_add_attribute (out, "alt", alt);
      if (span->title != NULL)
        _strata_writer_add_attribute (out, "title", span->title);
      if (span->width > 0)
        g_string_append_printf (out, " width=\"%u\"", span->width);
      g_string_append_c (out, '>');
      return;
    }
  g_string_append (out, "![");
  add_escaped (out, alt, in_cell ? "\\`*_[]<&|" : "\\`*_[]<&");
  g_string_append_c (out, ']');
  _strata_writer_add_target (out, span, in_cell);
}

/* `TEXT`, with as many backticks as it takes. */
void
_strata_writer_add_code (GString    *out,
                         const char *text,
                         gsize       length)
{
  gsize longest = 0, run = 0;
  gboolean pad;

  for (gsize i = 0; i < length; i++)
    {
      run = text[i] == '`' ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  pad = length > 0 && (text[0] == '`' || text[length - 1] == '`'
                       || (text[0] == ' ' && text[length - 1] == ' '));
  for (gsize i = 0; i <= longest; i++)
    g_string_append_c (out, '`');
  g_string_append (out, pad ? " " : "");
  g_string_append_len (out, text, (gssize) length);
  g_string_append (out, pad ? " " : "");
  for (gsize i = 0; i <= longest; i++)
    g_string_append_c (out, '`');
}
