#include <adwaita.h>
#include <math.h>

#include "map/strata-map-node.h"
#include "map/strata-map.h"

static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh-TW", NULL };

static const char *const bundled[][4] = {
  { "ai", "AI", "Artificial intelligence", "人工智慧" },
  { "ml", "ML", "Machine learning", "機器學習" },
  { "nn", "NN", "Neural networks", "神經網路" },
  { "dl", "DL", "Deep learning", "深度學習" },
  { "genai", "GenAI", "Generative AI", "生成式 AI" },
  { "llm", "LLM", "Large language models", "大型語言模型" },
};

#define N_BUNDLED G_N_ELEMENTS (bundled)

typedef struct
{
  GtkWidget     *window;
  StrataMap     *map;
  StrataConcept *concepts[40];
  guint          n_activated;
  StrataConcept *activated;
} Fixture;

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
on_activated (StrataMap     *map,
              StrataConcept *concept,
              Fixture       *fixture)
{
  fixture->n_activated++;
  fixture->activated = concept;
}

static StrataConcept *
new_concept (const char *id,
             const char *abbreviation,
             const char *name,
             const char *chinese_name)
{
  g_autoptr (StrataText) text = strata_text_new ();

  strata_text_add (text, "en", name);
  strata_text_add (text, "zh-TW", chinese_name);
  return strata_concept_new (id, abbreviation, text, NULL, NULL);
}

/* A chain if @branches is 0; else each node has that many children. */
static void
fill (Fixture *fixture,
      guint    n,
      guint    branches)
{
  for (guint i = 0; i < n; i++)
    {
      const char *const *row = bundled[i % N_BUNDLED];

      fixture->concepts[i] = new_concept (row[0], row[1], row[2], row[3]);
      if (i > 0)
        strata_concept_append (fixture->concepts[branches == 0 ? i - 1 : (i - 1) / branches],
                               fixture->concepts[i]);
    }
  strata_map_set_root (fixture->map, fixture->concepts[0], english);
}

static void
show (Fixture *fixture,
      int      width,
      int      height)
{
  gtk_widget_set_size_request (GTK_WIDGET (fixture->map), width, height);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1, 1);
  gtk_window_present (GTK_WINDOW (fixture->window));
  spin (120);
  for (guint i = 0; gtk_widget_get_width (GTK_WIDGET (fixture->map)) != width && i < 40; i++)
    spin (50);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->map)), ==, width);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = gtk_window_new ();
  fixture->map = STRATA_MAP (strata_map_new ());
  gtk_widget_set_halign (GTK_WIDGET (fixture->map), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (fixture->map), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->map));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  g_signal_connect (fixture->map, "concept-activated", G_CALLBACK (on_activated), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gpointer map = fixture->map, root = fixture->concepts[0];

  g_object_add_weak_pointer (map, &map);
  g_object_add_weak_pointer (root, &root);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (20);
  g_assert_null (map);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->concepts); i++)
    g_clear_object (&fixture->concepts[i]);
  g_assert_null (root);
}

static GtkWidget *
node_of (Fixture       *fixture,
         StrataConcept *concept)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->map)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (strata_map_node_get_concept (STRATA_MAP_NODE (child)) == concept)
      return child;
  g_assert_not_reached ();
}

static StrataConcept *
focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return STRATA_IS_MAP_NODE (focus) ? strata_map_node_get_concept (STRATA_MAP_NODE (focus)) : NULL;
}

static void
assert_label (GtkWidget  *node,
              const char *name,
              const char *description)
{
  gtk_test_accessible_assert_role (node, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (node, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (node, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);

  fill (fixture, N_BUNDLED, 0);
  gtk_test_accessible_assert_role (map, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map of the course");
  assert_label (node_of (fixture, fixture->concepts[0]), "Artificial intelligence",
                "level 1 of 6, outermost");
  assert_label (node_of (fixture, fixture->concepts[3]), "Deep learning",
                "level 4 of 6, inside Neural networks");

  strata_map_set_root (fixture->map, fixture->concepts[0], chinese);
  assert_label (node_of (fixture, fixture->concepts[3]), "深度學習", "level 4 of 6, inside 神經網路");
}

static void
count (GObject    *object,
       GParamSpec *pspec,
       guint      *n)
{
  (*n)++;
}

static void
test_selected (Fixture      *fixture,
               gconstpointer data)
{
  guint n = 0;

  fill (fixture, N_BUNDLED, 0);
  g_signal_connect (fixture->map, "notify::selected", G_CALLBACK (count), &n);
  strata_map_set_selected (fixture->map, fixture->concepts[3]);
  strata_map_set_selected (fixture->map, fixture->concepts[3]);
  g_assert_cmpuint (n, ==, 1);
  for (guint i = 0; i < N_BUNDLED; i++)
    gtk_test_accessible_assert_state (node_of (fixture, fixture->concepts[i]),
                                      GTK_ACCESSIBLE_STATE_PRESSED,
                                      i == 3 ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                             : GTK_ACCESSIBLE_TRISTATE_FALSE);
  strata_map_set_root (fixture->map, fixture->concepts[0], chinese);
  g_assert_true (strata_map_get_selected (fixture->map) == fixture->concepts[3]);
  strata_map_set_root (fixture->map, NULL, chinese);
  g_assert_null (strata_map_get_selected (fixture->map));
  g_assert_cmpuint (n, ==, 2);
}

/* The point of a node's ring just below its top, where no child is. */
static void
assert_pick_top (Fixture       *fixture,
                 StrataConcept *concept)
{
  GtkWidget *map = GTK_WIDGET (fixture->map), *node = node_of (fixture, concept);
  graphene_rect_t bounds;
  double x, y;

  g_assert_true (gtk_widget_compute_bounds (node, map, &bounds));
  x = bounds.origin.x + bounds.size.width / 2;
  y = bounds.origin.y + 3;
  g_assert_true (gtk_widget_pick (map, x, y, GTK_PICK_DEFAULT) == node);
  g_assert_true (gtk_widget_pick (map, bounds.origin.x + 1, bounds.origin.y + 1, GTK_PICK_DEFAULT)
                 != node);
}

static void
test_pick (Fixture      *fixture,
           gconstpointer data)
{
  const int lengths[] = { 300, 560, 1600 };
  const char *const *languages[] = { english, chinese };

  fill (fixture, N_BUNDLED, 0);
  for (guint l = 0; l < G_N_ELEMENTS (lengths); l++)
    for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        strata_map_set_root (fixture->map, fixture->concepts[0], languages[k]);
        show (fixture, lengths[l], lengths[l]);
        for (guint i = 0; i < N_BUNDLED; i++)
          {
            GtkWidget *node = node_of (fixture, fixture->concepts[i]);

            assert_pick_top (fixture, fixture->concepts[i]);
            g_assert_cmpint (strata_map_node_get_form (STRATA_MAP_NODE (node)), <=,
                             lengths[l] < 560 ? STRATA_NEST_SHORT : STRATA_NEST_SQUARE);
          }
      }
}

/* Whether the pointer finds it somewhere to the right of the outermost circle. */
static gboolean
is_found_aside (Fixture   *fixture,
                GtkWidget *node)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);
  graphene_rect_t outermost;

  g_assert_true (gtk_widget_compute_bounds (node_of (fixture, fixture->concepts[0]), map, &outermost));
  for (int x = (int) (outermost.origin.x + outermost.size.width) + 2; x < gtk_widget_get_width (map); x += 5)
    for (int y = 0; y < gtk_widget_get_height (map); y += 5)
      if (gtk_widget_pick (map, x, y, GTK_PICK_DEFAULT) == node)
        return TRUE;
  return FALSE;
}

/* With letters of twice the size, a layer of a small map is named in it or beside it,
 * where it is pressed, too. */
static void
test_aside (Fixture      *fixture,
            gconstpointer data)
{
  const char *const *languages[] = { english, chinese };
  GtkSettings *settings = gtk_settings_get_default ();
  guint n_asides = 0;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  fill (fixture, N_BUNDLED, 0);
  for (int width = 410; width <= 1190; width += 780)
    for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        strata_map_set_root (fixture->map, fixture->concepts[0], languages[k]);
        show (fixture, width, 200);
        for (guint i = 0; i < N_BUNDLED; i++)
          {
            GtkWidget *node = node_of (fixture, fixture->concepts[i]);
            gboolean is_inside = strata_map_node_get_form (STRATA_MAP_NODE (node)) != STRATA_NEST_NONE;

            g_assert_true (is_found_aside (fixture, node) == !is_inside);
            n_asides += is_inside ? 0 : 1;
          }
      }
  g_assert_cmpuint (n_asides, >=, 12);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
move (Fixture       *fixture,
      const char    *action,
      StrataConcept *expected)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), action, NULL));
  g_assert_true (focused (fixture) == expected);
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (fixture->window)));
  g_assert_cmpuint (fixture->n_activated, ==, 0);
}

static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  StrataConcept **c = fixture->concepts;

  fill (fixture, 13, 3);
  strata_map_set_selected (fixture->map, c[1]);
  show (fixture, 560, 560);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (focused (fixture) == c[1]);
  move (fixture, "map.next", c[2]);
  move (fixture, "map.inward", c[7]);
  move (fixture, "map.next", c[8]);
  move (fixture, "map.next", c[9]);
  move (fixture, "map.next", c[9]);
  move (fixture, "map.previous", c[8]);
  move (fixture, "map.outward", c[2]);
  move (fixture, "map.last", c[7]);
  move (fixture, "map.inward", c[7]);
  move (fixture, "map.first", c[0]);
  move (fixture, "map.outward", c[0]);
  move (fixture, "map.previous", c[0]);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_TAB_FORWARD));
}

static void
test_activate (Fixture      *fixture,
               gconstpointer data)
{
  fill (fixture, N_BUNDLED, 0);
  show (fixture, 560, 560);
  g_assert_true (gtk_widget_activate (node_of (fixture, fixture->concepts[4])));
  for (guint i = 0; fixture->n_activated == 0 && i < 40; i++)
    spin (50);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_true (fixture->activated == fixture->concepts[4]);
}

static void
test_tree (Fixture      *fixture,
           gconstpointer data)
{
  const guint *tree = data;

  fill (fixture, tree[0], tree[1]);
  strata_map_set_selected (fixture->map, fixture->concepts[tree[0] - 1]);
  show (fixture, 900, 700);
  for (guint i = 0; i < tree[0]; i++)
    {
      GtkWidget *node = node_of (fixture, fixture->concepts[i]);

      assert_pick_top (fixture, fixture->concepts[i]);
      g_assert_cmpint (strata_map_node_get_form (STRATA_MAP_NODE (node)), <, STRATA_NEST_NONE);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const guint single[] = { 1, 0 }, forty[] = { 40, 3 };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)
  ADD ("/map/names", NULL, test_names);
  ADD ("/map/selected", NULL, test_selected);
  ADD ("/map/pick", NULL, test_pick);
  ADD ("/map/aside", NULL, test_aside);
  ADD ("/map/keys", NULL, test_keys);
  ADD ("/map/activate", NULL, test_activate);
  ADD ("/map/single", single, test_tree);
  ADD ("/map/forty", forty, test_tree);
#undef ADD
  return g_test_run ();
}
