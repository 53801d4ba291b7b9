#pragma once

#include "strata-document-private.h"

G_BEGIN_DECLS

#define STRATA_LINE_SEPARATOR "\xe2\x80\xa8"

/* What the next block lies in. */
typedef struct
{
  guint       container;
  guint       depth;
  guint       list;
  guint       quote;
  guint       quote_id;
  gboolean    tight;
  StrataAlign align;
} StrataContext;

/* A list or a container that has begun. @tag is that of HTML, 0 for one of
 * Markdown: a closing tag ends nothing of Markdown, nor what is around that. */
typedef struct
{
  int           tag;
  guint         container;
  StrataContext around;
  gboolean      is_list;
  guint         list;
  gboolean      ordered;
  gboolean      tight;
  guint         number;       /* of the next item */
} StrataFrame;

/* A span that has begun. */
typedef struct
{
  int   tag;
  guint position;
} StrataOpenSpan;

typedef enum
{
  STRATA_GAP_NONE,
  STRATA_GAP_SPACE,
  STRATA_GAP_BREAK,
} StrataGap;

/* Writes a document from its start to its end. */
typedef struct
{
  StrataDocument *document;
  guint           length;     /* of the text, in characters */
  StrataContext   context;
  GArray         *frames;     /* StrataFrame */
  guint           n_lists;
  guint           n_quotes;
  GString        *marker;     /* bullets and numbers for the next block */
  gboolean        in_block;
  StrataBlock     block;
  guint           content;    /* where the words of the block or cell begin */
  GArray         *open;       /* StrataOpenSpan of Markdown */
  GArray         *html_open;  /* StrataOpenSpan of HTML */
  guint           first_span; /* of the block */
  StrataGap       gap;        /* before the next words, if there are any in front */
  guint           n_breaks;   /* the same, asked for by <br> */
  guint           n_html;     /* frames of HTML */
  int             hidden;     /* the tag of what is not shown */
} StrataBuilder;

void         _strata_builder_init       (StrataBuilder       *self,
                                         StrataDocument      *document);
void         _strata_builder_clear      (StrataBuilder       *self);
void         _strata_builder_add_text   (StrataBuilder       *self,
                                         const char          *text,
                                         gssize               length);
void         _strata_builder_add_break  (StrataBuilder       *self);
void         _strata_builder_want_break (StrataBuilder       *self);
void         _strata_builder_add_lines  (StrataBuilder       *self,
                                         const char          *text);
void         _strata_builder_set_gap    (StrataBuilder       *self,
                                         StrataGap            gap);
gunichar     _strata_builder_last       (StrataBuilder       *self);

void         _strata_builder_begin      (StrataBuilder       *self,
                                         StrataBlockKind      kind,
                                         guint                level);
void         _strata_builder_end        (StrataBuilder       *self);
void         _strata_builder_end_unless_empty (StrataBuilder *self);
void         _strata_builder_begin_grid (StrataBuilder       *self,
                                         guint                n_rows,
                                         guint                n_columns);
void         _strata_builder_begin_cell (StrataBuilder       *self,
                                         guint                row,
                                         guint                column,
                                         StrataAlign          align);
void         _strata_builder_end_cell   (StrataBuilder       *self);

StrataSpan  *_strata_builder_open_span  (StrataBuilder       *self,
                                         int                  tag,
                                         StrataSpanKind       kind);
void         _strata_builder_close_span (StrataBuilder       *self,
                                         int                  tag);
StrataSpan  *_strata_builder_add_image  (StrataBuilder       *self);

StrataFrame *_strata_builder_push       (StrataBuilder       *self,
                                         int                  tag);
void         _strata_builder_pop_to     (StrataBuilder       *self,
                                         guint                position);
void         _strata_builder_pop_markdown (StrataBuilder     *self);
void         _strata_builder_push_list  (StrataBuilder       *self,
                                         int                  tag,
                                         gboolean             ordered,
                                         guint                start,
                                         gboolean             tight);
void         _strata_builder_push_item  (StrataBuilder       *self,
                                         int                  tag,
                                         StrataTask           task);
StrataContainer *
             _strata_builder_push_container (StrataBuilder       *self,
                                             int                  tag,
                                             StrataContainerKind  kind);

G_END_DECLS
