#pragma once

#include <gtk/gtk.h>

#include "widgets/strata-rgba.h"

G_BEGIN_DECLS

/**
 * StrataFigureTheme:
 * @dark: whether the ground is dark
 * @contrast: whether high contrast is asked for
 * @paper_only: whether it is for paper, where nothing is open or has the keyboard
 * @paper: the ground
 * @ink: of text on it
 * @line: of axes and whatever else is quiet, still seen
 * @ring: around what is open
 * @focus: around what has the keyboard
 *
 * What figures are painted with.
 */
typedef struct
{
  gboolean     dark;
  gboolean     contrast;
  gboolean     paper_only;
  StrataColour paper;
  StrataColour ink;
  StrataColour line;
  StrataColour ring;
  StrataColour focus;
} StrataFigureTheme;

void         strata_figure_theme_init_screen (StrataFigureTheme       *self);
void         strata_figure_theme_init_paper  (StrataFigureTheme       *self);
StrataColour strata_figure_theme_tone        (const StrataFigureTheme *self,
                                              guint                    position,
                                              guint                    n_tones);
StrataColour strata_figure_theme_stroke      (const StrataFigureTheme *self,
                                              const StrataColour      *tone);

G_END_DECLS
