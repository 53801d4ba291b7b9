#pragma once

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
  int             focus;      /* index in @links, -1 for none */
  guint           text_size;  /* in percent of the usual */
  guint           font_serial;
  guint           resize_source;
  int             measured;   /* height of the text when it was last asked for */
  GArray         *found;      /* StrataRange, in characters */
  guint           found_at;   /* index in @found of the one that is shown */

  /* How far the text has been filled in. */
  const char     *next_text;
  guint           n_blocks;
  guint           n_spans;
  guint           fill_source;
};

void     _strata_lesson_view_tag_grid             (StrataLessonView  *self,
                                                   const StrataBlock *block);
void     _strata_lesson_view_start_filling        (StrataLessonView *self);
void     _strata_lesson_view_stop_filling         (StrataLessonView *self);

void     _strata_lesson_view_add_link_controllers (StrataLessonView *self);
gboolean _strata_lesson_view_focus                (GtkWidget        *widget,
                                                   GtkDirectionType  direction);

G_END_DECLS
