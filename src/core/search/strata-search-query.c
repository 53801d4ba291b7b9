#include "strata-search-query-private.h"

#include <string.h>

/* More than anybody types; what is pasted beyond it narrows nothing any more. */
#define MAX_BYTES 2000
#define MAX_PHRASES 24
#define MAX_TOKENS 48
#define MAX_LOOSE 40

/* What may stand inside a word, as in fine-tuning, GPT-3.5 or 史都華‧羅素. */
#define JOINERS "-'’._/+·‧・"

typedef struct
{
  StrataSearchQuery *query;
  const char        *text;
  gsize              end;     /* of the last token, in bytes */
} Reader;

static void
phrase_free (StrataSearchPhrase *phrase)
{
  g_ptr_array_unref (phrase->tokens);
  g_free (phrase);
}

static StrataSearchPhrase *
add_phrase (StrataSearchQuery *self)
{
  StrataSearchPhrase *phrase = g_new0 (StrataSearchPhrase, 1);

  phrase->tokens = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->phrases, phrase);
  return phrase;
}

static StrataSearchQuery *
query_new (void)
{
  StrataSearchQuery *self = g_new0 (StrataSearchQuery, 1);

  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  return self;
}

void
_strata_search_query_free (StrataSearchQuery *self)
{
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

/* Whether the bytes between two tokens leave them one word. */
static gboolean
joins (const char *text,
       gsize       start,
       gsize       end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      if (g_utf8_strchr (JOINERS, -1, g_utf8_get_char (p)) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_token (const char *token,
            gsize       length,
            gsize       start,
            gsize       end,
            gpointer    data)
{
  Reader *reader = data;
  GPtrArray *phrases = reader->query->phrases;
  gboolean cjk = _strata_search_is_cjk (g_utf8_get_char (reader->text + start));
  StrataSearchPhrase *phrase =
      phrases->len > 0 ? g_ptr_array_index (phrases, phrases->len - 1) : NULL;

  if (phrase == NULL || phrase->cjk != cjk || !joins (reader->text, reader->end, start))
    {
      if (phrases->len == MAX_PHRASES)
        return FALSE;
      phrase = add_phrase (reader->query);
      phrase->cjk = cjk;
    }
  if (phrase->tokens->len < MAX_TOKENS)
    g_ptr_array_add (phrase->tokens, g_strndup (token, length));
  reader->end = end;
  return TRUE;
}

static gboolean
phrase_equal (gconstpointer a,
              gconstpointer b)
{
  const StrataSearchPhrase *x = a;
  const StrataSearchPhrase *y = b;

  if (x->tokens->len != y->tokens->len || x->prefix != y->prefix)
    return FALSE;
  for (guint i = 0; i < x->tokens->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (x->tokens, i), g_ptr_array_index (y->tokens, i)))
        return FALSE;
    }
  return TRUE;
}

/* A word that was typed twice counts once. */
static void
drop_repeated (StrataSearchQuery *self)
{
  for (guint i = 0; i < self->phrases->len; i++)
    {
      guint first;

      if (g_ptr_array_find_with_equal_func (self->phrases, g_ptr_array_index (self->phrases, i),
                                            phrase_equal, &first)
          && first < i)
        g_ptr_array_remove_index (self->phrases, i--);
    }
}

/* The words of @text and the runs of its Chinese characters. The last word need not
 * be ended yet, unless a space follows it. */
StrataSearchQuery *
_strata_search_query_new (StrataSearchTokeniser *tokeniser,
                          const char            *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  StrataSearchQuery *self = query_new ();
  Reader reader = { self, valid, 0 };
  gsize length = strlen (valid);

  _strata_search_tokenise (tokeniser, valid, length, read_token, &reader);
  if (self->phrases->len > 0)
    {
      StrataSearchPhrase *last = g_ptr_array_index (self->phrases, self->phrases->len - 1);

      last->prefix = !last->cjk && joins (valid, reader.end, length);
    }
  drop_repeated (self);
  return self;
}

/* The same, each word by itself and Chinese in pairs of characters: for a query of
 * which not everything is found. %NULL where that is no different. */
StrataSearchQuery *
_strata_search_query_loosen (const StrataSearchQuery *self)
{
  StrataSearchQuery *loose = query_new ();

  for (guint i = 0; i < self->phrases->len; i++)
    {
      const StrataSearchPhrase *phrase = g_ptr_array_index (self->phrases, i);
      guint size = phrase->cjk ? 2 : 1;

      for (guint k = 0; k == 0 || k + size <= phrase->tokens->len; k++)
        {
          StrataSearchPhrase *part;

          if (loose->phrases->len == MAX_LOOSE)
            break;
          part = add_phrase (loose);

          part->cjk = phrase->cjk;
          part->prefix = phrase->prefix && k + size >= phrase->tokens->len;
          for (guint t = k; t < MIN (k + size, phrase->tokens->len); t++)
            g_ptr_array_add (part->tokens, g_strdup (g_ptr_array_index (phrase->tokens, t)));
        }
    }
  drop_repeated (loose);
  if (loose->phrases->len < 2)
    g_clear_pointer (&loose, _strata_search_query_free);
  return loose;
}

static void
append_quoted (GString    *out,
               const char *token)
{
  for (const char *p = token; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
}

/* An expression of FTS5; @joiner is "AND" or "OR". Tokens hold letters and digits only,
 * and stand in quotes, in which nothing is an operator. */
char *
_strata_search_query_dup_expression (const StrataSearchQuery *self,
                                     const char              *joiner)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->phrases->len; i++)
    {
      const StrataSearchPhrase *phrase = g_ptr_array_index (self->phrases, i);

      g_string_append_printf (out, "%s%s%s\"", i > 0 ? " " : "", i > 0 ? joiner : "",
                              i > 0 ? " " : "");
      for (guint t = 0; t < phrase->tokens->len; t++)
        {
          g_string_append (out, t > 0 ? " " : "");
          append_quoted (out, g_ptr_array_index (phrase->tokens, t));
        }
      g_string_append (out, phrase->prefix ? "\" *" : "\"");
    }
  return g_string_free (out, FALSE);
}
