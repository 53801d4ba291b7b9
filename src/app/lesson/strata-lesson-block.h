#pragma once

#include <gtk/gtk.h>

#include "strata-lesson-run-private.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_BLOCK (strata_lesson_block_get_type ())

/**
 * StrataLessonBlock:
 *
 * A block of a lesson that is a widget of its own in the text: code, a table, a
 * summary. It is as wide as it is told and as high as its child then needs.
 */
G_DECLARE_DERIVABLE_TYPE (StrataLessonBlock, strata_lesson_block, STRATA, LESSON_BLOCK, GtkWidget)

/**
 * StrataLessonBlockClass:
 * @resize: gets ready for another width
 * @mark: shows the marks, which have changed
 * @locate: where a character of the lesson stands
 * @offset_at: which character of the lesson stands at a point, -1 for none
 * @take_focus: takes the keyboard focus, for a link in it or itself, and whether
 *   it did
 *
 * Offsets count characters of the lesson, points are in pixels of the widget.
 */
struct _StrataLessonBlockClass
{
  GtkWidgetClass parent_class;

  void     (*resize)     (StrataLessonBlock *self,
                          int                width);
  void     (*mark)       (StrataLessonBlock *self);
  gboolean (*locate)     (StrataLessonBlock *self,
                          guint              offset,
                          graphene_rect_t   *where);
  int      (*offset_at)  (StrataLessonBlock *self,
                          double             x,
                          double             y);
  gboolean (*take_focus) (StrataLessonBlock *self,
                          guint              offset,
                          gboolean           is_link);
};

void     strata_lesson_block_set_up        (StrataLessonBlock       *self,
                                            GtkWidget               *child,
                                            GtkWidget               *scroller,
                                            const StrataLessonMarks *marks);
const StrataLessonMarks *
         strata_lesson_block_get_marks     (StrataLessonBlock       *self);
void     strata_lesson_block_set_width     (StrataLessonBlock       *self,
                                            int                      width);
void     strata_lesson_block_mark          (StrataLessonBlock       *self);
gboolean strata_lesson_block_locate        (StrataLessonBlock       *self,
                                            guint                    offset,
                                            graphene_rect_t         *where);
int      strata_lesson_block_get_offset_at (StrataLessonBlock       *self,
                                            double                   x,
                                            double                   y);
gboolean strata_lesson_block_take_focus    (StrataLessonBlock       *self,
                                            guint                    offset,
                                            gboolean                 is_link);
void     strata_lesson_block_reveal        (StrataLessonBlock       *self,
                                            guint                    offset);
gboolean strata_lesson_block_is_moved      (StrataLessonBlock       *self);
gboolean strata_lesson_block_scroll        (StrataLessonBlock       *self,
                                            int                      step);

G_END_DECLS
