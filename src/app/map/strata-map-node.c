#include "config.h"

#include "strata-map-node.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "strata-map-aside.h"
#include "strata-map-label.h"
#include "widgets/strata-rgba.h"

#define EMPHASIS_MS 200

struct _StrataMapNode
{
  GtkButton       parent_instance;

  StrataConcept  *concept;
  guint           n_levels;
  char           *name;
  gboolean        selected;

  AdwAnimation   *animation;
  double          emphasis;      /* 0 to 1, on its way to @selected */

  StrataNestPlace place;         /* in the node's own coordinates */
  double          scale;         /* of the font */
  PangoLayout    *label;         /* NULL without one */
  StrataMapAside  aside;

  /* What the labels measure, as long as font and name stay as they are. */
  StrataNestSize  sizes[STRATA_NEST_NONE];
  double          sizes_scale;   /* 0: to be measured */
  guint           sizes_serial;
};

/* What a node is painted with. */
typedef struct
{
  StrataColour fill;
  StrataColour ink;
  StrataColour line;
  StrataColour ring;
  float        line_width;
  float        ring_width;
} Look;

G_DEFINE_FINAL_TYPE (StrataMapNode, strata_map_node, GTK_TYPE_BUTTON)

static PangoLayout *
create_label (StrataMapNode *self,
              StrataNestForm form,
              double         scale)
{
  const char *text =
      form == STRATA_NEST_SHORT ? strata_concept_get_short (self->concept) : self->name;

  return strata_map_label_new (GTK_WIDGET (self), text, form, scale);
}

/* Under the pointer, a fill moves towards its text as far as that stays readable. */
static void
apply_state (StrataMapNode *self,
             Look          *look)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));
  double share = flags & GTK_STATE_FLAG_ACTIVE ? 0.16 : flags & GTK_STATE_FLAG_PRELIGHT ? 0.08 : 0;
  StrataColour ground = strata_colour_mix (&look->fill, &look->ink, share), opposite;

  if (strata_colour_contrast (&ground, &look->ink) < STRATA_CONTRAST_TEXT)
    {
      opposite = strata_colour_from_hex (look->ink.red > 0.5 ? 0x000000 : 0xffffff);
      ground = strata_colour_mix (&look->fill, &opposite, share);
    }
  look->fill = ground;
}

static Look
current_look (StrataMapNode *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean strong = adw_style_manager_get_high_contrast (manager);
  Look look;

  look.fill = strata_colour_layer (strata_concept_get_level (self->concept), self->n_levels, dark);
  look.ink = strata_colour_text_on (&look.fill);
  apply_state (self, &look);
  look.line = strong ? look.ink : strata_colour_ground (dark);
  look.ring = strata_colour_from_hex (dark ? 0xb39cff : 0x2a1673);
  if (strong || strata_colour_contrast (&look.fill, &look.ring) < STRATA_CONTRAST_LINE)
    look.ring = look.ink;
  look.line_width = (strong ? 2 : 1.5) * CLAMP (self->scale, 1, 2);
  look.ring_width = (strong ? 5 : 3) * CLAMP (self->scale, 1, 2);
  return look;
}

/* The node's circle, @grow larger. */
static GskRoundedRect
outline (StrataMapNode *self,
         float          grow)
{
  const StrataCircle *circle = &self->place.circle;
  float r = MAX (0, circle->r + grow);
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect,
                                   &GRAPHENE_RECT_INIT (circle->x - r, circle->y - r, 2 * r, 2 * r),
                                   r);
  return rect;
}

static void
append_ring (GtkSnapshot        *snapshot,
             GskRoundedRect      rect,
             float               width,
             const StrataColour *colour)
{
  const float widths[] = { width, width, width, width };
  GdkRGBA c = strata_rgba (colour);
  const GdkRGBA colours[] = { c, c, c, c };

  if (width > 0)
    gtk_snapshot_append_border (snapshot, &rect, widths, colours);
}

static void
snapshot_label (StrataMapNode *self,
                GtkSnapshot   *snapshot,
                const GdkRGBA *ink)
{
  PangoRectangle extents;

  if (self->label == NULL)
    return;
  pango_layout_get_pixel_extents (self->label, NULL, &extents);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (self->place.x) - extents.x,
                                                          round (self->place.y) - extents.y));
  gtk_snapshot_append_layout (snapshot, self->label, ink);
  gtk_snapshot_restore (snapshot);
}

static void
strata_map_node_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  StrataMapNode *self = STRATA_MAP_NODE (widget);
  Look look = current_look (self);
  GskRoundedRect rect = outline (self, 0);
  GdkRGBA fill = strata_rgba (&look.fill), ink = strata_rgba (&look.ink);

  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &fill, &rect.bounds);
  gtk_snapshot_pop (snapshot);
  if (strata_concept_get_parent (self->concept) != NULL
      || adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    append_ring (snapshot, rect, look.line_width, &look.line);
  snapshot_label (self, snapshot, &ink);
}

/* The layout gives each node its place; it asks for nothing. */
static void
strata_map_node_measure_widget (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  *minimum = *natural = 0;
}

/* No style tells what is under the pointer or has the keyboard: it is drawn. */
static void
strata_map_node_state_flags_changed (GtkWidget    *widget,
                                     GtkStateFlags before)
{
  GTK_WIDGET_CLASS (strata_map_node_parent_class)->state_flags_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static gboolean
strata_map_node_contains (GtkWidget *widget,
                          double     x,
                          double     y)
{
  const StrataCircle *circle = &STRATA_MAP_NODE (widget)->place.circle;

  return hypot (x - circle->x, y - circle->y) <= circle->r
         || strata_map_aside_contains (&STRATA_MAP_NODE (widget)->aside, x, y);
}

static gboolean
strata_map_node_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  StrataMapNode *self = STRATA_MAP_NODE (widget);

  if (self->place.form < STRATA_NEST_SHORT)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->name);
  return TRUE;
}

static void
strata_map_node_dispose (GObject *object)
{
  StrataMapNode *self = STRATA_MAP_NODE (object);

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_object (&self->label);
  strata_map_aside_clear (&self->aside);

  G_OBJECT_CLASS (strata_map_node_parent_class)->dispose (object);
}

static void
strata_map_node_finalize (GObject *object)
{
  StrataMapNode *self = STRATA_MAP_NODE (object);

  g_clear_object (&self->concept);
  g_free (self->name);

  G_OBJECT_CLASS (strata_map_node_parent_class)->finalize (object);
}

static void
strata_map_node_class_init (StrataMapNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_map_node_dispose;
  object_class->finalize = strata_map_node_finalize;
  widget_class->snapshot = strata_map_node_snapshot;
  widget_class->state_flags_changed = strata_map_node_state_flags_changed;
  widget_class->measure = strata_map_node_measure_widget;
  widget_class->contains = strata_map_node_contains;
  widget_class->query_tooltip = strata_map_node_query_tooltip;

  /* Not "button": nothing of the theme's rectangle is wanted. */
  gtk_widget_class_set_css_name (widget_class, "map-node");
}

static void
set_emphasis (double   value,
              gpointer data)
{
  StrataMapNode *self = data;

  self->emphasis = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
strata_map_node_init (StrataMapNode *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (set_emphasis, self, NULL);

  self->place.form = STRATA_NEST_NONE;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, EMPHASIS_MS, target);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * strata_map_node_new:
 * @concept: (transfer none): the layer
 * @n_levels: of the whole course
 *
 * Returns: (transfer floating): a node without a name; see
 *   strata_map_node_relabel()
 */
GtkWidget *
strata_map_node_new (StrataConcept *concept,
                     guint          n_levels)
{
  StrataMapNode *self = g_object_new (STRATA_TYPE_MAP_NODE, NULL);

  self->concept = g_object_ref (concept);
  self->n_levels = n_levels;
  strata_map_node_set_selected (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * strata_map_node_get_concept:
 * @self: a node
 *
 * Returns: (transfer none): the layer
 */
StrataConcept *
strata_map_node_get_concept (StrataMapNode *self)
{
  g_return_val_if_fail (STRATA_IS_MAP_NODE (self), NULL);

  return self->concept;
}

/**
 * strata_map_node_relabel:
 * @self: a node
 * @languages: (array zero-terminated=1): the reader's, the best first
 *
 * Names and describes the node in another language.
 */
void
strata_map_node_relabel (StrataMapNode     *self,
                         const char *const *languages)
{
  StrataConcept *parent = strata_concept_get_parent (self->concept);
  guint level = strata_concept_get_level (self->concept);
  g_autofree char *description = NULL;

  g_free (self->name);
  self->name = g_strdup (strata_text_get (strata_concept_get_name (self->concept), languages));
  if (self->name == NULL)
    self->name = g_strdup (strata_concept_get_short (self->concept));
  self->sizes_scale = 0;
  if (parent == NULL)
    /* Translators: where a layer is in the map, for a screen reader. */
    description = g_strdup_printf (_("level %u of %u, outermost"), level, self->n_levels);
  else
    /* Translators: where a layer is in the map; the last is the layer around it. */
    description = g_strdup_printf (_("level %u of %u, inside %s"), level, self->n_levels,
                                   strata_text_get (strata_concept_get_name (parent), languages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * strata_map_node_set_selected:
 * @self: a node
 * @selected: whether its lesson is open
 *
 * Moves the node softly into emphasis or out of it.
 */
void
strata_map_node_set_selected (StrataMapNode *self,
                              gboolean       selected)
{
  AdwTimedAnimation *animation;

  g_return_if_fail (STRATA_IS_MAP_NODE (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  if (self->selected == selected)
    return;
  self->selected = selected;
  animation = ADW_TIMED_ANIMATION (self->animation);
  adw_timed_animation_set_value_from (animation, self->emphasis);
  adw_timed_animation_set_value_to (animation, selected ? 1 : 0);
  adw_animation_play (self->animation);
}

/**
 * strata_map_node_measure:
 * @self: a node
 * @scale: of the font
 * @sizes: (out caller-allocates): the size of the label in each form
 */
void
strata_map_node_measure (StrataMapNode  *self,
                         double          scale,
                         StrataNestSize *sizes)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  if (self->sizes_scale != scale || self->sizes_serial != serial)
    for (StrataNestForm form = 0; form < STRATA_NEST_NONE; form++)
      {
        g_autoptr (PangoLayout) label = create_label (self, form, scale);
        int width, height;

        pango_layout_get_pixel_size (label, &width, &height);
        self->sizes[form] = (StrataNestSize){ width, height };
      }
  self->sizes_scale = scale;
  self->sizes_serial = serial;
  memcpy (sizes, self->sizes, sizeof self->sizes);
}

/**
 * strata_map_node_place:
 * @self: a node
 * @place: its circle and label, in its parent's coordinates
 * @aside: (nullable): its label beside the map, in its parent's coordinates
 * @scale: of the font
 *
 * Gives the node its place.
 */
void
strata_map_node_place (StrataMapNode         *self,
                       const StrataNestPlace *place,
                       const StrataNestAside *aside,
                       double                 scale)
{
  const StrataCircle *circle = &place->circle;
  int left = floor (circle->x - circle->r), top = floor (circle->y - circle->r);
  GtkAllocation allocation = { left, top, ceil (circle->x + circle->r) - left,
                               ceil (circle->y + circle->r) - top };

  self->place = *place;
  self->place.circle.x -= left;
  self->place.circle.y -= top;
  self->place.x -= left;
  self->place.y -= top;
  self->scale = scale;
  g_clear_object (&self->label);
  if (place->form != STRATA_NEST_NONE)
    self->label = create_label (self, place->form, scale);
  if (aside != NULL)
    strata_map_aside_set (&self->aside, aside, &allocation, create_label (self, aside->form, scale));
  else
    strata_map_aside_clear (&self->aside);
  gtk_widget_size_allocate (GTK_WIDGET (self), &allocation, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * strata_map_node_snapshot_rings:
 * @self: a node
 * @snapshot: in the node's coordinates
 *
 * Draws what marks the node as selected and as focused, and its label beside the
 * map. It goes above every other node, as those inside touch its foot.
 */
void
strata_map_node_snapshot_rings (StrataMapNode *self,
                                GtkSnapshot   *snapshot)
{
  Look look = current_look (self);

  append_ring (snapshot, outline (self, 0), look.ring_width * self->emphasis, &look.ring);
  if (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_VISIBLE)
    {
      gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
      StrataColour halo = strata_colour_from_hex (dark ? 0x000000 : 0xffffff);
      StrataColour focus = strata_colour_focus (dark);

      append_ring (snapshot, outline (self, 1), 1, &halo);
      append_ring (snapshot, outline (self, 4), 3, &focus);
    }
  strata_map_aside_snapshot (&self->aside, snapshot);
}

/**
 * strata_map_node_get_form:
 * @self: a node
 *
 * Returns: the form in which its label is shown
 */
StrataNestForm
strata_map_node_get_form (StrataMapNode *self)
{
  g_return_val_if_fail (STRATA_IS_MAP_NODE (self), STRATA_NEST_NONE);

  return self->place.form;
}
