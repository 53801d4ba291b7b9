/* The row of those without a value, below the years. */
#include "strata-bubbles-private.h"

#include <math.h>

/* In ems. */
#define GAP 0.22            /* between circle and label */
#define TITLE_GAP 0.5       /* below the row's title */
#define RADIUS 0.38
#define PAD 0.3             /* beside what is written */

#define MOST_COLUMN 7       /* rows of a year below each other, before they are wrapped */
#define MOST_NAMED 12       /* rows in all that each have a line, if they need it */

typedef struct
{
  const StrataBubblesPlan *plan;
  StrataBubblesRoom        room;
  double                   first;       /* where the first line begins */
  double                   radius;
  double                   cell;        /* a shape's place, both ways */
  double                   line;        /* as high as a label, too */
  guint                    n_columns;   /* in a band */
  guint                    n_lines;
  guint                    n;           /* in the row */
} Row;

static gboolean
is_of_year (const StrataBubble *bubble,
            double              year)
{
  return isnan (bubble->value) && (bubble->year == year || (isnan (bubble->year) && isnan (year)));
}

/* Of the first @n_bubbles. */
static guint
count_of_year (const Row *row,
               guint      n_bubbles,
               double     year)
{
  guint n = 0;

  for (guint i = 0; i < n_bubbles; i++)
    n += is_of_year (&row->room.bubbles[i], year) ? 1 : 0;
  return n;
}

static double
widest_of_year (const Row *row,
                double     year)
{
  double width = 0;

  for (guint i = 0; i < row->room.n_bubbles; i++)
    if (is_of_year (&row->room.bubbles[i], year))
      width = MAX (width, row->room.bubbles[i].label_width);
  return width;
}

/* How many lines and columns there are. */
static void
measure (Row *row)
{
  guint most = 0;

  row->line = row->cell = 2 * row->radius * STRATA_BUBBLE_REACH + 2;
  row->n_columns = 1;
  for (guint i = 0; i < row->room.n_bubbles; i++)
    if (isnan (row->room.bubbles[i].value))
      {
        row->n++;
        most = MAX (most, count_of_year (row, row->room.n_bubbles, row->room.bubbles[i].year));
        row->line = MAX (row->line, row->room.bubbles[i].label_height);
      }
  if (most > MOST_COLUMN)
    {
      row->line = row->cell;
      row->n_columns = (guint) MAX (1, floor (row->plan->band / row->cell));
    }
  row->n_lines = (most + row->n_columns - 1) / row->n_columns;
}

static double
line_y (const Row *row,
        guint      line)
{
  return row->first + (line + 0.5) * row->line;
}

/* Those of a year below each other, their labels beside them; many of them in as
 * many columns as there is room for. */
static void
place_circles (Row *row)
{
  const StrataBubblesPlan *plan = row->plan;
  double reach = row->radius * STRATA_BUBBLE_REACH;

  for (guint i = 0; i < row->room.n_bubbles; i++)
    {
      StrataBubble *bubble = &row->room.bubbles[i];
      guint at = count_of_year (row, i, bubble->year), used;
      double wide = 0;

      if (!isnan (bubble->value))
        continue;
      used = MIN (row->n_columns, count_of_year (row, row->room.n_bubbles, bubble->year));
      if (row->n_columns == 1)
        wide = MIN (plan->band, row->cell + widest_of_year (row, bubble->year)) - row->cell;
      bubble->radius = row->radius;
      bubble->x = strata_bubbles_year_x (plan, bubble->year) - MAX (0, wide) / 2
                  + (at % row->n_columns - (used - 1) / 2.0) * row->cell;
      bubble->x = CLAMP (bubble->x, plan->left + reach, plan->right - reach);
      bubble->y = line_y (row, at / row->n_columns);
    }
}

/* Moves those of the year down by so much and places their labels; returns how many
 * have none, and far more where one comes to stand on another's. */
static guint
try_year (Row   *row,
          double year,
          double down)
{
  StrataBubblesRoom *room = &row->room;
  guint n = 0;

  for (guint i = 0; i < room->n_bubbles; i++)
    if (is_of_year (&room->bubbles[i], year))
      {
        room->bubbles[i].y += down;
        for (guint k = 0; k < room->taken->len; k++)
          if (_strata_bubbles_distance (&g_array_index (room->taken, StrataBubblesBox, k), &room->bubbles[i])
              < room->bubbles[i].radius)
            n += room->n_bubbles;
      }
  for (guint i = 0; i < room->n_bubbles; i++)
    if (is_of_year (&room->bubbles[i], year))
      {
        _strata_bubbles_place_label (room, &room->bubbles[i]);
        n += room->bubbles[i].label == STRATA_BUBBLE_LABEL_NONE ? 1 : 0;
      }
  return n;
}

/* On the first lines where all their labels have room, or else the most; returns
 * how many have none. */
static guint
place_year (Row   *row,
            double year,
            guint  n)
{
  GArray *taken = row->room.taken;
  guint before = taken->len, fewest = G_MAXUINT, best = 0, at = 0;
  guint free_lines = row->n_lines - n;

  for (guint down = 0; down <= free_lines && fewest > 0; down++)
    {
      guint missing = try_year (row, year, ((double) down - at) * row->line);

      at = down;
      g_array_set_size (taken, before);
      if (missing < fewest)
        {
          fewest = missing;
          best = down;
        }
    }
  return try_year (row, year, ((double) best - at) * row->line);
}

/* Those of which a year has most can step aside the least: they come first. */
static guint
place_years (Row *row)
{
  guint missing = 0;

  for (guint n = row->n_lines; n > 0; n--)
    for (guint i = 0; i < row->room.n_bubbles; i++)
      {
        double year = row->room.bubbles[i].year;

        if (isnan (row->room.bubbles[i].value) && count_of_year (row, i, year) == 0
            && count_of_year (row, row->room.n_bubbles, year) == n)
          missing += place_year (row, year, n);
      }
  return missing;
}

/* Each on a line of its own, with its label beside it, or on the next line if it is
 * as wide as the row. */
static void
place_list (Row *row)
{
  const StrataBubblesBox *inside = &row->room.inside;
  double radius = row->radius * STRATA_BUBBLE_REACH, reach = radius + GAP * row->room.em;
  double right = inside->x + inside->width;

  for (guint i = 0; i < row->room.n_bubbles; i++)
    if (isnan (row->room.bubbles[i].value))
      row->line = MAX (row->line, row->room.bubbles[i].label_height);
  row->n_lines = 0;
  for (guint i = 0; i < row->room.n_bubbles; i++)
    {
      StrataBubble *bubble = &row->room.bubbles[i];
      double width = bubble->label_width;

      if (!isnan (bubble->value))
        continue;
      bubble->x = CLAMP (strata_bubbles_year_x (row->plan, bubble->year), row->plan->left + radius,
                         row->plan->right - radius);
      bubble->y = line_y (row, row->n_lines++);
      bubble->label = width <= inside->width ? STRATA_BUBBLE_LABEL_BESIDE : STRATA_BUBBLE_LABEL_NONE;
      bubble->label_y = bubble->y - bubble->label_height / 2;
      if (bubble->x + reach + width <= right)
        bubble->label_x = bubble->x + reach;
      else if (bubble->x - reach - width >= inside->x)
        bubble->label_x = bubble->x - reach - width;
      else if (bubble->label == STRATA_BUBBLE_LABEL_BESIDE)
        {
          bubble->label_x = CLAMP (bubble->x - width / 2, inside->x, right - width);
          bubble->label_y += row->line;
          row->n_lines++;
        }
    }
}

static void
place (Row *row)
{
  guint missing = 0;

  place_circles (row);
  row->room.inside.height = row->n_lines * row->line;
  if (row->n_lines <= MOST_COLUMN && row->n_columns == 1)
    missing = place_years (row);
  else
    for (guint i = 0; i < row->room.n_bubbles; i++)
      if (isnan (row->room.bubbles[i].value))
        {
          _strata_bubbles_place_label (&row->room, &row->room.bubbles[i]);
          missing += row->room.bubbles[i].label == STRATA_BUBBLE_LABEL_NONE ? 1 : 0;
        }
  if (missing > 0 && row->n <= MOST_NAMED)
    place_list (row);
}

/* Places all without a value, from 0 downwards, with their labels: as few as there
 * mostly are, all of them that are not wider than the row. For their labels, a
 * year's may move down together. Returns the row's height. */
double
_strata_bubbles_plan_row (const StrataBubblesPlan  *plan,
                          const StrataBubblesFrame *frame,
                          StrataBubble             *bubbles,
                          guint                     n_bubbles)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (StrataBubblesBox));
  double em = frame->em, first = frame->row_title_height + TITLE_GAP * em;
  Row row = {
    .plan = plan,
    .room = { { plan->row_left + PAD * em, first, plan->right - plan->row_left - 2 * PAD * em, 0 },
              TRUE, em, bubbles, n_bubbles, NULL, 0, taken },
    .first = first,
    .radius = RADIUS * em,
  };

  measure (&row);
  if (row.n == 0)
    return 0;
  place (&row);
  return first + row.n_lines * row.line + TITLE_GAP * em;
}
