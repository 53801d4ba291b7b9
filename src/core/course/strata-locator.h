#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize strata_locate   (const char *json,
                       gsize       length,
                       const char *pointer);
void  strata_position (const char *text,
                       gsize       length,
                       gsize       offset,
                       guint      *line,
                       guint      *column);

G_END_DECLS
