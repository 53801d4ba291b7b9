#include "strata-glossary.h"

#include <string.h>

#include "strata-term-finder.h"
#include "strata-term-forms.h"

struct _StrataGlossary
{
  StrataTable      *table;
  char             *language;
  char             *prefix;   /* of a link to one of its rows */
  int               layers;   /* the column of concepts, -1 for none */
  StrataTermFinder *finder;
};

static void
glossary_clear (gpointer data)
{
  StrataGlossary *self = data;

  g_clear_object (&self->table);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->finder, strata_term_finder_free);
}

StrataGlossary *
strata_glossary_ref (StrataGlossary *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
strata_glossary_unref (StrataGlossary *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, glossary_clear);
}

/* NULL where @text is not in just this language: another one's word is no term here. */
static const char *
get_exactly (StrataText *text,
             const char *language)
{
  const char *const languages[] = { language, NULL };

  if (text == NULL || (!strata_text_is_plain (text) && !strata_text_has_language (text, language)))
    return NULL;
  return strata_text_get (text, languages);
}

static void
add_row (StrataGlossary *self,
         StrataRow      *row,
         const char     *language)
{
  const char *id = strata_row_get_id (row);
  int column = strata_table_get_forms_column (self->table);
  GPtrArray *list = column >= 0 && strata_row_is_set (row, (guint) column)
                        ? strata_row_get_list (row, (guint) column)
                        : NULL;

  if (list == NULL)
    {
      const char *name = get_exactly (
          strata_row_get_text (row, strata_table_get_primary_column (self->table)), language);
      g_auto (GStrv) forms = name != NULL ? strata_term_forms_dup (name) : NULL;

      for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
        strata_term_finder_add (self->finder, id, forms[i]);
      return;
    }
  for (guint i = 0; i < list->len; i++)
    {
      const char *form = get_exactly (g_ptr_array_index (list, i), language);

      if (form != NULL)
        strata_term_finder_add (self->finder, id, form);
    }
}

static int
find_layers (StrataTable *table)
{
  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    {
      if (strata_column_get_column_type (strata_table_get_column (table, i)) == STRATA_COLUMN_CONCEPTS)
        return (int) i;
    }
  return -1;
}

static StrataGlossary *
glossary_new (StrataTable *table,
              const char  *language)
{
  StrataGlossary *self = g_atomic_rc_box_new0 (StrataGlossary);
  GListModel *rows = strata_table_get_rows (table);

  self->table = g_object_ref (table);
  self->language = g_strdup (language);
  self->prefix = g_strdup_printf ("row:%s/", strata_table_get_id (table));
  self->layers = find_layers (table);
  self->finder = strata_term_finder_new ();
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);

      add_row (self, row, language);
    }
  return self;
}

/**
 * strata_glossary_for_course:
 * @course: a course
 * @language: one of its languages
 *
 * The first table of @course that is a glossary, for lessons in @language. It is
 * made once for each language. Only from the thread that the course belongs to.
 *
 * Returns: (transfer full) (nullable): the glossary, %NULL where the course has none
 */
StrataGlossary *
strata_glossary_for_course (StrataCourse *course,
                            const char   *language)
{
  g_autofree char *key = NULL;
  StrataGlossary *self;
  GPtrArray *tables;
  guint i = 0;

  g_return_val_if_fail (STRATA_IS_COURSE (course) && language != NULL, NULL);

  key = g_strconcat ("strata-glossary-", language, NULL);
  self = g_object_get_data (G_OBJECT (course), key);
  if (self != NULL)
    return strata_glossary_ref (self);
  tables = strata_course_get_tables (course);
  while (i < tables->len && strata_table_get_meaning_column (g_ptr_array_index (tables, i)) < 0)
    i++;
  if (i == tables->len)
    return NULL;
  self = glossary_new (g_ptr_array_index (tables, i), language);
  g_object_set_data_full (G_OBJECT (course), key, strata_glossary_ref (self),
                          (GDestroyNotify) strata_glossary_unref);
  return self;
}

/**
 * strata_glossary_get_table:
 * @self: the glossary
 *
 * Returns: (transfer none): the table that lists the terms
 */
StrataTable *
strata_glossary_get_table (StrataGlossary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table;
}

/* Finding. --------------------------------------------------------------------- */

typedef struct
{
  StrataGlossary       *self;
  StrataConcept        *concept;
  const char           *subject;   /* the row that the lesson is about */
  const StrataDocument *document;
  GArray               *terms;
  GHashTable           *seen;      /* the rows of this section */
  guint                 n_spans;   /* that begin before the block */
  int                   heading;
  gboolean              table;
} Search;

static gboolean
may_hold_terms (StrataBlockKind kind)
{
  return kind == STRATA_BLOCK_PARAGRAPH || kind == STRATA_BLOCK_TABLE
         || kind == STRATA_BLOCK_SUMMARY;
}

/* Whether the text from @start to @end is not prose: code, a key, a link. */
static gboolean
is_other (const Search *search,
          guint         first,
          guint         last,
          guint         start,
          guint         end)
{
  for (guint i = first; i < last; i++)
    {
      const StrataSpan *span = strata_document_get_span (search->document, i);

      if (span->start < end && start < span->end
          && (span->kind == STRATA_SPAN_CODE || span->kind == STRATA_SPAN_KEY
              || span->kind == STRATA_SPAN_LINK || span->kind == STRATA_SPAN_IMAGE))
        return TRUE;
    }
  return FALSE;
}

/* The row whose term is what @concept is called: its lesson says nothing else. */
static const char *
find_subject (StrataGlossary *self,
              StrataConcept  *concept)
{
  const char *const languages[] = { self->language, NULL };
  const char *name;
  g_autoptr (GArray) matches = NULL;
  const StrataTermMatch *match;

  if (concept == NULL)
    return NULL;
  name = strata_text_get (strata_concept_get_name (concept), languages);
  matches = strata_term_finder_find (self->finder, name, -1);
  match = &g_array_index (matches, StrataTermMatch, 0);
  return matches->len == 1 && match->start == 0
                 && match->end == (guint) g_utf8_strlen (name, -1)
             ? match->id
             : NULL;
}

/* Whether the term of @id belongs into the lesson: before its layer the same word
 * means what it means every day. */
static gboolean
belongs (const Search *search,
         const char   *id)
{
  int layers = search->self->layers;
  StrataRow *row = strata_table_find_row (search->self->table, id);

  if (search->concept == NULL || layers < 0 || !strata_row_is_set (row, (guint) layers)
      || strata_row_get_ids (row, (guint) layers)[0] == NULL)
    return TRUE;
  for (StrataConcept *c = search->concept; c != NULL; c = strata_concept_get_parent (c))
    {
      if (strata_row_has_id (row, (guint) layers, strata_concept_get_id (c)))
        return TRUE;
    }
  return FALSE;
}

static void
add_term (Search     *search,
          guint       start,
          guint       end,
          const char *row,
          gboolean    link)
{
  StrataTerm term = { start, end, row, search->heading, link, search->table };

  if (g_hash_table_add (search->seen, (gpointer) row))
    g_array_append_val (search->terms, term);
}

/* The row of the glossary that @span links to. */
static const char *
linked_row (const Search     *search,
            const StrataSpan *span)
{
  StrataRow *row;

  if (span->kind != STRATA_SPAN_LINK || span->target == NULL
      || !g_str_has_prefix (span->target, search->self->prefix))
    return NULL;
  row = strata_table_find_row (search->self->table, span->target + strlen (search->self->prefix));
  return row != NULL ? strata_row_get_id (row) : NULL;
}

static void
search_block (Search            *search,
              const StrataBlock *block)
{
  guint n_spans = strata_document_get_n_spans (search->document);
  guint first = search->n_spans;
  guint last = first;
  const char *text = strata_document_get_text (search->document) + block->byte_start;
  g_autoptr (GArray) matches = NULL;
  guint next = first;

  while (last < n_spans && strata_document_get_span (search->document, last)->start < block->end)
    last++;
  search->n_spans = last;
  search->table = block->kind == STRATA_BLOCK_TABLE;
  if (!may_hold_terms (block->kind))
    return;
  matches = strata_term_finder_find (search->self->finder, text,
                                     (gssize) (block->byte_end - block->byte_start));
  for (guint i = 0; i <= matches->len; i++)
    {
      const StrataTermMatch *match =
          i < matches->len ? &g_array_index (matches, StrataTermMatch, i) : NULL;
      guint start = block->start + (match != NULL ? match->start : 0);

      /* Links stand among the terms where they begin. */
      for (; next < last; next++)
        {
          const StrataSpan *span = strata_document_get_span (search->document, next);
          const char *row = linked_row (search, span);

          if (match != NULL && span->start > start)
            break;
          if (row != NULL)
            add_term (search, span->start, span->end, row, TRUE);
        }
      if (match != NULL && g_strcmp0 (match->id, search->subject) != 0
          && belongs (search, match->id)
          && !is_other (search, first, last, start, block->start + match->end))
        add_term (search, start, block->start + match->end, match->id, FALSE);
    }
}

/**
 * strata_glossary_find:
 * @self: the glossary
 * @concept: (nullable): whose lesson it is
 * @document: a lesson in the glossary's language
 *
 * The first use of each term in each section of the lesson, a section being what
 * stands between two headings of level 1 or 2. Headings and code hold no terms,
 * and a term that belongs to some concepts is found in their lessons and in those
 * of the concepts inside them. The term that the lesson is about is not.
 *
 * Returns: (transfer full) (element-type StrataTerm): the uses in the order of the text
 */
GArray *
strata_glossary_find (StrataGlossary       *self,
                      StrataConcept        *concept,
                      const StrataDocument *document)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { self, concept, NULL, document, g_array_new (FALSE, FALSE, sizeof (StrataTerm)), seen, 0, -1, FALSE };

  g_return_val_if_fail (self != NULL && document != NULL, search.terms);

  search.subject = find_subject (self, concept);
  for (guint i = 0; i < strata_document_get_n_blocks (document); i++)
    {
      const StrataBlock *block = strata_document_get_block (document, i);

      if (block->kind == STRATA_BLOCK_HEADING)
        {
          search.heading = (int) i;
          if (block->level <= 2)
            g_hash_table_remove_all (seen);
        }
      search_block (&search, block);
    }
  return search.terms;
}
