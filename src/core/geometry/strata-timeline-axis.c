#include "strata-timeline-axis.h"

#include <math.h>

/* The share of an axis that is given out by years; the rest is by events. */
#define BY_YEARS 0.25

/* More years than this are not gone through one by one. */
#define MOST_TICKS 4000

struct _StrataTimelineAxis
{
  guint   n;          /* different years */
  int    *years;      /* ascending */
  double *places;     /* 0 to 1 */
};

/**
 * strata_timeline_axis_new:
 * @years: (array length=n_years): of each event, ascending
 * @n_years: how many events there are, at least 1
 *
 * Spreads years over an axis. A quarter of it is shared out by how long it was
 * from one year with events to the next, the rest by how many events there are
 * around: two centuries with five events do not crowd out ten years with thirty,
 * and years stay in order and evenly apart between two neighbours.
 *
 * Returns: (transfer full): an axis from the first year to the last
 */
StrataTimelineAxis *
strata_timeline_axis_new (const int *years,
                          guint      n_years)
{
  StrataTimelineAxis *self;
  double span, events = 0, last_count = 0;

  g_return_val_if_fail (n_years > 0, NULL);

  self = g_new0 (StrataTimelineAxis, 1);
  self->years = g_new (int, n_years);
  self->places = g_new0 (double, n_years);
  span = (double) years[n_years - 1] - years[0];
  for (guint i = 0, next; i < n_years; i = next)
    {
      double count;

      for (next = i + 1; next < n_years && years[next] == years[i];)
        next++;
      count = next - i;
      self->years[self->n] = years[i];
      if (self->n > 0)
        {
          events += (count + last_count) / 2;
          self->places[self->n] = events;     /* so far, by events only */
        }
      last_count = count;
      self->n++;
    }
  for (guint i = 1; i < self->n; i++)
    self->places[i] = BY_YEARS * ((double) self->years[i] - self->years[0]) / span
                      + (1 - BY_YEARS) * self->places[i] / events;
  if (self->n == 1)
    self->places[0] = 0.5;
  return self;
}

void
strata_timeline_axis_free (StrataTimelineAxis *self)
{
  g_free (self->years);
  g_free (self->places);
  g_free (self);
}

/**
 * strata_timeline_axis_place:
 * @self: an axis
 * @year: a year; one outside the axis is taken as the nearest on it
 *
 * Returns: where it stands, from 0 at the start to 1 at the end
 */
double
strata_timeline_axis_place (const StrataTimelineAxis *self,
                            double                    year)
{
  guint low = 0, high = self->n - 1;

  if (year <= self->years[0])
    return self->places[0];
  if (year >= self->years[high])
    return self->places[high];
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->years[middle] <= year)
        low = middle;
      else
        high = middle;
    }
  return self->places[low]
         + (self->places[high] - self->places[low]) * (year - self->years[low])
               / ((double) self->years[high] - self->years[low]);
}

static gboolean
has_room (GArray *ticks,
          double  place,
          double  room)
{
  for (guint i = 0; i < ticks->len; i++)
    if (fabs (g_array_index (ticks, StrataTimelineTick, i).place - place) < room)
      return FALSE;
  return TRUE;
}

static void
add_tick (const StrataTimelineAxis *self,
          GArray                   *ticks,
          int                       year,
          double                    length,
          double                    room)
{
  StrataTimelineTick tick = { year, strata_timeline_axis_place (self, year) * length };

  if (has_room (ticks, tick.place, room))
    g_array_append_val (ticks, tick);
}

static int
compare_ticks (gconstpointer a,
               gconstpointer b)
{
  const StrataTimelineTick *one = a, *other = b;

  return one->year < other->year ? -1 : one->year > other->year;
}

/**
 * strata_timeline_axis_list_ticks:
 * @self: an axis
 * @length: of the axis, in pixels
 * @room: how far apart two years are at least, in pixels
 *
 * Chooses the years that are named: both ends, then the roundest, then fives
 * and single years where there are events, as long as there is room.
 *
 * Returns: (transfer full) (element-type StrataTimelineTick): in order
 */
GArray *
strata_timeline_axis_list_ticks (const StrataTimelineAxis *self,
                                 double                    length,
                                 double                    room)
{
  static const int steps[] = { 100000, 10000, 1000, 500, 100, 50, 10 };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (StrataTimelineTick));
  int first = self->years[0], last = self->years[self->n - 1];

  add_tick (self, ticks, first, length, room);
  add_tick (self, ticks, last, length, room);
  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    {
      gint64 from = (gint64) ceil ((double) first / steps[s]) * steps[s];

      if (((gint64) last - first) / steps[s] > MOST_TICKS)
        continue;
      for (gint64 year = from; year <= last; year += steps[s])
        add_tick (self, ticks, (int) year, length, room);
    }
  for (guint i = 0; i < self->n; i++)
    add_tick (self, ticks, self->years[i] / 5 * 5, length, room);
  for (guint i = 0; i < self->n; i++)
    add_tick (self, ticks, self->years[i], length, room);
  g_array_sort (ticks, compare_ticks);
  return ticks;
}
