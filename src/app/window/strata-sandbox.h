#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean strata_sandbox_is_around        (void);
gboolean strata_sandbox_hands_over       (const char *path);
gboolean strata_sandbox_hands_over_alone (const char *path);

G_END_DECLS
