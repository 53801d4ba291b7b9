#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void strata_language_menu_fill (GMenu             *menu,
                                const char *const *languages);

G_END_DECLS
