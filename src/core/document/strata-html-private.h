#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean _strata_html_is_break (const char *tag);
char    *_strata_html_dup_text (const char *html);

G_END_DECLS
