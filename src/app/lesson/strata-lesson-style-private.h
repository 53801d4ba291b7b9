#pragma once

#include "strata-lesson-view.h"

G_BEGIN_DECLS

/* Pixels, for text of the usual size: in a card around the text, and below a block. */
#define STRATA_LESSON_PADDING 14
#define STRATA_LESSON_GAP 18

void _strata_lesson_tags_add       (GtkTextBuffer    *buffer);
void _strata_lesson_tags_colour    (GtkTextBuffer    *buffer);
void _strata_lesson_tags_apply     (GtkTextBuffer    *buffer,
                                    const char       *tag,
                                    guint             start,
                                    guint             end);
void _strata_lesson_tags_block     (StrataLessonView *self,
                                    guint             position);
void _strata_lesson_tags_card_end  (StrataLessonView *self,
                                    guint             position);
void _strata_lesson_tags_measure   (StrataLessonView *self);
void _strata_lesson_block_space    (StrataLessonView *self,
                                    guint             position,
                                    int              *above,
                                    int              *below);
void _strata_lesson_draw           (StrataLessonView *self,
                                    GtkSnapshot      *snapshot);

G_END_DECLS
