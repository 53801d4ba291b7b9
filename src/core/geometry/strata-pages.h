#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataPageKeep:
 * @STRATA_KEEP_NOT: a page may end below the line
 * @STRATA_KEEP_WHOLE: the rows of a table that fits on a page
 * @STRATA_KEEP_LINES: the lines of a paragraph that would stand alone, or of a row
 * @STRATA_KEEP_HEADING: a heading and what follows it
 *
 * How strongly a line stays with the next one. Where a page must end inside what
 * wants to stay together, it ends where this is least.
 */
typedef enum
{
  STRATA_KEEP_NOT,
  STRATA_KEEP_WHOLE,
  STRATA_KEEP_LINES,
  STRATA_KEEP_HEADING,
} StrataPageKeep;

/**
 * StrataPageNote:
 * @id: which footnote
 * @height: how high it is, at the foot of a page
 *
 * A footnote that stands on the page of the line that asks for it, once.
 */
typedef struct
{
  guint  id;
  double height;
} StrataPageNote;

/**
 * StrataPageLine:
 * @above: room above it, but not at the top of a page
 * @height: how high it is
 * @head: how high is what is repeated above it where it begins a page, 0 for nothing
 * @keep: how strongly it stays with the next line
 * @notes: (array length=n_notes) (nullable): its footnotes
 * @n_notes: how many they are
 *
 * What is never broken between pages. Lengths are in any unit.
 */
typedef struct
{
  double                above;
  double                height;
  double                head;
  StrataPageKeep        keep;
  const StrataPageNote *notes;
  guint                 n_notes;
} StrataPageLine;

/**
 * StrataPages:
 *
 * Where pages begin, found line by line: of the lines only those of the last
 * page are kept.
 */
typedef struct _StrataPages StrataPages;

StrataPages *strata_pages_new         (double                height,
                                       double                note_gap);
void         strata_pages_free        (StrataPages          *self);
void         strata_pages_add         (StrataPages          *self,
                                       const StrataPageLine *line);
guint        strata_pages_get_n_lines (const StrataPages    *self);
guint        strata_pages_get_n_pages (const StrataPages    *self);
guint        strata_pages_get_start   (const StrataPages    *self,
                                       guint                 page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataPages, strata_pages_free)

G_END_DECLS
