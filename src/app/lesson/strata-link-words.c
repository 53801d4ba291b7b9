#include "strata-link-words.h"

#include <glib/gi18n.h>

#include "course/strata-link.h"
#include "document/strata-outline.h"

static char *
lesson_words (const StrataLink  *link,
              StrataCourse      *course,
              const char *const *languages)
{
  StrataConcept *concept = strata_course_find_concept (course, link->target);

  return concept != NULL
             ? g_strdup_printf (_("Lesson: %s"),
                                strata_text_get (strata_concept_get_name (concept), languages))
             : NULL;
}

static char *
row_words (const StrataLink  *link,
           StrataCourse      *course,
           const char *const *languages)
{
  StrataTable *table = strata_course_find_table (course, link->target);
  StrataRow *row = table != NULL ? strata_table_find_row (table, link->row) : NULL;

  if (row == NULL)
    return NULL;
  /* Translators: the name of a table, and of a row in it. */
  return g_strdup_printf (_("%s: %s"), strata_text_get (strata_table_get_title (table), languages),
                          strata_table_get_row_name (table, row, languages));
}

static char *
heading_words (const StrataLink     *link,
               const StrataDocument *document)
{
  int offset = strata_document_find_heading (document, link->target);
  g_autoptr (StrataOutline) outline = NULL;
  int position;

  if (offset < 0)
    return NULL;
  outline = strata_outline_new (document);
  position = strata_outline_find (outline, (guint) offset);
  return position >= 0 ? g_strdup_printf (_("On this page: %s"),
                                          strata_outline_get_heading (outline, (guint) position)->words)
                       : NULL;
}

/**
 * strata_link_words_dup:
 * @target: where a link leads, as the lesson says it
 * @course: (nullable): the course it is in
 * @languages: (nullable): as for strata_text_get()
 * @document: the lesson it is in
 *
 * Returns: (transfer full): what the link leads to, for people: the name of a lesson
 *   or a row, a heading, an address
 */
char *
strata_link_words_dup (const char           *target,
                       StrataCourse         *course,
                       const char *const    *languages,
                       const StrataDocument *document)
{
  g_autoptr (StrataLink) link = strata_link_parse (target);
  char *words = NULL;

  if (link->kind == STRATA_LINK_CONCEPT && course != NULL)
    words = lesson_words (link, course, languages);
  else if (link->kind == STRATA_LINK_ROW && course != NULL)
    words = row_words (link, course, languages);
  else if (link->kind == STRATA_LINK_HEADING)
    words = heading_words (link, document);
  else if (link->kind == STRATA_LINK_FILE)
    words = g_uri_unescape_string (target, NULL);
  return words != NULL ? words : g_strdup (target);
}
