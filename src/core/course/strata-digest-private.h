#pragma once

#include <glib.h>

G_BEGIN_DECLS

void _strata_checksum_add (GChecksum  *checksum,
                           const char *name,
                           const char *bytes,
                           gsize       length);

G_END_DECLS
