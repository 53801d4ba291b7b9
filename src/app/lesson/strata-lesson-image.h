#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_LESSON_IMAGE (strata_lesson_image_get_type ())

/**
 * StrataLessonImage:
 *
 * A picture of a lesson, never wider than the text. It is decoded in a thread
 * while it is near, as large as it is shown; drawings (SVG) take their
 * `currentColor` from the theme. A click or Enter enlarges it. Where there is no
 * picture its alternative text stands, and for one on the web a link, for
 * nothing is fetched.
 */
G_DECLARE_FINAL_TYPE (StrataLessonImage, strata_lesson_image, STRATA, LESSON_IMAGE, GtkWidget)

GtkWidget  *strata_lesson_image_new           (const char        *path,
                                               const char        *address,
                                               const char        *alt,
                                               guint              width);
void        strata_lesson_image_set_width     (StrataLessonImage *self,
                                               int                width);
void        strata_lesson_image_set_near      (StrataLessonImage *self,
                                               gboolean           near);
void        strata_lesson_image_set_in_link   (StrataLessonImage *self);
gboolean    strata_lesson_image_get_drawn     (StrataLessonImage *self);
gboolean    strata_lesson_image_get_shown     (StrataLessonImage *self);
GdkTexture *strata_lesson_image_get_texture   (StrataLessonImage *self);

G_END_DECLS
