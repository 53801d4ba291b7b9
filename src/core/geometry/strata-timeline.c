#include "strata-timeline.h"

#include <math.h>

/* In ems. */
#define ACROSS_FROM 38.0      /* a narrower frame has years run down */
#define MARGIN 0.8            /* around everything */
#define RADIUS 0.36
#define PAD_X 0.35            /* around dot and label */
#define PAD_Y 0.16
#define DOT_GAP 0.4           /* from a dot to its label */
#define ROW_GAP 0.1
#define ITEM_GAP 0.5          /* between two of a row */
#define LANE_GAP 0.45
#define LANE_PAD 0.35         /* above the name and below the last row */
#define HEADING_GAP 0.2       /* below the name */
#define MOST_ROW_GAP 0.9      /* where there is room to spare */
#define LONGEST_LABEL 20.0
#define LEAST_LABEL 9.0       /* all lanes share a column rather than less */
#define PITCH 1.15            /* between columns */
#define YEAR_GAP 0.45         /* between two years that run down, */
#define YEARS_GAP 0.2         /* and for each doubling of the years between */

/* Of a frame: the share that a label or all columns may take. */
#define LABEL_SHARE 0.45
#define COLUMNS_SHARE 0.2

/**
 * strata_timeline_plan:
 * @width: of the frame, in pixels
 * @em: the height of a letter, in pixels
 * @tick_width: of a year, in pixels
 * @n_lanes: at least 1
 * @plan: (out caller-allocates): how the timeline runs
 *
 * Chooses the form that a frame has room for.
 */
void
strata_timeline_plan (double              width,
                      double              em,
                      double              tick_width,
                      guint               n_lanes,
                      StrataTimelinePlan *plan)
{
  double margin = MARGIN * em;

  g_return_if_fail (em > 0 && n_lanes > 0);

  *plan = (StrataTimelinePlan){ .em = em, .width = width, .radius = RADIUS * em };
  if (width >= ACROSS_FROM * em)
    {
      double inset = margin + MAX (PAD_X * em + plan->radius, tick_width / 2);

      plan->form = STRATA_TIMELINE_ACROSS;
      plan->start = inset;
      plan->end = width - inset;
      plan->label_width = floor (MIN (LONGEST_LABEL * em, LABEL_SHARE * width - inset));
      plan->axis = 2.1 * em;
      return;
    }
  plan->form = STRATA_TIMELINE_DOWN;
  plan->start = margin + tick_width + PAD_X * em + plan->radius;
  plan->end = plan->start + plan->radius + DOT_GAP * em;
  plan->pitch = MIN (PITCH * em, COLUMNS_SHARE * width / n_lanes);
  if (width - margin - PAD_X * em - plan->end - (n_lanes - 1) * plan->pitch < LEAST_LABEL * em)
    plan->pitch = 0;
  plan->end += (n_lanes - 1) * plan->pitch;
  plan->label_width = floor (MAX (em, width - margin - PAD_X * em - plan->end));
}

/* Across. ----------------------------------------------------------------------- */

typedef struct
{
  double from;
  double to;
} Span;

/* A row of a lane: what it holds, and how high that is. */
typedef struct
{
  GArray *spans;      /* Span */
  double  height;
  double  y;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->spans);
  g_free (row);
}

static gboolean
has_room (const Row *row,
          double     from,
          double     to,
          double     gap)
{
  for (guint i = 0; i < row->spans->len; i++)
    {
      const Span *span = &g_array_index (row->spans, Span, i);

      if (from < span->to + gap && span->from < to + gap)
        return FALSE;
    }
  return TRUE;
}

/* Puts a box into a row, its label to the right of its dot or else to the left,
 * if it keeps clear of what is there and of the frame's edges. */
static gboolean
put_into (const StrataTimelinePlan *plan,
          Row                      *row,
          StrataTimelineItem       *item)
{
  double em = plan->em, half = plan->radius + PAD_X * em;
  double reach = plan->radius + DOT_GAP * em + item->width + PAD_X * em;

  for (guint side = 0; side < 2; side++)
    {
      Span span = { item->dot_x - (side == 0 ? half : reach),
                    item->dot_x + (side == 0 ? reach : half) };

      if (span.from < 0 || span.to > plan->width
          || !has_room (row, span.from, span.to, ITEM_GAP * em))
        continue;
      g_array_append_val (row->spans, span);
      item->x = span.from;
      item->box_width = span.to - span.from;
      item->label_x = side == 0 ? span.to - PAD_X * em - item->width : span.from + PAD_X * em;
      return TRUE;
    }
  return FALSE;
}

/* The first row that has room, a new one if none has. */
static guint
find_row (const StrataTimelinePlan *plan,
          GPtrArray                *rows,
          StrataTimelineItem       *item)
{
  Row *row;

  for (guint r = 0; r < rows->len; r++)
    if (put_into (plan, rows->pdata[r], item))
      return r;
  row = g_new0 (Row, 1);
  row->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_ptr_array_add (rows, row);
  if (!put_into (plan, row, item))
    {
      /* A label wider than planned. */
      item->x = 0;
      item->box_width = plan->width;
      item->label_x = item->dot_x + plan->radius + DOT_GAP * plan->em;
    }
  return rows->len - 1;
}

/* Stacks bands; @spare pixels are shared out between rows, then among bands.
 * Returns where the last ends. */
static double
stack_bands (const StrataTimelinePlan *plan,
             GPtrArray               **rows,
             StrataTimelineLane       *lanes,
             guint                     n_lanes,
             double                    spare)
{
  double em = plan->em, y = plan->axis, gap = ROW_GAP * em, share;
  guint n_rows = 0;

  for (guint l = 0; l < n_lanes; l++)
    n_rows += rows[l]->len;
  share = n_rows > 0 ? MIN (spare * 0.7 / n_rows, MOST_ROW_GAP * em) : 0;
  spare -= share * n_rows;
  for (guint l = 0; l < n_lanes; l++)
    {
      double extra = spare / n_lanes;

      lanes[l].x = 0;
      lanes[l].width = plan->width;
      lanes[l].y = y;
      y += (LANE_PAD + HEADING_GAP) * em + lanes[l].heading + extra / 2;
      for (guint r = 0; r < rows[l]->len; r++)
        {
          Row *row = rows[l]->pdata[r];

          row->y = y + share / 2;
          y += row->height + gap + share;
        }
      y += LANE_PAD * em + extra / 2;
      lanes[l].height = y - lanes[l].y;
      if (l + 1 < n_lanes)
        y += LANE_GAP * em;
    }
  return y;
}

static double
lay_out_across (const StrataTimelinePlan *plan,
                const StrataTimelineAxis *axis,
                StrataTimelineItem       *items,
                guint                     n_items,
                StrataTimelineLane       *lanes,
                guint                     n_lanes,
                double                    height)
{
  g_autofree GPtrArray **rows = g_new (GPtrArray *, n_lanes);
  g_autofree guint *places = g_new (guint, n_items);
  double margin = MARGIN * plan->em, taken;

  for (guint l = 0; l < n_lanes; l++)
    rows[l] = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < n_items; i++)
    {
      Row *row;

      items[i].dot_x = plan->start
                       + strata_timeline_axis_place (axis, items[i].year) * (plan->end - plan->start);
      items[i].box_height = MAX (items[i].height, 2 * plan->radius) + 2 * PAD_Y * plan->em;
      places[i] = find_row (plan, rows[items[i].lane], &items[i]);
      row = rows[items[i].lane]->pdata[places[i]];
      row->height = MAX (row->height, items[i].box_height);
    }
  taken = ceil (stack_bands (plan, rows, lanes, n_lanes, 0) + margin);
  if (height > taken)
    stack_bands (plan, rows, lanes, n_lanes, height - taken);
  for (guint i = 0; i < n_items; i++)
    {
      Row *row = rows[items[i].lane]->pdata[places[i]];

      items[i].y = row->y + (row->height - items[i].box_height) / 2;
      items[i].dot_y = row->y + row->height / 2;
      items[i].label_y = items[i].dot_y - items[i].height / 2;
    }
  for (guint l = 0; l < n_lanes; l++)
    g_ptr_array_unref (rows[l]);
  return MAX (taken, height);
}

/* Down. ------------------------------------------------------------------------- */

static double
lay_out_down (const StrataTimelinePlan *plan,
              StrataTimelineItem       *items,
              guint                     n_items,
              StrataTimelineLane       *lanes,
              guint                     n_lanes,
              double                    stretch)
{
  double em = plan->em, y = MARGIN * em;

  for (guint l = 0; l < n_lanes; l++)
    {
      lanes[l].x = plan->start + l * plan->pitch;
      lanes[l].y = lanes[l].width = lanes[l].height = 0;
    }
  for (guint i = 0; i < n_items; i++)
    {
      StrataTimelineItem *item = &items[i];
      StrataTimelineLane *lane = &lanes[item->lane];
      double years = i > 0 ? (double) item->year - items[i - 1].year : 0;

      if (years > 0)
        y += stretch * (YEAR_GAP + YEARS_GAP * log2 (years)) * em;
      else if (i > 0)
        y += ROW_GAP * em;
      item->dot_x = lane->x;
      item->x = item->dot_x - plan->radius - PAD_X * em;
      item->y = y;
      item->box_width = plan->end + item->width + PAD_X * em - item->x;
      item->box_height = MAX (item->height, 2 * plan->radius) + 2 * PAD_Y * em;
      item->dot_y = y + item->box_height / 2;
      item->label_x = plan->end;
      item->label_y = item->dot_y - item->height / 2;
      if (lane->y <= 0)
        lane->y = item->dot_y;
      lane->height = item->dot_y - lane->y;
      y += item->box_height;
    }
  return ceil (y + MARGIN * em);
}

/**
 * strata_timeline_layout:
 * @plan: what strata_timeline_plan() gave
 * @axis: of the items' years
 * @items: (array length=n_items): ascending by year, with labels no wider than
 *   @plan says; their places are filled in
 * @n_items: at least 1
 * @lanes: (array length=n_lanes): with the heights of their names; their places
 *   are filled in
 * @n_lanes: as planned for
 * @height: of the frame
 * @stretch: how much further apart years are that run down; 1 as a rule
 *
 * Places events so that none's dot or label overlaps another's. A dot stands
 * where its year is; what finds no room beside another steps down into a row of
 * its own, and its lane grows.
 *
 * Returns: how high the timeline is: at least @height if it runs across, what it
 *   takes if it runs down
 */
double
strata_timeline_layout (const StrataTimelinePlan *plan,
                        const StrataTimelineAxis *axis,
                        StrataTimelineItem       *items,
                        guint                     n_items,
                        StrataTimelineLane       *lanes,
                        guint                     n_lanes,
                        double                    height,
                        double                    stretch)
{
  g_return_val_if_fail (plan != NULL && axis != NULL && n_items > 0 && n_lanes > 0, 0);

  if (plan->form == STRATA_TIMELINE_DOWN)
    return lay_out_down (plan, items, n_items, lanes, n_lanes, stretch);
  return lay_out_across (plan, axis, items, n_items, lanes, n_lanes, height);
}
