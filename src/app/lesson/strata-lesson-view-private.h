#pragma once

#include "strata-lesson-block.h"
#include "glossary/strata-glossary.h"
#include "strata-lesson-view.h"

G_BEGIN_DECLS

struct _StrataLessonView
{
  GtkTextView     parent_instance;

  StrataDocument *document;
  GPtrArray      *links;      /* const StrataSpan* of @document */
  GPtrArray      *images;     /* StrataLessonImage, owned by the view */
  char           *path;       /* of the lesson */
  char           *folder;     /* of the course */
  GtkWidget      *popover;
  GtkWidget      *popover_origin; /* weak: has the focus after @popover */
  GtkWidget      *menu;
  struct
  {
    GtkWidget    *popover;    /* the one that was shown last, NULL for none */
    guint         offset;     /* of a character that stands there */
    GdkRectangle  where;      /* what is pointed to, counted from where that stands */
  } pointing;
  GArray         *stops;      /* what Tab goes through; empty until it does */
  int             focus;      /* index in @stops, -1 for none */
  const StrataSpan *focused;  /* the link that has the focus, NULL for none */
  const StrataSpan *pointed;  /* and the one that the pointer is over */
  int             caret;      /* offset where it was last */
  guint           text_size;  /* in percent of the usual */
  guint           font_serial;
  GArray         *found;      /* StrataRange, in characters */
  StrataLessonMarks marks;    /* of @found and of the link with the focus */

  /* Blocks that are widgets, see strata-lesson-view-blocks.c. */
  GArray         *states;     /* guint8 of each block: StrataBlockState */
  GHashTable     *widgets;    /* position of a block → StrataLessonBlock, owned by the view */
  GHashTable     *firsts;     /* position of a block that is or was one → its first character */
  guint           clear_source; /* until blocks that were are text again */
  int             blocks_width; /* that they were given last, in pixels */
  GArray         *folded;     /* guint8 by id of a container: whether it is folded */
  guint           told_fold;  /* what folds at the caret, as a screen reader was told; 0 for none */
  gboolean        told_expanded; /* and in which state it is */
  guint           make_source;
  struct
  {
    guint         source;
    double        y, end;     /* pixels of the text that are still to be prepared */
    GHashTable   *drawn;      /* gunichar, all that were drawn in the font of @serial */
    guint         serial;
  } ahead;
  guint           look_source;  /* until what is near is told so */
  int             looked_height; /* of the text when that was last done, in pixels */
  guint           reveal_tick;
  guint           reveal_frames;
  guint           reveal_offset;
  GArray         *last_numbers; /* guint, of each list */
  int             indent_room;  /* pixels between the edges; 0 where that is not known */
  int             item_widths[10]; /* by digits of the number; 0 for not measured */

  /* The terms of the glossary. */
  StrataGlossary *glossary;
  StrataConcept  *concept;    /* whose lesson it is */
  char          **languages;
  GArray         *terms;      /* StrataTerm */
  guint           n_terms;    /* of them that are marked */
  int             term_at;    /* the one that was said last, -1 for none */
  GtkWidget      *term_popover;
  guint           term_tick;  /* until the popover can be placed */
  guint           term_frames;  /* that have been waited for it */

  /* How far the text has been filled in. */
  const char     *next_text;
  guint           n_blocks;
  guint           n_spans;
  guint           fill_source;
};

double   _strata_lesson_view_get_scale            (StrataLessonView  *self);
void     _strata_lesson_view_tag_grid             (StrataLessonView  *self,
                                                   const StrataBlock *block);
void     _strata_lesson_view_start_filling        (StrataLessonView  *self);
void     _strata_lesson_view_stop_filling         (StrataLessonView  *self);

guint    _strata_lesson_view_block_at             (StrataLessonView  *self,
                                                   guint              offset);
gboolean _strata_lesson_view_get_seen             (StrataLessonView  *self,
                                                   double             pages,
                                                   guint             *first,
                                                   guint             *last);
void     _strata_lesson_view_reset_blocks         (StrataLessonView  *self);
gboolean _strata_lesson_view_suits                (StrataLessonView  *self,
                                                   guint              position);
StrataLessonBlock *
         _strata_lesson_view_make_block           (StrataLessonView  *self,
                                                   guint              position);
void     _strata_lesson_view_make_near            (StrataLessonView  *self);
void     _strata_lesson_view_take_first           (StrataLessonView  *self,
                                                   guint              position,
                                                   GtkTextIter       *at);
void     _strata_lesson_view_leave_far            (StrataLessonView  *self);
void     _strata_lesson_view_clear_rooms          (StrataLessonView  *self);
void     _strata_lesson_view_prepare_near         (StrataLessonView  *self);
void     _strata_lesson_view_show_near            (StrataLessonView  *self);
void     _strata_lesson_view_size_blocks          (StrataLessonView  *self,
                                                   int                width);
void     _strata_lesson_view_mark_blocks          (StrataLessonView  *self);
void     _strata_lesson_view_locate               (StrataLessonView  *self,
                                                   guint              offset,
                                                   GdkRectangle      *place);
void     _strata_lesson_view_reveal               (StrataLessonView  *self,
                                                   guint              offset);
int      _strata_lesson_view_widget_at            (StrataLessonView  *self,
                                                   guint              offset);
int      _strata_lesson_view_offset_at_point      (StrataLessonView  *self,
                                                   double             x,
                                                   double             y);

guint    _strata_lesson_view_fold_of              (StrataLessonView  *self,
                                                   const StrataBlock *block);
gboolean _strata_lesson_view_is_folded            (StrataLessonView  *self,
                                                   guint              position);
guint    _strata_lesson_view_last_seen            (StrataLessonView  *self,
                                                   guint              position);
guint    _strata_lesson_view_next_seen            (StrataLessonView  *self,
                                                   guint              position);
void     _strata_lesson_view_watch_folds          (StrataLessonView  *self);
void     _strata_lesson_view_reset_folds          (StrataLessonView  *self);
void     _strata_lesson_view_tag_fold             (StrataLessonView  *self,
                                                   guint              position);
gboolean _strata_lesson_view_toggle_at            (StrataLessonView  *self,
                                                   int                offset);
gboolean _strata_lesson_view_toggle_at_caret      (StrataLessonView  *self);
int      _strata_lesson_view_summary_at_y         (StrataLessonView  *self,
                                                   double             y);
gboolean _strata_lesson_view_say_fold             (StrataLessonView  *self,
                                                   int                x,
                                                   int                y,
                                                   gboolean           by_key,
                                                   GtkTooltip        *tooltip);
void     _strata_lesson_view_draw_fold            (StrataLessonView  *self,
                                                   GtkSnapshot       *snapshot,
                                                   const StrataBlock *block,
                                                   int                left);

void     _strata_lesson_view_install_copy         (GtkWidgetClass    *klass);
void     _strata_lesson_view_add_menu             (StrataLessonView  *self);
gboolean _strata_lesson_view_menu_key             (StrataLessonView  *self,
                                                   guint              key,
                                                   GdkModifierType    state);

void     _strata_lesson_view_install_links        (GtkWidgetClass    *klass);
void     _strata_lesson_view_say_focused          (StrataLessonView  *self,
                                                   const StrataSpan  *link);
int      _strata_lesson_view_link_at_point        (StrataLessonView  *self,
                                                   double             x,
                                                   double             y);
int      _strata_lesson_view_link_at_caret        (StrataLessonView  *self);
void     _strata_lesson_view_add_link_controllers (StrataLessonView  *self);
void     _strata_lesson_view_show_address         (GtkWidget         *widget,
                                                   const char        *action,
                                                   GVariant          *parameter);
void     _strata_lesson_view_point_at             (StrataLessonView  *self,
                                                   GtkWidget         *popover,
                                                   const GdkRectangle *where);
void     _strata_lesson_view_place_popover        (StrataLessonView  *self);
void     _strata_lesson_view_keep_pointing        (StrataLessonView  *self);
void     _strata_lesson_view_stop_pointing        (StrataLessonView  *self);
void     _strata_lesson_view_follow_at            (StrataLessonView  *self,
                                                   guint              offset);
GArray * _strata_lesson_view_stops_new            (void);
gboolean _strata_lesson_view_tab                  (StrataLessonView  *self,
                                                   gboolean           back);
void     _strata_lesson_view_tab_from             (StrataLessonView  *self,
                                                   guint              offset);
gboolean _strata_lesson_view_block_key            (StrataLessonView  *self,
                                                   guint              key);
gboolean _strata_lesson_view_focus                (GtkWidget         *widget,
                                                   GtkDirectionType   direction);
void     _strata_lesson_view_find_terms           (StrataLessonView *self);
void     _strata_lesson_view_tag_terms            (StrataLessonView *self,
                                                   guint             end);
void     _strata_lesson_view_add_term_controllers (StrataLessonView *self);

void     _strata_lesson_view_add_link_controllers (StrataLessonView *self);
gboolean _strata_lesson_view_focus                (GtkWidget        *widget,
                                                   GtkDirectionType  direction);

G_END_DECLS
