#pragma once

#include <glib.h>

G_BEGIN_DECLS

void strata_colours_follow (void);

G_END_DECLS
