#pragma once

#include "strata-search-result.h"

G_BEGIN_DECLS

struct _StrataSearchResult
{
  GObject           parent_instance;

  StrataSearchKind  kind;
  char             *object;
  char             *language;
  char             *title;
  GArray           *title_ranges;      /* StrataSearchRange */
  char             *context;
  char             *snippet;
  GArray           *snippet_ranges;
  char             *place;
  char             *match;
  gboolean          partial;
};

G_END_DECLS
