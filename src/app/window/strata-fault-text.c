#include "strata-fault-text.h"

#include <glib/gi18n.h>

/* What is wrong and what to do, one sentence each.  A second argument is
 * always the second placeholder; no wording has more than two. */
static const char *const texts[STRATA_N_FAULTS] = {
  [STRATA_FAULT_UNREADABLE] = N_("The file cannot be read (%s). Check that it is there."),
  [STRATA_FAULT_TOO_LARGE] = N_("This is too large (%s). Make it smaller."),
  [STRATA_FAULT_ENCODING] = N_("The file is not UTF-8 text. Save it as UTF-8."),
  [STRATA_FAULT_SYNTAX] = N_("This is not valid JSON (%s). Look for a missing comma, quote or bracket."),
  [STRATA_FAULT_FORMAT] = N_("The format %s is unknown. Write 1, or use a newer Strata."),
  [STRATA_FAULT_MISSING_FIELD] = N_("The field “%s” is missing. Add it."),
  [STRATA_FAULT_WRONG_TYPE] = N_("“%s” has the wrong type: it must be %s."),
  [STRATA_FAULT_BAD_VALUE] = N_("“%s” has a wrong value: it must be %s."),
  [STRATA_FAULT_UNKNOWN_FIELD] = N_("The field “%s” is unknown. Check its spelling."),
  [STRATA_FAULT_BAD_ID] = N_("“%s” cannot be an id. Use lower-case letters, digits and hyphens."),
  [STRATA_FAULT_UNKNOWN_CONCEPT] = N_("There is no concept “%s”. Check the id, or add the concept."),
  [STRATA_FAULT_UNKNOWN_TABLE] = N_("There is no table “%s”. Check the id, or add the table."),
  [STRATA_FAULT_UNKNOWN_ROW] = N_("The table “%s” has no row “%s”. Check the id, or add the row."),
  [STRATA_FAULT_UNKNOWN_CHOICE] = N_("“%s” is none of the column’s choices. Check the id, or add the choice."),
  [STRATA_FAULT_DUPLICATE_ID] = N_("The id “%s” is used twice. Give one of them another id."),
  [STRATA_FAULT_NO_ROOT] = N_("No concept is outermost. Give one the parent null."),
  [STRATA_FAULT_TWO_ROOTS] = N_("Both “%s” and “%s” are outermost. Put one inside the other."),
  [STRATA_FAULT_CYCLE] = N_("The concept “%s” lies inside itself. Correct the parents."),
  [STRATA_FAULT_NO_PRIMARY] = N_("Exactly one text column must be primary. Mark one."),
  [STRATA_FAULT_MISSING_LESSON] = N_("The lesson “%s” does not exist. Write it, or correct its name."),
  [STRATA_FAULT_MISSING_IMAGE] = N_("The image “%s” does not exist. Add it, or correct its name."),
  [STRATA_FAULT_MISSING_LANGUAGE] = N_("“%s” has no text in the language “%s”. Translate it."),
  [STRATA_FAULT_OUTSIDE] = N_("The path “%s” leaves the course’s folder. Move the file into it."),
  [STRATA_FAULT_BROKEN_LINK] = N_("The link “%s” leads nowhere. Correct it."),
};

/* What core says is expected, for the translators: the words are core's own. */
static const char *const expectations[] = {
  N_("an object"),
  N_("a list"),
  N_("a text in quotes"),
  N_("true or false"),
  N_("a whole number"),
  N_("a number"),
  N_("null"),
  N_("a text, or a text for each language"),
  N_("language tags, as zh-TW"),
  N_("at least one language tag"),
  N_("the id of a column"),
  N_("the id of a choice column"),
  N_("the id of a choice or concepts column"),
  N_("the id of an integer or number column"),
  N_("the id of a year column"),
  N_("a number above zero"),
  N_("mind-map, timeline or bubbles"),
  N_("text, integer, number, year, choice, list, concepts, rows or link"),
  N_("an address that begins with https://"),
};

static const char *
argument (StrataFault *fault,
          guint        position)
{
  const char *text = strata_fault_get_argument (fault, position);

  for (guint i = 0; position == 1 && i < G_N_ELEMENTS (expectations); i++)
    {
      if (g_str_equal (text, expectations[i]))
        return _(expectations[i]);
    }
  return text;
}

/* A translation may turn the order round with %2$s. */
static void
append_placeholder (GString      *out,
                    StrataFault  *fault,
                    const char  **p,
                    guint        *position)
{
  const char *at = *p + 1;

  if ((*at == '1' || *at == '2') && at[1] == '$' && at[2] == 's')
    {
      g_string_append (out, argument (fault, *at - '1'));
      *p += 3;
    }
  else if (*at == 's')
    {
      g_string_append (out, argument (fault, MIN (*position, 1)));
      *position += 1;
      *p += 1;
    }
}

/**
 * strata_fault_dup_text:
 * @fault: a fault of a course
 *
 * Returns: (transfer full): what is wrong and what to do, in the reader's
 *   language, without the place
 */
char *
strata_fault_dup_text (StrataFault *fault)
{
  GString *out = g_string_new (NULL);
  guint position = 0;

  for (const char *p = _(texts[strata_fault_get_code (fault)]); *p != '\0'; p++)
    {
      if (*p == '%')
        append_placeholder (out, fault, &p, &position);
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}
