#pragma once

#include <sqlite3.h>

#include "course/strata-course.h"
#include "strata-search-entry-private.h"

G_BEGIN_DECLS

/* What is known of an entry without asking the database. */
typedef struct
{
  guint8 kind;
  guint8 language;
} StrataSearchShape;

sqlite3  *_strata_search_database_open   (const char    *path,
                                          const char    *hash,
                                          GError       **error);
sqlite3  *_strata_search_database_build  (StrataCourse  *course,
                                          const char    *path,
                                          const char    *hash,
                                          GCancellable  *cancellable,
                                          GError       **error);
GArray   *_strata_search_database_shapes (sqlite3       *database,
                                          GError       **error);
gboolean  _strata_search_database_error  (sqlite3       *database,
                                          int            rc,
                                          GCancellable  *cancellable,
                                          GError       **error);

G_END_DECLS
