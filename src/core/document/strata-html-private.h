#pragma once

#include "strata-builder-private.h"

G_BEGIN_DECLS

void _strata_html_read_block  (StrataBuilder *builder,
                               const char    *html);
void _strata_html_read_inline (StrataBuilder *builder,
                               const char    *html);

G_END_DECLS
