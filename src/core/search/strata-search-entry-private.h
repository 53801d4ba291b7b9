#pragma once

#include "strata-search-result.h"

G_BEGIN_DECLS

/* What the index is made of: one thing that can be found, in one language. */
typedef struct
{
  StrataSearchKind  kind;
  guint             language;   /* position among those of the course */
  char             *object;     /* id of the concept or table */
  char             *part;       /* of a row, its id */
  guint             section;    /* of a lesson, which one, from 0 */
  guint             start;      /* of a lesson, where the section's heading begins, in characters */
  guint             offset;     /* and where @text does */
  char             *title;
  char             *among;      /* what it shares with others: its lesson, choices, years */
  char             *text;       /* as the reader has it */
} StrataSearchEntry;

void  _strata_search_entry_free      (StrataSearchEntry       *self);
char *_strata_search_entry_dup_place (const StrataSearchEntry *self,
                                      guint                    offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataSearchEntry, _strata_search_entry_free)

G_END_DECLS
