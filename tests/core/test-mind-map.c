#include "geometry/strata-mind-map.h"

#include <math.h>
#include <string.h>

#define MOST_ROWS 500
#define MOST_ITEMS (MOST_ROWS + 12)
#define SLACK 1e-6
#define SAMPLES 60

static const double widths[] = { 372,  420,  500,  600,  700,  760,
                                 900, 1024, 1280, 1920, 2560, 3840 };

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

static guint seed;

static guint
random_number (guint from,
               guint to)
{
  seed = seed * 1664525u + 1013904223u;
  return from + (seed >> 8) % (to - from + 1);
}

/* The box of a label in one line. */
static double
natural_width (const Script *script)
{
  return (random_number (script->least, script->most) * script->letter + 1.6) * script->em;
}

/* A map of @n_rows rows on @n_branches branches, 0 for none: parents and natural
 * widths. */
static guint
make_items (const Script      *script,
            guint              n_rows,
            guint              n_branches,
            StrataMindMapItem *items)
{
  guint n = 1, left = n_rows;

  items[0].parent = -1;
  for (guint b = 0; b < n_branches && left > 0; b++)
    {
      guint branch = n, share = b + 1 == n_branches ? left : random_number (1, left);

      items[n++].parent = 0;
      for (guint i = 0; i < share; i++)
        items[n++].parent = (int) branch;
      left -= share;
    }
  for (guint i = 0; n_branches == 0 && i < n_rows; i++)
    items[n++].parent = 0;
  for (guint i = 0; i < n; i++)
    items[i].width = natural_width (script);
  return n;
}

static guint
level_of (const StrataMindMapItem *item)
{
  return item->parent < 0 ? 0 : item->parent == 0 ? 1 : 2;
}

/* Breaks the labels as planned, each into as many lines as it takes. */
static void
break_labels (const Script            *script,
              const StrataMindMapPlan *plan,
              StrataMindMapItem       *items,
              guint                    n)
{
  for (guint i = 0; i < n; i++)
    {
      double widest = plan->widths[level_of (&items[i])], lines = 1;

      if (items[i].width > widest)
        {
          double padding = 1.6 * script->em;

          lines = ceil ((items[i].width - padding) / MAX (script->em, widest - padding));
          items[i].width = widest;
        }
      items[i].height = (lines * 1.35 + 0.9) * script->em;
    }
}

static double
make_map (const Script      *script,
          guint              n_rows,
          guint              n_branches,
          double             width,
          StrataMindMapPlan *plan,
          StrataMindMapItem *items,
          guint             *n)
{
  StrataMindMapNeed needs[3] = { { 0, 0 }, { 0, 0 }, { 0, 0 } };
  guint levels = 0;

  seed = n_rows * 31 + n_branches;
  *n = make_items (script, n_rows, n_branches, items);
  for (guint i = 0; i < *n; i++)
    {
      StrataMindMapNeed *need = &needs[level_of (&items[i])];

      need->natural = MAX (need->natural, items[i].width);
      need->least = need->natural * 0.55;
      levels = MAX (levels, level_of (&items[i]) + 1);
    }
  strata_mind_map_plan (needs, levels, width, script->em, FALSE, plan);
  break_labels (script, plan, items, *n);
  return strata_mind_map_layout (plan, items, *n, width, 700);
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const StrataMindMapItem *one = *(const StrataMindMapItem *const *) a;
  const StrataMindMapItem *other = *(const StrataMindMapItem *const *) b;

  return one->y < other->y ? -1 : one->y > other->y;
}

static gboolean
apart (const StrataMindMapItem *one,
       const StrataMindMapItem *other)
{
  return one->x + one->width < other->x || other->x + other->width < one->x
         || one->y + one->height < other->y || other->y + other->height < one->y;
}

static void
check_boxes (const StrataMindMapItem *items,
             guint                    n,
             double                   width,
             double                   height)
{
  const StrataMindMapItem *sorted[MOST_ITEMS];

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (items[i].x, >=, -SLACK);
      g_assert_cmpfloat (items[i].y, >=, -SLACK);
      g_assert_cmpfloat (items[i].x + items[i].width, <=, width + SLACK);
      g_assert_cmpfloat (items[i].y + items[i].height, <=, height + SLACK);
      sorted[i] = &items[i];
    }
  qsort (sorted, n, sizeof *sorted, compare_tops);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && sorted[j]->y <= sorted[i]->y + sorted[i]->height; j++)
      g_assert_true (apart (sorted[i], sorted[j]));
}

/* Whether a point is within a box, its edge apart. */
static gboolean
within (const StrataMindMapItem *item,
        double                   x,
        double                   y)
{
  return x > item->x + 0.5 && x < item->x + item->width - 0.5 && y > item->y + 0.5
         && y < item->y + item->height - 0.5;
}

static void
check_links (const StrataMindMapPlan *plan,
             const StrataMindMapItem *items,
             guint                    n,
             double                   width,
             double                   height)
{
  for (guint i = 1; i < n; i++)
    {
      StrataMindMapLink link;

      strata_mind_map_link (plan, items, i, &link);
      for (guint s = 0; s <= SAMPLES; s++)
        {
          double x, y;

          strata_mind_map_link_point (&link, s / (double) SAMPLES, &x, &y);
          g_assert_true (x >= 0 && x <= width && y >= 0 && y <= height);
          for (guint k = 0; k < n; k++)
            g_assert_false (within (&items[k], x, y));
        }
    }
}

/* Every number of rows, at every width, in every script: in groups or not. */
static void
test_boxes (void)
{
  static StrataMindMapItem items[MOST_ITEMS];
  StrataMindMapPlan plan;
  guint n;

  for (guint rows = 1; rows <= MOST_ROWS; rows++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      for (guint s = 0; s < G_N_ELEMENTS (scripts); s++)
        {
          guint branches = (rows + w + s) % 4 == 0 ? 0 : 1 + rows % 9;
          double height =
              make_map (&scripts[s], rows, branches, widths[w], &plan, items, &n);

          check_boxes (items, n, widths[w], height);
        }
}

static void
test_links (void)
{
  static const guint counts[] = { 1, 2, 3, 4, 7, 12, 24, 41, 90, 200, 500 };
  static const guint branches[] = { 0, 1, 3, 4, 9 };
  static StrataMindMapItem items[MOST_ITEMS];
  StrataMindMapPlan plan;
  guint n;

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w += counts[c] > 100 ? 4 : 1)
      for (guint s = 0; s < G_N_ELEMENTS (scripts); s++)
        for (guint b = 0; b < G_N_ELEMENTS (branches); b++)
          {
            double height = make_map (&scripts[s], counts[c], branches[b], widths[w], &plan,
                                      items, &n);

            check_links (&plan, items, n, widths[w], height);
          }
}

/* Wide frames spread to both sides, narrow ones are trees, and so is whatever
 * must be compact. */
static void
test_forms (void)
{
  const StrataMindMapNeed needs[] = { { 80, 100 }, { 90, 150 }, { 140, 240 } };
  StrataMindMapPlan plan;

  strata_mind_map_plan (needs, 3, 1200, 15, FALSE, &plan);
  g_assert_cmpint (plan.form, ==, STRATA_MIND_MAP_BOTH);
  strata_mind_map_plan (needs, 3, 540, 15, FALSE, &plan);
  g_assert_cmpint (plan.form, ==, STRATA_MIND_MAP_TREE);
  strata_mind_map_plan (needs, 2, 340, 15, FALSE, &plan);    /* no branches */
  g_assert_cmpint (plan.form, ==, STRATA_MIND_MAP_RIGHT);
  strata_mind_map_plan (needs, 3, 372, 15, FALSE, &plan);
  g_assert_cmpint (plan.form, ==, STRATA_MIND_MAP_TREE);
  strata_mind_map_plan (needs, 3, 1200, 15, TRUE, &plan);
  g_assert_cmpint (plan.form, ==, STRATA_MIND_MAP_TREE);

  /* With room for all, every label has its natural width and gaps grow on, but
   * not for ever. */
  strata_mind_map_plan (needs, 3, 3840, 15, FALSE, &plan);
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    g_assert_cmpfloat (plan.widths[i], ==, needs[i].natural);
  g_assert_cmpfloat (plan.gap, <, 150);
}

static double
side_height (const StrataMindMapItem *items,
             guint                    n,
             gboolean                 left)
{
  double top = INFINITY, foot = -INFINITY;

  for (guint i = 1; i < n; i++)
    if ((items[i].x < items[0].x) == left)
      {
        top = MIN (top, items[i].y);
        foot = MAX (foot, items[i].y + items[i].height);
      }
  return foot - top;
}

/* Both sides are about as high, and one reads down the left one first. */
static void
test_sides (void)
{
  static StrataMindMapItem items[MOST_ITEMS];
  StrataMindMapPlan plan;
  gboolean right = FALSE;
  guint n;

  make_map (&scripts[0], 7, 0, 1280, &plan, items, &n);
  g_assert_cmpint (plan.form, ==, STRATA_MIND_MAP_BOTH);
  for (guint i = 1; i < n; i++)
    {
      g_assert_false (right && items[i].x < items[0].x);
      right = items[i].x > items[0].x;
    }
  g_assert_true (right);
  make_map (&scripts[1], 300, 0, 1280, &plan, items, &n);
  g_assert_cmpfloat (fabs (side_height (items, n, TRUE) - side_height (items, n, FALSE)), <, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mind-map/boxes", test_boxes);
  g_test_add_func ("/mind-map/links", test_links);
  g_test_add_func ("/mind-map/forms", test_forms);
  g_test_add_func ("/mind-map/sides", test_sides);
  return g_test_run ();
}
