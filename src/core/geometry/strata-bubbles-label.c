/* Labels of circles and lines: where there is room, the larger circle's first. */
#include "strata-bubbles-private.h"

#include <math.h>
#include <stdlib.h>

#define GAP 0.22            /* between circle and label, and at least to any other, in ems */
#define RIM 2               /* pixels of a circle that its label leaves free */
#define PLACES 24           /* that a line's label is tried at, across */
#define CLEAR 0.15          /* between a line's label and a circle, in ems */
#define LIFT 0.8            /* of a line's label off it, if it has no room there, in ems */

gboolean
_strata_bubbles_overlap (const StrataBubblesBox *one,
                         const StrataBubblesBox *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

/* From the box to the circle's midst. */
double
_strata_bubbles_distance (const StrataBubblesBox *box,
                          const StrataBubble     *bubble)
{
  double x = CLAMP (bubble->x, box->x, box->x + box->width);
  double y = CLAMP (bubble->y, box->y, box->y + box->height);

  return hypot (bubble->x - x, bubble->y - y);
}

/* Whether a box is free of labels and of all circles but its own, and so far from
 * their rims that nobody takes it for theirs. */
static gboolean
is_free (const StrataBubblesRoom *room,
         const StrataBubblesBox  *box,
         const StrataBubble      *own,
         double                   apart)
{
  for (guint i = 0; i < room->taken->len; i++)
    if (_strata_bubbles_overlap (box, &g_array_index (room->taken, StrataBubblesBox, i)))
      return FALSE;
  for (guint i = 0; i < room->n_bubbles; i++)
    {
      const StrataBubble *other = &room->bubbles[i];

      if (other == own || isnan (other->value) != room->is_row)
        continue;
      if (_strata_bubbles_distance (box, other) < MAX (1.1 * other->radius, other->radius + apart))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_on_line (const StrataBubblesRoom *room,
            const StrataBubblesBox  *box)
{
  for (guint i = 0; i < room->n_lines; i++)
    if (room->lines[i].y > box->y - 1 && room->lines[i].y < box->y + box->height + 1)
      return TRUE;
  return FALSE;
}

static gboolean
is_inside (const StrataBubblesRoom *room,
           const StrataBubblesBox  *box)
{
  const StrataBubblesBox *inside = &room->inside;

  return box->x >= inside->x && box->x + box->width <= inside->x + inside->width
         && box->y >= inside->y && box->y + box->height <= inside->y + inside->height;
}

static gboolean
try_box (StrataBubblesRoom *room,
         StrataBubble      *bubble,
         StrataBubbleLabel  label,
         double             x,
         double             y)
{
  StrataBubblesBox box = { x, y, bubble->label_width, bubble->label_height };
  double apart = 0;

  if (label == STRATA_BUBBLE_LABEL_BESIDE)
    {
      if (!is_inside (room, &box) || is_on_line (room, &box))
        return FALSE;
      apart = GAP * room->em;
    }
  if (!is_free (room, &box, bubble, apart))
    return FALSE;
  bubble->label = label;
  bubble->label_x = x;
  bubble->label_y = y;
  g_array_append_val (room->taken, box);
  return TRUE;
}

/* Gives a circle's label the first place that is free: within it, beside it, and
 * in the plot around it, too. */
void
_strata_bubbles_place_label (StrataBubblesRoom *room,
                             StrataBubble      *bubble)
{
  /* Where the label's midst is, from the circle's: as shares of what both are
   * wide and high. */
  static const double places[][2] = { { 1, 0 },     { -1, 0 },     { 0, -1 },    { 0, 1 },
                                      { 0.8, -0.8 }, { 0.8, 0.8 }, { -0.8, -0.8 }, { -0.8, 0.8 } };
  double width = bubble->label_width, height = bubble->label_height;
  double reach = bubble->radius * STRATA_BUBBLE_REACH + GAP * room->em;
  guint n = room->is_row ? 2 : G_N_ELEMENTS (places);

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

/* Lines. -------------------------------------------------------------------------- */

static gboolean
is_clear (const StrataBubblesRoom *room,
          const StrataBubblesBox  *box)
{
  for (guint i = 0; i < room->n_bubbles; i++)
    if (!isnan (room->bubbles[i].value)
        && _strata_bubbles_distance (box, &room->bubbles[i])
               < room->bubbles[i].radius * STRATA_BUBBLE_REACH + CLEAR * room->em)
      return FALSE;
  for (guint i = 0; i < room->taken->len; i++)
    if (_strata_bubbles_overlap (box, &g_array_index (room->taken, StrataBubblesBox, i)))
      return FALSE;
  return TRUE;
}

/* Above or below the line, as far left as there is no circle, or else a little off
 * it; returns whether there is room. */
static gboolean
place_at_line (StrataBubblesRoom *room,
               StrataBubblesLine *line)
{
  const StrataBubblesBox *inside = &room->inside;
  double em = room->em, height = line->label_height;
  double rows[] = { line->y - height - 1, line->y + 2, line->y - height - LIFT * em, line->y + LIFT * em };
  double span = inside->width - line->label_width - GAP * em;

  for (guint i = 0; i < PLACES * G_N_ELEMENTS (rows) && span >= 0; i++)
    {
      guint across = i % (2 * PLACES) / 2, row = i / (2 * PLACES) * 2 + i % 2;
      StrataBubblesBox box = { inside->x + GAP * em + span * across / (PLACES - 1), rows[row],
                               line->label_width, height };

      if (!is_inside (room, &box) || is_on_line (room, &box) || !is_clear (room, &box))
        continue;
      line->label_x = box.x;
      line->label_y = box.y;
      g_array_append_val (room->taken, box);
      return TRUE;
    }
  return FALSE;
}

/* Above the plot, each below the one before, after a piece of its line. */
static void
place_apart (const StrataBubblesPlan  *plan,
             const StrataBubblesFrame *frame,
             StrataBubblesLine        *lines,
             guint                     n_lines)
{
  double y = plan->head, key = STRATA_BUBBLES_KEY * frame->em;

  for (guint i = 0; i < n_lines; i++)
    {
      StrataBubblesLine *line = &lines[i];
      double x = MIN (plan->left + key, plan->right - line->label_width);

      line->is_apart = TRUE;
      line->label_x = MAX (x, STRATA_BUBBLES_MARGIN * frame->em + key);
      line->label_y = y;
      y += line->label_height;
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

/* Places the labels of lines and of the circles in the plot. Returns FALSE if a
 * line's has no room there; where there is a head above the plot, all are in it. */
gboolean
_strata_bubbles_place_labels (const StrataBubblesPlan  *plan,
                              const StrataBubblesFrame *frame,
                              StrataBubble             *bubbles,
                              guint                     n_bubbles,
                              StrataBubblesLine        *lines,
                              guint                     n_lines)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (StrataBubblesBox));
  g_autofree StrataBubble **order = g_new (StrataBubble *, n_bubbles + 1);
  StrataBubblesRoom room = {
    { plan->left, plan->top, plan->right - plan->left, plan->foot - plan->top },
    FALSE, frame->em, bubbles, n_bubbles, lines, n_lines, taken
  };

  if (plan->head < plan->top)
    place_apart (plan, frame, lines, n_lines);
  else
    for (guint i = 0; i < n_lines; i++)
      if (!place_at_line (&room, &lines[i]))
        return FALSE;
  for (guint i = 0; i < n_bubbles; i++)
    order[i] = &bubbles[i];
  qsort (order, n_bubbles, sizeof *order, compare_radii);
  for (guint i = 0; i < n_bubbles; i++)
    if (!isnan (order[i]->value))
      _strata_bubbles_place_label (&room, order[i]);
  return TRUE;
}
