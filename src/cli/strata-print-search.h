#pragma once

#include <glib.h>

G_BEGIN_DECLS

int strata_print_search (const char *folder,
                         const char *query,
                         const char *language);

G_END_DECLS
