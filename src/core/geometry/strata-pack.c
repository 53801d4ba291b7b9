#include "strata-pack.h"

#include <math.h>

/* The front: a ring of circles around all that is placed so far. */
typedef struct
{
  StrataCircle *circles;
  guint        *next;
  guint        *previous;
} Front;

/* Puts @c against @b and @a, on the outer side of the line between them. */
static void
touch (const StrataCircle *b,
       const StrataCircle *a,
       StrataCircle       *c)
{
  double dx = b->x - a->x, dy = b->y - a->y, d2 = dx * dx + dy * dy;
  double a2 = (a->r + c->r) * (a->r + c->r), b2 = (b->r + c->r) * (b->r + c->r);
  double along, across;

  if (d2 <= 0)
    {
      c->x = a->x + c->r;
      c->y = a->y;
    }
  else if (a2 > b2)
    {
      along = (d2 + b2 - a2) / (2 * d2);
      across = sqrt (MAX (0, b2 / d2 - along * along));
      c->x = b->x - along * dx - across * dy;
      c->y = b->y - along * dy + across * dx;
    }
  else
    {
      along = (d2 + a2 - b2) / (2 * d2);
      across = sqrt (MAX (0, a2 / d2 - along * along));
      c->x = a->x + along * dx - across * dy;
      c->y = a->y + along * dy + across * dx;
    }
}

static gboolean
overlap (const StrataCircle *a,
         const StrataCircle *b)
{
  double reach = a->r + b->r - 1e-6;
  double dx = b->x - a->x, dy = b->y - a->y;

  return reach > 0 && reach * reach > dx * dx + dy * dy;
}

/* How far the place between @i and its next one is from the middle, squared. */
static double
distance (const Front *front,
          guint        i)
{
  const StrataCircle *a = &front->circles[i], *b = &front->circles[front->next[i]];
  double sum = a->r + b->r;
  double x = (a->x * b->r + b->x * a->r) / sum, y = (a->y * b->r + b->y * a->r) / sum;

  return x * x + y * y;
}

static void
join (Front *front,
      guint  a,
      guint  b)
{
  front->next[a] = b;
  front->previous[b] = a;
}

/* Looks along the front, from both ends of the gap (@a, @b), for a circle that
 * @c would overlap; cuts the front short there. */
static gboolean
obstructed (Front *front,
            guint *a,
            guint *b,
            guint  c)
{
  const StrataCircle *circles = front->circles;
  guint j = front->next[*b], k = front->previous[*a];
  double forward = circles[*b].r, backward = circles[*a].r;

  do
    {
      gboolean ahead = forward <= backward;
      guint *end = ahead ? &j : &k;

      if (overlap (&circles[*end], &circles[c]))
        {
          *(ahead ? b : a) = *end;
          join (front, *a, *b);
          return TRUE;
        }
      *(ahead ? &forward : &backward) += circles[*end].r;
      *end = ahead ? front->next[j] : front->previous[k];
    }
  while (j != front->next[k]);
  return FALSE;
}

/* The front's place that is nearest to the middle. */
static guint
nearest (const Front *front,
         guint        start)
{
  guint best = start;
  double least = distance (front, start);

  for (guint i = front->next[start]; i != start; i = front->next[i])
    {
      double d = distance (front, i);

      if (d < least)
        {
          least = d;
          best = i;
        }
    }
  return best;
}

static void
pack_rest (Front *front,
           guint  n_circles)
{
  guint a = 0, b = 1;

  touch (&front->circles[1], &front->circles[0], &front->circles[2]);
  join (front, 0, 1);
  join (front, 1, 2);
  join (front, 2, 0);
  for (guint c = 3; c < n_circles; c++)
    {
      do
        touch (&front->circles[a], &front->circles[b], &front->circles[c]);
      while (obstructed (front, &a, &b, c));
      join (front, a, c);
      join (front, c, b);
      a = nearest (front, a);
      b = front->next[a];
    }
}

/**
 * strata_pack_siblings:
 * @circles: (array length=n_circles) (inout): radii in, centres out
 * @n_circles: at least 1
 *
 * Packs circles around the origin, in their order, without overlap. The same
 * radii give the same places. After W. Wang, H. Wang, G. Dai and H. Wang,
 * "Visualization of large hierarchical data by circle packing", CHI 2006.
 */
void
strata_pack_siblings (StrataCircle *circles,
                      guint         n_circles)
{
  g_return_if_fail (circles != NULL && n_circles > 0);

  circles[0].x = circles[0].y = 0;
  if (n_circles == 1)
    return;
  circles[0].x = -circles[1].r;
  circles[1].x = circles[0].r;
  circles[1].y = 0;
  if (n_circles > 2)
    {
      g_autofree guint *next = g_new0 (guint, n_circles);
      g_autofree guint *previous = g_new0 (guint, n_circles);
      Front front = { circles, next, previous };

      pack_rest (&front, n_circles);
    }
}

/**
 * strata_pack_enclose:
 * @circles: (array length=n_circles): placed circles
 * @n_circles: at least 1
 *
 * Returns: a circle around them all, at most about 1 % larger than the
 *   smallest. After M. Bădoiu and K. Clarkson, "Smaller core-sets for balls",
 *   SODA 2003: step after step towards the farthest one, less each time.
 */
StrataCircle
strata_pack_enclose (const StrataCircle *circles,
                     guint               n_circles)
{
  StrataCircle result = { 0, 0, 0 };

  g_return_val_if_fail (circles != NULL && n_circles > 0, result);

  result.x = circles[0].x;
  result.y = circles[0].y;
  for (guint step = 1; step <= 300; step++)
    {
      guint farthest = 0;
      double x = result.x, y = result.y, d;

      result.r = 0;
      for (guint i = 0; i < n_circles; i++)
        {
          d = hypot (circles[i].x - x, circles[i].y - y) + circles[i].r;
          if (d > result.r)
            {
              result.r = d;
              farthest = i;
            }
        }
      d = hypot (circles[farthest].x - x, circles[farthest].y - y);
      if (step == 300 || d <= 0)
        break;
      result.x += (circles[farthest].x - x) / d * result.r / (step + 1);
      result.y += (circles[farthest].y - y) / d * result.r / (step + 1);
    }
  return result;
}
