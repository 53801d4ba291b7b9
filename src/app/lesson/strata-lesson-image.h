#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_IMAGE (strata_lesson_image_get_type ())

/**
 * StrataLessonImage:
 *
 * A picture of a lesson, never wider than the text. Drawings (SVG) are drawn
 * anew for each size and take their `currentColor` from the theme. Where there
 * is no picture its alternative text stands.
 */
G_DECLARE_FINAL_TYPE (StrataLessonImage, strata_lesson_image, STRATA, LESSON_IMAGE, GtkWidget)

GtkWidget *strata_lesson_image_new       (const char        *path,
                                          const char        *alt);
char      *strata_lesson_image_find      (const char        *target,
                                          const char        *lesson,
                                          const char        *folder);
void       strata_lesson_image_set_width (StrataLessonImage *self,
                                          int                width);
void       strata_lesson_image_set_near  (StrataLessonImage *self,
                                          gboolean           near);
gboolean   strata_lesson_image_get_drawn (StrataLessonImage *self);

G_END_DECLS
