#include "strata-map-leak.h"

#include <adwaita.h>
#include <math.h>

#include "widgets/strata-rgba.h"
#include "widgets/strata-text-scale.h"

#define RADIUS 13           /* with text of the usual size, in pixels */
#define MARGIN 8            /* around it, for its rings */
#define EXPLANATION_CHARS 42
#define LEAST_CHARS 14
#define AROUND 60           /* what a popover has around its text, in pixels */

struct _StrataMapLeak
{
  GtkButton      parent_instance;

  StrataConcept *concept;
  guint          n_levels;
  guint          number;
  double         radius;    /* 0 without a place */
  graphene_point_t middle;
  GtkWidget     *popover;
};

G_DEFINE_FINAL_TYPE (StrataMapLeak, strata_map_leak, GTK_TYPE_BUTTON)

/* The part that sticks out is the layer's own colour; its edge is broken, as the
 * layer's is there. */
static void
draw_part (StrataMapLeak *self,
           GtkSnapshot   *snapshot,
           const GdkRGBA *fill,
           const GdkRGBA *line,
           double         width)
{
  const double dashes[] = { 3, 2 };
  double r = self->radius;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (self->middle.x - r, self->middle.y - r, 2 * r, 2 * r));

  cairo_arc (cr, self->middle.x, self->middle.y, r - width / 2, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, width);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_number (StrataMapLeak *self,
             GtkSnapshot   *snapshot,
             const GdkRGBA *ink)
{
  g_autofree char *text = g_strdup_printf ("%u", self->number);
  g_autoptr (PangoLayout) label = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;

  pango_layout_get_pixel_size (label, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (self->middle.x - width / 2.0f),
                                                          roundf (self->middle.y - height / 2.0f)));
  gtk_snapshot_append_layout (snapshot, label, ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_focus (StrataMapLeak *self,
            GtkSnapshot   *snapshot,
            gboolean       dark)
{
  StrataColour colour = strata_colour_focus (dark);
  GdkRGBA c = strata_rgba (&colour);
  GskRoundedRect ring;
  float r = (float) self->radius + 5;

  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT (self->middle.x - r, self->middle.y - r,
                                                        2 * r, 2 * r),
                                   r);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ 3, 3, 3, 3 },
                              (GdkRGBA[4]){ c, c, c, c });
}

static void
strata_map_leak_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  StrataMapLeak *self = STRATA_MAP_LEAK (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  GtkStateFlags state = gtk_widget_get_state_flags (widget);
  StrataColour ground, text;
  GdkRGBA fill, ink;

  if (self->radius <= 0)
    return;
  ground = strata_colour_layer (strata_concept_get_level (self->concept), self->n_levels, dark);
  text = strata_colour_text_on (&ground);
  if (state & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE))
    {
      StrataColour away = strata_colour_from_hex (text.red > 0.5 ? 0x000000 : 0xffffff);

      ground = strata_colour_mix (&ground, &away, 0.2);
    }
  fill = strata_rgba (&ground);
  ink = strata_rgba (&text);
  draw_part (self, snapshot, &fill, &ink, adw_style_manager_get_high_contrast (manager) ? 2.5 : 1.5);
  draw_number (self, snapshot, &ink);
  if (state & GTK_STATE_FLAG_FOCUS_VISIBLE)
    draw_focus (self, snapshot, dark);
}

/* The map's layout gives each part its place; it asks for nothing. */
static void
strata_map_leak_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
strata_map_leak_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  gtk_popover_present (GTK_POPOVER (STRATA_MAP_LEAK (widget)->popover));
}

/* No style tells what is under the pointer or has the keyboard: it is drawn. */
static void
strata_map_leak_state_flags_changed (GtkWidget    *widget,
                                     GtkStateFlags before)
{
  GTK_WIDGET_CLASS (strata_map_leak_parent_class)->state_flags_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static gboolean
strata_map_leak_contains (GtkWidget *widget,
                          double     x,
                          double     y)
{
  StrataMapLeak *self = STRATA_MAP_LEAK (widget);

  return hypot (x - self->middle.x, y - self->middle.y) <= self->radius;
}

/* The explanation is as wide as is good to read, and no wider than the window. */
static void
fit_explanation (StrataMapLeak *self)
{
  AdwClamp *clamp = ADW_CLAMP (gtk_popover_get_child (GTK_POPOVER (self->popover)));
  GtkWidget *box = adw_clamp_get_child (clamp);
  int width, room = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))) - AROUND;

  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      PangoContext *context = gtk_widget_get_pango_context (label);
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
      int letter = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                        pango_font_metrics_get_approximate_digit_width (metrics));
      int chars = CLAMP (room * PANGO_SCALE / MAX (1, letter), LEAST_CHARS, EXPLANATION_CHARS);

      gtk_label_set_width_chars (GTK_LABEL (label), chars);
      gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
      pango_font_metrics_unref (metrics);
    }
  /* A popover asks how high it is at a width that has its shadow: without a clamp, it is
   * too low for its last line. */
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  adw_clamp_set_maximum_size (clamp, width);
  adw_clamp_set_tightening_threshold (clamp, width);
}

static void
strata_map_leak_clicked (GtkButton *button)
{
  fit_explanation (STRATA_MAP_LEAK (button));
  gtk_widget_set_has_tooltip (GTK_WIDGET (button), FALSE);   /* or it covers what is explained */
  gtk_popover_popup (GTK_POPOVER (STRATA_MAP_LEAK (button)->popover));
}

static void
popover_closed (GtkWidget *self)
{
  gtk_widget_set_has_tooltip (self, TRUE);
}

static void
strata_map_leak_dispose (GObject *object)
{
  StrataMapLeak *self = STRATA_MAP_LEAK (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->concept);

  G_OBJECT_CLASS (strata_map_leak_parent_class)->dispose (object);
}

static void
strata_map_leak_class_init (StrataMapLeakClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_map_leak_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = strata_map_leak_clicked;
  widget_class->snapshot = strata_map_leak_snapshot;
  widget_class->state_flags_changed = strata_map_leak_state_flags_changed;
  widget_class->measure = strata_map_leak_measure;
  widget_class->size_allocate = strata_map_leak_size_allocate;
  widget_class->contains = strata_map_leak_contains;
  gtk_widget_class_set_css_name (widget_class, "map-leak");
}

static void
strata_map_leak_init (StrataMapLeak *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->popover = gtk_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed), self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

static GtkWidget *
text_new (const char *text,
          const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

/**
 * strata_map_leak_new:
 * @leak: what sticks out
 * @number: which of the course's leaks it is, from 1
 * @concept: (transfer none): the layer it sticks out of
 * @n_levels: of the whole course
 * @languages: as for strata_text_get()
 *
 * Returns: (transfer floating): a part without a place
 */
GtkWidget *
strata_map_leak_new (const StrataLeak  *leak,
                     guint              number,
                     StrataConcept     *concept,
                     guint              n_levels,
                     const char *const *languages)
{
  StrataMapLeak *self = g_object_new (STRATA_TYPE_MAP_LEAK, NULL);
  const char *title = strata_text_get (leak->title, languages);
  const char *text = strata_text_get (leak->text, languages);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *clamp = adw_clamp_new ();

  self->number = number;
  self->concept = g_object_ref (concept);
  self->n_levels = n_levels;
  gtk_box_append (GTK_BOX (box), text_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), text_new (text, NULL));
  gtk_widget_add_css_class (box, "map-leak-text");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_popover_set_child (GTK_POPOVER (self->popover), clamp);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}

/**
 * strata_map_leak_get_concept:
 * @self: a part
 *
 * Returns: (transfer none): the layer it sticks out of
 */
StrataConcept *
strata_map_leak_get_concept (StrataMapLeak *self)
{
  g_return_val_if_fail (STRATA_IS_MAP_LEAK (self), NULL);

  return self->concept;
}

/**
 * strata_map_leak_get_radius:
 * @self: a part
 *
 * Returns: how large its circle is to be, in pixels
 */
double
strata_map_leak_get_radius (StrataMapLeak *self)
{
  g_return_val_if_fail (STRATA_IS_MAP_LEAK (self), 0);

  return RADIUS * strata_text_scale_get (GTK_WIDGET (self));
}

/**
 * strata_map_leak_place:
 * @self: a part
 * @circle: where it is, in the map; one with the radius 0 is not to be seen
 */
void
strata_map_leak_place (StrataMapLeak      *self,
                       const StrataCircle *circle)
{
  double reach = circle->r + MARGIN;
  GtkAllocation allocation = { (int) floor (circle->x - reach), (int) floor (circle->y - reach),
                               (int) ceil (2 * reach) + 1, (int) ceil (2 * reach) + 1 };

  g_return_if_fail (STRATA_IS_MAP_LEAK (self));

  self->radius = circle->r;
  gtk_widget_set_child_visible (GTK_WIDGET (self), circle->r > 0);
  graphene_point_init (&self->middle, (float) (circle->x - allocation.x),
                       (float) (circle->y - allocation.y));
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self), &allocation, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int) (self->middle.x - circle->r),
                                                (int) (self->middle.y - circle->r),
                                                (int) (2 * circle->r), (int) (2 * circle->r) });
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
