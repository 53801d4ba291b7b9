#include "config.h"

#include "strata-timeline-stage.h"

#include <glib/gi18n-lib.h>

#include "map/strata-map.h"
#include "strata-figure-label.h"

/* In pixels. */
#define MAP_WIDTH 240         /* the smallest map there is */
#define MAP_HEIGHT 200
#define PADDING 12

/* Width for words beside the map, in ems. */
#define WORDS 8

struct _StrataTimelineStage
{
  GtkWidget  parent_instance;

  GtkWidget *map;
  GtkWidget *words;
  GtkWidget *year;
  GtkWidget *name;
  GtkWidget *lane;
  GtkWidget *close;
  gboolean   has_map;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataTimelineStage, strata_timeline_stage, GTK_TYPE_WIDGET)

static void
close_clicked (StrataTimelineStage *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
strata_timeline_stage_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  StrataTimelineStage *self = STRATA_TIMELINE_STAGE (widget);

  gtk_widget_measure (self->words, GTK_ORIENTATION_HORIZONTAL, -1, minimum, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (self->words, orientation, for_size >= 0 ? MAX (for_size, *minimum) : -1,
                        minimum, NULL, NULL, NULL);
  *natural = *minimum;
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  GtkAllocation allocation = { x, y, width, height };
  int least;

  if (!gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  allocation.width = MAX (width, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, &least, NULL, NULL, NULL);
  allocation.height = MAX (height, least);
  gtk_widget_size_allocate (child, &allocation, -1);
}

/* A high stage has the map above the words, a flat one beside them, or none
 * where there is no room. */
static void
strata_timeline_stage_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  StrataTimelineStage *self = STRATA_TIMELINE_STAGE (widget);
  double em = strata_figure_em (gtk_widget_get_pango_context (widget));
  gboolean high = height > width, fits;
  int button, map_height = height;

  gtk_widget_measure (self->close, GTK_ORIENTATION_HORIZONTAL, -1, &button, NULL, NULL, NULL);
  if (high)
    map_height = MIN (width - PADDING, height * 11 / 20);
  fits = self->has_map && map_height >= MAP_HEIGHT
         && width >= (high ? MAP_WIDTH + PADDING : MAP_WIDTH + WORDS * em);
  gtk_widget_set_child_visible (self->map, fits);
  if (fits)
    place (self->map, high ? PADDING : 0, high ? button : 0, high ? width - PADDING : MAP_WIDTH,
           map_height);
  if (high)
    place (self->words, 2 * PADDING, (fits ? map_height : 0) + button + PADDING,
           width - 2 * PADDING, height - (fits ? map_height : 0) - button - PADDING);
  else
    place (self->words, fits ? MAP_WIDTH + PADDING : 0, 0, width - (fits ? MAP_WIDTH + PADDING : 0),
           height);
  place (self->close, width - button, 0, button, button);
}

static void
strata_timeline_stage_dispose (GObject *object)
{
  StrataTimelineStage *self = STRATA_TIMELINE_STAGE (object);

  g_clear_pointer (&self->map, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->close, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_timeline_stage_parent_class)->dispose (object);
}

static void
strata_timeline_stage_class_init (StrataTimelineStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_timeline_stage_dispose;
  widget_class->measure = strata_timeline_stage_measure;
  widget_class->size_allocate = strata_timeline_stage_size_allocate;

  /**
   * StrataTimelineStage::closed:
   * @self: the stage
   */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "timeline-stage");
}

static GtkWidget *
add_label (StrataTimelineStage *self,
           const char          *css,
           int                  lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (self->words), label);
  return label;
}

static void
strata_timeline_stage_init (StrataTimelineStage *self)
{
  const char *name = _("Close the Map");

  self->map = strata_map_new ();
  /* A picture beside what is said. */
  gtk_widget_set_can_focus (self->map, FALSE);
  gtk_widget_set_can_target (self->map, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (self->map, GTK_WIDGET (self));
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->year = add_label (self, "year", 1);
  self->name = add_label (self, "name", 4);
  self->lane = add_label (self, "lane", 2);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->close, "flat");
  gtk_widget_add_css_class (self->close, "circular");
  gtk_widget_set_tooltip_text (self->close, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_clicked), self);
  gtk_widget_set_parent (self->close, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
strata_timeline_stage_new (void)
{
  return g_object_new (STRATA_TYPE_TIMELINE_STAGE, NULL);
}

/**
 * strata_timeline_stage_set_map:
 * @self: a stage
 * @root: (nullable): the outermost layer of the map; %NULL for no map
 * @languages: as for strata_text_get()
 */
void
strata_timeline_stage_set_map (StrataTimelineStage *self,
                               StrataConcept       *root,
                               const char *const   *languages)
{
  g_return_if_fail (STRATA_IS_TIMELINE_STAGE (self));

  self->has_map = root != NULL;
  strata_map_set_root (STRATA_MAP (self->map), root, languages);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * strata_timeline_stage_tell:
 * @self: a stage
 * @year: of an event
 * @name: of the event
 * @lane: (nullable): what it belongs to
 * @concept: (nullable): the layer of the map that is lit
 */
void
strata_timeline_stage_tell (StrataTimelineStage *self,
                            const char          *year,
                            const char          *name,
                            const char          *lane,
                            StrataConcept       *concept)
{
  g_return_if_fail (STRATA_IS_TIMELINE_STAGE (self));

  gtk_label_set_label (GTK_LABEL (self->year), year);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->lane), lane != NULL ? lane : "");
  strata_map_set_selected (STRATA_MAP (self->map), concept);
}
