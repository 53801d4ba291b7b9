#pragma once

#include "course/strata-course.h"
#include "strata-search-error.h"
#include "strata-search-result.h"

G_BEGIN_DECLS

#define STRATA_TYPE_SEARCH_INDEX (strata_search_index_get_type ())

/**
 * StrataSearchIndex:
 *
 * All that can be found in a course, in a file that can be thrown away. May be
 * used from any thread; queries wait for each other.
 */
G_DECLARE_FINAL_TYPE (StrataSearchIndex, strata_search_index, STRATA, SEARCH_INDEX, GObject)

char              *strata_search_index_dup_path (StrataCourse       *course,
                                                 const char         *folder);
StrataSearchIndex *strata_search_index_open     (StrataCourse       *course,
                                                 const char         *path,
                                                 GCancellable       *cancellable,
                                                 GError            **error);
GListModel        *strata_search_index_query    (StrataSearchIndex  *self,
                                                 const char         *query,
                                                 const char *const  *languages,
                                                 guint               limit,
                                                 GCancellable       *cancellable,
                                                 GError            **error);

G_END_DECLS
