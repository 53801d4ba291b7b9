#pragma once

#include "strata-search-database-private.h"
#include "strata-search-index.h"
#include "strata-search-query-private.h"

G_BEGIN_DECLS

struct _StrataSearchIndex
{
  GObject                parent_instance;

  GMutex                 mutex;         /* of what follows */
  StrataCourse          *course;
  char                  *path;
  char                  *hash;
  sqlite3               *database;
  StrataSearchTokeniser *tokeniser;
  GArray                *shapes;        /* StrataSearchShape */
  sqlite3_stmt          *find;
  sqlite3_stmt          *entry;
  sqlite3_stmt          *section;
};

/* One search. */
typedef struct
{
  StrataSearchIndex *index;
  StrataSearchQuery *query;
  StrataSearchQuery *loose;       /* nullable */
  GPtrArray         *found;       /* StrataSearchFound, best first */
  guint8             order[256];  /* of each language, its place among the reader's */
  guint              reader;      /* the reader's language */
} StrataSearch;

typedef struct
{
  StrataSearchEntry *entry;
  double             score;
  gboolean           loose;       /* only a part of the query stands in it */
} StrataSearchFound;

StrataSearch       *_strata_search_new     (StrataSearchIndex       *index,
                                            const char              *query,
                                            const char *const       *languages);
void                _strata_search_free    (StrataSearch            *self);
int                 _strata_search_find    (StrataSearch            *self);
StrataSearchResult *_strata_search_present (StrataSearch            *self,
                                            const StrataSearchFound *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataSearch, _strata_search_free)

G_END_DECLS
