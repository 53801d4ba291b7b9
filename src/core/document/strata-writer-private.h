#pragma once

#include "strata-document.h"

G_BEGIN_DECLS

/* How words are written. What reads back as something else when it is written
 * plainly is written safely: every mark escaped, styles as tags. */
typedef enum
{
  STRATA_WRITE_PLAINLY,
  STRATA_WRITE_SAFELY,
  STRATA_WRITE_HTML,      /* for inside a block of HTML */
} StrataWriteMode;

/* What stands around a character: 0 where a line begins or the words end. */
typedef struct
{
  gunichar last;
  gunichar next;
  gboolean in_link;
  gboolean in_cell;
} StrataPoint;

/* A stretch of a document's text, inside one block or cell. */
typedef struct
{
  const StrataDocument *document;
  guint                 start;
  guint                 end;
  const char           *text;       /* at @start */
  guint                 first_span; /* the first that may lie in it */
  gboolean              one_line;   /* line breaks are tags */
  gboolean              is_cell;    /* a pipe would end it */
} StrataStretch;

guint     _strata_writer_find_span     (const StrataDocument *document,
                                        guint                 offset);
void      _strata_writer_add_words     (GString              *out,
                                        const StrataStretch  *stretch,
                                        StrataWriteMode       mode);
gboolean  _strata_writer_reads_back    (const char           *markdown,
                                        const StrataStretch  *stretch,
                                        StrataBlockKind       kind);

void      _strata_writer_add_character (GString              *out,
                                        gunichar              c,
                                        const StrataPoint    *point,
                                        StrataWriteMode       mode);
void      _strata_writer_add_code      (GString              *out,
                                        const char           *text,
                                        gsize                 length);
void      _strata_writer_add_attribute (GString              *out,
                                        const char           *name,
                                        const char           *value);
void      _strata_writer_add_target    (GString              *out,
                                        const StrataSpan     *span,
                                        gboolean              in_cell);
void      _strata_writer_add_image     (GString              *out,
                                        const StrataSpan     *span,
                                        StrataWriteMode       mode,
                                        gboolean              in_cell);

void      _strata_writer_add_block     (GString              *out,
                                        const StrataDocument *document,
                                        const StrataBlock    *block,
                                        guint                 start,
                                        guint                 end,
                                        gboolean              in_item);
void      _strata_writer_add_part      (GString              *out,
                                        const StrataDocument *document,
                                        const StrataBlock    *block,
                                        guint                 start,
                                        guint                 end);

G_END_DECLS
