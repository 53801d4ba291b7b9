/* Labels of circles and lines: where there is room, the larger circle's first. */
#include "strata-bubbles-private.h"

#include <math.h>
#include <stdlib.h>

#define GAP 0.22            /* between circle and label, in ems */
#define RIM 2               /* pixels of a circle that its label leaves free */
#define PLACES 24           /* that a line's label is tried at, across */
#define CLEAR 0.15          /* between a line's label and a circle, in ems */
#define LIFT 0.8            /* of a line's label off it, if it has no room there, in ems */

typedef struct
{
  double x, y, width, height;
} Box;

typedef struct
{
  const StrataBubblesPlan *plan;
  StrataBubble            *bubbles;
  guint                    n_bubbles;
  const StrataBubblesLine *lines;
  guint                    n_lines;
  GArray                  *taken;       /* Box */
} Room;

static gboolean
overlap (const Box *one,
         const Box *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

/* From the box to the circle's midst. */
static double
distance_to (const Box          *box,
             const StrataBubble *bubble)
{
  double x = CLAMP (bubble->x, box->x, box->x + box->width);
  double y = CLAMP (bubble->y, box->y, box->y + box->height);

  return hypot (bubble->x - x, bubble->y - y);
}

/* Whether a box is free of labels and of all circles but its own. */
static gboolean
is_free (const Room         *room,
         const Box          *box,
         const StrataBubble *own)
{
  for (guint i = 0; i < room->taken->len; i++)
    if (overlap (box, &g_array_index (room->taken, Box, i)))
      return FALSE;
  for (guint i = 0; i < room->n_bubbles; i++)
    if (&room->bubbles[i] != own && distance_to (box, &room->bubbles[i]) < 1.1 * room->bubbles[i].radius)
      return FALSE;
  return TRUE;
}

/* Whether it is in the plot, or in the row below, and no line runs through it. */
static gboolean
is_inside (const Room *room,
           const Box  *box,
           gboolean    is_in_row)
{
  const StrataBubblesPlan *plan = room->plan;
  double top = is_in_row ? plan->row_top : plan->top, foot = is_in_row ? plan->row_foot : plan->foot;

  if (box->x < plan->left || box->x + box->width > plan->right || box->y < top
      || box->y + box->height > foot)
    return FALSE;
  for (guint i = 0; !is_in_row && i < room->n_lines; i++)
    if (room->lines[i].y > box->y - 1 && room->lines[i].y < box->y + box->height + 1)
      return FALSE;
  return TRUE;
}

static gboolean
try_box (Room             *room,
         StrataBubble     *bubble,
         StrataBubbleLabel label,
         double            x,
         double            y)
{
  Box box = { x, y, bubble->label_width, bubble->label_height };

  if ((label == STRATA_BUBBLE_LABEL_BESIDE && !is_inside (room, &box, isnan (bubble->value)))
      || !is_free (room, &box, bubble))
    return FALSE;
  bubble->label = label;
  bubble->label_x = x;
  bubble->label_y = y;
  g_array_append_val (room->taken, box);
  return TRUE;
}

static void
place_label (Room         *room,
             StrataBubble *bubble,
             double        em)
{
  /* Where the label's midst is, from the circle's: as shares of what both are
   * wide and high. */
  static const double places[][2] = { { 1, 0 },     { -1, 0 },     { 0, -1 },    { 0, 1 },
                                      { 0.8, -0.8 }, { 0.8, 0.8 }, { -0.8, -0.8 }, { -0.8, 0.8 } };
  double width = bubble->label_width, height = bubble->label_height;
  double reach = bubble->radius * STRATA_BUBBLE_REACH + GAP * em;
  guint n = isnan (bubble->value) ? 2 : G_N_ELEMENTS (places);

  bubble->label = STRATA_BUBBLE_LABEL_NONE;
  if (hypot (width, height) / 2 <= bubble->radius - RIM
      && try_box (room, bubble, STRATA_BUBBLE_LABEL_INSIDE, bubble->x - width / 2,
                  bubble->y - height / 2))
    return;
  for (guint i = 0; i < n; i++)
    if (try_box (room, bubble, STRATA_BUBBLE_LABEL_BESIDE,
                 bubble->x + places[i][0] * (reach + width / 2) - width / 2,
                 bubble->y + places[i][1] * (reach + height / 2) - height / 2))
      return;
}

/* How many circles and labels a line's label would stand on. */
static guint
count_below (const Room *room,
             const Box  *box,
             double      clear)
{
  guint n = 0;

  for (guint i = 0; i < room->n_bubbles; i++)
    n += distance_to (box, &room->bubbles[i]) < room->bubbles[i].radius * STRATA_BUBBLE_REACH + clear ? 1 : 0;
  for (guint i = 0; i < room->taken->len; i++)
    n += overlap (box, &g_array_index (room->taken, Box, i)) ? room->n_bubbles + 1 : 0;
  return n;
}

/* Above or below the line, as far left as there is no circle, or else a little off
 * it; where circles are everywhere, where there are the fewest. */
static void
place_line_label (Room              *room,
                  StrataBubblesLine *line,
                  double             em)
{
  const StrataBubblesPlan *plan = room->plan;
  double height = line->label_height, span;
  double rows[] = { line->y - height - 1, line->y + 2, line->y - height - LIFT * em, line->y + LIFT * em };
  guint fewest = G_MAXUINT;
  Box best = { 0 };

  span = MAX (0, plan->right - plan->left - line->label_width - GAP * em);
  for (guint i = 0; i < PLACES * G_N_ELEMENTS (rows) && fewest > 0; i++)
    {
      guint across = i % (2 * PLACES) / 2, row = i / (2 * PLACES) * 2 + i % 2;
      Box box = { plan->left + GAP * em + span * across / (PLACES - 1), rows[row], line->label_width, height };
      guint n = count_below (room, &box, CLEAR * em);

      if (box.y < plan->top || box.y + height > plan->foot || n >= fewest)
        continue;
      fewest = n;
      best = box;
    }
  line->label_x = best.x;
  line->label_y = best.y;
  g_array_append_val (room->taken, best);
}

/* Rows without a value. --------------------------------------------------------------- */

static gboolean
is_of_year (const StrataBubble *bubble,
            double              year)
{
  return isnan (bubble->value) && (bubble->year == year || (isnan (bubble->year) && isnan (year)));
}

static guint
count_of_year (const Room *room,
               double      year)
{
  guint n = 0;

  for (guint i = 0; i < room->n_bubbles; i++)
    n += is_of_year (&room->bubbles[i], year) ? 1 : 0;
  return n;
}

/* Moves those of the year down by so much and places their labels; returns how many
 * have none, and far more where one comes to stand on another's. */
static guint
try_year (Room  *room,
          double year,
          double down,
          double em)
{
  guint n = 0;

  for (guint i = 0; i < room->n_bubbles; i++)
    if (is_of_year (&room->bubbles[i], year))
      {
        room->bubbles[i].y += down;
        for (guint k = 0; k < room->taken->len; k++)
          if (distance_to (&g_array_index (room->taken, Box, k), &room->bubbles[i]) < room->bubbles[i].radius)
            n += room->n_bubbles;
      }
  for (guint i = 0; i < room->n_bubbles; i++)
    if (is_of_year (&room->bubbles[i], year))
      {
        place_label (room, &room->bubbles[i], em);
        n += room->bubbles[i].label == STRATA_BUBBLE_LABEL_NONE ? 1 : 0;
      }
  return n;
}

/* On the first lines where all their labels have room, or else the most. */
static void
place_year (Room  *room,
            double year,
            guint  n,
            double em)
{
  const StrataBubblesPlan *plan = room->plan;
  guint before = room->taken->len, fewest = G_MAXUINT, best = 0, at = 0;
  guint free_lines = n < plan->row_lines ? plan->row_lines - n : 0;

  for (guint down = 0; down <= free_lines; down++)
    {
      guint missing = try_year (room, year, ((double) down - at) * plan->row_line, em);

      at = down;
      g_array_set_size (room->taken, before);
      if (missing < fewest)
        {
          fewest = missing;
          best = down;
        }
      if (missing == 0)
        break;
    }
  try_year (room, year, ((double) best - at) * plan->row_line, em);
}

/* Those of which a year has most can step aside the least: they come first. */
static void
place_row_labels (Room  *room,
                  double em)
{
  for (guint n = room->plan->row_lines; n > 0; n--)
    for (guint i = 0; i < room->n_bubbles; i++)
      {
        double year = room->bubbles[i].year;
        gboolean is_first = isnan (room->bubbles[i].value) && count_of_year (room, year) == n;

        for (guint k = 0; k < i && is_first; k++)
          is_first = !is_of_year (&room->bubbles[k], year);
        if (is_first)
          place_year (room, year, n, em);
      }
}

/* All. ---------------------------------------------------------------------------- */

static int
compare_radii (gconstpointer a,
               gconstpointer b)
{
  const StrataBubble *one = *(StrataBubble *const *) a, *other = *(StrataBubble *const *) b;

  if (one->radius != other->radius)
    return one->radius > other->radius ? -1 : 1;
  return one < other ? -1 : one > other;
}

void
_strata_bubbles_place_labels (const StrataBubblesPlan  *plan,
                              const StrataBubblesFrame *frame,
                              StrataBubble             *bubbles,
                              guint                     n_bubbles,
                              StrataBubblesLine        *lines,
                              guint                     n_lines)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autofree StrataBubble **order = g_new (StrataBubble *, n_bubbles + 1);
  Room room = { plan, bubbles, n_bubbles, lines, n_lines, taken };
  Box title = { plan->left, plan->row_top, frame->row_title_width, frame->row_title_height };

  g_array_append_val (taken, title);
  for (guint i = 0; i < n_lines; i++)
    place_line_label (&room, &lines[i], frame->em);
  for (guint i = 0; i < n_bubbles; i++)
    order[i] = &bubbles[i];
  qsort (order, n_bubbles, sizeof *order, compare_radii);
  for (guint i = 0; i < n_bubbles; i++)
    if (!isnan (order[i]->value) || plan->row_lines == 0)
      place_label (&room, order[i], frame->em);
  place_row_labels (&room, frame->em);
}
