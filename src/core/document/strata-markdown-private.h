#pragma once

#include "strata-builder-private.h"

G_BEGIN_DECLS

void _strata_markdown_read (StrataBuilder *builder,
                            const char    *source);

G_END_DECLS
