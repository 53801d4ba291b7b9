/* Where the circles of a figure stand over the years. */
#include "strata-bubbles-private.h"

#include <math.h>

/* In ems. */
#define TICK_GAP 0.7
#define ROW_GAP 0.5
#define LEAST_PLOT 17
#define MOST_PLOT 32        /* without a frame: one is filled */
#define LEAST_RADIUS 0.3

#define LARGEST_BAND 0.46   /* the largest radius, of a year's band */
#define LARGEST_PLOT 0.075  /* and of width and height */
#define SHAPE 0.38          /* height without a frame, of the width */

/**
 * strata_bubbles_scale:
 * @bubbles: (array length=n_bubbles): what is drawn
 * @n_bubbles: how many
 * @lines: (array length=n_lines): lines across
 * @n_lines: how many
 * @log: whether the axis is logarithmic; then all values are above 0
 * @axis: (out caller-allocates): the axis upwards
 *
 * Finds the axis that all values and lines lie on.
 */
void
strata_bubbles_scale (const StrataBubble      *bubbles,
                      guint                    n_bubbles,
                      const StrataBubblesLine *lines,
                      guint                    n_lines,
                      gboolean                 log,
                      StrataAxis              *axis)
{
  double low = INFINITY, high = -INFINITY;

  for (guint i = 0; i < n_bubbles; i++)
    if (!isnan (bubbles[i].value))
      {
        low = MIN (low, bubbles[i].value);
        high = MAX (high, bubbles[i].value);
      }
  for (guint i = 0; i < n_lines; i++)
    {
      low = MIN (low, lines[i].value);
      high = MAX (high, lines[i].value);
    }
  if (low > high)
    low = high = 1;
  strata_axis_init (axis, low, high, log, 8);
}

/**
 * strata_bubbles_year_x:
 * @plan: where everything is
 * @year: a year; not a number for those without one
 *
 * Returns: the midst of its band
 */
double
strata_bubbles_year_x (const StrataBubblesPlan *plan,
                       double                   year)
{
  double position = isnan (year) ? plan->last - plan->first + 1 : year - plan->first;

  return plan->left + (position + 0.5) * plan->band;
}

/**
 * strata_bubbles_value_y:
 * @plan: where everything is
 * @value: a value on its axis
 *
 * Returns: how far down it is
 */
double
strata_bubbles_value_y (const StrataBubblesPlan *plan,
                        double                   value)
{
  return plan->low - strata_axis_share (&plan->axis, value) * (plan->low - plan->high);
}

/**
 * strata_bubbles_radius:
 * @plan: where everything is
 * @size: a size, or not a number
 *
 * Returns: the radius of a circle whose area stands for it; small ones are drawn
 *   larger than they should be, to be seen
 */
double
strata_bubbles_radius (const StrataBubblesPlan *plan,
                       double                   size)
{
  if (isnan (size) || !(plan->largest > 0))
    return plan->least_radius;
  return MAX (plan->least_radius, plan->largest_radius * sqrt (size / plan->largest));
}

static void
find_years (StrataBubblesPlan  *plan,
            const StrataBubble *bubbles,
            guint               n_bubbles)
{
  plan->first = INFINITY;
  plan->last = -INFINITY;
  plan->has_undated = FALSE;
  plan->largest = 0;
  for (guint i = 0; i < n_bubbles; i++)
    {
      if (isnan (bubbles[i].year))
        plan->has_undated = TRUE;
      else
        {
          plan->first = MIN (plan->first, bubbles[i].year);
          plan->last = MAX (plan->last, bubbles[i].year);
        }
      if (!isnan (bubbles[i].size))
        plan->largest = MAX (plan->largest, bubbles[i].size);
    }
  if (plan->first > plan->last)
    {
      plan->first = 0;
      plan->last = -1;      /* nothing but the band of those without */
    }
}

/* Along: bands, and which years are written. */
static void
plan_years (StrataBubblesPlan        *plan,
            const StrataBubblesFrame *frame)
{
  double n = plan->last - plan->first + 1 + (plan->has_undated ? 1 : 0);
  double most;

  plan->left = frame->tick_width + (TICK_GAP + STRATA_BUBBLES_MARGIN) * frame->em;
  plan->row_left = STRATA_BUBBLES_MARGIN * frame->em;
  plan->right = frame->width - STRATA_BUBBLES_MARGIN * frame->em;
  plan->band = (plan->right - plan->left) / MAX (1, n);
  most = floor ((plan->right - plan->left) / (frame->year_width + frame->em));
  plan->year_step = MAX (1, strata_axis_step (MAX (1, n), (guint) CLAMP (most, 1, 60)));
}

/* All. ---------------------------------------------------------------------------- */

/* All heights, with so much above the plot for lines' labels, and for the row. */
static void
plan_heights (StrataBubblesPlan        *plan,
              const StrataBubblesFrame *frame,
              double                    head,
              double                    row)
{
  double em = frame->em, least = LEAST_PLOT * em, plot;
  double years = frame->year_height + ROW_GAP * em, below = row > 0 ? row + ROW_GAP * em : 0;

  below += years + STRATA_BUBBLES_MARGIN * em + frame->foot;
  plot = frame->height < 0 ? CLAMP (SHAPE * frame->width, least, MOST_PLOT * em)
                           : MAX (least, frame->height - frame->top - head - below);
  plan->head = frame->top;
  plan->top = plan->head + head;
  plan->foot = plan->top + plot;
  plan->row_top = plan->foot + years + ROW_GAP * em;
  plan->row_foot = plan->row_top + row;
  plan->height = plan->foot + below;
  plan->least_radius = LEAST_RADIUS * em;
  plan->largest_radius = MAX (plan->least_radius, MIN (LARGEST_BAND * plan->band,
                                                       LARGEST_PLOT * MIN (plot, plan->right - plan->left)));
}

/* How much of the plot's ends the circles there take. */
static void
plan_values (StrataBubblesPlan        *plan,
             const StrataBubblesFrame *frame,
             const StrataBubble       *bubbles,
             guint                     n_bubbles)
{
  double above = plan->least_radius, below = plan->least_radius;

  for (guint i = 0; i < n_bubbles; i++)
    {
      double radius;

      if (isnan (bubbles[i].value))
        continue;
      radius = strata_bubbles_radius (plan, bubbles[i].size);
      if (strata_axis_share (&plan->axis, bubbles[i].value) >= 0.5)
        above = MAX (above, radius);
      else
        below = MAX (below, radius);
    }
  plan->high = plan->top + MAX (frame->title_room, above * STRATA_BUBBLE_REACH);
  plan->low = plan->foot - below * STRATA_BUBBLE_REACH;
}

/* What stands in the plot; returns whether there is room for the lines' labels. */
static gboolean
place (StrataBubblesPlan        *plan,
       const StrataBubblesFrame *frame,
       StrataBubble             *bubbles,
       guint                     n_bubbles,
       StrataBubblesLine        *lines,
       guint                     n_lines)
{
  plan_values (plan, frame, bubbles, n_bubbles);
  _strata_bubbles_swarm (plan, bubbles, n_bubbles);
  for (guint i = 0; i < n_lines; i++)
    {
      lines[i].y = strata_bubbles_value_y (plan, lines[i].value);
      lines[i].is_apart = FALSE;
    }
  return _strata_bubbles_place_labels (plan, frame, bubbles, n_bubbles, lines, n_lines);
}

/**
 * strata_bubbles_layout:
 * @frame: what they are placed in
 * @axis: of strata_bubbles_scale()
 * @bubbles: (array length=n_bubbles): what is drawn, with measured labels
 * @n_bubbles: how many
 * @lines: (array length=n_lines): lines across, with measured labels
 * @n_lines: how many
 * @plan: (out caller-allocates): where all else is
 *
 * Places everything. A circle stands as high as its value; within the band of
 * its year it steps aside so far that none hides another's centre, and all are
 * made smaller until that is possible. Those that still have no room, as hundreds
 * of one year with the same value, step up and down, too. A label stands only
 * where there is room, the larger circle's first, and nearer to its own circle
 * than to any other. Lines' labels stand on no circle: where the plot has no room
 * for all of them, all stand above it.
 *
 * Returns: the height that is taken, at least the frame's
 */
double
strata_bubbles_layout (const StrataBubblesFrame *frame,
                       const StrataAxis         *axis,
                       StrataBubble             *bubbles,
                       guint                     n_bubbles,
                       StrataBubblesLine        *lines,
                       guint                     n_lines,
                       StrataBubblesPlan        *plan)
{
  double row, head = 0;

  plan->axis = *axis;
  find_years (plan, bubbles, n_bubbles);
  plan_years (plan, frame);
  row = _strata_bubbles_plan_row (plan, frame, bubbles, n_bubbles);
  plan_heights (plan, frame, 0, row);
  if (!place (plan, frame, bubbles, n_bubbles, lines, n_lines))
    {
      for (guint i = 0; i < n_lines; i++)
        head += lines[i].label_height;
      plan_heights (plan, frame, head, row);
      place (plan, frame, bubbles, n_bubbles, lines, n_lines);
    }
  for (guint i = 0; i < n_bubbles; i++)
    if (isnan (bubbles[i].value))
      {
        bubbles[i].y += plan->row_top;
        bubbles[i].label_y += plan->row_top;
      }
  return plan->height;
}
