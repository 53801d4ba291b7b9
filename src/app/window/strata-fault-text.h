#pragma once

#include "course/strata-fault.h"

G_BEGIN_DECLS

char *strata_fault_dup_text (StrataFault *fault);

G_END_DECLS
