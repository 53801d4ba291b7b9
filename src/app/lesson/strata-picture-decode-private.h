#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "picture/strata-picture-header.h"

G_BEGIN_DECLS

cairo_surface_t *_strata_picture_surface_new (int                        width,
                                              int                        height,
                                              GError                   **error);
cairo_surface_t *_strata_picture_decode      (GBytes                    *bytes,
                                              const StrataPictureHeader *header,
                                              int                        width,
                                              int                        height,
                                              GError                   **error);

G_END_DECLS
