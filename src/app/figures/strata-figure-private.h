#pragma once

#include "strata-figure.h"

G_BEGIN_DECLS

void _strata_figure_install_keys (GtkWidgetClass *widget_class);

G_END_DECLS
