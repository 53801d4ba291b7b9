#include "strata-term-forms.h"

/**
 * strata_term_is_abbreviation:
 * @form: how a term is written
 *
 * Returns: whether it is one word of Latin letters, digits and hyphens with at
 *   least two capitals, as “LLM” or “LoRA”: such a word means something else in
 *   small letters
 */
gboolean
strata_term_is_abbreviation (const char *form)
{
  guint capitals = 0;

  g_return_val_if_fail (form != NULL, FALSE);

  for (; *form != '\0'; form++)
    {
      if (!g_ascii_isalnum (*form) && *form != '-')
        return FALSE;
      capitals += g_ascii_isupper (*form) ? 1 : 0;
    }
  return capitals >= 2;
}

static void
add_form (GPtrArray *forms,
          GString   *form)
{
  g_strstrip (form->str);
  if (form->str[0] != '\0' && !g_ptr_array_find_with_equal_func (forms, form->str, g_str_equal, NULL))
    g_ptr_array_add (forms, g_strdup (form->str));
  g_string_truncate (form, 0);
}

/* Of what stands in brackets only abbreviations are forms: “(LLM)” is another
 * way to write the term, “(of a unit)” is not. */
static void
add_abbreviation (GPtrArray *forms,
                  GString   *piece)
{
  g_strstrip (piece->str);
  if (!strata_term_is_abbreviation (piece->str))
    piece->str[0] = '\0';
  add_form (forms, piece);
}

/**
 * strata_term_forms_dup:
 * @name: a term as a glossary lists it
 *
 * How a text may write the term: the name without what stands in brackets, and
 * the abbreviations in them. “large language model (LLM)” gives “large language
 * model” and “LLM”.
 *
 * Returns: (transfer full) (array zero-terminated=1): the forms, the longest
 *   first as they stand in the name; may be empty
 */
char **
strata_term_forms_dup (const char *name)
{
  GPtrArray *forms = g_ptr_array_new ();
  g_autoptr (GString) outside = g_string_new (NULL);
  g_autoptr (GString) inside = g_string_new (NULL);
  g_autoptr (GPtrArray) abbreviations = g_ptr_array_new_with_free_func (g_free);
  guint depth = 0;

  g_return_val_if_fail (name != NULL, NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == 0xFF08)
        depth++;
      else if ((c == ')' || c == 0xFF09) && depth > 0)
        {
          depth--;
          add_abbreviation (abbreviations, inside);
        }
      else if (depth > 0 && (c == ',' || c == ';' || c == 0xFF0C || c == 0x3001))
        add_abbreviation (abbreviations, inside);
      else if (depth > 0)
        g_string_append_unichar (inside, c);
      else if (c != ' ' || (outside->len > 0 && outside->str[outside->len - 1] != ' '))
        g_string_append_unichar (outside, c);
    }
  add_form (forms, outside);
  for (guint i = 0; i < abbreviations->len; i++)
    {
      g_string_assign (inside, g_ptr_array_index (abbreviations, i));
      add_form (forms, inside);
    }
  g_ptr_array_add (forms, NULL);
  return (char **) g_ptr_array_free (forms, FALSE);
}
