#include "strata-search-result-private.h"

G_DEFINE_FINAL_TYPE (StrataSearchResult, strata_search_result, G_TYPE_OBJECT)

static void
strata_search_result_finalize (GObject *object)
{
  StrataSearchResult *self = STRATA_SEARCH_RESULT (object);

  g_free (self->object);
  g_free (self->language);
  g_free (self->title);
  g_free (self->context);
  g_free (self->snippet);
  g_free (self->place);
  g_free (self->match);
  g_clear_pointer (&self->title_ranges, g_array_unref);
  g_clear_pointer (&self->snippet_ranges, g_array_unref);

  G_OBJECT_CLASS (strata_search_result_parent_class)->finalize (object);
}

static void
strata_search_result_class_init (StrataSearchResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_search_result_finalize;
}

static void
strata_search_result_init (StrataSearchResult *self)
{
}

StrataSearchKind
strata_search_result_get_kind (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), STRATA_SEARCH_LESSON);

  return self->kind;
}

/**
 * strata_search_result_get_object:
 * @self: a result
 *
 * Returns: (transfer none): the id of the concept whose lesson it is, or of the
 *   table
 */
const char *
strata_search_result_get_object (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), NULL);

  return self->object;
}

/**
 * strata_search_result_get_language:
 * @self: a result
 *
 * Returns: (transfer none): the BCP 47 tag of its texts, which need not be the
 *   reader's language
 */
const char *
strata_search_result_get_language (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), NULL);

  return self->language;
}

/**
 * strata_search_result_get_title:
 * @self: a result
 *
 * Returns: (transfer none): the section's heading or the row's name, on one line
 */
const char *
strata_search_result_get_title (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), NULL);

  return self->title;
}

static const StrataSearchRange *
get_ranges (GArray *ranges,
            gsize  *n)
{
  *n = ranges != NULL ? ranges->len : 0;
  return *n > 0 ? &g_array_index (ranges, StrataSearchRange, 0) : NULL;
}

/**
 * strata_search_result_get_title_ranges:
 * @self: a result
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): where the title matches,
 *   in characters, one after another
 */
const StrataSearchRange *
strata_search_result_get_title_ranges (StrataSearchResult *self,
                                       gsize              *n)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self) && n != NULL, NULL);

  return get_ranges (self->title_ranges, n);
}

/**
 * strata_search_result_get_context:
 * @self: a result
 *
 * Returns: (transfer none): the lesson or table it stands in, in the reader's language
 */
const char *
strata_search_result_get_context (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), NULL);

  return self->context;
}

/**
 * strata_search_result_get_snippet:
 * @self: a result
 *
 * Returns: (transfer none): a piece of its text around what matches, on one line
 */
const char *
strata_search_result_get_snippet (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), NULL);

  return self->snippet;
}

/**
 * strata_search_result_get_snippet_ranges:
 * @self: a result
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): where the snippet
 *   matches, in characters, one after another
 */
const StrataSearchRange *
strata_search_result_get_snippet_ranges (StrataSearchResult *self,
                                         gsize              *n)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self) && n != NULL, NULL);

  return get_ranges (self->snippet_ranges, n);
}

/**
 * strata_search_result_get_partial:
 * @self: a result
 *
 * Returns: whether only some of the words that were looked for are in it
 */
gboolean
strata_search_result_get_partial (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), FALSE);

  return self->partial;
}

/**
 * strata_search_result_get_place:
 * @self: a result
 *
 * Returns: (transfer none): the place as it is written, `concept:dl?at=120` or
 *   `table:challenges?row=data-bias`. The offset is one in the lesson as the
 *   reader has it.
 */
const char *
strata_search_result_get_place (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), NULL);

  return self->place;
}

/**
 * strata_search_result_get_match:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): of a lesson, the words at the place that
 *   match, as they stand there; %NULL where the reader's text does not have them
 */
const char *
strata_search_result_get_match (StrataSearchResult *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCH_RESULT (self), NULL);

  return self->match;
}
