#include "strata-figure-theme.h"

#include <adwaita.h>

/* The ramp's steps that are used: the palest hardly stands out from the ground. */
#define STEPS 8
#define FIRST_STEP 3

static void
init (StrataFigureTheme *self,
      gboolean           dark,
      gboolean           contrast)
{
  self->dark = dark;
  self->paper_only = FALSE;
  self->contrast = contrast;
  /* libadwaita's window background. */
  self->paper = strata_colour_from_hex (dark ? 0x242424 : 0xfafafa);
  self->ink = strata_colour_from_hex (dark ? 0xffffff : contrast ? 0x000000 : 0x2e2a38);
  self->line = strata_colour_from_hex (dark ? 0x8a8693 : 0x85808f);
  if (contrast)
    self->line = self->ink;
  self->ring = strata_colour_from_hex (dark ? 0xb39cff : 0x2a1673);
  self->focus = strata_colour_focus (dark);
}

/**
 * strata_figure_theme_init_screen:
 * @self: (out caller-allocates): a theme
 *
 * What the desktop asks for now.
 */
void
strata_figure_theme_init_screen (StrataFigureTheme *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  init (self, adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager));
}

/**
 * strata_figure_theme_init_paper:
 * @self: (out caller-allocates): a theme
 *
 * What is put on paper: always light, on white.
 */
void
strata_figure_theme_init_paper (StrataFigureTheme *self)
{
  init (self, FALSE, FALSE);
  self->paper_only = TRUE;
  self->paper = strata_colour_from_hex (0xffffff);
}

/**
 * strata_figure_theme_tone:
 * @self: a theme
 * @position: from 0
 * @n_tones: how many there are
 *
 * Returns: one of the tones that tell groups apart, out of the ramp of the map
 */
StrataColour
strata_figure_theme_tone (const StrataFigureTheme *self,
                          guint                    position,
                          guint                    n_tones)
{
  double share = n_tones > 1 ? (double) position / (n_tones - 1) : 0.5;
  guint level = FIRST_STEP + (guint) (share * (STEPS - FIRST_STEP - 1) + 0.5);

  return strata_colour_layer (MIN (level, STEPS), STEPS, self->dark);
}

/**
 * strata_figure_theme_stroke:
 * @self: a theme
 * @tone: a tone
 *
 * Returns: the tone, as far towards the strongest of the ramp as a line in it needs
 *   to be seen, and on towards the ink
 */
StrataColour
strata_figure_theme_stroke (const StrataFigureTheme *self,
                            const StrataColour      *tone)
{
  StrataColour strongest = strata_colour_from_hex (self->dark ? 0xb39cff : 0x6440be);
  StrataColour stroke = self->contrast ? self->ink : *tone;

  for (int tenths = 1; tenths <= 20 && strata_colour_contrast (&stroke, &self->paper) < STRATA_CONTRAST_LINE;
       tenths++)
    stroke = tenths <= 10 ? strata_colour_mix (tone, &strongest, tenths / 10.0)
                          : strata_colour_mix (&strongest, &self->ink, (tenths - 10) / 10.0);
  return stroke;
}
