#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataLinkKind:
 * @STRATA_LINK_INVALID: nothing that Strata knows how to follow
 * @STRATA_LINK_CONCEPT: `concept:ID`, a lesson
 * @STRATA_LINK_ROW: `row:TABLE/ID`, a row of a table
 * @STRATA_LINK_LAB: `lab:ID`
 * @STRATA_LINK_WEB: http, https or mailto, for the desktop's browser
 * @STRATA_LINK_HEADING: `#heading` of the same lesson
 * @STRATA_LINK_FILE: a relative path
 */
typedef enum
{
  STRATA_LINK_INVALID,
  STRATA_LINK_CONCEPT,
  STRATA_LINK_ROW,
  STRATA_LINK_LAB,
  STRATA_LINK_WEB,
  STRATA_LINK_HEADING,
  STRATA_LINK_FILE,
} StrataLinkKind;

/**
 * StrataLink:
 * @kind: what the link leads to
 * @target: the concept, table or lab id, the address, heading or path
 * @row: (nullable): the row's id, of a row link
 *
 * The parts of a link as it stands in a lesson or on the command line.
 */
typedef struct
{
  StrataLinkKind  kind;
  char           *target;
  char           *row;
} StrataLink;

StrataLink *strata_link_parse (const char *uri);
void        strata_link_free  (StrataLink *self);
char       *strata_link_dup_path (const char  *target,
                                  const char  *from,
                                  char       **anchor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataLink, strata_link_free)

G_END_DECLS
