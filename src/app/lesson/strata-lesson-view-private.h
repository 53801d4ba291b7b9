#pragma once

#include "document/strata-document.h"
#include "strata-lesson-view.h"

G_BEGIN_DECLS

struct _StrataLessonView
{
  GtkTextView     parent_instance;

  StrataDocument *document;
  GPtrArray      *links;      /* const StrataSpan* of @document */
  GPtrArray      *images;     /* StrataLessonImage, owned by the view */
  GtkWidget      *popover;
  int             focus;      /* index in @links, -1 for none */
};

void     _strata_lesson_view_add_link_controllers (StrataLessonView *self);
gboolean _strata_lesson_view_focus                (GtkWidget        *widget,
                                                   GtkDirectionType  direction);

G_END_DECLS
