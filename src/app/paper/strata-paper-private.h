/* How the parts of StrataPaper speak with each other. Lengths are points. */
#pragma once

#include "geometry/strata-pages.h"
#include "strata-paper-image.h"
#include "strata-paper.h"

G_BEGIN_DECLS

/* In characters: longer paragraphs are laid out in parts. */
#define STRATA_PAPER_PART 2000
/* Above the first footnote of a page, with its rule. */
#define STRATA_PAPER_NOTE_GAP 14.0

/* Where laying out goes on: @offset in the text of a block, also in bytes, or @row and
 * @part of a table. */
typedef struct
{
  guint block;
  guint offset;
  guint byte;
  guint row;
  guint part;
} StrataPaperCursor;

/* Where an address stands for a link: the number is set at @byte of a layout. */
typedef struct
{
  guint byte;
  guint id;
} StrataPaperMark;

/* Characters of the document that lead to an address on the web. */
typedef struct
{
  guint       start;
  guint       end;
  const char *address;
} StrataPaperLink;

/* A stretch of the document as Pango takes it. */
typedef struct
{
  GString       *text;
  PangoAttrList *attributes;
  GArray        *marks;      /* StrataPaperMark */
  GArray        *links;      /* StrataPaperLink */
  GArray        *bytes;      /* guint: where each character is in @text, and the end */
  guint          start;      /* offset of the first character in the document */
} StrataPaperText;

/* A line of a layout on the strip it belongs to. */
typedef struct
{
  guint            strip;
  PangoLayoutLine *line;
  double           x;
  double           baseline; /* below the strip's top */
} StrataPaperLine;

/* What can be pressed in a PDF. */
typedef struct
{
  guint       strip;
  double      x;
  double      width;
  const char *address;       /* the document's */
} StrataPaperArea;

typedef struct
{
  double         above;
  double         height;
  double         head;
  StrataPageKeep keep;
  GArray        *notes;      /* (nullable): guint, the ids of its footnotes */
} StrataPaperStrip;

/* What is laid out at once: a part of a paragraph, a row of a table. It is strips
 * below each other, the least that a page can begin with. */
typedef struct
{
  const StrataBlock *block;
  guint              position; /* of @block */
  gboolean           begins;   /* its block */
  gboolean           ends;     /* its block, or its row */
  gboolean           is_head;  /* of a table */
  double             left;     /* of the block, from the edge of the column */
  double             width;    /* of a table: of all its columns */
  double             scale;    /* what is too wide is drawn smaller */
  GArray            *strips;   /* StrataPaperStrip */
  GPtrArray         *layouts;  /* what @lines are of: a line alone draws no shapes */
  GArray            *lines;    /* StrataPaperLine */
  GArray            *areas;    /* StrataPaperArea */
} StrataPaperPiece;

/* The columns of the table that was laid out last. */
typedef struct
{
  guint    block;
  double  *widths;
  guint    n_columns;
  double   width;
  double   scale;
  double   head;            /* height of its row of heads */
  gboolean fits;            /* on a page */
} StrataPaperTable;

typedef struct
{
  const char *address;
  double      height;
} StrataPaperNote;

typedef struct
{
  guint             first;  /* strip, counted through the lesson */
  StrataPaperCursor cursor;
} StrataPaperPlace;

struct _StrataPaper
{
  const StrataDocument *document;
  StrataPaperAbout      about;
  StrataPaperSize       size;
  PangoContext         *context;
  PangoFontDescription *font;
  double                pitch;       /* from line to line of plain text, for a font of 1 */
  double                ascent;      /* of a font of 1 */
  double                descent;
  double                left;        /* of the column */
  double                top;
  double                width;
  double                height;      /* of the column, with its footnotes */

  StrataPaperImages    *images;
  StrataPaperTable      table;
  GHashTable           *note_ids;    /* address → its number */
  GArray               *notes;       /* StrataPaperNote; number 1 is the first */

  StrataPaperCursor     cursor;
  StrataPages          *pages;
  GArray               *recent;      /* StrataPaperPlace since the last page began */
  GArray               *starts;      /* StrataPaperPlace of each page */
};

/* The text. */
guint             _strata_paper_first_span   (StrataPaper            *self,
                                              guint                   offset);
StrataPaperText  *_strata_paper_text_new     (StrataPaper            *self,
                                              guint                   start,
                                              guint                   end,
                                              guint                   first_span,
                                              const char             *text,
                                              double                  size,
                                              double                  width,
                                              gboolean                is_code);
void              _strata_paper_text_free    (StrataPaperText        *text);
guint             _strata_paper_number       (StrataPaper            *self,
                                              const char             *address);

/* Layouts. */
PangoLayout      *_strata_paper_layout_new   (StrataPaper            *self,
                                              double                  size,
                                              double                  width);
void              _strata_paper_add_lines    (StrataPaper            *self,
                                              StrataPaperPiece       *piece,
                                              PangoLayout            *layout,
                                              const StrataPaperText  *text,
                                              double                  size,
                                              double                  x,
                                              guint                   n_lines);
guint             _strata_paper_count_lines  (PangoLayout            *layout);

/* Pieces. */
double            _strata_paper_indent       (StrataPaper            *self,
                                              guint                   container);
StrataPaperPiece *_strata_paper_piece_new    (const StrataBlock      *block,
                                              double                  left);
StrataPaperStrip *_strata_paper_piece_strip  (StrataPaperPiece       *piece,
                                              guint                   position);
void              _strata_paper_piece_free   (StrataPaperPiece       *piece);
StrataPaperPiece *_strata_paper_lay_out      (StrataPaper            *self,
                                              StrataPaperCursor      *cursor);
StrataPaperPiece *_strata_paper_lay_out_row  (StrataPaper            *self,
                                              StrataPaperCursor      *cursor);
StrataPaperPiece *_strata_paper_lay_out_head (StrataPaper            *self,
                                              const StrataBlock      *block,
                                              guint                   position);

/* Drawing. */
double            _strata_paper_space        (StrataPaper            *self,
                                              guint                   block);
void              _strata_paper_draw_strip   (StrataPaper            *self,
                                              cairo_t                *cr,
                                              StrataPaperPiece       *piece,
                                              guint                   strip,
                                              double                  y,
                                              gboolean                at_top);
double            _strata_paper_note_height  (StrataPaper            *self,
                                              guint                   id);
void              _strata_paper_draw_notes   (StrataPaper            *self,
                                              cairo_t                *cr,
                                              GArray                 *ids);
void              _strata_paper_draw_edges   (StrataPaper            *self,
                                              cairo_t                *cr,
                                              guint                   page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataPaperPiece, _strata_paper_piece_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataPaperText, _strata_paper_text_free)

G_END_DECLS
