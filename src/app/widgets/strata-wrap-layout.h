#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_WRAP_LAYOUT (strata_wrap_layout_get_type ())

/**
 * StrataWrapLayout:
 *
 * Places children one after another in reading direction, and goes on in a
 * new line where the width ends, as words in a paragraph do.
 */
G_DECLARE_FINAL_TYPE (StrataWrapLayout, strata_wrap_layout, STRATA, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *strata_wrap_layout_new (int spacing);

G_END_DECLS
