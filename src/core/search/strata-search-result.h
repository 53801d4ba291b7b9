#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * StrataSearchKind:
 * @STRATA_SEARCH_LESSON: a section of a lesson
 * @STRATA_SEARCH_ROW: a row of a table
 * @STRATA_SEARCH_TERM: a row of a glossary
 *
 * What was found. Notes and cards will be kinds of their own.
 */
typedef enum
{
  STRATA_SEARCH_LESSON,
  STRATA_SEARCH_ROW,
  STRATA_SEARCH_TERM,
} StrataSearchKind;

/**
 * StrataSearchRange:
 * @start: offset of its first character
 * @end: offset after its last character
 */
typedef struct
{
  guint start;
  guint end;
} StrataSearchRange;

#define STRATA_TYPE_SEARCH_RESULT (strata_search_result_get_type ())

/**
 * StrataSearchResult:
 *
 * Something that was found, and exactly where. Unchanging.
 */
G_DECLARE_FINAL_TYPE (StrataSearchResult, strata_search_result, STRATA, SEARCH_RESULT, GObject)

StrataSearchKind         strata_search_result_get_kind           (StrataSearchResult *self);
const char              *strata_search_result_get_object         (StrataSearchResult *self);
const char              *strata_search_result_get_language       (StrataSearchResult *self);
const char              *strata_search_result_get_title          (StrataSearchResult *self);
const StrataSearchRange *strata_search_result_get_title_ranges   (StrataSearchResult *self,
                                                                  gsize              *n);
const char              *strata_search_result_get_context        (StrataSearchResult *self);
const char              *strata_search_result_get_snippet        (StrataSearchResult *self);
const StrataSearchRange *strata_search_result_get_snippet_ranges (StrataSearchResult *self,
                                                                  gsize              *n);
gboolean                 strata_search_result_get_partial        (StrataSearchResult *self);
const char              *strata_search_result_get_place          (StrataSearchResult *self);
const char              *strata_search_result_get_match          (StrataSearchResult *self);

G_END_DECLS
