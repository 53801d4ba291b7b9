#pragma once

#include <pango/pango.h>

#include "document/strata-document.h"

G_BEGIN_DECLS

/* What is marked in a lesson beside its own styles, in characters of its text. */
typedef struct
{
  const GArray *found;      /* StrataRange, in order */
  guint         found_at;   /* index in @found of the one that is shown */
  guint         link_start; /* the link that has the focus */
  guint         link_end;   /* 0 where none has */
} StrataLessonMarks;

/* A stretch of a lesson as a widget of its own shows it: line breaks are line
 * breaks, and pictures are what stands for them. */
typedef struct
{
  const StrataDocument *document;
  char                 *text;
  guint                 start;    /* offset of its first character in the lesson */
  guint                 length;   /* in characters of the lesson */
  guint                *bytes;    /* where each of them begins in @text, and its end */
} StrataLessonRun;

StrataLessonRun *_strata_lesson_run_new        (const StrataDocument    *document,
                                                guint                    start,
                                                guint                    end,
                                                const char              *text);
void             _strata_lesson_run_free       (StrataLessonRun         *self);
guint            _strata_lesson_run_get_offset (const StrataLessonRun   *self,
                                                guint                    byte);
guint            _strata_lesson_run_first_span (const StrataDocument    *document,
                                                guint                    offset);
PangoAttrList   *_strata_lesson_run_attributes (const StrataLessonRun   *self,
                                                const StrataLessonMarks *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataLessonRun, _strata_lesson_run_free)

G_END_DECLS
