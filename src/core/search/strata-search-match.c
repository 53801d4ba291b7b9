/* Where a query stands in a text, by the tokens by which the index found it. */
#include "strata-search-match-private.h"

#include <string.h>

/* In columns, of which a Chinese character takes two: of the snippet, what it shows
 * before the first match. */
#define LEAD 24

/* How far apart two matches may stand and still be seen in one snippet. */
#define REACH 120

typedef struct
{
  gsize start;      /* bytes of the text */
  gsize end;
  gsize token;      /* where it begins in the words */
} Word;

typedef struct
{
  GArray  *words;
  GString *tokens;  /* each ended by a zero */
} Words;

static gboolean
add_word (const char *token,
          gsize       length,
          gsize       start,
          gsize       end,
          gpointer    data)
{
  Words *words = data;
  Word word = { start, end, words->tokens->len };

  g_array_append_val (words->words, word);
  g_string_append_len (words->tokens, token, (gssize) length);
  g_string_append_c (words->tokens, '\0');
  return TRUE;
}

static gboolean
phrase_stands_at (const Words              *words,
                  const StrataSearchPhrase *phrase,
                  guint                     at)
{
  guint n = phrase->tokens->len;

  if (at + n > words->words->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *token = words->tokens->str + g_array_index (words->words, Word, at + i).token;
      const char *wanted = g_ptr_array_index (phrase->tokens, i);

      if (i + 1 == n && phrase->prefix ? !g_str_has_prefix (token, wanted)
                                       : !g_str_equal (token, wanted))
        return FALSE;
    }
  return TRUE;
}

/* (element-type StrataSearchHit): in the order of the text. */
GArray *
_strata_search_match (StrataSearchTokeniser   *tokeniser,
                      const StrataSearchQuery *query,
                      const char              *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (StrataSearchHit));
  Words words = { g_array_new (FALSE, FALSE, sizeof (Word)), g_string_new (NULL) };

  _strata_search_tokenise (tokeniser, text, strlen (text), add_word, &words);
  for (guint at = 0; at < words.words->len; at++)
    {
      for (guint i = 0; i < query->phrases->len; i++)
        {
          const StrataSearchPhrase *phrase = g_ptr_array_index (query->phrases, i);

          if (phrase_stands_at (&words, phrase, at))
            {
              guint last = at + phrase->tokens->len - 1;
              StrataSearchHit hit = { i, g_array_index (words.words, Word, at).start,
                                      g_array_index (words.words, Word, last).end };

              g_array_append_val (hits, hit);
            }
        }
    }
  g_array_unref (words.words);
  g_string_free (words.tokens, TRUE);
  return hits;
}

/* How many phrases stand in it at least once; a query has less than 64. */
guint
_strata_search_match_count (const GArray *hits)
{
  guint64 seen = 0;
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1)
                    << MIN (63, g_array_index (hits, StrataSearchHit, i).phrase);

      n += (seen & bit) == 0;
      seen |= bit;
    }
  return n;
}

/* How many different phrases begin within reach of the hit @first. */
static guint
count_near (const GArray *hits,
            guint         first)
{
  gsize start = g_array_index (hits, StrataSearchHit, first).start;
  guint64 seen = 0;
  guint n = 0;

  for (guint i = first; i < hits->len; i++)
    {
      const StrataSearchHit *hit = &g_array_index (hits, StrataSearchHit, i);
      guint64 bit = G_GUINT64_CONSTANT (1) << MIN (63, hit->phrase);

      if (hit->start > start + REACH)
        break;
      n += (seen & bit) == 0;
      seen |= bit;
    }
  return n;
}

/* The byte at which most of the query stands together; the beginning if nowhere. */
gsize
_strata_search_match_best (const char   *text,
                           const GArray *hits)
{
  guint best = 0;
  gsize at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      guint n = count_near (hits, i);

      if (n > best)
        {
          best = n;
          at = g_array_index (hits, StrataSearchHit, i).start;
        }
    }
  return at;
}

/* Snippets. ---------------------------------------------------------------------- */

static guint
columns (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static gboolean
is_break (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

/* Where to begin so that some words stand before the match: with a whole one, and
 * not beyond the line. */
static const char *
find_lead (const char *text,
           const char *match)
{
  const char *p = match;
  const char *word = match;
  guint width = 0;

  while (p > text)
    {
      const char *before = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (before);

      if (is_break (c))
        return p;
      width += columns (c);
      if (width > LEAD)
        return word;
      if (c == ' ' || _strata_search_is_cjk (c) || _strata_search_is_cjk (g_utf8_get_char (p)))
        word = _strata_search_is_cjk (c) ? before : p;
      p = before;
    }
  return text;
}

/* The hits that lie in what is shown so far grow by one character. */
static void
extend_ranges (const GArray *hits,
               gsize         byte,
               guint         at,
               GArray       *ranges)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const StrataSearchHit *hit = &g_array_index (hits, StrataSearchHit, i);
      StrataSearchRange *last =
          ranges->len > 0 ? &g_array_index (ranges, StrataSearchRange, ranges->len - 1) : NULL;
      StrataSearchRange range = { at, at + 1 };

      if (hit->start > byte)
        return;
      if (byte >= hit->end)
        continue;
      if (last != NULL && last->end >= at)
        last->end = at + 1;
      else
        g_array_append_val (ranges, range);
      return;
    }
}

/* A piece of @text of @width columns around the byte @first, on one line, with an
 * ellipsis where something was left out. @ranges gets where it matches, a
 * StrataSearchRange each. */
char *
_strata_search_snippet (const char   *text,
                        const GArray *hits,
                        gsize         first,
                        guint         width,
                        GArray      **ranges)
{
  GString *out = g_string_new (NULL);
  const char *p = find_lead (text, text + first);
  guint at = 0;
  guint used = 0;
  gboolean space = TRUE;

  *ranges = g_array_new (FALSE, FALSE, sizeof (StrataSearchRange));
  if (p > text && !is_break (g_utf8_get_char (g_utf8_prev_char (p))))
    {
      g_string_append (out, "…");
      at = used = 1;
    }
  for (; *p != '\0' && used < width; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean blank = is_break (c) || g_unichar_isspace (c);

      if (c == 0xFFFC || (blank ? space : g_unichar_iscntrl (c)))
        continue;
      if (!blank)
        extend_ranges (hits, p - text, at, *ranges);
      g_string_append_unichar (out, blank ? ' ' : c);
      space = blank;
      used += columns (c);
      at++;
    }
  if (*p != '\0')
    g_string_append (out, "…");
  else
    g_strchomp (out->str);
  return g_string_free (out, FALSE);
}
