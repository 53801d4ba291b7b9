#include "geometry/strata-bubbles.h"

#include <math.h>

#define MOST_ROWS 500
#define N_LINES 2
#define SLACK 1e-3

/* In ems. */
#define TOP 3
#define FOOT 2.5
#define LONG 9.2        /* of a line's label, as wide as its words are in the bundled course */

#define FEW_UNKNOWN 12  /* that are all named */

static const double widths[] = { 372,  420,  500,  600,  700,  760,
                                 900, 1024, 1280, 1920, 2560, 3840 };
static const double heights[] = { -1, 0, 500, 1200, 2160 };

/* Letters of labels as they are in courses. */
static const struct
{
  double letter;      /* its width, in ems */
  guint  most;        /* in a label */
  double em;
} scripts[] = {
  { 0.52, 24, 15 },
  { 1.0, 10, 15 },
  { 0.52, 24, 30 },
  { 1.0, 10, 30 },
};

/* How rows lie. */
typedef enum
{
  SPREAD,         /* over nine years and four decades */
  ONE_YEAR,
  ALL_EQUAL,
  CENTURIES,      /* over 220 years */
  NO_VALUES,
  NO_YEARS,
  N_KINDS
} Kind;

static guint seed;

static double
random_share (void)
{
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) / (double) (1u << 24);
}

static void
make_rows (Kind          kind,
           guint         script,
           StrataBubble *bubbles,
           guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      StrataBubble *bubble = &bubbles[i];

      bubble->year = kind == ONE_YEAR || kind == ALL_EQUAL ? 2020
                     : kind == CENTURIES ? floor (1805 + 220 * random_share ())
                                         : floor (2017 + 9 * random_share ());
      bubble->value = kind == ALL_EQUAL ? 175 : 0.1 * pow (10, 4.2 * random_share ());
      if (kind == NO_VALUES || random_share () < 0.12)
        bubble->value = NAN;
      if (kind == NO_YEARS || random_share () < 0.03)
        bubble->year = NAN;
      bubble->size = random_share () < 0.05 ? NAN : bubble->value;
      bubble->label_width = (2 + floor (scripts[script].most * random_share ())) * scripts[script].letter * scripts[script].em;
      bubble->label_height = 1.3 * scripts[script].em;
    }
}

static void
lay_out (guint              script,
         double             width,
         double             height,
         StrataBubble      *bubbles,
         guint              n,
         StrataBubblesLine *lines,
         StrataBubblesPlan *plan)
{
  double em = scripts[script].em;
  StrataBubblesFrame frame = {
    .width = width,
    .height = height,
    .em = em,
    .top = TOP * em,
    .foot = FOOT * em,
    .tick_width = 2.6 * em,
    .title_room = 2 * em,
    .year_width = 2.2 * em,
    .year_height = 1.3 * em,
    .row_title_width = 8 * em,
    .row_title_height = 1.3 * em,
  };
  StrataAxis axis;

  for (guint i = 0; i < N_LINES; i++)
    lines[i] = (StrataBubblesLine){ .value = i == 0 ? 175 : 20,
                                    .label_width = (i == 0 ? LONG : 5) * em,
                                    .label_height = 1.3 * em };
  strata_bubbles_scale (bubbles, n, lines, N_LINES, TRUE, &axis);
  g_assert_cmpfloat (strata_bubbles_layout (&frame, &axis, bubbles, n, lines, N_LINES, plan), >=, height);
}

static gboolean
overlap (double x, double y, double width, double height, double ox, double oy, double owidth, double oheight)
{
  return x < ox + owidth - SLACK && ox < x + width - SLACK && y < oy + oheight - SLACK
         && oy < y + height - SLACK;
}

static void
check_circle (const StrataBubblesPlan *plan,
              const StrataBubble      *bubbles,
              guint                    i,
              Kind                     kind)
{
  const StrataBubble *bubble = &bubbles[i];
  double reach = bubble->radius * STRATA_BUBBLE_REACH;
  gboolean below = isnan (bubble->value);

  g_assert_cmpfloat (bubble->x - reach, >=, plan->left - SLACK);
  g_assert_cmpfloat (bubble->x + reach, <=, plan->right + SLACK);
  g_assert_cmpfloat (bubble->y - reach, >=, (below ? plan->row_top : plan->top) - SLACK);
  g_assert_cmpfloat (bubble->y + reach, <=, (below ? plan->row_foot : plan->foot) + SLACK);
  if (!below && kind == SPREAD)
    {
      /* At its value, in its year. */
      g_assert_cmpfloat (fabs (bubble->y - strata_bubbles_value_y (plan, bubble->value)), <, SLACK);
      g_assert_cmpfloat (fabs (bubble->x - strata_bubbles_year_x (plan, bubble->year)), <=,
                         plan->band / 2 + reach);
    }
  for (guint j = 0; j < i; j++)
    g_assert_cmpfloat (hypot (bubble->x - bubbles[j].x, bubble->y - bubbles[j].y), >=,
                       below && isnan (bubbles[j].value) && plan->band < 2 * reach
                           ? 0 : MAX (bubble->radius, bubbles[j].radius) - SLACK);
}

static double
distance (double x, double y, double width, double height, const StrataBubble *bubble)
{
  return hypot (bubble->x - CLAMP (bubble->x, x, x + width), bubble->y - CLAMP (bubble->y, y, y + height));
}

static void
check_label (const StrataBubblesPlan *plan,
             const StrataBubble      *bubbles,
             guint                    n,
             guint                    i)
{
  const StrataBubble *b = &bubbles[i];
  gboolean is_row = isnan (b->value);

  if (b->label == STRATA_BUBBLE_LABEL_NONE)
    return;
  g_assert_cmpfloat (b->label_x, >=, (is_row ? plan->row_left : plan->left) - SLACK);
  g_assert_cmpfloat (b->label_x + b->label_width, <=, plan->right + SLACK);
  g_assert_cmpfloat (b->label_y, >=, (is_row ? plan->row_top : plan->top) - SLACK);
  g_assert_cmpfloat (b->label_y + b->label_height, <=, (is_row ? plan->row_foot : plan->foot) + SLACK);
  for (guint j = 0; j < n; j++)
    {
      const StrataBubble *o = &bubbles[j];

      if (j == i)
        continue;
      g_assert_cmpfloat (distance (b->label_x, b->label_y, b->label_width, b->label_height, o), >, o->radius);
      if (o->label != STRATA_BUBBLE_LABEL_NONE)
        g_assert_false (overlap (b->label_x, b->label_y, b->label_width, b->label_height, o->label_x,
                                 o->label_y, o->label_width, o->label_height));
    }
}

/* A line's label is on no circle, no name and no line, and nothing else is on it. */
static void
check_line (const StrataBubblesPlan *plan,
            const StrataBubble      *bubbles,
            guint                    n,
            const StrataBubblesLine *lines,
            guint                    i)
{
  const StrataBubblesLine *line = &lines[i];
  double x = line->label_x, y = line->label_y, width = line->label_width, height = line->label_height;

  g_assert_cmpfloat (line->y, >=, plan->top);
  g_assert_cmpfloat (line->y, <=, plan->foot);
  g_assert_cmpfloat (x, >=, line->is_apart ? 0 : plan->left);
  g_assert_cmpfloat (x + width, <=, plan->right + SLACK);
  g_assert_cmpfloat (y, >=, (line->is_apart ? plan->head : plan->top) - SLACK);
  g_assert_cmpfloat (y + height, <=, (line->is_apart ? plan->top : plan->foot) + SLACK);
  for (guint k = 0; k < n; k++)
    {
      g_assert_cmpfloat (distance (x, y, width, height, &bubbles[k]), >, bubbles[k].radius);
      if (bubbles[k].label != STRATA_BUBBLE_LABEL_NONE)
        g_assert_false (overlap (bubbles[k].label_x, bubbles[k].label_y, bubbles[k].label_width,
                                 bubbles[k].label_height, x, y, width, height));
    }
  for (guint k = 0; k < N_LINES; k++)
    {
      g_assert_true (lines[k].y < y || lines[k].y > y + height);
      if (k != i)
        g_assert_false (overlap (lines[k].label_x, lines[k].label_y, lines[k].label_width,
                                 lines[k].label_height, x, y, width, height));
    }
}

/* Where few have no value, all of them are named that are not wider than the row. */
static void
check_row_names (const StrataBubblesPlan *plan,
                 const StrataBubble      *bubbles,
                 guint                    n,
                 double                   em)
{
  guint unknown = 0;

  for (guint i = 0; i < n; i++)
    unknown += isnan (bubbles[i].value) ? 1 : 0;
  for (guint i = 0; i < n && unknown <= FEW_UNKNOWN; i++)
    if (isnan (bubbles[i].value) && bubbles[i].label_width <= plan->right - plan->row_left - em)
      g_assert_cmpint (bubbles[i].label, ==, STRATA_BUBBLE_LABEL_BESIDE);
}

static void
test_places (gconstpointer data)
{
  static const guint counts[] = { 1, 2, 7, 44, 120, 500 };
  Kind kind = (Kind) GPOINTER_TO_UINT (data);
  static StrataBubble bubbles[MOST_ROWS];

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    for (guint s = 0; s < G_N_ELEMENTS (scripts); s++)
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          StrataBubblesLine lines[N_LINES];
          StrataBubblesPlan plan;

          seed = counts[c] * 31 + s;
          make_rows (kind, s, bubbles, counts[c]);
          lay_out (s, widths[w], heights[(w + c) % G_N_ELEMENTS (heights)], bubbles, counts[c], lines, &plan);
          for (guint i = 0; i < counts[c]; i++)
            {
              check_circle (&plan, bubbles, i, kind);
              check_label (&plan, bubbles, counts[c], i);
            }
          for (guint i = 0; i < N_LINES; i++)
            check_line (&plan, bubbles, counts[c], lines, i);
          check_row_names (&plan, bubbles, counts[c], scripts[s].em);
          g_assert_cmpfloat (fabs (plan.head - TOP * scripts[s].em), <, SLACK);
          g_assert_cmpfloat (plan.height, >=, plan.row_foot + FOOT * scripts[s].em);
        }
}

/* A circle's area is what its size is of the largest; small ones can be seen. */
static void
test_areas (void)
{
  StrataBubble bubbles[] = {
    { .year = 2020, .value = 1000, .size = 1000 },
    { .year = 2021, .value = 250, .size = 250 },
    { .year = 2022, .value = 0.1, .size = 0.1 },
  };
  StrataBubblesLine lines[N_LINES];
  StrataBubblesPlan plan;

  lay_out (0, 1280, 800, bubbles, 3, lines, &plan);
  g_assert_cmpfloat (fabs (bubbles[0].radius - 2 * bubbles[1].radius), <, SLACK);
  g_assert_cmpfloat (bubbles[2].radius, ==, plan.least_radius);
  g_assert_cmpfloat (bubbles[0].y, <, bubbles[1].y);
  g_assert_cmpfloat (bubbles[0].x, <, bubbles[1].x);
  g_assert_cmpint (bubbles[0].label, !=, STRATA_BUBBLE_LABEL_NONE);
  g_assert_cmpfloat (plan.row_top, ==, plan.row_foot);
}

/* A frame that is high enough is filled and no more; without one, it looks best. */
static void
test_height (void)
{
  static StrataBubble bubbles[44];
  StrataBubblesLine lines[N_LINES];
  StrataBubblesPlan plan;
  double least, paper;

  seed = 3;
  make_rows (SPREAD, 0, bubbles, 44);
  lay_out (0, 1140, 0, bubbles, 44, lines, &plan);
  least = plan.height;
  lay_out (0, 1140, least + 100, bubbles, 44, lines, &plan);
  g_assert_cmpfloat (fabs (plan.height - least - 100), <, SLACK);
  lay_out (0, 1140, -1, bubbles, 44, lines, &plan);
  paper = plan.height;
  g_assert_cmpfloat (paper, >, least);
  /* There is room for the axis' title above its highest number. */
  g_assert_cmpfloat (strata_bubbles_value_y (&plan, plan.axis.ticks[plan.axis.n_ticks - 1]), >=,
                     plan.top + 2 * scripts[0].em - SLACK);
}

/* A line's label is clear of the circles on the line, if need be a little off it. */
static void
test_line_label (void)
{
  StrataBubble bubbles[6];
  StrataBubblesLine lines[N_LINES];
  StrataBubblesPlan plan;

  for (guint i = 0; i < 6; i++)
    bubbles[i] = (StrataBubble){ .year = 2017 + i, .value = i == 0 ? 0.1 : 175, .size = NAN };
  lay_out (0, 420, 0, bubbles, 6, lines, &plan);
  check_line (&plan, bubbles, 6, lines, 0);
  g_assert_false (lines[0].is_apart);
  g_assert_cmpfloat (fabs (lines[0].label_y + lines[0].label_height / 2 - lines[0].y), <, 2 * scripts[0].em);

  /* With letters twice as large, there is no room: they stand above, one after another. */
  lay_out (2, 372, 0, bubbles, 6, lines, &plan);
  for (guint i = 0; i < N_LINES; i++)
    {
      check_line (&plan, bubbles, 6, lines, i);
      g_assert_true (lines[i].is_apart);
      g_assert_cmpfloat (lines[i].label_x, >=, STRATA_BUBBLES_KEY * scripts[2].em);
    }
  g_assert_cmpfloat (plan.top, ==, plan.head + lines[0].label_height + lines[1].label_height);
}

/* Where the row of those without a value is narrow, one steps down to be named; where
 * it is too narrow for that, each has a line of its own. */
static void
test_row_labels (void)
{
  StrataBubble bubbles[7];
  StrataBubblesLine lines[N_LINES];
  StrataBubblesPlan plan;

  for (guint script = 0; script < G_N_ELEMENTS (scripts); script += 2)
    {
      double em = scripts[script].em;

      for (guint i = 0; i < 6; i++)
        bubbles[i] = (StrataBubble){ .year = i == 0 ? 2022 : i == 5 ? 2025 : 2023, .value = NAN, .size = NAN,
                                     .label_width = i == 0 || i == 2 ? 8 * em : 3 * em,
                                     .label_height = 1.3 * em };
      bubbles[6] = (StrataBubble){ .year = 2017, .value = 1, .size = 1 };
      lay_out (script, 420, 0, bubbles, 7, lines, &plan);
      for (guint i = 0; i < 6; i++)
        {
          check_label (&plan, bubbles, 7, i);
          g_assert_cmpint (bubbles[i].label, ==, STRATA_BUBBLE_LABEL_BESIDE);
          for (guint k = 0; k < i && script == 2; k++)
            g_assert_cmpfloat (bubbles[i].y, >, bubbles[k].y + em);
        }
      g_assert_cmpfloat (bubbles[5].y, >, bubbles[1].y);
    }
}

static void
test_axis (void)
{
  StrataAxis axis;

  /* One for each decade. */
  strata_axis_init (&axis, 0.117, 1571, TRUE, 8);
  g_assert_cmpuint (axis.n_ticks, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (fabs (axis.ticks[i] / pow (10, (int) i - 1) - 1), <, 1e-9);
  g_assert_cmpfloat (strata_axis_share (&axis, axis.low), ==, 0);
  g_assert_cmpfloat (fabs (strata_axis_share (&axis, 1) - strata_axis_share (&axis, 0.1)
                           - (strata_axis_share (&axis, 10) - strata_axis_share (&axis, 1))), <, 1e-9);

  /* Many decades are skipped, few are divided. */
  strata_axis_init (&axis, 1e-10, 1e12, TRUE, 8);
  g_assert_cmpuint (axis.n_ticks, <=, 8);
  strata_axis_init (&axis, 3, 40, TRUE, 8);
  g_assert_cmpuint (axis.n_ticks, >=, 3);
  strata_axis_init (&axis, 5, 5, TRUE, 8);
  g_assert_cmpfloat (fabs (strata_axis_share (&axis, 5) - 0.5), <, 1e-9);

  strata_axis_init (&axis, 3, 97, FALSE, 6);
  g_assert_cmpfloat (axis.low, ==, 0);
  g_assert_cmpfloat (axis.high, ==, 100);
  g_assert_cmpuint (axis.n_ticks, ==, 6);
  strata_axis_init (&axis, -1e300, 1e300, FALSE, 6);
  g_assert_cmpfloat (strata_axis_share (&axis, 0), ==, 0.5);
  strata_axis_init (&axis, 0, 0, FALSE, 6);
  g_assert_cmpfloat (axis.high, >, axis.low);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[N_KINDS] = { "spread",    "one-year",  "all-equal",
                                              "centuries", "no-values", "no-years" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_autofree char *path = g_strconcat ("/bubbles/places/", names[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_places);
    }
  g_test_add_func ("/bubbles/areas", test_areas);
  g_test_add_func ("/bubbles/height", test_height);
  g_test_add_func ("/bubbles/line-label", test_line_label);
  g_test_add_func ("/bubbles/row-labels", test_row_labels);
  g_test_add_func ("/bubbles/axis", test_axis);
  return g_test_run ();
}
