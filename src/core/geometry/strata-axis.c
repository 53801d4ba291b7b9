#include "strata-axis.h"

#include <math.h>

#define MARGIN 1.25         /* a factor beyond the values of a logarithmic axis */
#define SLACK 1e-9

/**
 * strata_axis_step:
 * @length: what the axis spans; above 0
 * @most: how many ticks there may be, at least 1
 *
 * Returns: the distance of ticks: 1, 2 or 5 times a power of ten
 */
double
strata_axis_step (double length,
                  guint  most)
{
  double least = length / MAX (1, most), power, digit;

  if (!(least > 0) || !isfinite (least))
    return 1;
  power = pow (10, floor (log10 (least)));
  digit = least / power;
  return power * (digit <= 1 + SLACK ? 1 : digit <= 2 + SLACK ? 2 : digit <= 5 + SLACK ? 5 : 10);
}

static void
add_tick (StrataAxis *self,
          double      value)
{
  if (self->n_ticks < STRATA_AXIS_MOST_TICKS && value >= self->low * (1 - SLACK)
      && value <= self->high * (1 + SLACK))
    self->ticks[self->n_ticks++] = value;
}

/* One for each power of ten; where only one of them is passed, also two for its
 * multiples. */
static void
add_log_ticks (StrataAxis *self,
               guint       most)
{
  int first = (int) ceil (log10 (self->low) - SLACK), last = (int) floor (log10 (self->high) + SLACK);
  int step = MAX (1, (int) ceil ((last - first + 1) / (double) MAX (1, most)));

  for (int decade = last - first >= 1 ? first : first - 1; decade <= last; decade++)
    {
      double value = pow (10, decade);

      if (last - first >= 1 && (decade - first) % step == 0)
        add_tick (self, value);
      else if (last - first < 1)
        {
          add_tick (self, value);
          add_tick (self, 2 * value);
          add_tick (self, 5 * value);
        }
    }
}

static void
init_linear (StrataAxis *self,
             double      low,
             double      high,
             guint       most)
{
  double step, first;

  if (low > 0 && low < high / 2)
    low = 0;
  if (!(high > low))
    {
      low -= MAX (1, fabs (low) / 4);
      high += MAX (1, fabs (high) / 4);
    }
  step = strata_axis_step (high - low, MAX (1, most - 1));
  first = floor (low / step + SLACK);
  self->low = first * step;
  self->high = ceil (high / step - SLACK) * step;
  for (guint i = 0; i < STRATA_AXIS_MOST_TICKS; i++)
    if ((first + i) * step <= self->high + step / 2)
      self->ticks[self->n_ticks++] = (first + i) * step;
}

/**
 * strata_axis_init:
 * @self: (out caller-allocates): an axis
 * @low: the lowest value; above 0 if @log
 * @high: the highest value; at least @low
 * @log: whether equal steps along it multiply the value
 * @most: how many ticks there should be at most, from 2 on
 *
 * Makes an axis that both values lie on, with round numbers as its ticks. Two
 * equal values stand in its midst.
 */
void
strata_axis_init (StrataAxis *self,
                  double      low,
                  double      high,
                  gboolean    log,
                  guint       most)
{
  g_return_if_fail (self != NULL && (!log || low > 0) && high >= low);

  most = CLAMP (most, 2, STRATA_AXIS_MOST_TICKS - 2);
  self->log = log;
  self->n_ticks = 0;
  if (!log)
    {
      init_linear (self, low, high, most);
      return;
    }
  self->low = low / (high > low ? MARGIN : 2);
  self->high = high * (high > low ? MARGIN : 2);
  add_log_ticks (self, most);
}

/**
 * strata_axis_share:
 * @self: an axis
 * @value: a value on it
 *
 * Returns: how far along it the value is: 0 at its beginning, 1 at its end
 */
double
strata_axis_share (const StrataAxis *self,
                   double            value)
{
  if (self->log)
    return log (value / self->low) / log (self->high / self->low);
  return (value - self->low) / (self->high - self->low);
}
