#pragma once

#include "strata-picture-header.h"

G_BEGIN_DECLS

gboolean _strata_picture_read_jpeg (const guint8        *data,
                                    gsize                length,
                                    StrataPictureHeader *header);
gboolean _strata_picture_read_svg  (const guint8        *data,
                                    gsize                length,
                                    StrataPictureHeader *header);

G_END_DECLS
