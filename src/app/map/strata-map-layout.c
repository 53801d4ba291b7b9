#include "strata-map-layout.h"

#include "geometry/strata-edge-marks.h"
#include "strata-map-leak.h"
#include "strata-map-node.h"

#include <math.h>

#define LEAST_WIDTH 240
#define LEAST_HEIGHT 200
#define NATURAL 560
#define MARGIN 6            /* room for the focus ring */
#define LARGEST_SCALE 2.5   /* of the font */

struct _StrataMapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (StrataMapLayout, strata_map_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
strata_map_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = NATURAL;
}

/* Letters grow with the map, but more slowly, and less where many share it. */
static double
font_scale (double length,
            guint  n_nodes)
{
  double crowd = pow (6.0 / MAX (6, n_nodes), 0.2);

  return MIN (pow (length / NATURAL, 0.75) * crowd, LARGEST_SCALE);
}

static GPtrArray *
collect_nodes (GtkWidget *widget)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STRATA_IS_MAP_NODE (child))
      g_ptr_array_add (nodes, child);
  return nodes;
}

/* The nodes as the geometry wants them. */
static StrataNestNode *
measure_nodes (GPtrArray *nodes,
               double     scale)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  StrataNestNode *result = g_new0 (StrataNestNode, nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    {
      StrataConcept *concept = strata_map_node_get_concept (nodes->pdata[i]);
      gpointer parent = strata_concept_get_parent (concept);

      g_hash_table_insert (indices, concept, GINT_TO_POINTER (i));
      result[i].parent = i == 0 ? -1 : GPOINTER_TO_INT (g_hash_table_lookup (indices, parent));
      strata_map_node_measure (nodes->pdata[i], scale, result[i].sizes);
    }
  return result;
}

/* Puts the parts that stick out on the edges of their layers. */
static void
allocate_leaks (GtkWidget             *widget,
                GPtrArray             *nodes,
                const StrataNestNode  *tree,
                const StrataNestPlace *places,
                int                    width,
                int                    height)
{
  g_autoptr (GPtrArray) leaks = g_ptr_array_new ();
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree StrataCircle *circles = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for (guint i = 0; STRATA_IS_MAP_LEAK (child) && gtk_widget_get_visible (child) && i < nodes->len;
         i++)
      if (strata_map_node_get_concept (nodes->pdata[i])
          == strata_map_leak_get_concept (STRATA_MAP_LEAK (child)))
        {
          g_ptr_array_add (leaks, child);
          g_array_append_val (edges, i);
        }
  if (leaks->len == 0)
    return;
  circles = g_new0 (StrataCircle, leaks->len);
  strata_edge_marks_place (tree, places, nodes->len, width, height, (const guint *) (void *) edges->data,
                           leaks->len, strata_map_leak_get_radius (leaks->pdata[0]), circles);
  for (guint i = 0; i < leaks->len; i++)
    strata_map_leak_place (leaks->pdata[i], &circles[i]);
}

/* Whether nothing that sticks out of a layer is shown: it would be among the labels
 * beside the map. */
static gboolean
is_whole (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STRATA_IS_MAP_LEAK (child) && gtk_widget_get_visible (child))
      return FALSE;
  return TRUE;
}

/* Gives each node its place, and its label beside the map if it has one: both begin
 * after the margin. */
static void
place_nodes (GPtrArray       *nodes,
             StrataNestPlace *places,
             StrataNestAside *asides,
             guint            n_asides,
             double           scale)
{
  for (guint i = 0, a = 0; i < nodes->len; i++)
    {
      StrataNestAside *aside = a < n_asides && asides[a].node == i ? &asides[a++] : NULL;

      places[i].circle.x += MARGIN;
      places[i].circle.y += MARGIN;
      places[i].x += MARGIN;
      places[i].y += MARGIN;
      if (aside != NULL)
        strata_nest_aside_move (aside, MARGIN, MARGIN);
      strata_map_node_place (nodes->pdata[i], &places[i], aside, scale);
    }
}

static void
strata_map_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  g_autoptr (GPtrArray) nodes = collect_nodes (widget);
  g_autofree StrataNestNode *tree = NULL;
  g_autofree StrataNestPlace *places = NULL;
  g_autofree StrataNestAside *asides = NULL;
  double w = MAX (0, width - 2 * MARGIN), h = MAX (0, height - 2 * MARGIN), scale;
  guint n_asides = 0;

  if (nodes->len == 0)
    return;
  scale = font_scale (MIN (w, h), nodes->len);
  tree = measure_nodes (nodes, scale);
  places = g_new0 (StrataNestPlace, nodes->len);
  asides = g_new0 (StrataNestAside, nodes->len);
  strata_nest_layout (tree, nodes->len, w, h, places);
  if (is_whole (widget))
    n_asides = strata_nest_label_aside (tree, places, nodes->len, w, h, asides);
  place_nodes (nodes, places, asides, n_asides, scale);
  allocate_leaks (widget, nodes, tree, places, width, height);
}

static void
strata_map_layout_class_init (StrataMapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = strata_map_layout_measure;
  layout_class->allocate = strata_map_layout_allocate;
}

static void
strata_map_layout_init (StrataMapLayout *self)
{
}

/**
 * strata_map_layout_new:
 *
 * Returns: (transfer full): a layout for a widget whose children are
 *   #StrataMapNode, parents before their children
 */
GtkLayoutManager *
strata_map_layout_new (void)
{
  return g_object_new (STRATA_TYPE_MAP_LAYOUT, NULL);
}
