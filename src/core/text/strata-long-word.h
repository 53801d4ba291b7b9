#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean strata_text_has_long_word (const char *text,
                                    guint       limit);

G_END_DECLS
