#pragma once

#include <gtk/gtk.h>

#include "document/strata-document.h"

G_BEGIN_DECLS

void _strata_lesson_tags_add    (GtkTextBuffer     *buffer);
void _strata_lesson_tags_colour (GtkTextBuffer     *buffer);
void _strata_lesson_tags_apply  (GtkTextBuffer     *buffer,
                                 const char        *tag,
                                 guint              start,
                                 guint              end);
void _strata_lesson_tags_block  (GtkTextView       *view,
                                 const StrataBlock *block,
                                 gboolean           odd);
void _strata_lesson_tags_measure (GtkTextView      *view,
                                  double            scale);
void _strata_lesson_draw_card   (GtkTextView       *view,
                                 GtkSnapshot       *snapshot,
                                 const StrataBlock *first,
                                 const StrataBlock *last);
void _strata_lesson_draw_rule   (GtkTextView       *view,
                                 GtkSnapshot       *snapshot,
                                 const StrataBlock *block);

G_END_DECLS
