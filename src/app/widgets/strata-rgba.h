#pragma once

#include <gdk/gdk.h>

#include "geometry/strata-colour.h"

G_BEGIN_DECLS

GdkRGBA strata_rgba (const StrataColour *colour);

G_END_DECLS
