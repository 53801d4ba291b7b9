#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint strata_shift_offset (const char *before,
                           const char *after,
                           guint       offset);

G_END_DECLS
