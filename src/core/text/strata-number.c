#include "strata-number.h"

#include <math.h>
#include <string.h>

/* Four digits say enough beside a word. */
#define DIGITS 4

typedef struct
{
  double      value;
  const char *word;
  const char *brief;
} Magnitude;

/* How languages name large numbers, the largest first. */
static const Magnitude english[] = {
  { 1e12, " trillion", "T" }, { 1e9, " billion", "B" }, { 1e6, " million", "M" }, { 0, NULL, NULL },
};
static const Magnitude traditional[] = {
  { 1e12, " 兆", "兆" }, { 1e8, " 億", "億" }, { 1e4, " 萬", "萬" }, { 0, NULL, NULL },
};
static const Magnitude simplified[] = {
  { 1e12, " 万亿", "万亿" }, { 1e8, " 亿", "亿" }, { 1e4, " 万", "万" }, { 0, NULL, NULL },
};
static const Magnitude japanese[] = {
  { 1e12, "兆", "兆" }, { 1e8, "億", "億" }, { 1e4, "万", "万" }, { 0, NULL, NULL },
};
/* Whatever people speak, they can read this. */
static const Magnitude others[] = {
  { 1e12, " × 10¹²", "·10¹²" }, { 1e9, " × 10⁹", "·10⁹" }, { 1e6, " × 10⁶", "·10⁶" }, { 0, NULL, NULL },
};

static const Magnitude *
magnitudes_of (const char *const *languages)
{
  const char *language = languages != NULL && languages[0] != NULL ? languages[0] : "";

  if (g_str_has_prefix (language, "zh-CN") || g_str_has_prefix (language, "zh-SG")
      || g_str_has_prefix (language, "zh-Hans"))
    return simplified;
  if (g_str_has_prefix (language, "zh"))
    return traditional;
  if (g_str_has_prefix (language, "ja"))
    return japanese;
  return g_str_has_prefix (language, "en") ? english : others;
}

/* With commas between groups of three digits. */
static void
append_grouped (GString *out,
                double   value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *digits = g_ascii_formatd (number, sizeof number, "%.10g", value);
  gsize whole = strspn (digits, "-0123456789");
  gboolean is_plain = strchr (digits, 'e') == NULL;

  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (is_plain && i > 0 && i < whole && (whole - i) % 3 == 0 && digits[i - 1] != '-')
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
}

static double
round_to (double value,
          int    digits)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE], format[8];

  g_snprintf (format, sizeof format, "%%.%dg", digits);
  return g_ascii_strtod (g_ascii_formatd (number, sizeof number, format, value), NULL);
}

/**
 * strata_number_dup_words:
 * @value: a number
 * @languages: (array zero-terminated=1) (nullable): the reader's, the best first
 * @brief: whether it has to be short
 *
 * Writes a number as people say it, large ones to four digits: `175 billion`,
 * `1,750 億`; in brief `175B`, `1,750億`.
 *
 * Returns: (transfer full): the number in words
 */
char *
strata_number_dup_words (double             value,
                         const char *const *languages,
                         gboolean           brief)
{
  const Magnitude *magnitude = magnitudes_of (languages);
  double rounded = round_to (value, DIGITS);
  GString *out = g_string_new (NULL);

  while (magnitude->word != NULL && fabs (rounded) < magnitude->value)
    magnitude++;
  /* What has no word keeps its digits. */
  append_grouped (out, magnitude->word != NULL ? round_to (value / magnitude->value, DIGITS) : value);
  if (magnitude->word != NULL)
    g_string_append (out, brief ? magnitude->brief : magnitude->word);
  return g_string_free (out, FALSE);
}
