#pragma once

#include <gtk/gtk.h>

#include "picture/strata-pixels.h"

G_BEGIN_DECLS

/**
 * StrataPictureSheet:
 * @width: of the whole picture, in device pixels
 * @height: of the whole picture, in device pixels
 * @part: of a drawing, what of it to draw; all of it while @part is empty
 * @dark: whether a drawing's `currentColor` is for a dark page
 *
 * How large a picture is wanted. A photograph comes whole, and no larger than it is.
 */
typedef struct
{
  int          width;
  int          height;
  GdkRectangle part;
  gboolean     dark;
} StrataPictureSheet;

void        strata_picture_task_start  (const char               *path,
                                        const StrataPictureSheet *sheet,
                                        GCancellable             *cancellable,
                                        GAsyncReadyCallback       callback,
                                        gpointer                  data);
GdkTexture *strata_picture_task_finish (GAsyncResult             *result,
                                        StrataTone               *tone,
                                        GError                  **error);

G_END_DECLS
