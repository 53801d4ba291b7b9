#include "strata-text.h"

#include <string.h>

struct _StrataText
{
  GPtrArray *languages;   /* tags, NULL-terminated; empty for a plain string */
  GPtrArray *strings;     /* same order; one string for a plain one */
};

G_DEFINE_BOXED_TYPE (StrataText, strata_text, strata_text_ref, strata_text_unref)

static void
text_clear (StrataText *self)
{
  g_ptr_array_unref (self->languages);
  g_ptr_array_unref (self->strings);
}

/* The length of @tag's first @n subtags, 0 when it has fewer. */
static gsize
subtag_length (const char *tag,
               guint       n)
{
  const char *p = tag;

  while (n-- > 0)
    {
      if (*p == '\0')
        return 0;
      p += strcspn (p + (p > tag), "-_") + (p > tag);
    }
  return p - tag;
}

static gboolean
same_tag (const char *a,
          const char *b,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      char x = a[i] == '_' ? '-' : g_ascii_tolower (a[i]);
      char y = b[i] == '_' ? '-' : g_ascii_tolower (b[i]);

      if (x != y || x == '\0')
        return FALSE;
    }
  return TRUE;
}

/**
 * strata_language_match:
 * @available: (array zero-terminated=1): BCP 47 tags at hand
 * @wanted: a BCP 47 tag or a POSIX locale name without encoding
 *
 * Finds the tag that serves a reader of @wanted, by lookup as in RFC 4647
 * section 3.4 (zh-TW, then zh), then by the primary subtag alone (zh-HK is
 * served by zh-TW rather than not at all).
 *
 * Returns: the index in @available, or -1
 */
int
strata_language_match (const char *const *available,
                       const char        *wanted)
{
  g_return_val_if_fail (available != NULL && wanted != NULL, -1);

  for (guint n = 3; n > 0; n--)
    {
      gsize length = subtag_length (wanted, n);

      for (int i = 0; length > 0 && available[i] != NULL; i++)
        {
          if (strlen (available[i]) == length && same_tag (available[i], wanted, length))
            return i;
        }
    }

  for (int i = 0; available[i] != NULL; i++)
    {
      gsize length = subtag_length (wanted, 1);

      if (length == subtag_length (available[i], 1) && same_tag (available[i], wanted, length))
        return i;
    }
  return -1;
}

/**
 * strata_text_new:
 *
 * Returns: (transfer full): an empty language map; fill it with
 *   strata_text_add() before it is shared
 */
StrataText *
strata_text_new (void)
{
  StrataText *self = g_rc_box_new0 (StrataText);

  self->languages = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->languages, NULL);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * strata_text_new_plain:
 * @string: UTF-8
 *
 * Returns: (transfer full): a text that is @string in every language
 */
StrataText *
strata_text_new_plain (const char *string)
{
  StrataText *self = strata_text_new ();

  g_ptr_array_add (self->strings, g_strdup (string));
  return self;
}

StrataText *
strata_text_ref (StrataText *self)
{
  return g_rc_box_acquire (self);
}

void
strata_text_unref (StrataText *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) text_clear);
}

/**
 * strata_text_add:
 * @self: a language map that is not yet shared
 * @language: BCP 47 tag
 * @string: UTF-8
 *
 * Adds one language. The first one added is the last resort of lookups.
 */
void
strata_text_add (StrataText *self,
                 const char *language,
                 const char *string)
{
  g_return_if_fail (self != NULL && language != NULL && string != NULL);

  g_ptr_array_insert (self->languages, self->languages->len - 1, g_strdup (language));
  g_ptr_array_add (self->strings, g_strdup (string));
}

static int
text_find (const StrataText  *self,
           const char *const *languages)
{
  for (gsize i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      int found = strata_language_match ((const char *const *) self->languages->pdata,
                                         languages[i]);

      if (found >= 0)
        return found;
    }
  return 0;
}

/**
 * strata_text_get:
 * @self: (nullable): a text
 * @languages: (nullable) (array zero-terminated=1): what the reader reads, best
 *   first, ending with the course's first language
 *
 * Returns: (transfer none): the text in the best language there is; "" when
 *   there is none at all
 */
const char *
strata_text_get (const StrataText  *self,
                 const char *const *languages)
{
  if (self == NULL || self->strings->len == 0)
    return "";
  return g_ptr_array_index (self->strings, text_find (self, languages));
}

/**
 * strata_text_get_language:
 * @self: (nullable): a text
 * @languages: (nullable) (array zero-terminated=1): as for strata_text_get()
 *
 * Returns: (transfer none) (nullable): the tag of what strata_text_get()
 *   answers; %NULL for a plain string
 */
const char *
strata_text_get_language (const StrataText  *self,
                          const char *const *languages)
{
  if (self == NULL || strata_text_is_plain (self))
    return NULL;
  return g_ptr_array_index (self->languages, text_find (self, languages));
}

/**
 * strata_text_has_language:
 * @self: a text
 * @language: BCP 47 tag
 *
 * Returns: whether @self has @language itself, without any fallback; a plain
 *   string has every language
 */
gboolean
strata_text_has_language (const StrataText *self,
                          const char       *language)
{
  g_return_val_if_fail (self != NULL && language != NULL, FALSE);

  if (strata_text_is_plain (self))
    return TRUE;
  for (guint i = 0; i + 1 < self->languages->len; i++)
    {
      if (g_ascii_strcasecmp (g_ptr_array_index (self->languages, i), language) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * strata_text_is_plain:
 * @self: a text
 *
 * Returns: whether @self is one string for every language
 */
gboolean
strata_text_is_plain (const StrataText *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->languages->len == 1;
}
