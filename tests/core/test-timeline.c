#include "geometry/strata-timeline.h"

#include <math.h>

#define MOST_EVENTS 500
#define MOST_LANES 6
#define SLACK 1e-6

static const double widths[] = { 372,  420,  500,  600,  700,  760,
                                 900, 1024, 1280, 1920, 2560, 3840 };
static const guint counts[] = { 1, 2, 3, 7, 24, 56, 120, 250, 500 };

/* Letters of labels as they are in courses: how wide one is, in ems, and how many
 * a label has from and to. */
typedef struct
{
  const char *name;
  double      letter;
  guint       least;
  guint       most;
  double      em;
} Script;

static const Script scripts[] = {
  { "English", 0.52, 4, 44, 15 },
  { "Chinese", 1.0, 2, 18, 15 },
  { "English, 200 %", 0.52, 4, 44, 30 },
  { "Chinese, 200 %", 1.0, 2, 18, 30 },
};

/* A timeline that was laid out. */
typedef struct
{
  StrataTimelinePlan  plan;
  StrataTimelineAxis *axis;
  StrataTimelineItem  items[MOST_EVENTS];
  guint               n_items;
  StrataTimelineLane  lanes[MOST_LANES];
  double              height;
} Timeline;

static guint seed;

static guint
random_number (guint from,
               guint to)
{
  seed = seed * 1664525u + 1013904223u;
  return from + (seed >> 8) % (to - from + 1);
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* As history has it: few for a long time, then many. */
static void
make_years (int  *years,
            guint n)
{
  for (guint i = 0; i < n; i++)
    years[i] = random_number (0, 2) == 0 ? (int) random_number (1805, 2011)
                                         : (int) random_number (2012, 2025);
  qsort (years, n, sizeof *years, compare_ints);
}

static double
tick_width (const Script *script)
{
  return 2.2 * script->em;
}

static void
make (Timeline     *line,
      const Script *script,
      guint         n,
      double        width,
      double        height)
{
  int years[MOST_EVENTS];

  seed = n * 31 + 7;
  make_years (years, n);
  strata_timeline_plan (width, script->em, tick_width (script), MOST_LANES, &line->plan);
  line->axis = strata_timeline_axis_new (years, n);
  line->n_items = n;
  for (guint i = 0; i < n; i++)
    {
      double natural = random_number (script->least, script->most) * script->letter * script->em;
      double lines = ceil (natural / line->plan.label_width);

      line->items[i] = (StrataTimelineItem){ .year = years[i],
                                             .lane = random_number (0, MOST_LANES - 1),
                                             .width = MIN (natural, line->plan.label_width),
                                             .height = lines * 1.35 * script->em };
    }
  for (guint l = 0; l < MOST_LANES; l++)
    line->lanes[l] = (StrataTimelineLane){ .heading = 1.3 * script->em };
  line->height = strata_timeline_layout (&line->plan, line->axis, line->items, n, line->lanes,
                                         MOST_LANES, height, 1);
}

static void
check_inside (const Timeline *line,
              double          width)
{
  for (guint i = 0; i < line->n_items; i++)
    {
      const StrataTimelineItem *item = &line->items[i];
      double r = line->plan.radius;

      g_assert_cmpfloat (item->x, >=, -SLACK);
      g_assert_cmpfloat (item->x + item->box_width, <=, width + SLACK);
      g_assert_cmpfloat (item->y, >=, line->plan.axis - SLACK);
      g_assert_cmpfloat (item->y + item->box_height, <=, line->height + SLACK);

      /* Dot and label are in the box, and apart. */
      g_assert_cmpfloat (item->dot_x - r, >=, item->x - SLACK);
      g_assert_cmpfloat (item->dot_x + r, <=, item->x + item->box_width + SLACK);
      g_assert_cmpfloat (item->label_x, >=, item->x - SLACK);
      g_assert_cmpfloat (item->label_x + item->width, <=, item->x + item->box_width + SLACK);
      g_assert_cmpfloat (item->label_y, >=, item->y - SLACK);
      g_assert_cmpfloat (item->label_y + item->height, <=, item->y + item->box_height + SLACK);
      g_assert_true (item->label_x >= item->dot_x + r - SLACK
                     || item->label_x + item->width <= item->dot_x - r + SLACK);
    }
}

static gboolean
apart (const StrataTimelineItem *one,
       const StrataTimelineItem *other)
{
  return one->x + one->box_width <= other->x + SLACK || other->x + other->box_width <= one->x + SLACK
         || one->y + one->box_height <= other->y + SLACK
         || other->y + other->box_height <= one->y + SLACK;
}

static void
check_apart (const Timeline *line)
{
  for (guint i = 0; i < line->n_items; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (apart (&line->items[i], &line->items[j]));
}

/* Every event is in its lane's band, below its name; bands do not touch. */
static void
check_bands (const Timeline *line)
{
  for (guint l = 1; l < MOST_LANES; l++)
    g_assert_cmpfloat (line->lanes[l].y, >, line->lanes[l - 1].y + line->lanes[l - 1].height);
  for (guint i = 0; i < line->n_items; i++)
    {
      const StrataTimelineLane *lane = &line->lanes[line->items[i].lane];

      g_assert_cmpfloat (line->items[i].y, >=, lane->y + lane->heading);
      g_assert_cmpfloat (line->items[i].y + line->items[i].box_height, <=,
                         lane->y + lane->height + SLACK);
    }
}

/* Years run on in order, equal ones stand at the same place. */
static void
check_order (const Timeline *line)
{
  for (guint i = 1; i < line->n_items; i++)
    {
      const StrataTimelineItem *one = &line->items[i - 1], *other = &line->items[i];

      if (line->plan.form == STRATA_TIMELINE_DOWN)
        g_assert_cmpfloat (one->dot_y, <, other->dot_y);
      else if (one->year == other->year)
        g_assert_cmpfloat (one->dot_x, ==, other->dot_x);
      else
        g_assert_cmpfloat (one->dot_x, <, other->dot_x);
    }
}

static void
check_ticks (const Timeline *line,
             const Script   *script)
{
  double length = line->plan.end - line->plan.start, room = 1.5 * tick_width (script);
  g_autoptr (GArray) ticks = strata_timeline_axis_list_ticks (line->axis, length, room);
  const StrataTimelineTick *tick = (const StrataTimelineTick *) (const void *) ticks->data;

  g_assert_cmpuint (ticks->len, >, 0);
  for (guint i = 0; i < ticks->len; i++)
    {
      g_assert_cmpfloat (line->plan.start + tick[i].place - tick_width (script) / 2, >=, 0);
      g_assert_cmpfloat (line->plan.start + tick[i].place + tick_width (script) / 2, <=,
                         line->plan.width);
      if (i > 0)
        g_assert_cmpfloat (tick[i].place - tick[i - 1].place, >=, room - SLACK);
    }
}

static void
test_places (void)
{
  Timeline line;

  for (guint s = 0; s < G_N_ELEMENTS (scripts); s++)
    for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          make (&line, &scripts[s], counts[c], widths[w], 600);
          check_inside (&line, widths[w]);
          check_apart (&line);
          check_order (&line);
          if (line.plan.form == STRATA_TIMELINE_ACROSS)
            {
              g_assert_cmpfloat (line.height, >=, 600);
              check_bands (&line);
              check_ticks (&line, &scripts[s]);
            }
          strata_timeline_axis_free (line.axis);
        }
}

/* The wider it is drawn, the fewer rows: in the end, one for each lane. */
static void
test_zoom (void)
{
  Timeline line;
  double before = G_MAXDOUBLE;

  for (double width = 900; width < 70000; width *= 3)
    {
      make (&line, &scripts[0], 56, width, 0);
      check_inside (&line, width);
      check_apart (&line);
      g_assert_cmpfloat (line.height, <=, before);
      before = line.height;
      strata_timeline_axis_free (line.axis);
    }
}

/* A frame that has more room than needed is filled. */
static void
test_fill (void)
{
  Timeline line;
  double taken;

  make (&line, &scripts[0], 24, 1280, 0);
  taken = line.height;
  strata_timeline_axis_free (line.axis);
  make (&line, &scripts[0], 24, 1280, taken + 500);
  g_assert_cmpfloat (line.height, ==, taken + 500);
  check_inside (&line, 1280);
  check_apart (&line);
  check_bands (&line);
  g_assert_cmpfloat (line.lanes[MOST_LANES - 1].y + line.lanes[MOST_LANES - 1].height, >,
                     taken + 450);
  strata_timeline_axis_free (line.axis);
}

static void
test_form (void)
{
  StrataTimelinePlan plan;

  strata_timeline_plan (420, 15, 33, 6, &plan);
  g_assert_cmpint (plan.form, ==, STRATA_TIMELINE_DOWN);
  g_assert_cmpfloat (plan.label_width, >, 220);
  strata_timeline_plan (1000, 15, 33, 6, &plan);
  g_assert_cmpint (plan.form, ==, STRATA_TIMELINE_ACROSS);
  strata_timeline_plan (1000, 30, 66, 6, &plan);
  g_assert_cmpint (plan.form, ==, STRATA_TIMELINE_DOWN);
}

/* Zooming a timeline that runs down draws years apart, not labels. */
static void
test_stretch (void)
{
  Timeline line;
  double before, gap;

  make (&line, &scripts[0], 56, 420, 600);
  before = line.height;
  gap = line.items[1].y - line.items[0].y;
  line.height = strata_timeline_layout (&line.plan, line.axis, line.items, 56, line.lanes,
                                        MOST_LANES, 600, 3);
  g_assert_cmpfloat (line.height, >, before + 100);
  g_assert_cmpfloat (line.items[1].y - line.items[0].y, >, gap);
  check_inside (&line, 420);
  check_apart (&line);
  strata_timeline_axis_free (line.axis);
}

/* Much happened from 2012 on: those years have more than half of the axis. */
static void
test_axis (void)
{
  static const int years[] = { 1805, 1847, 1956, 2012, 2012, 2013, 2014, 2014, 2017, 2018, 2020, 2020 };
  static const int same[] = { 1958, 1958 };
  static const int ages[] = { -1000000, 0, 1000000 };
  g_autoptr (StrataTimelineAxis) axis = strata_timeline_axis_new (years, G_N_ELEMENTS (years));
  g_autoptr (StrataTimelineAxis) point = strata_timeline_axis_new (same, 2);
  g_autoptr (StrataTimelineAxis) long_axis = strata_timeline_axis_new (ages, 3);
  g_autoptr (GArray) ticks = strata_timeline_axis_list_ticks (axis, 1000, 50);
  g_autoptr (GArray) one = strata_timeline_axis_list_ticks (point, 1000, 50);
  g_autoptr (GArray) few = strata_timeline_axis_list_ticks (long_axis, 1000, 50);
  gboolean has_1900 = FALSE;

  g_assert_cmpfloat (strata_timeline_axis_place (axis, 1805), ==, 0);
  g_assert_cmpfloat (strata_timeline_axis_place (axis, 2020), ==, 1);
  g_assert_cmpfloat (strata_timeline_axis_place (axis, 1700), ==, 0);
  g_assert_cmpfloat (strata_timeline_axis_place (axis, 2100), ==, 1);
  g_assert_cmpfloat (strata_timeline_axis_place (axis, 2012), <, 0.5);
  g_assert_cmpfloat_with_epsilon (strata_timeline_axis_place (axis, 2015.5),
                                  (strata_timeline_axis_place (axis, 2014)
                                   + strata_timeline_axis_place (axis, 2017)) / 2,
                                  1e-9);
  for (guint i = 0; i < ticks->len; i++)
    has_1900 = has_1900 || g_array_index (ticks, StrataTimelineTick, i).year == 1900;
  g_assert_true (has_1900);

  g_assert_cmpfloat (strata_timeline_axis_place (point, 1958), ==, 0.5);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (few->len, >, 2);
  g_assert_cmpuint (few->len, <=, 21);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/places", test_places);
  g_test_add_func ("/timeline/zoom", test_zoom);
  g_test_add_func ("/timeline/fill", test_fill);
  g_test_add_func ("/timeline/form", test_form);
  g_test_add_func ("/timeline/stretch", test_stretch);
  g_test_add_func ("/timeline/axis", test_axis);
  return g_test_run ();
}
