/* HTML in pieces. A tolerant reader of our own: what cmark hands over are scraps, a
 * tag here and its end in another block, from which a parser of whole documents
 * would make a tree that nobody has written. */
#include "strata-html-token-private.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ENTITY 34   /* bytes; the longest name has 31 */

static const char *const names[] = {
  "a",   "article", "b",       "blockquote", "br",     "center", "code",   "dd",     "details",
  "div", "dl",      "dt",      "em",         "figcaption", "figure", "footer", "h1",  "h2",
  "h3",  "h4",      "h5",      "h6",         "header", "hr",     "i",      "img",    "kbd",
  "li",  "ol",      "p",       "pre",        "script", "section", "strong", "style", "sub",
  "summary", "sup", "table",   "td",         "th",     "tr",     "u",      "ul",
};

static int
compare (const void *key,
         const void *name)
{
  return strcmp (key, *(const char *const *) name);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static StrataTag
find_tag (const char *name,
          gsize       length)
{
  char lower[16];
  const char *const *found;

  if (length >= sizeof lower)
    return STRATA_TAG_NONE;
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (name[i]);
  lower[length] = '\0';
  found = bsearch (lower, names, G_N_ELEMENTS (names), sizeof *names, compare);
  return found != NULL ? (StrataTag) (found - names + 1) : STRATA_TAG_NONE;
}

static gboolean
begins_tag (const char *p)
{
  return *p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '!' || p[1] == '?'
                       || (p[1] == '/' && g_ascii_isalpha (p[2])));
}

static const char *
after (const char *html,
       const char *what)
{
  const char *found = strstr (html, what);

  return found != NULL ? found + strlen (what) : html + strlen (html);
}

/* Where the tag ends whose attributes begin at @p: a > in quotes does not count. */
static const char *
end_of_tag (const char *p)
{
  gboolean is_value = FALSE;

  while (*p != '\0' && *p != '>')
    {
      if (is_value && (*p == '"' || *p == '\''))
        {
          const char *end = strchr (p + 1, *p);

          if (end == NULL)
            return p + strlen (p);
          p = end;
        }
      if (!is_space (*p))
        is_value = *p == '=';
      p++;
    }
  return p;
}

static const char *
read_tag (const char  *html,
          StrataToken *token)
{
  gboolean is_close = html[1] == '/';
  const char *name = html + (is_close ? 2 : 1);
  const char *p = name;
  const char *end;

  while (*p != '\0' && !is_space (*p) && *p != '/' && *p != '>')
    p++;
  end = end_of_tag (p);
  if (*end == '\0')
    return end;   /* a tag that never ends is none */
  token->kind = is_close ? STRATA_TOKEN_CLOSE : STRATA_TOKEN_OPEN;
  token->tag = find_tag (name, (gsize) (p - name));
  token->start = p;
  token->length = (gsize) (end - p);
  return end + 1;
}

/**
 * _strata_html_next:
 * @html: what is left, not empty
 * @token: (out): the first piece of it
 *
 * Returns: what is after the piece
 */
const char *
_strata_html_next (const char  *html,
                   StrataToken *token)
{
  const char *p = html;

  *token = (StrataToken) { STRATA_TOKEN_UNSEEN, STRATA_TAG_NONE, html, 0 };
  if (!begins_tag (html))
    {
      do
        p++;
      while (*p != '\0' && !begins_tag (p));
      token->kind = STRATA_TOKEN_TEXT;
      token->length = (gsize) (p - html);
      return p;
    }
  if (g_str_has_prefix (html, "<!--"))
    return after (html + 2, "-->");
  if (g_str_has_prefix (html, "<![CDATA["))
    return after (html, "]]>");
  if (html[1] == '?')
    return after (html, "?>");
  if (html[1] == '!')
    return after (html, ">");
  return read_tag (html, token);
}

/* What is after the text of a script or a style sheet: its end tag. */
const char *
_strata_html_skip_hidden (const char *html,
                          StrataTag   tag)
{
  const char *name = names[tag - 1];
  gsize length = strlen (name);
  const char *p = html;

  while ((p = strstr (p, "</")) != NULL)
    {
      if (g_ascii_strncasecmp (p + 2, name, length) == 0 && !g_ascii_isalnum (p[2 + length]))
        return p;
      p += 2;
    }
  return html + strlen (html);
}

/* Entities. ---------------------------------------------------------------------- */

static void
append_number (const char *digits,
               GString    *out)
{
  gboolean is_hex = *digits == 'x' || *digits == 'X';
  guint64 code = g_ascii_strtoull (digits + (is_hex ? 1 : 0), NULL, is_hex ? 16 : 10);

  g_string_append_unichar (out, code > 0 && code <= G_MAXUINT32
                                        && g_unichar_validate ((gunichar) code)
                                    ? (gunichar) code
                                    : 0xfffd);
}

/* cmark knows every name. */
static void
append_named (const char *entity,
              GString    *out)
{
  cmark_node *root = cmark_parse_document (entity, strlen (entity), CMARK_OPT_DEFAULT);
  cmark_node *paragraph = cmark_node_first_child (root);
  cmark_node *text = paragraph != NULL ? cmark_node_first_child (paragraph) : NULL;
  const char *literal = text != NULL ? cmark_node_get_literal (text) : NULL;

  g_string_append (out, literal != NULL ? literal : entity);
  cmark_node_free (root);
}

/**
 * _strata_html_read_entity:
 * @html: what begins with an ampersand
 * @length: of @html, in bytes
 * @out: where the characters are added that it stands for
 *
 * Returns: how many bytes have been read; the ampersand alone if it is one
 */
gsize
_strata_html_read_entity (const char *html,
                          gsize       length,
                          GString    *out)
{
  char entity[MAX_ENTITY + 1];
  gsize n = 1;

  while (n < length && n < MAX_ENTITY - 1
         && (g_ascii_isalnum (html[n]) || (n == 1 && html[n] == '#')))
    n++;
  if (n < 2 || n == length || html[n] != ';')
    {
      g_string_append_c (out, '&');
      return 1;
    }
  n++;
  memcpy (entity, html, n);
  entity[n] = '\0';
  if (entity[1] == '#')
    append_number (entity + 2, out);
  else
    append_named (entity, out);
  return n;
}

/* Attributes. -------------------------------------------------------------------- */

static char *
dup_value (const char *value,
           gsize       length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length;)
    {
      if (value[i] == '&')
        i += _strata_html_read_entity (value + i, length - i, out);
      else
        g_string_append_c (out, value[i++]);
    }
  return g_string_free (out, FALSE);
}

/* Reads NAME, NAME=VALUE or NAME="VALUE" at @p, and what is after it. */
static const char *
read_attribute (const char  *p,
                const char  *end,
                const char **value,
                gsize       *length,
                gsize       *name_length)
{
  const char *name = p;

  while (p < end && !is_space (*p) && *p != '=' && *p != '/')
    p++;
  *name_length = (gsize) (p - name);
  *value = p;
  *length = 0;
  while (p < end && is_space (*p))
    p++;
  if (p == end || *p != '=')
    return p == name ? p + 1 : p;
  for (p++; p < end && is_space (*p); p++)
    ;
  if (p < end && (*p == '"' || *p == '\''))
    {
      const char *close = memchr (p + 1, *p, (gsize) (end - p - 1));

      *value = p + 1;
      p = close != NULL ? close : end;
      *length = (gsize) (p - *value);
      return close != NULL ? p + 1 : p;
    }
  for (*value = p; p < end && !is_space (*p); p++)
    ;
  *length = (gsize) (p - *value);
  return p;
}

/**
 * _strata_html_dup_attribute:
 * @token: an opening tag
 * @name: in lower case
 *
 * Returns: (transfer full) (nullable): the value, "" where there is only the
 *   name, NULL where there is not even that
 */
char *
_strata_html_dup_attribute (const StrataToken *token,
                            const char        *name)
{
  const char *p = token->start;
  const char *end = token->start + token->length;
  gsize wanted = strlen (name);

  while (p < end)
    {
      const char *value, *start;
      gsize length, name_length;

      while (p < end && (is_space (*p) || *p == '/'))
        p++;
      if (p == end)
        break;
      start = p;
      p = read_attribute (p, end, &value, &length, &name_length);
      if (name_length == wanted && g_ascii_strncasecmp (start, name, wanted) == 0)
        return dup_value (value, length);
    }
  return NULL;
}
