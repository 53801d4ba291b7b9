/* The size of an SVG, from its first tag: what an SVG without any has is CSS's. */
#include "strata-picture-header-private.h"

#include <string.h>

#define DEFAULT_WIDTH 300
#define DEFAULT_HEIGHT 150

/* Lengths in CSS pixels (CSS Values 4, 6.2); 0 for none that is absolute. */
static double
read_length (const char *value)
{
  static const struct
  {
    const char *name;
    double      pixels;
  } units[] = { { "px", 1 },         { "in", 96 },       { "cm", 96 / 2.54 }, { "mm", 96 / 25.4 },
                { "pt", 96 / 72.0 }, { "pc", 16 },       { "em", 16 },        { "ex", 8 } };
  char *end = NULL;
  double number = g_ascii_strtod (value, &end);

  g_strchug (end);
  g_strchomp (end);
  if (end == value || !(number > 0) || number > 1e6)
    return 0;
  if (*end == '\0')
    return number;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_ascii_strcasecmp (end, units[i].name) == 0)
        return number * units[i].pixels;
    }
  return 0;
}

/* The third and fourth number of "0 0 720 434". */
static void
read_view_box (const char *value,
               double     *width,
               double     *height)
{
  double numbers[4] = { 0 };

  for (guint i = 0; i < 4; i++)
    {
      char *end = NULL;

      value += strspn (value, " \t\r\n,");
      numbers[i] = g_ascii_strtod (value, &end);
      if (end == value)
        return;
      value = end;
    }
  if (numbers[2] > 0 && numbers[3] > 0 && numbers[2] < 1e6 && numbers[3] < 1e6)
    {
      *width = numbers[2];
      *height = numbers[3];
    }
}

/* What follows "<svg", or %NULL: not in a comment, not another element. */
static const char *
find_tag (const char *text)
{
  while ((text = strchr (text, '<')) != NULL)
    {
      if (g_str_has_prefix (text, "<!--"))
        text = strstr (text, "-->");
      else if (text[1] == '!' || text[1] == '?')
        text++;
      else
        {
          const char *end = text + 1 + strcspn (text + 1, " \t\r\n/>");

          return end - text >= 4 && strncmp (end - 3, "svg", 3) == 0
                         && (end[-4] == '<' || end[-4] == ':')
                     ? end
                     : NULL;
        }
      if (text == NULL)
        return NULL;
    }
  return NULL;
}

/* The next NAME="VALUE" from @text on; where to go on, %NULL after the last. */
static const char *
next_attribute (const char *text,
                char      **name,
                char      **value)
{
  gsize length;
  const char *quote, *end;

  text += strspn (text, " \t\r\n");
  length = strcspn (text, " \t\r\n=/>");
  quote = text + length;
  quote += strspn (quote, " \t\r\n=");
  if (length == 0 || (*quote != '"' && *quote != '\''))
    return NULL;
  end = strchr (quote + 1, *quote);
  if (end == NULL)
    return NULL;
  *name = g_strndup (text, length);
  *value = g_strndup (quote + 1, (gsize) (end - quote - 1));
  return end + 1;
}

/* A missing side follows from the other and the view box. */
gboolean
_strata_picture_read_svg (const guint8        *data,
                          gsize                length,
                          StrataPictureHeader *header)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  const char *at = find_tag (text);
  double width = 0, height = 0, box_width = 0, box_height = 0;
  char *name, *value;

  if (at == NULL)
    return FALSE;
  while ((at = next_attribute (at, &name, &value)) != NULL)
    {
      if (g_str_equal (name, "width"))
        width = read_length (value);
      else if (g_str_equal (name, "height"))
        height = read_length (value);
      else if (g_str_equal (name, "viewBox"))
        read_view_box (value, &box_width, &box_height);
      g_free (name);
      g_free (value);
    }
  if (box_width <= 0)
    {
      box_width = width > 0 ? width : DEFAULT_WIDTH;
      box_height = height > 0 ? height : DEFAULT_HEIGHT;
    }
  header->format = STRATA_PICTURE_SVG;
  header->width = width > 0 ? width : height > 0 ? height * box_width / box_height : box_width;
  header->height = height > 0 ? height : header->width * box_height / box_width;
  return TRUE;
}
