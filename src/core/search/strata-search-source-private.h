#pragma once

#include "course/strata-course.h"
#include "strata-search-entry-private.h"

G_BEGIN_DECLS

/* FALSE, with @error set, ends it. */
typedef gboolean (*StrataSearchEntryFunc) (const StrataSearchEntry  *entry,
                                           gpointer                  data,
                                           GError                  **error);

char    *_strata_search_dup_context (StrataCourse           *course,
                                     StrataSearchKind        kind,
                                     const char             *object,
                                     const char *const      *languages);
gboolean _strata_search_source_read (StrataCourse           *course,
                                     StrataSearchEntryFunc   func,
                                     gpointer                data,
                                     GCancellable           *cancellable,
                                     GError                **error);

G_END_DECLS
