#include "strata-term-finder.h"

#include "strata-term-forms.h"

/* Shorter ones would be found everywhere. In characters. */
#define MIN_FORM 2
#define MAX_FORM 200

typedef struct
{
  char     *id;
  gunichar *characters;   /* folded, but for an abbreviation */
  guint     length;
  gboolean  exact;
} Form;

struct _StrataTermFinder
{
  GHashTable *forms;      /* what the first two characters are, folded → GPtrArray of Form */
  GPtrArray  *all;
};

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->id);
  g_free (form->characters);
  g_free (form);
}

StrataTermFinder *
strata_term_finder_new (void)
{
  StrataTermFinder *self = g_new0 (StrataTermFinder, 1);

  self->forms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->all = g_ptr_array_new_with_free_func (form_free);
  return self;
}

void
strata_term_finder_free (StrataTermFinder *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->forms);
  g_ptr_array_unref (self->all);
  g_free (self);
}

/* A hyphen for a space is the same term. */
static gunichar
fold (gunichar c)
{
  if (c == '-' || c == 0x00A0 || c == 0x2010 || c == 0x2011)
    return ' ';
  return g_unichar_tolower (c);
}

/* Whether @c is of a script that sets words apart by spaces. Korean does, but
 * hangs its particles on to the words. */
static gboolean
is_of_word (gunichar c)
{
  if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return FALSE;
    default:
      return TRUE;
    }
}

static gint64
key_of (const gunichar *characters)
{
  return ((gint64) fold (characters[0]) << 32) | fold (characters[1]);
}

/**
 * strata_term_finder_add:
 * @self: the finder
 * @id: the term's id
 * @form: how the term is written; one of less than two characters is not found
 */
void
strata_term_finder_add (StrataTermFinder *self,
                        const char       *id,
                        const char       *form)
{
  g_autofree gunichar *characters = NULL;
  GPtrArray *same;
  glong length;
  gint64 key;
  Form *new;

  g_return_if_fail (self != NULL && id != NULL && form != NULL);

  characters = g_utf8_to_ucs4_fast (form, -1, &length);
  if (length < MIN_FORM || length > MAX_FORM)
    return;
  new = g_new0 (Form, 1);
  new->id = g_strdup (id);
  new->exact = strata_term_is_abbreviation (form);
  new->length = (guint) length;
  key = key_of (characters);
  for (guint i = 0; i < new->length && !new->exact; i++)
    characters[i] = fold (characters[i]);
  new->characters = g_steal_pointer (&characters);
  g_ptr_array_add (self->all, new);
  same = g_hash_table_lookup (self->forms, &key);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->forms, g_memdup2 (&key, sizeof key), same);
    }
  g_ptr_array_add (same, new);
}

static gboolean
ends_word (const gunichar *text,
           guint           length,
           guint           at)
{
  return at >= length || !is_of_word (text[at]);
}

/* Where the word that begins with a form ends, when the rest is only its plural;
 * 0 when it is another word. */
static guint
plural_end (const gunichar *text,
            guint           length,
            guint           at)
{
  gboolean s = at < length && text[at] == 's';
  gboolean es = at + 1 < length && text[at] == 'e' && text[at + 1] == 's';

  if (ends_word (text, length, at))
    return at;
  if (s && ends_word (text, length, at + 1))
    return at + 1;
  if (es && ends_word (text, length, at + 2))
    return at + 2;
  return 0;
}

/* Where @form ends, which begins at @at; 0 when it does not. */
static guint
match (const Form     *form,
       const gunichar *text,
       guint           length,
       guint           at)
{
  guint end = at + form->length;
  gunichar last = form->characters[form->length - 1];
  guint i = 0;

  while (i < form->length && at + i < length
         && (form->exact ? text[at + i] : fold (text[at + i])) == form->characters[i])
    i++;
  if (i == form->length)
    return is_of_word (last) ? plural_end (text, length, end) : end;
  /* “technology”, “technologies” */
  if (!form->exact && i + 1 == form->length && last == 'y' && end + 1 < length
      && text[end - 1] == 'i' && text[end] == 'e' && text[end + 1] == 's'
      && ends_word (text, length, end + 2))
    return end + 2;
  return 0;
}

/**
 * strata_term_finder_find:
 * @self: the finder
 * @text: UTF-8
 * @length: of @text in bytes, or -1
 *
 * Finds whole words, in the plural too and in any case; abbreviations only in
 * their own case. Where words are not set apart, as in Chinese, any run of
 * characters counts. Of two terms that begin at the same character the longer
 * one is found, and terms do not overlap.
 *
 * Returns: (transfer full) (element-type StrataTermMatch): the terms in the order
 *   of the text, in characters
 */
GArray *
strata_term_finder_find (StrataTermFinder *self,
                         const char       *text,
                         gssize            length)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (StrataTermMatch));
  g_autofree gunichar *characters = NULL;
  glong n;

  g_return_val_if_fail (self != NULL && text != NULL, matches);

  characters = g_utf8_to_ucs4_fast (text, length, &n);
  for (guint i = 0; i + 1 < (guint) n; i++)
    {
      gint64 key = key_of (characters + i);
      GPtrArray *forms = g_hash_table_lookup (self->forms, &key);
      StrataTermMatch best = { i, 0, NULL };

      if (forms == NULL || (i > 0 && is_of_word (characters[i]) && is_of_word (characters[i - 1])))
        continue;
      for (guint f = 0; f < forms->len; f++)
        {
          const Form *form = g_ptr_array_index (forms, f);
          guint end = match (form, characters, (guint) n, i);

          if (end > best.end)
            best = (StrataTermMatch){ i, end, form->id };
        }
      if (best.id == NULL)
        continue;
      g_array_append_val (matches, best);
      i = best.end - 1;
    }
  return matches;
}
