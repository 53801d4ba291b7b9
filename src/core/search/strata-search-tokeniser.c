/* Cuts text into tokens for FTS5. Latin and the like is left to FTS5's own
 * unicode61, which folds case and accents. Chinese, Japanese and Korean are written
 * without spaces, or inflect within the word: there each character is a token, and a
 * phrase of them finds any run. */
#include "strata-search-tokeniser-private.h"

#include <string.h>

/* "Remove every diacritic": 1, the default, leaves those of some letters that have two. */
static const char *const unicode61_arguments[] = { "remove_diacritics", "2" };

typedef struct
{
  fts5_tokenizer  methods;
  void           *context;
} Unicode61;

struct _StrataSearchTokeniser
{
  fts5_tokenizer  methods;
  Fts5Tokenizer  *unicode61;
};

/* FTS5's way of asking for tokens, and the run that is being cut. */
typedef int (*TokenCallback) (void *, int, const char *, int, int, int);

typedef struct
{
  TokenCallback  callback;
  void          *data;
  int            before;    /* bytes of the text before the run */
} Run;

/* Blocks of Unicode 15 whose letters are Han, kana, bopomofo, hangul or the like. */
static const struct
{
  gunichar first;
  gunichar last;
} cjk_blocks[] = {
  { 0x1100, 0x11FF },   { 0x2E80, 0x2FDF },   { 0x3005, 0x3007 },   { 0x3021, 0x312F },
  { 0x3130, 0x318F },   { 0x31A0, 0x31BF },   { 0x31F0, 0x31FF },   { 0x3400, 0x4DBF },
  { 0x4E00, 0x9FFF },   { 0xA960, 0xA97F },   { 0xAC00, 0xD7FF },   { 0xF900, 0xFAFF },
  { 0xFF66, 0xFFDC },   { 0x1AFF0, 0x1B16F }, { 0x20000, 0x3FFFF },
};

/* A letter that is a token of its own. */
gboolean
_strata_search_is_cjk (gunichar c)
{
  if (c < cjk_blocks[0].first)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (cjk_blocks); i++)
    {
      if (c <= cjk_blocks[i].last)
        return c >= cjk_blocks[i].first
               && (c >= 0x20000 || g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_LETTER_NUMBER
                   || g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL);
    }
  return FALSE;
}

/* The character at @p; a byte that begins none counts as a space. */
static gunichar
next_character (const char  *p,
                const char  *end,
                const char **after)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    {
      *after = p + 1;
      return (guchar) *p;
    }
  c = g_utf8_get_char_validated (p, end - p);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *after = p + 1;
      return ' ';
    }
  *after = p + g_utf8_skip[(guchar) *p];
  return c;
}

/* Letters that exist only for old character sets are those that they stand for. */
static int
send_cjk (gunichar    c,
          const char *text,
          int         start,
          int         end,
          const Run  *run)
{
  gunichar plain[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  char buffer[6];
  gboolean old = (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF)
                 || (c >= 0xFF66 && c <= 0xFFDC) || (c >= 0x2F800 && c <= 0x2FA1F);

  if (!old || g_unichar_fully_decompose (c, TRUE, plain, G_N_ELEMENTS (plain)) == 0)
    return run->callback (run->data, 0, text + start, end - start, start, end);
  /* The half-width sound marks are accents then. */
  if (!_strata_search_is_cjk (plain[0]))
    return SQLITE_OK;
  return run->callback (run->data, 0, buffer, g_unichar_to_utf8 (plain[0], buffer), start, end);
}

/* Full-width digits and letters, which Chinese text has for Latin ones. */
static void
narrow (const char *token,
        gsize       length,
        GString    *out)
{
  for (const char *p = token; p < token + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, c >= 0xFF10 && c <= 0xFF5A ? c - 0xFEE0 : c);
    }
}

/* A token of unicode61, moved to where its run lies. */
static int
on_token (void       *data,
          int         flags,
          const char *token,
          int         length,
          int         start,
          int         end)
{
  const Run *run = data;

  /* They begin with this byte; unicode61 folds their case and leaves them wide. */
  if (memchr (token, 0xEF, length) != NULL && g_utf8_validate (token, length, NULL))
    {
      g_autoptr (GString) plain = g_string_new (NULL);

      narrow (token, length, plain);
      return run->callback (run->data, flags, plain->str, (int) plain->len, run->before + start,
                            run->before + end);
    }
  return run->callback (run->data, flags, token, length, run->before + start, run->before + end);
}

static int
tokenise (Fts5Tokenizer *tokenizer,
          void          *data,
          int            flags,
          const char    *text,
          int            length,
          TokenCallback  callback)
{
  StrataSearchTokeniser *self = (StrataSearchTokeniser *) tokenizer;
  Run run = { callback, data, 0 };
  const char *end = text + length;
  const char *from = text;
  const char *after;
  int rc = SQLITE_OK;

  for (const char *p = text; p < end && rc == SQLITE_OK; p = after)
    {
      gunichar c = next_character (p, end, &after);
      gboolean cjk = _strata_search_is_cjk (c);

      if (cjk || after >= end)
        {
          const char *until = cjk ? p : end;

          run.before = (int) (from - text);
          if (until > from)
            rc = self->methods.xTokenize (self->unicode61, &run, flags, from, (int) (until - from),
                                          on_token);
          if (cjk && rc == SQLITE_OK)
            rc = send_cjk (c, text, (int) (p - text), (int) (after - text), &run);
          from = after;
        }
    }
  return rc;
}

static int
create (void           *context,
        const char    **arguments,
        int             n_arguments,
        Fts5Tokenizer **tokenizer)
{
  const Unicode61 *unicode61 = context;
  StrataSearchTokeniser *self = g_new0 (StrataSearchTokeniser, 1);
  int rc;

  self->methods = unicode61->methods;
  rc = self->methods.xCreate (unicode61->context, (const char **) unicode61_arguments,
                              G_N_ELEMENTS (unicode61_arguments), &self->unicode61);
  if (rc != SQLITE_OK)
    g_clear_pointer (&self, g_free);
  *tokenizer = (Fts5Tokenizer *) self;
  return rc;
}

static void
destroy (Fts5Tokenizer *tokenizer)
{
  StrataSearchTokeniser *self = (StrataSearchTokeniser *) tokenizer;

  self->methods.xDelete (self->unicode61);
  g_free (self);
}

static fts5_api *
get_fts5 (sqlite3 *database)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return api;
}

static gboolean
find_unicode61 (sqlite3   *database,
                Unicode61 *unicode61)
{
  fts5_api *api = get_fts5 (database);

  return api != NULL
         && api->xFindTokenizer (api, "unicode61", &unicode61->context, &unicode61->methods)
                == SQLITE_OK;
}

/* Makes the tokeniser "strata" known to a connection. */
int
_strata_search_tokeniser_register (sqlite3 *database)
{
  fts5_tokenizer methods = { create, destroy, tokenise };
  Unicode61 *unicode61 = g_new0 (Unicode61, 1);
  fts5_api *api;

  if (!find_unicode61 (database, unicode61))
    {
      g_free (unicode61);
      return SQLITE_ERROR;
    }
  api = get_fts5 (database);
  return api->xCreateTokenizer (api, "strata", unicode61, &methods, g_free);
}

/* The same tokeniser for our own use; NULL if SQLite has no FTS5. Not longer than
 * @database, and for one thread at a time. */
StrataSearchTokeniser *
_strata_search_tokeniser_new (sqlite3 *database)
{
  Unicode61 unicode61;
  Fts5Tokenizer *tokenizer = NULL;

  if (find_unicode61 (database, &unicode61))
    create (&unicode61, NULL, 0, &tokenizer);
  return (StrataSearchTokeniser *) tokenizer;
}

void
_strata_search_tokeniser_free (StrataSearchTokeniser *self)
{
  destroy ((Fts5Tokenizer *) self);
}

typedef struct
{
  StrataSearchTokenFunc func;
  gpointer              data;
} Receiver;

static int
receive (void       *data,
         int         flags,
         const char *token,
         int         length,
         int         start,
         int         end)
{
  const Receiver *receiver = data;

  return receiver->func (token, length, start, end, receiver->data) ? SQLITE_OK : SQLITE_DONE;
}

void
_strata_search_tokenise (StrataSearchTokeniser *self,
                         const char            *text,
                         gsize                  length,
                         StrataSearchTokenFunc  func,
                         gpointer               data)
{
  Receiver receiver = { func, data };

  tokenise ((Fts5Tokenizer *) self, &receiver, 0, text, (int) MIN (length, G_MAXINT), receive);
}
