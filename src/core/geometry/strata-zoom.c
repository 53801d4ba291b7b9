#include "strata-zoom.h"

/* Of the fitted scale, and of the picture's own: whichever is more. */
#define MAX_OF_FIT 16
#define MAX_SCALE 8

static double
fitted_scale (const StrataZoom *self)
{
  double scale = MIN (self->view_width / self->width, self->view_height / self->height);

  return CLAMP (scale, 1e-6, self->max_fit);
}

/* Where the middle may lie so that no side of the view is empty for nothing. */
static double
clamp_middle (double middle,
              double length,
              double seen)
{
  return seen >= length ? length / 2 : CLAMP (middle, seen / 2, length - seen / 2);
}

static void
settle (StrataZoom *self)
{
  double fit = fitted_scale (self);
  double scale;

  if (self->scale <= fit * 1.001)
    self->scale = 0;
  self->scale = MIN (self->scale, MAX (MAX_SCALE, fit * MAX_OF_FIT));
  scale = strata_zoom_get_scale (self);
  self->x = clamp_middle (self->x, self->width, self->view_width / scale);
  self->y = clamp_middle (self->y, self->height, self->view_height / scale);
}

/**
 * strata_zoom_get_scale:
 * @self: how a picture is looked at
 *
 * Returns: view pixels per pixel of the picture
 */
double
strata_zoom_get_scale (const StrataZoom *self)
{
  return self->scale > 0 ? self->scale : fitted_scale (self);
}

/**
 * strata_zoom_get_place:
 * @self: how a picture is looked at
 * @x: (out): left edge of the whole picture, in the view's pixels
 * @y: (out): its upper edge
 * @width: (out): its width there
 * @height: (out): its height there
 */
void
strata_zoom_get_place (const StrataZoom *self,
                       double           *x,
                       double           *y,
                       double           *width,
                       double           *height)
{
  double scale = strata_zoom_get_scale (self);

  *width = self->width * scale;
  *height = self->height * scale;
  *x = self->view_width / 2 - self->x * scale;
  *y = self->view_height / 2 - self->y * scale;
}

/**
 * strata_zoom_set_view:
 * @self: how a picture is looked at
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 *
 * What is in the middle stays there.
 */
void
strata_zoom_set_view (StrataZoom *self,
                      double      width,
                      double      height)
{
  self->view_width = MAX (width, 1);
  self->view_height = MAX (height, 1);
  settle (self);
}

/**
 * strata_zoom_by:
 * @self: how a picture is looked at
 * @factor: more than 1 for larger
 * @x: the point of the view that stays where it is
 * @y: likewise
 */
void
strata_zoom_by (StrataZoom *self,
                double      factor,
                double      x,
                double      y)
{
  double scale = strata_zoom_get_scale (self);
  double from_x = x - self->view_width / 2, from_y = y - self->view_height / 2;
  double at_x = self->x + from_x / scale, at_y = self->y + from_y / scale;
  double fit = fitted_scale (self);

  self->scale = CLAMP (scale * factor, fit, MAX (MAX_SCALE, fit * MAX_OF_FIT));
  self->x = at_x - from_x / self->scale;
  self->y = at_y - from_y / self->scale;
  settle (self);
}

/**
 * strata_zoom_move:
 * @self: how a picture is looked at
 * @dx: how far the picture goes to the right, in the view's pixels
 * @dy: how far it goes down
 *
 * Returns: whether it could move at all
 */
gboolean
strata_zoom_move (StrataZoom *self,
                  double      dx,
                  double      dy)
{
  double scale = strata_zoom_get_scale (self);
  double x = self->x, y = self->y;

  self->x -= dx / scale;
  self->y -= dy / scale;
  settle (self);
  return self->x != x || self->y != y;
}

/**
 * strata_zoom_fit:
 * @self: how a picture is looked at
 *
 * Shows the whole picture.
 */
void
strata_zoom_fit (StrataZoom *self)
{
  self->scale = 0;
  settle (self);
}
