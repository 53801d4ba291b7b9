#pragma once

#include "strata-bubbles.h"

G_BEGIN_DECLS

void _strata_bubbles_swarm       (StrataBubblesPlan        *plan,
                                  StrataBubble             *bubbles,
                                  guint                     n_bubbles);
void _strata_bubbles_place_labels (const StrataBubblesPlan *plan,
                                  const StrataBubblesFrame *frame,
                                  StrataBubble             *bubbles,
                                  guint                     n_bubbles,
                                  StrataBubblesLine        *lines,
                                  guint                     n_lines);

G_END_DECLS
