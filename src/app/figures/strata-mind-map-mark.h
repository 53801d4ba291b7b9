#pragma once

#include "strata-figure-mark.h"

G_BEGIN_DECLS

#define STRATA_TYPE_MIND_MAP_MARK (strata_mind_map_mark_get_type ())

/**
 * StrataMindMapMark:
 *
 * A leaf of a mind map: the row's name in a box.
 */
G_DECLARE_FINAL_TYPE (StrataMindMapMark, strata_mind_map_mark, STRATA, MIND_MAP_MARK, StrataFigureMark)

GtkWidget *strata_mind_map_mark_new       (guint              tone,
                                           guint              n_tones);
void       strata_mind_map_mark_set_label (StrataMindMapMark *self,
                                           PangoLayout       *label);

G_END_DECLS
