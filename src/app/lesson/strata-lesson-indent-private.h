#pragma once

#include "document/strata-document.h"
#include "strata-lesson-view.h"

G_BEGIN_DECLS

void  _strata_lesson_indent_reset   (StrataLessonView  *self);
void  _strata_lesson_indent_apply   (StrataLessonView  *self,
                                     guint              position);
void  _strata_lesson_indent_measure (StrataLessonView  *self);
void  _strata_lesson_indent_fit     (StrataLessonView  *self,
                                     int                width);
int   _strata_lesson_indent_get     (StrataLessonView  *self,
                                     guint              container);
guint _strata_lesson_indent_outside (StrataLessonView  *self,
                                     const StrataBlock *block);

G_END_DECLS
