#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in the source that only moves forward, so that finding the lines of
 * one block after the other costs one walk over the source. */
typedef struct
{
  const char *line;
  int         number;   /* from 1 */
} StrataCursor;

char       *_strata_source_dup  (const char   *markdown,
                                 gssize        length);
const char *_strata_cursor_seek (StrataCursor *self,
                                 int           number);
gsize       _strata_line_length (const char   *line);

G_END_DECLS
