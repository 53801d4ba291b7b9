#include "strata-map-aside.h"

#include <adwaita.h>
#include <math.h>

#include "widgets/strata-rgba.h"

#define DOT 3               /* radius where the line begins */
#define LINE 1.5
#define HALO 1.5            /* on each side of the line: it crosses light and dark */

/**
 * strata_map_aside_set:
 * @self: an aside
 * @place: in the map's coordinates
 * @node: where the node is in the map
 * @label: (transfer full): what is written
 *
 * Gives a node a label beside the map.
 */
void
strata_map_aside_set (StrataMapAside        *self,
                      const StrataNestAside *place,
                      const GtkAllocation   *node,
                      PangoLayout           *label)
{
  strata_map_aside_clear (self);
  self->place = *place;
  strata_nest_aside_move (&self->place, -node->x, -node->y);
  self->label = label;
}

/**
 * strata_map_aside_clear:
 * @self: an aside
 *
 * The node has no label beside the map.
 */
void
strata_map_aside_clear (StrataMapAside *self)
{
  g_clear_object (&self->label);
}

/**
 * strata_map_aside_contains:
 * @self: an aside
 * @x: in the node's coordinates
 * @y: in the node's coordinates
 *
 * Returns: whether the label is there
 */
gboolean
strata_map_aside_contains (const StrataMapAside *self,
                           double                x,
                           double                y)
{
  int width, height;

  if (self->label == NULL)
    return FALSE;
  pango_layout_get_pixel_size (self->label, &width, &height);
  return x >= self->place.x && x <= self->place.x + width && y >= self->place.y && y <= self->place.y + height;
}

static void
draw_line (const StrataNestAside *place,
           cairo_t               *cr,
           const GdkRGBA         *colour,
           double                 more)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, LINE + 2 * more);
  cairo_move_to (cr, place->from_x, place->from_y);
  cairo_line_to (cr, place->to_x, place->to_y);
  cairo_stroke (cr);
  cairo_arc (cr, place->from_x, place->from_y, DOT + more, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * strata_map_aside_snapshot:
 * @self: an aside
 * @snapshot: in the node's coordinates
 *
 * Draws the label and the line to it, if there is one.
 */
void
strata_map_aside_snapshot (const StrataMapAside *self,
                           GtkSnapshot          *snapshot)
{
  const StrataNestAside *place = &self->place;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  StrataColour ground = strata_colour_ground (dark);
  StrataColour text = strata_colour_text_on (&ground);
  GdkRGBA ink = strata_rgba (&text), paper = strata_rgba (&ground);
  cairo_t *cr;
  double far = DOT + HALO + 1, top, foot;

  if (self->label == NULL)
    return;
  top = MIN (place->from_y, place->to_y) - far;
  foot = MAX (place->from_y, place->to_y) + far;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (place->from_x - far, top,
                                                       place->to_x - place->from_x + 2 * far, foot - top));
  draw_line (place, cr, &paper, HALO);
  draw_line (place, cr, &ink, 0);
  cairo_destroy (cr);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (place->x), round (place->y)));
  gtk_snapshot_append_layout (snapshot, self->label, &ink);
  gtk_snapshot_restore (snapshot);
}
