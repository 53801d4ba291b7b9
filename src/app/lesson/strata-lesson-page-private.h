#pragma once

#include "document/strata-outline.h"
#include "strata-lesson-page.h"

G_BEGIN_DECLS

/* How much room is left above a heading that is gone to, in millionths of its height. */
#define ROOM_ABOVE 600000

/* The same above what a search has found, which is in the middle of a sentence. */
#define ROOM_ABOVE_FOUND 3000000

struct _StrataLessonPage
{
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkWidget     *breadcrumb;
  GtkWidget     *outline;
  GtkWidget     *mark;
  GtkWidget     *target;
  GtkWidget     *find_bar;
  GtkWidget     *scroller;
  GtkWidget     *column;
  GtkWidget     *notice;
  GtkWidget     *view;
  GtkWidget     *relations;
  GtkWidget     *next_button;

  StrataCourse  *course;
  StrataConcept *concept;       /* NULL where a file of its own is shown */
  char          *path;          /* of the text, NULL if there is none */
  char         **languages;
  StrataLessonPosition *position;
  const StrataOutline  *headings;   /* the outline's, NULL before there is a text */
  guint          text_size;     /* in percent of the usual */
};

GtkWidget *
      _strata_lesson_page_add_reading  (StrataLessonPage *self);
void  _strata_lesson_page_fill_outline (StrataLessonPage *self);
char *_strata_lesson_page_dup_text     (StrataLessonPage *self);
guint _strata_lesson_page_keep_place   (StrataLessonPage *self,
                                        const char       *before,
                                        guint             offset);

G_END_DECLS
