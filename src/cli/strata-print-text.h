#pragma once

#include "document/strata-document.h"

G_BEGIN_DECLS

char *strata_print_text (const StrataDocument *document);

G_END_DECLS
