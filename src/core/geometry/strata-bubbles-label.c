/* Labels of circles and lines: where there is room, the larger circle's first. */
#include "strata-bubbles-private.h"

#include <math.h>
#include <stdlib.h>

#define GAP 0.22            /* between circle and label, in ems */
#define RIM 2               /* pixels of a circle that its label leaves free */
#define PLACES 24           /* that a line's label is tried at */

typedef struct
{
  double x, y, width, height;
} Box;

typedef struct
{
  const StrataBubblesPlan *plan;
  const StrataBubble      *bubbles;
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

static gboolean
is_on_circle (const Box          *box,
              const StrataBubble *bubble)
{
  double x = CLAMP (bubble->x, box->x, box->x + box->width);
  double y = CLAMP (bubble->y, box->y, box->y + box->height);

  return hypot (bubble->x - x, bubble->y - y) < bubble->radius * 1.1;
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
    if (&room->bubbles[i] != own && is_on_circle (box, &room->bubbles[i]))
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

/* Above or below the line, as far left as there is no circle; else where there are
 * the fewest. */
static void
place_line_label (Room              *room,
                  StrataBubblesLine *line,
                  double             em)
{
  const StrataBubblesPlan *plan = room->plan;
  double width = line->label_width, height = line->label_height, span;
  guint fewest = G_MAXUINT;
  Box best = { 0 };

  span = MAX (0, plan->right - plan->left - width - GAP * em);
  for (guint i = 0; i < 2 * PLACES; i++)
    {
      Box box = { plan->left + GAP * em + span * (i / 2) / (PLACES - 1),
                  i % 2 == 0 ? line->y - height - 1 : line->y + 2, width, height };
      guint n = 0;

      if (box.y < plan->top || box.y + height > plan->foot)
        continue;
      for (guint k = 0; k < room->n_bubbles; k++)
        n += is_on_circle (&box, &room->bubbles[k]) ? 1 : 0;
      for (guint k = 0; k < room->taken->len; k++)
        n += overlap (&box, &g_array_index (room->taken, Box, k)) ? room->n_bubbles + 1 : 0;
      if (n < fewest)
        {
          fewest = n;
          best = box;
        }
    }
  line->label_x = best.x;
  line->label_y = best.y;
  g_array_append_val (room->taken, best);
}

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
  Box title = { plan->left, plan->row_top, frame->title_width, frame->title_height };

  g_array_append_val (taken, title);
  for (guint i = 0; i < n_lines; i++)
    place_line_label (&room, &lines[i], frame->em);
  for (guint i = 0; i < n_bubbles; i++)
    order[i] = &bubbles[i];
  qsort (order, n_bubbles, sizeof *order, compare_radii);
  for (guint i = 0; i < n_bubbles; i++)
    place_label (&room, order[i], frame->em);
}
