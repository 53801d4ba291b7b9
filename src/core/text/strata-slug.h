#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *strata_slugs_new (void);
char       *strata_slug_dup  (GHashTable *slugs,
                              const char *heading);

G_END_DECLS
