#include "geometry/strata-colour.h"
#include "geometry/strata-nest-aside.h"
#include "geometry/strata-nest.h"

#include <math.h>

#define MOST 500
#define SLACK 1e-3

typedef struct
{
  const char *name;
  guint       n_nodes;
  guint       seed;      /* 0: a chain */
  guint       star;      /* all but the root inside the root */
  double      letters;   /* of the full name */
} Tree;

static const Tree trees[] = {
  { "one", 1, 0, 0, 8 },
  { "chain of six", 6, 0, 0, 20 },
  { "chain of twelve", 12, 0, 0, 14 },
  { "forty, branched", 40, 7, 0, 14 },
  { "star of twenty", 21, 0, 1, 12 },
  { "star of two", 3, 0, 1, 12 },
  { "five hundred", MOST, 11, 0, 16 },
  { "long names", 6, 0, 0, 80 },
  { "forty long names", 40, 5, 0, 60 },
};

static const double lengths[] = { 240, 300, 420, 560, 800, 1200, 1600, 2160, 3840 };

static void
set_sizes (StrataNestNode *node,
           double          letters)
{
  double em = 7, line = 16;

  node->sizes[STRATA_NEST_FULL] = (StrataNestSize){ letters * em, line };
  node->sizes[STRATA_NEST_BROAD] = (StrataNestSize){ letters * em * 0.6, 2 * line };
  node->sizes[STRATA_NEST_SQUARE] = (StrataNestSize){ letters * em * 0.4, 3 * line };
  node->sizes[STRATA_NEST_SHORT] = (StrataNestSize){ 3 * em, line };
}

static void
grow (const Tree     *tree,
      StrataNestNode *nodes)
{
  guint state = tree->seed;

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      state = state * 1664525u + 1013904223u;
      nodes[i].parent = (int) i - 1;
      if (tree->star && i > 0)
        nodes[i].parent = 0;
      else if (tree->seed != 0 && i > 0)
        nodes[i].parent = (state >> 8) % i;
      set_sizes (&nodes[i], tree->letters * (0.5 + (i * 7 % 11) / 11.0));
    }
}

/* A circle's distance from a box. */
static double
clearance (const StrataCircle    *circle,
           const StrataNestPlace *label,
           const StrataNestSize  *size)
{
  double x = CLAMP (circle->x, label->x, label->x + size->width);
  double y = CLAMP (circle->y, label->y, label->y + size->height);

  return hypot (circle->x - x, circle->y - y) - circle->r;
}

static void
check_label (const StrataNestNode  *node,
             const StrataNestPlace *place)
{
  const StrataNestSize *size = &node->sizes[place->form];

  for (guint corner = 0; corner < 4; corner++)
    {
      double x = place->x + (corner & 1 ? size->width : 0);
      double y = place->y + (corner & 2 ? size->height : 0);

      g_assert_cmpfloat (hypot (x - place->circle.x, y - place->circle.y), <, place->circle.r);
    }
}

/* Labels cannot meet: each is inside its circle and outside of its children's. */
static void
check_node (const StrataNestNode  *nodes,
            const StrataNestPlace *places,
            guint                  n_nodes,
            guint                  i)
{
  const StrataCircle *circle = &places[i].circle;

  g_assert_cmpfloat (circle->r, >, 0);
  if (places[i].form != STRATA_NEST_NONE)
    check_label (&nodes[i], &places[i]);
  if (i > 0)
    {
      const StrataNestPlace *parent = &places[nodes[i].parent];
      double d = hypot (circle->x - parent->circle.x, circle->y - parent->circle.y);

      g_assert_cmpfloat (d + circle->r, <=, parent->circle.r + SLACK);
      if (parent->form != STRATA_NEST_NONE)
        g_assert_cmpfloat (clearance (circle, parent, &nodes[nodes[i].parent].sizes[parent->form]),
                           >, 0);
    }
  for (guint j = i + 1; j < n_nodes; j++)
    if (nodes[j].parent == nodes[i].parent)
      g_assert_cmpfloat (hypot (circle->x - places[j].circle.x, circle->y - places[j].circle.y), >,
                         circle->r + places[j].circle.r);
}

static void
check_bounds (const StrataCircle *root,
              double              width,
              double              height)
{
  g_assert_cmpfloat (root->x - root->r, >=, -SLACK);
  g_assert_cmpfloat (root->y - root->r, >=, -SLACK);
  g_assert_cmpfloat (root->x + root->r, <=, width + SLACK);
  g_assert_cmpfloat (root->y + root->r, <=, height + SLACK);
}

static double
turn (double ax, double ay, double bx, double by, double cx, double cy)
{
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/* Whether the line to a label crosses another line. */
static gboolean
crosses (const StrataNestAside *one, double x1, double y1, double x2, double y2)
{
  double ax = one->from_x, ay = one->from_y, bx = one->to_x, by = one->to_y;

  return turn (ax, ay, bx, by, x1, y1) * turn (ax, ay, bx, by, x2, y2) < 0
         && turn (x1, y1, x2, y2, ax, ay) * turn (x1, y1, x2, y2, bx, by) < 0;
}

static gboolean
crosses_box (const StrataNestAside *one, double x, double y, const StrataNestSize *size)
{
  return crosses (one, x, y, x + size->width, y + size->height)
         || crosses (one, x, y + size->height, x + size->width, y);
}

/* A label beside the circles is in the room, beside all circles and other labels; its
 * line begins where its circle is seen, and crosses no label and no other line. */
static void
check_aside (const StrataNestNode  *nodes,
             const StrataNestPlace *places,
             guint                  n_nodes,
             const StrataNestAside *asides,
             guint                  n,
             guint                  i,
             double                 width,
             double                 height)
{
  const StrataNestAside *aside = &asides[i];
  const StrataNestSize *size = &nodes[aside->node].sizes[aside->form];
  const StrataCircle *root = &places[0].circle, *circle = &places[aside->node].circle;

  g_assert_cmpint (places[aside->node].form, ==, STRATA_NEST_NONE);
  g_assert_cmpfloat (aside->x, >, root->x + root->r);
  g_assert_cmpfloat (aside->x + size->width, <=, width + SLACK);
  g_assert_cmpfloat (aside->y, >=, -SLACK);
  g_assert_cmpfloat (aside->y + size->height, <=, height + SLACK);
  g_assert_cmpfloat (aside->to_x, <, aside->x);
  g_assert_cmpfloat (hypot (aside->from_x - circle->x, aside->from_y - circle->y), <, circle->r);
  if (aside->node + 1 < n_nodes)
    {
      const StrataCircle *inner = &places[aside->node + 1].circle;

      g_assert_cmpfloat (hypot (aside->from_x - inner->x, aside->from_y - inner->y), >, inner->r);
    }
  for (guint k = 0; k < n_nodes; k++)
    if (places[k].form != STRATA_NEST_NONE)
      g_assert_false (crosses_box (aside, places[k].x, places[k].y, &nodes[k].sizes[places[k].form]));
  for (guint k = i + 1; k < n; k++)
    {
      g_assert_cmpfloat (asides[k].y, >=, aside->y + size->height);
      g_assert_false (crosses (aside, asides[k].from_x, asides[k].from_y, asides[k].to_x, asides[k].to_y));
    }
}

static void
test_invariants (gconstpointer data)
{
  const Tree *tree = data;
  StrataNestNode nodes[MOST];
  StrataNestPlace places[MOST], again[MOST];
  StrataNestAside asides[MOST];

  grow (tree, nodes);
  for (guint w = 0; w < G_N_ELEMENTS (lengths); w++)
    for (guint h = 0; h < G_N_ELEMENTS (lengths); h++)
      {
        guint n_asides;

        strata_nest_layout (nodes, tree->n_nodes, lengths[w], lengths[h], places);
        check_bounds (&places[0].circle, lengths[w], lengths[h]);
        for (guint i = 0; i < tree->n_nodes; i++)
          check_node (nodes, places, tree->n_nodes, i);
        n_asides = strata_nest_label_aside (nodes, places, tree->n_nodes, lengths[w], lengths[h], asides);
        for (guint i = 0; i < n_asides; i++)
          check_aside (nodes, places, tree->n_nodes, asides, n_asides, i, lengths[w], lengths[h]);
        strata_nest_layout (nodes, tree->n_nodes, lengths[w], lengths[h], again);
        for (guint i = 0; i < tree->n_nodes; i++)
          g_assert_true (again[i].circle.x == places[i].circle.x && again[i].x == places[i].x
                         && again[i].form == places[i].form);
      }
}

/* The bundled course: letters as in "Artificial intelligence" and so on. */
static void
test_bundled (void)
{
  const double letters[] = { 23, 16, 15, 13, 13, 21 };
  StrataNestNode nodes[G_N_ELEMENTS (letters)];
  StrataNestPlace places[G_N_ELEMENTS (letters)];

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      nodes[i].parent = (int) i - 1;
      set_sizes (&nodes[i], letters[i]);
    }
  for (double length = 260; length <= 3840; length += 20)
    {
      strata_nest_layout (nodes, G_N_ELEMENTS (letters), length, length, places);
      for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
        {
          g_assert_cmpint (places[i].form, !=, STRATA_NEST_NONE);
          g_assert_cmpfloat (fabs (places[i].circle.y + places[i].circle.r - length), <, SLACK);
          if (length >= 560)
            g_assert_cmpint (places[i].form, !=, STRATA_NEST_SHORT);
        }
    }
}

/* With letters of twice the size, the inner circles of a small map are named beside it:
 * with full names where there is room for them, with short ones in a narrow window. */
static void
test_aside (void)
{
  const double letters[] = { 23, 16, 15, 13, 13, 21 };
  StrataNestNode nodes[G_N_ELEMENTS (letters)];
  StrataNestPlace places[G_N_ELEMENTS (letters)];
  StrataNestAside asides[G_N_ELEMENTS (letters)];
  const guint n_nodes = G_N_ELEMENTS (letters);

  for (guint i = 0; i < n_nodes; i++)
    {
      nodes[i].parent = (int) i - 1;
      set_sizes (&nodes[i], letters[i]);
      for (guint form = 0; form < STRATA_NEST_NONE; form++)
        {
          nodes[i].sizes[form].width *= 2;
          nodes[i].sizes[form].height *= 2;
        }
    }
  for (double width = 408; width <= 1400; width += 62)
    for (double height = 180; height <= 600; height += 7)
      {
        guint n, named = 0;

        strata_nest_layout (nodes, n_nodes, width, height, places);
        n = strata_nest_label_aside (nodes, places, n_nodes, width, height, asides);
        for (guint i = 0; i < n; i++)
          {
            check_aside (nodes, places, n_nodes, asides, n, i, width, height);
            g_assert_cmpint (asides[i].form, ==, width > 1000 ? STRATA_NEST_FULL : asides[0].form);
          }
        for (guint i = 0; i < n_nodes; i++)
          named += places[i].form != STRATA_NEST_NONE ? 1 : 0;
        /* No less than all, unless a map fills a narrow window. */
        if (height <= 260 || width > 600)
          g_assert_cmpuint (named + n, ==, n_nodes);
      }

  /* They may take all of the height. */
  for (guint i = 0; i < n_nodes; i++)
    for (guint form = 0; form < STRATA_NEST_NONE; form++)
      nodes[i].sizes[form] = (StrataNestSize){ 300, 27 };
  strata_nest_layout (nodes, n_nodes, 1200, 180, places);
  g_assert_cmpuint (strata_nest_label_aside (nodes, places, n_nodes, 1200, 180, asides), ==, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    check_aside (nodes, places, n_nodes, asides, n_nodes, i, 1200, 180);

  /* Where circles stand beside each other, a line would cross what is not its own. */
  nodes[2].parent = 0;
  strata_nest_layout (nodes, n_nodes, 1200, 180, places);
  g_assert_cmpuint (strata_nest_label_aside (nodes, places, n_nodes, 1200, 180, asides), ==, 0);
}

static void
test_contrast (void)
{
  StrataColour white = strata_colour_from_hex (0xffffff), black = strata_colour_from_hex (0);
  StrataColour grey = strata_colour_from_hex (0x767676);

  g_assert_cmpfloat_with_epsilon (strata_colour_contrast (&white, &black), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (strata_colour_contrast (&white, &white), 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (strata_colour_contrast (&grey, &white), 4.54, 0.005);
}

static void
test_layers (void)
{
  for (guint dark = 0; dark <= 1; dark++)
    for (guint n = 1; n <= 60; n++)
      for (guint level = 1; level <= n; level++)
        {
          StrataColour ground = strata_colour_layer (level, n, dark);
          StrataColour ink = strata_colour_text_on (&ground);

          g_assert_cmpfloat (strata_colour_contrast (&ground, &ink), >=, STRATA_CONTRAST_TEXT);
        }
}

/* The ring of the focus, on what stands around it. */
static void
test_focus (void)
{
  for (gboolean dark = FALSE; dark <= TRUE; dark++)
    {
      StrataColour ground = strata_colour_ground (dark);
      StrataColour focus = strata_colour_focus (dark);

      g_assert_cmpfloat (strata_colour_contrast (&ground, &focus), >=, STRATA_CONTRAST_LINE);
    }
}

/* Every grey: white or black always has the contrast. */
static void
test_text (void)
{
  for (guint grey = 0; grey < 256; grey++)
    {
      StrataColour ground = strata_colour_from_hex (grey << 16 | grey << 8 | grey);
      StrataColour ink = strata_colour_text_on (&ground);

      g_assert_cmpfloat (strata_colour_contrast (&ground, &ink), >=, STRATA_CONTRAST_TEXT);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (trees); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nest/%s", trees[i].name);

      g_test_add_data_func (path, &trees[i], test_invariants);
    }
  g_test_add_func ("/nest/bundled", test_bundled);
  g_test_add_func ("/nest/aside", test_aside);
  g_test_add_func ("/colour/contrast", test_contrast);
  g_test_add_func ("/colour/layers", test_layers);
  g_test_add_func ("/colour/focus", test_focus);
  g_test_add_func ("/colour/text", test_text);
  return g_test_run ();
}
