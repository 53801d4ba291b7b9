/* Circles step aside for each other, within their year. */
#include "strata-bubbles-private.h"

#include <math.h>
#include <stdlib.h>

#define SHRINK 0.86
#define APART 1.0           /* pixels that a centre is clear of another's rim */
#define SLACK 1e-6
#define MOST_STEPS 400      /* up and down */

/* What is tried, in this order, until all circles have a place: radii, as shares
 * of the planned ones; how close circles may come, of the distance at which they
 * touch; whether they step up and down. */
typedef struct
{
  double   largest;
  double   least;
  double   close;
  gboolean upwards;
  gboolean anyhow;      /* in the end, also where there is no room */
} Attempt;

typedef struct
{
  double from;
  double to;
} Span;

typedef struct
{
  const StrataBubblesPlan *plan;
  double                   aside;         /* that they may step */
  StrataBubble           **order;         /* largest first */
  guint                    n;
  StrataBubble           **near;          /* those placed that may be in the way */
  guint                    n_near;
  Span                    *spans;         /* scratch */
} Swarm;

static double
distance (const StrataBubble *one,
          const StrataBubble *other,
          double              close)
{
  return MAX (close * (one->radius + other->radius), MAX (one->radius, other->radius) + APART);
}

static void
find_near (Swarm              *swarm,
           const StrataBubble *bubble,
           guint               n_placed)
{
  swarm->n_near = 0;
  for (guint i = 0; i < n_placed; i++)
    if (fabs (swarm->order[i]->y - bubble->y) < distance (bubble, swarm->order[i], 1))
      swarm->near[swarm->n_near++] = swarm->order[i];
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const Span *one = a, *other = b;

  return one->from < other->from ? -1 : one->from > other->from;
}

/* Where those nearby leave no room at the bubble's height, joined where they
 * overlap; returns how many. */
static guint
find_spans (Swarm              *swarm,
            const StrataBubble *bubble,
            double              close)
{
  guint n = 0, joined = 0;

  for (guint i = 0; i < swarm->n_near; i++)
    {
      double far = distance (bubble, swarm->near[i], close), down = swarm->near[i]->y - bubble->y;
      double across = far > fabs (down) ? sqrt (far * far - down * down) : 0;

      if (across > 0)
        swarm->spans[n++] = (Span){ swarm->near[i]->x - across, swarm->near[i]->x + across };
    }
  qsort (swarm->spans, n, sizeof *swarm->spans, compare_starts);
  for (guint i = 0; i < n; i++)
    if (joined > 0 && swarm->spans[i].from < swarm->spans[joined - 1].to - SLACK)
      swarm->spans[joined - 1].to = MAX (swarm->spans[joined - 1].to, swarm->spans[i].to);
    else
      swarm->spans[joined++] = swarm->spans[i];
  return joined;
}

/* Moves it aside the least that frees it, if that is possible in its year. */
static gboolean
step_aside (Swarm        *swarm,
            StrataBubble *bubble,
            double        close)
{
  const StrataBubblesPlan *plan = swarm->plan;
  double reach = bubble->radius * STRATA_BUBBLE_REACH;
  double middle = strata_bubbles_year_x (plan, bubble->year);
  double left = CLAMP (middle - swarm->aside, plan->left + reach, plan->right - reach);
  double right = CLAMP (middle + swarm->aside, plan->left + reach, plan->right - reach);
  double at = CLAMP (middle, left, right);
  guint n = find_spans (swarm, bubble, close);

  bubble->x = at;
  for (guint i = 0; i < n; i++)
    {
      const Span *span = &swarm->spans[i];

      if (at <= span->from || at >= span->to)
        continue;
      if (span->from < left && span->to > right)
        return FALSE;
      bubble->x = span->to > right || (span->from >= left && at - span->from <= span->to - at)
                      ? span->from : span->to;
      return TRUE;
    }
  return TRUE;
}

static gboolean
step_up_or_down (Swarm        *swarm,
                 StrataBubble *bubble,
                 guint         n_placed)
{
  const StrataBubblesPlan *plan = swarm->plan;
  double reach = bubble->radius * STRATA_BUBBLE_REACH, at = bubble->y;

  for (int i = 1; i <= MOST_STEPS; i++)
    for (int side = -1; side <= 1; side += 2)
      {
        bubble->y = at + side * i * (bubble->radius + APART) * 0.87;     /* as densest */
        if (bubble->y < plan->top + reach || bubble->y > plan->foot - reach)
          continue;
        find_near (swarm, bubble, n_placed);
        if (step_aside (swarm, bubble, 0))
          return TRUE;
      }
  bubble->y = at;
  return FALSE;
}

static gboolean
place (Swarm         *swarm,
       const Attempt *attempt,
       guint          i)
{
  StrataBubble *bubble = swarm->order[i];

  bubble->y = strata_bubbles_value_y (swarm->plan, bubble->value);
  bubble->radius = strata_bubbles_radius (swarm->plan, bubble->size);
  find_near (swarm, bubble, i);
  for (double close = 1; close >= attempt->close; close -= 0.1)
    if (step_aside (swarm, bubble, close))
      return TRUE;
  if (attempt->close <= 0 && step_aside (swarm, bubble, 0))
    return TRUE;
  return attempt->upwards && step_up_or_down (swarm, bubble, i);
}

static gboolean
try (Swarm             *swarm,
     StrataBubblesPlan *plan,
     const Attempt     *attempt,
     double             largest,
     double             least)
{
  plan->least_radius = MAX (0.5, least * attempt->least);
  plan->largest_radius = MAX (plan->least_radius, largest * attempt->largest);
  for (guint i = 0; i < swarm->n; i++)
    if (!place (swarm, attempt, i) && !attempt->anyhow)
      return FALSE;
  return TRUE;
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const StrataBubble *one = *(StrataBubble *const *) a, *other = *(StrataBubble *const *) b;
  double left = isnan (one->size) ? 0 : one->size, right = isnan (other->size) ? 0 : other->size;

  if (left != right)
    return left > right ? -1 : 1;
  return one < other ? -1 : one > other;      /* as they come */
}

/* Gives the circles that have a value their places, and the plan the radii that
 * make it possible. */
void
_strata_bubbles_swarm (StrataBubblesPlan *plan,
                       StrataBubble      *bubbles,
                       guint              n_bubbles)
{
  g_autofree StrataBubble **order = g_new (StrataBubble *, n_bubbles + 1);
  g_autofree StrataBubble **near = g_new (StrataBubble *, n_bubbles + 1);
  g_autofree Span *spans = g_new (Span, n_bubbles + 1);
  Swarm swarm = { plan, plan->band / 2, order, 0, near, 0, spans };
  double largest = plan->largest_radius, least = plan->least_radius, small = least / largest;
  gboolean good = FALSE;

  /* Over centuries, a year is narrower than anything that can be seen. */
  if (plan->band < 1.5 * least)
    swarm.aside = 4 * least;
  for (guint i = 0; i < n_bubbles; i++)
    if (!isnan (bubbles[i].value))
      order[swarm.n++] = &bubbles[i];
  qsort (order, swarm.n, sizeof *order, compare_sizes);
  /* Close, but apart; then over each other's rims. */
  for (double share = 1; !good && share > MAX (0.6, small); share *= SHRINK)
    good = try (&swarm, plan, &(Attempt){ share, 1, 0.7, FALSE, FALSE }, largest, least);
  for (double share = 0.8; !good && share > small * SHRINK; share *= SHRINK)
    good = try (&swarm, plan, &(Attempt){ share, 1, 0, FALSE, FALSE }, largest, least);
  for (double share = 0.75; !good && share > 0.3; share *= 0.75)
    good = try (&swarm, plan, &(Attempt){ small * share, share, 0, FALSE, FALSE }, largest, least);
  for (double share = 1; !good && share > 0.05; share *= 0.75)
    good = try (&swarm, plan, &(Attempt){ small * share, share, 0, TRUE, share < 0.06 }, largest, least);
}
