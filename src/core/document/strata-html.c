/* Raw HTML in a lesson: its tags vanish, its text stays. */
#include "strata-html-private.h"

#include <cmark.h>
#include <string.h>

#define BREAK "\xe2\x80\xa8"    /* a line of the same paragraph */

gboolean
_strata_html_is_break (const char *tag)
{
  return g_ascii_strncasecmp (tag, "<br", 3) == 0 && !g_ascii_isalnum (tag[3]);
}

static gboolean
begins_tag (const char *p)
{
  return *p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!' || p[1] == '?');
}

/* What is after the element that @start opens and that holds no text, or NULL. */
static const char *
skip_element (const char *start,
              const char *name)
{
  gsize length = strlen (name);
  g_autofree char *closing = g_strdup_printf ("</%s", name);

  if (g_ascii_strncasecmp (start + 1, name, length) != 0 || g_ascii_isalnum (start[1 + length]))
    return NULL;
  for (const char *p = start; *p != '\0'; p++)
    {
      if (g_ascii_strncasecmp (p, closing, length + 2) == 0)
        return p;
    }
  return start + strlen (start);
}

/* What is after the comment or tag that begins at @start. */
static const char *
skip_tag (const char *start)
{
  const char *end = skip_element (start, "script");

  if (end == NULL)
    end = skip_element (start, "style");
  if (end == NULL)
    end = start;
  if (g_str_has_prefix (end, "<!--"))
    {
      end = strstr (end + 4, "-->");
      return end != NULL ? end + 3 : start + strlen (start);
    }
  end = strchr (end, '>');
  return end != NULL ? end + 1 : start + strlen (start);
}

/* cmark knows every entity: it reads the text with all else escaped. */
static char *
decode (const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);
  GString *decoded = g_string_new (NULL);
  cmark_node *root, *node;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_ispunct (*p) && *p != '&' && *p != ';' && (*p != '#' || p == text))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }
  root = cmark_parse_document (escaped->str, escaped->len, CMARK_OPT_DEFAULT);
  node = cmark_node_first_child (root);
  for (node = node != NULL ? cmark_node_first_child (node) : NULL; node != NULL;
       node = cmark_node_next (node))
    {
      const char *literal = cmark_node_get_literal (node);

      g_string_append (decoded, literal != NULL ? literal : " ");
    }
  cmark_node_free (root);
  return g_string_free (decoded, FALSE);
}

/* The text of a block of HTML on one line; "" where there is none. */
char *
_strata_html_dup_text (const char *html)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = html;

  while (*p != '\0')
    {
      if (begins_tag (p))
        {
          if (_strata_html_is_break (p))
            g_string_append (text, BREAK);
          p = skip_tag (p);
          continue;
        }
      if (!g_ascii_isspace (*p))
        g_string_append_c (text, *p);
      else if (text->len > 0 && !g_str_has_suffix (text->str, " ")
               && !g_str_has_suffix (text->str, BREAK))
        g_string_append_c (text, ' ');
      p++;
    }
  g_strchomp (text->str);
  return decode (text->str);
}
