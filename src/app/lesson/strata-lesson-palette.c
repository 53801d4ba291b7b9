#include "strata-lesson-palette-private.h"

#include <adwaita.h>

/* The colours as the theme is now. */
const StrataLessonPalette *
_strata_lesson_palette (void)
{
  static const StrataLessonPalette palettes[2][2] = {
    { { "rgba(0,0,0,0.8)", "#5430a8", "rgba(84,48,168,0.16)", "rgba(0,0,0,0.06)", "rgba(0,0,6,0.05)", "#7d52c8",
        "rgba(0,0,0,0.3)", "rgba(246,211,45,0.45)", "rgba(255,163,72,0.85)" },
      { "#000000", "#36177f", "rgba(84,48,168,0.36)", "rgba(0,0,0,0.12)", "rgba(0,0,6,0.10)", "#36177f",
        "#000000", "rgba(246,211,45,0.8)", "#ffa348" } },
    { { "#ffffff", "#b9a2f5", "rgba(185,162,245,0.28)", "rgba(255,255,255,0.10)", "rgba(255,255,255,0.08)",
        "#8f70dd", "rgba(255,255,255,0.3)", "rgba(229,165,10,0.35)", "rgba(198,70,0,0.9)" },
      { "#ffffff", "#dccfff", "rgba(185,162,245,0.48)", "rgba(255,255,255,0.20)", "rgba(255,255,255,0.16)",
        "#dccfff", "#ffffff", "rgba(229,165,10,0.55)", "#a33a00" } },
  };
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return &palettes[adw_style_manager_get_dark (manager)]
                  [adw_style_manager_get_high_contrast (manager)];
}

/* @name is one of those of a palette. */
GdkRGBA
_strata_lesson_palette_colour (const char *name)
{
  GdkRGBA colour = { 0, 0, 0, 1 };

  gdk_rgba_parse (&colour, name);
  return colour;
}
