#pragma once

#include "strata-document.h"

G_BEGIN_DECLS

struct _StrataDocument
{
  GString *text;
  GArray  *spans;
  GArray  *blocks;
  GArray  *containers;
  GArray  *grids;
  GArray  *cells;
};

G_END_DECLS
