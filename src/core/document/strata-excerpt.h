#pragma once

#include "strata-document.h"

G_BEGIN_DECLS

char *strata_document_dup_plain    (const StrataDocument *self,
                                    guint                 start,
                                    guint                 end);
char *strata_document_dup_markdown (const StrataDocument *self,
                                    guint                 start,
                                    guint                 end);

G_END_DECLS
