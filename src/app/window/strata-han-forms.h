#pragma once

#include <glib.h>

G_BEGIN_DECLS

void strata_han_forms_follow (const char *const *languages);

G_END_DECLS
