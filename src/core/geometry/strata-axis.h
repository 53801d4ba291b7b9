#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STRATA_AXIS_MOST_TICKS 24

/**
 * StrataAxis:
 * @low: the value at its beginning
 * @high: the value at its end; above @low
 * @log: whether equal steps along it multiply the value
 * @n_ticks: how many ticks it has
 * @ticks: the values that are written at it, upwards
 *
 * A scale of numbers, and which of them are written at it.
 */
typedef struct
{
  double   low;
  double   high;
  gboolean log;
  guint    n_ticks;
  double   ticks[STRATA_AXIS_MOST_TICKS];
} StrataAxis;

void   strata_axis_init  (StrataAxis       *self,
                          double            low,
                          double            high,
                          gboolean          log,
                          guint             most);
double strata_axis_share (const StrataAxis *self,
                          double            value);
double strata_axis_step  (double            length,
                          guint             most);

G_END_DECLS
