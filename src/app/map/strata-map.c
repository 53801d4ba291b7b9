#include "config.h"

#include "strata-map.h"

#include <glib/gi18n-lib.h>

#include "strata-map-layout.h"
#include "strata-map-leak.h"
#include "strata-map-node.h"
#include "widgets/strata-focus.h"

struct _StrataMap
{
  GtkWidget      parent_instance;

  StrataConcept *root;
  StrataConcept *selected;
  GHashTable    *nodes;      /* StrataConcept → StrataMapNode, both unowned */
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

enum
{
  CONCEPT_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataMap, strata_map, GTK_TYPE_WIDGET)

static void
on_clicked (StrataMap     *self,
            StrataMapNode *node)
{
  g_signal_emit (self, signals[CONCEPT_ACTIVATED], 0, strata_map_node_get_concept (node));
}

/* The layer that has the focus, or would get it. */
static StrataConcept *
current_concept (StrataMap *self)
{
  GtkWidget *child = strata_focus_get_child (GTK_WIDGET (self));

  if (STRATA_IS_MAP_NODE (child) && gtk_widget_is_focus (child))
    return strata_map_node_get_concept (STRATA_MAP_NODE (child));
  return self->selected != NULL ? self->selected : self->root;
}

static gboolean
focus_concept (StrataMap     *self,
               StrataConcept *concept)
{
  GtkWidget *node = concept != NULL ? g_hash_table_lookup (self->nodes, concept) : NULL;

  return node != NULL && gtk_widget_grab_focus (node);
}

/* The innermost layer below @concept, along the first of each. */
static StrataConcept *
innermost (StrataConcept *concept)
{
  for (StrataConcept *child = concept; child != NULL; child = strata_concept_get_child (child, 0))
    concept = child;
  return concept;
}

static StrataConcept *
sibling (StrataConcept *concept,
         int            step)
{
  StrataConcept *parent = strata_concept_get_parent (concept);
  int position = strata_concept_get_position (concept) + step;

  return parent != NULL && position >= 0 ? strata_concept_get_child (parent, position) : NULL;
}

static void
move_focus (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  StrataMap *self = STRATA_MAP (widget);
  StrataConcept *from = current_concept (self), *to = NULL;
  GtkRoot *window = gtk_widget_get_root (widget);

  if (from == NULL)
    return;
  if (g_str_equal (action, "map.outward"))
    to = from == self->root ? NULL : strata_concept_get_parent (from);
  else if (g_str_equal (action, "map.inward"))
    to = strata_concept_get_child (from, 0);
  else if (g_str_equal (action, "map.previous"))
    to = sibling (from, -1);
  else if (g_str_equal (action, "map.next"))
    to = sibling (from, 1);
  else if (g_str_equal (action, "map.first"))
    to = self->root;
  else
    to = innermost (from);
  focus_concept (self, to);
  if (GTK_IS_WINDOW (window))
    gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
}

/* The first part that sticks out from @child on, in a direction, that has a place. */
static gboolean
focus_leak (GtkWidget *child,
            gboolean   forward)
{
  for (; child != NULL; child = forward ? gtk_widget_get_next_sibling (child)
                                        : gtk_widget_get_prev_sibling (child))
    if (STRATA_IS_MAP_LEAK (child) && gtk_widget_get_visible (child) && gtk_widget_grab_focus (child))
      return TRUE;
  return FALSE;
}

/* One stop for Tab, at the selected layer; within it, keys move the focus. The
 * parts that stick out are stops after it. */
static gboolean
strata_map_focus (GtkWidget       *widget,
                  GtkDirectionType direction)
{
  StrataMap *self = STRATA_MAP (widget);
  GtkWidget *child = strata_focus_get_child (widget);
  gboolean forward = direction != GTK_DIR_TAB_BACKWARD;

  if (child == NULL)
    return (!forward && focus_leak (gtk_widget_get_last_child (widget), FALSE))
           || focus_concept (self, current_concept (self));
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (STRATA_IS_MAP_LEAK (child))
    return focus_leak (forward ? gtk_widget_get_next_sibling (child)
                               : gtk_widget_get_prev_sibling (child), forward)
           || (!forward && focus_concept (self, current_concept (self)));
  return forward && focus_leak (gtk_widget_get_first_child (widget), TRUE);
}

static gboolean
strata_map_grab_focus (GtkWidget *widget)
{
  StrataMap *self = STRATA_MAP (widget);

  return focus_concept (self, current_concept (self));
}

static void
snapshot_children (GtkWidget   *widget,
                   GtkSnapshot *snapshot,
                   GType        type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
      gtk_widget_snapshot_child (widget, child, snapshot);
}

/* The layers, their rings above all of them, and the parts that stick out. */
static void
strata_map_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  snapshot_children (widget, snapshot, STRATA_TYPE_MAP_NODE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_point_t origin;

      if (!STRATA_IS_MAP_NODE (child)
          || !gtk_widget_compute_point (child, widget, graphene_point_zero (), &origin))
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &origin);
      strata_map_node_snapshot_rings (STRATA_MAP_NODE (child), snapshot);
      gtk_snapshot_restore (snapshot);
    }
  snapshot_children (widget, snapshot, STRATA_TYPE_MAP_LEAK);
}

static void
remove_nodes (StrataMap *self)
{
  GtkWidget *child;

  g_hash_table_remove_all (self->nodes);
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
strata_map_dispose (GObject *object)
{
  StrataMap *self = STRATA_MAP (object);

  remove_nodes (self);
  g_clear_object (&self->selected);
  g_clear_object (&self->root);

  G_OBJECT_CLASS (strata_map_parent_class)->dispose (object);
}

static void
strata_map_finalize (GObject *object)
{
  g_hash_table_unref (STRATA_MAP (object)->nodes);

  G_OBJECT_CLASS (strata_map_parent_class)->finalize (object);
}

static void
strata_map_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_object (value, strata_map_get_selected (STRATA_MAP (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
strata_map_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (id == PROP_SELECTED)
    strata_map_set_selected (STRATA_MAP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
install_moves (GtkWidgetClass *widget_class)
{
  const struct
  {
    const char *action;
    guint       keys[2];
  } moves[] = {
    { "map.outward", { GDK_KEY_Up, GDK_KEY_KP_Up } },
    { "map.inward", { GDK_KEY_Down, GDK_KEY_KP_Down } },
    { "map.previous", { GDK_KEY_Left, GDK_KEY_KP_Left } },
    { "map.next", { GDK_KEY_Right, GDK_KEY_KP_Right } },
    { "map.first", { GDK_KEY_Home, GDK_KEY_KP_Home } },
    { "map.last", { GDK_KEY_End, GDK_KEY_KP_End } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_install_action (widget_class, moves[i].action, NULL, move_focus);
      for (guint k = 0; k < G_N_ELEMENTS (moves[i].keys); k++)
        gtk_widget_class_add_binding_action (widget_class, moves[i].keys[k], 0, moves[i].action,
                                             NULL);
    }
}

static void
strata_map_class_init (StrataMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_map_dispose;
  object_class->finalize = strata_map_finalize;
  object_class->get_property = strata_map_get_property;
  object_class->set_property = strata_map_set_property;
  widget_class->focus = strata_map_focus;
  widget_class->grab_focus = strata_map_grab_focus;
  widget_class->snapshot = strata_map_snapshot;

  properties[PROP_SELECTED] =
      g_param_spec_object ("selected", NULL, NULL, STRATA_TYPE_CONCEPT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * StrataMap::concept-activated:
   * @self: the map
   * @concept: the layer that was pressed
   */
  signals[CONCEPT_ACTIVATED] =
      g_signal_new ("concept-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, STRATA_TYPE_CONCEPT);

  install_moves (widget_class);
  gtk_widget_class_set_css_name (widget_class, "concept-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
strata_map_init (StrataMap *self)
{
  self->nodes = g_hash_table_new (NULL, NULL);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), strata_map_layout_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of the course"), -1);
}

/**
 * strata_map_new:
 *
 * Returns: (transfer floating): a map of nothing; see strata_map_set_root()
 */
GtkWidget *
strata_map_new (void)
{
  return g_object_new (STRATA_TYPE_MAP, NULL);
}

/* Everything below @root, level by level: what is inside comes later, so it is
 * drawn above and found first. */
static void
add_nodes (StrataMap *self)
{
  g_autoptr (GPtrArray) concepts = g_ptr_array_new ();
  guint n_levels;

  g_ptr_array_add (concepts, self->root);
  for (guint i = 0; i < concepts->len; i++)
    for (guint c = 0; c < strata_concept_get_n_children (concepts->pdata[i]); c++)
      g_ptr_array_add (concepts, strata_concept_get_child (concepts->pdata[i], c));
  n_levels = strata_concept_get_level (concepts->pdata[concepts->len - 1]);
  for (guint i = 0; i < concepts->len; i++)
    {
      GtkWidget *node = strata_map_node_new (concepts->pdata[i], n_levels);

      g_signal_connect_object (node, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (node, GTK_WIDGET (self));
      g_hash_table_insert (self->nodes, concepts->pdata[i], node);
    }
}

/**
 * strata_map_set_root:
 * @self: a map
 * @root: (transfer none) (nullable): the outermost layer; %NULL for no map
 * @languages: (array zero-terminated=1): the reader's, the best first
 *
 * Shows a tree of concepts. With the same @root, only the names change;
 * with another one, nothing is selected.
 */
void
strata_map_set_root (StrataMap         *self,
                     StrataConcept     *root,
                     const char *const *languages)
{
  g_return_if_fail (STRATA_IS_MAP (self));
  g_return_if_fail (root == NULL || STRATA_IS_CONCEPT (root));

  if (root != self->root)
    {
      strata_map_set_selected (self, NULL);
      remove_nodes (self);
      g_set_object (&self->root, root);
      if (root != NULL)
        add_nodes (self);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STRATA_IS_MAP_NODE (child))
      strata_map_node_relabel (STRATA_MAP_NODE (child), languages);
}

/**
 * strata_map_get_selected:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the layer whose lesson is open
 */
StrataConcept *
strata_map_get_selected (StrataMap *self)
{
  g_return_val_if_fail (STRATA_IS_MAP (self), NULL);

  return self->selected;
}

/**
 * strata_map_set_selected:
 * @self: a map
 * @concept: (transfer none) (nullable): a layer of the map
 *
 * Puts emphasis on one layer. One that is not in the map is taken as %NULL.
 */
void
strata_map_set_selected (StrataMap     *self,
                         StrataConcept *concept)
{
  StrataMapNode *old, *new = NULL;

  g_return_if_fail (STRATA_IS_MAP (self));

  if (concept != NULL)
    new = g_hash_table_lookup (self->nodes, concept);
  if (new == NULL)
    concept = NULL;
  if (concept == self->selected)
    return;
  old = self->selected != NULL ? g_hash_table_lookup (self->nodes, self->selected) : NULL;
  if (old != NULL)
    strata_map_node_set_selected (old, FALSE);
  if (new != NULL)
    strata_map_node_set_selected (new, TRUE);
  g_set_object (&self->selected, concept);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
remove_leaks (StrataMap *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (STRATA_IS_MAP_LEAK (child))
        gtk_widget_unparent (child);
      child = next;
    }
}

/**
 * strata_map_set_leaks:
 * @self: a map, with its root
 * @leaks: (nullable) (element-type StrataLeak): what the picture hides; %NULL to
 *   hide it
 * @languages: (array zero-terminated=1): the reader's, the best first
 *
 * Draws what sticks out of the layers, and explains it.
 */
void
strata_map_set_leaks (StrataMap         *self,
                      GPtrArray         *leaks,
                      const char *const *languages)
{
  GHashTableIter iter;
  guint n_levels = 1;
  gpointer concept;

  g_return_if_fail (STRATA_IS_MAP (self));

  remove_leaks (self);
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &concept, NULL))
    n_levels = MAX (n_levels, strata_concept_get_level (concept));
  for (guint i = 0; leaks != NULL && i < leaks->len; i++)
    {
      const StrataLeak *leak = leaks->pdata[i];

      g_hash_table_iter_init (&iter, self->nodes);
      while (g_hash_table_iter_next (&iter, &concept, NULL))
        if (g_str_equal (strata_concept_get_id (concept), leak->concept))
          gtk_widget_set_parent (strata_map_leak_new (leak, i + 1, concept, n_levels, languages),
                                 GTK_WIDGET (self));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
