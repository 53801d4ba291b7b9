#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* The colours of a lesson by theme; the strong ones are for high contrast. */
typedef struct
{
  const char *text;     /* of what is not a label: that of the theme's views */
  const char *link;
  const char *focus;
  const char *code;
  const char *card;
  const char *bar;
  const char *rule;
  const char *found;
  const char *found_here;
} StrataLessonPalette;

const StrataLessonPalette *_strata_lesson_palette        (void);
GdkRGBA                    _strata_lesson_palette_colour (const char *name);

G_END_DECLS
