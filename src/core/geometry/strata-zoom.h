#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataZoom:
 * @width: of the picture, in pixels at scale 1
 * @height: likewise
 * @view_width: of what it is looked at through
 * @view_height: likewise
 * @scale: 0 while the picture is fitted into the view
 * @x: the point of the picture in the middle of the view, at scale 1
 * @y: likewise
 * @max_fit: how much a small picture may be enlarged to fit
 *
 * How a picture is looked at: as a whole, or a part of it larger.
 */
typedef struct
{
  double width;
  double height;
  double view_width;
  double view_height;
  double scale;
  double x;
  double y;
  double max_fit;
} StrataZoom;

double   strata_zoom_get_scale (const StrataZoom *self);
void     strata_zoom_get_place (const StrataZoom *self,
                                double           *x,
                                double           *y,
                                double           *width,
                                double           *height);
void     strata_zoom_set_view  (StrataZoom       *self,
                                double            width,
                                double            height);
void     strata_zoom_by        (StrataZoom       *self,
                                double            factor,
                                double            x,
                                double            y);
gboolean strata_zoom_move      (StrataZoom       *self,
                                double            dx,
                                double            dy);
void     strata_zoom_fit       (StrataZoom       *self);

G_END_DECLS
