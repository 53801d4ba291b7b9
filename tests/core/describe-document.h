#pragma once

#include "document/strata-document.h"

char *describe_document (const char *markdown,
                         gssize      length);
void  check_document    (const StrataDocument *document);
