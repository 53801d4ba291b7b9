#pragma once

#include "strata-list-state.h"

G_BEGIN_DECLS

#define STRATA_TYPE_PLACE (strata_place_get_type ())

typedef enum
{
  STRATA_PLACE_CONCEPT,
  STRATA_PLACE_TABLE,
  STRATA_PLACE_FILE,
} StrataPlaceKind;

/**
 * StrataPlace:
 * @kind: a lesson, a table or a file of its own
 * @id: the concept's or table's id, or the absolute path of the file
 * @root: (nullable): of a file, the folder that its images may not leave; %NULL
 *   where that is the folder it lies in
 * @offset: of a text, the offset in characters of the line at the top edge
 * @into: of a text, how much of that line is above the edge, in millionths of its
 *   height; below 0 where there is room above it, above a million where the edge
 *   is in what follows. Where @offset is 0, it counts from the top of the page
 * @list: of a table, how it is looked at; never %NULL
 *
 * Where a reader is: what back and forward go to, what the settings keep, what
 * a link leads to. Written `concept:dl?at=120&into=250000`, `table:challenges?q=bias`
 * or `file:/home/me/notes/week%201.md?at=120`, with `in=` before `at=` for the root.
 */
typedef struct
{
  StrataPlaceKind  kind;
  char            *id;
  char            *root;
  guint            offset;
  int              into;
  StrataListState *list;
} StrataPlace;

GType        strata_place_get_type  (void) G_GNUC_CONST;
StrataPlace *strata_place_new       (StrataPlaceKind    kind,
                                     const char        *id);
StrataPlace *strata_place_copy      (const StrataPlace *self);
StrataPlace *strata_place_new_file  (const char        *path,
                                     const char        *root);
char        *strata_place_dup_root  (const StrataPlace *self);
void         strata_place_free      (StrataPlace       *self);
gboolean     strata_place_equal     (const StrataPlace *self,
                                     const StrataPlace *other);
char        *strata_place_to_string (const StrataPlace *self);
StrataPlace *strata_place_parse     (const char        *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataPlace, strata_place_free)

G_END_DECLS
