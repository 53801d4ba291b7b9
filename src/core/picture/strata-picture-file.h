#pragma once

#include <gio/gio.h>

#include "strata-picture-header.h"

G_BEGIN_DECLS

/* In bytes: a larger file is no picture of a lesson. */
#define STRATA_PICTURE_MAX_LENGTH (64 * 1024 * 1024)

GBytes  *strata_picture_file_read        (const char           *path,
                                          gsize                 at_most,
                                          GError              **error);
GBytes  *strata_picture_file_read_all    (const char           *path,
                                          GError              **error);
gboolean strata_picture_file_read_header (const char           *path,
                                          StrataPictureHeader  *header);
char    *strata_picture_file_find        (const char           *target,
                                          const char           *lesson,
                                          const char           *folder);

G_END_DECLS
