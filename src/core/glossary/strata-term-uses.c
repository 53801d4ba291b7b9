#include "strata-term-uses.h"

struct _StrataTermUses
{
  GHashTable *uses;   /* the row's id → GPtrArray of StrataTermUse */
};

static void
use_free (gpointer data)
{
  StrataTermUse *use = data;

  g_object_unref (use->concept);
  g_free (use->heading);
  g_free (use);
}

static void
add_use (StrataTermUses       *self,
         StrataConcept        *concept,
         const StrataDocument *document,
         const StrataTerm     *term)
{
  const StrataBlock *heading =
      term->heading >= 0 ? strata_document_get_block (document, (guint) term->heading) : NULL;
  GPtrArray *uses = g_hash_table_lookup (self->uses, term->row);
  StrataTermUse *use = g_new0 (StrataTermUse, 1);

  use->concept = g_object_ref (concept);
  use->offset = term->start;
  if (heading != NULL && heading->level > 1)
    use->heading = g_strndup (strata_document_get_text (document) + heading->byte_start,
                              heading->byte_end - heading->byte_start);
  if (uses == NULL)
    {
      uses = g_ptr_array_new_with_free_func (use_free);
      g_hash_table_insert (self->uses, g_strdup (term->row), uses);
    }
  g_ptr_array_add (uses, use);
}

static void
add_lesson (StrataTermUses *self,
            StrataCourse   *course,
            StrataGlossary *glossary,
            StrataConcept  *concept,
            const char     *language)
{
  const char *const languages[] = { language, NULL };
  g_autofree char *path = strata_course_dup_lesson_path (course, concept, languages);
  g_autofree char *markdown = NULL;
  g_autoptr (StrataDocument) document = NULL;
  g_autoptr (GArray) terms = NULL;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &markdown, &length, NULL))
    return;
  document = strata_document_new (markdown, (gssize) length);
  terms = strata_glossary_find (glossary, concept, document);
  for (guint i = 0; i < terms->len; i++)
    add_use (self, concept, document, &g_array_index (terms, StrataTerm, i));
}

/**
 * strata_term_uses_new:
 * @course: a course
 * @glossary: its glossary, in @language
 * @language: one of its languages
 * @cancellable: (nullable): to stop between two lessons
 *
 * Reads every lesson: to be called in a thread. What cannot be read is left out.
 *
 * Returns: (transfer full): the uses
 */
StrataTermUses *
strata_term_uses_new (StrataCourse   *course,
                      StrataGlossary *glossary,
                      const char     *language,
                      GCancellable   *cancellable)
{
  StrataTermUses *self = g_new0 (StrataTermUses, 1);
  GPtrArray *concepts;

  self->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);
  g_return_val_if_fail (STRATA_IS_COURSE (course) && glossary != NULL, self);

  concepts = strata_course_get_concepts (course);
  for (guint i = 0; i < concepts->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_lesson (self, course, glossary, g_ptr_array_index (concepts, i), language);
  return self;
}

void
strata_term_uses_free (StrataTermUses *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->uses);
  g_free (self);
}

/**
 * strata_term_uses_get:
 * @self: the uses
 * @row: the id of a row of the glossary
 *
 * Returns: (transfer none) (nullable) (element-type StrataTermUse): where the term
 *   is used, lesson by lesson in the order of the course; %NULL where it is not
 */
GPtrArray *
strata_term_uses_get (StrataTermUses *self,
                      const char     *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  return g_hash_table_lookup (self->uses, row);
}
