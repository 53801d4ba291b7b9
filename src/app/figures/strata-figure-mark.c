#include "config.h"

#include "strata-figure-mark.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define CHANGE_MS 200
#define FADED 0.4             /* opacity */
#define CORNER 9

typedef struct
{
  StrataRow      *row;
  graphene_rect_t bounds;     /* in the figure */
  gboolean        selected;
  gboolean        faded;

  AdwAnimation   *emphasis_animation;
  double          emphasis;   /* 0 to 1, on its way to @selected */
  AdwAnimation   *fade_animation;
  double          fade;       /* 0 to 1, on its way to @faded */
} StrataFigureMarkPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (StrataFigureMark, strata_figure_mark, GTK_TYPE_BUTTON)

#define PRIVATE(self) ((StrataFigureMarkPrivate *) strata_figure_mark_get_instance_private (self))

static void
strata_figure_mark_real_outline (StrataFigureMark *self,
                                 GskRoundedRect   *outline)
{
  const graphene_rect_t *bounds = &PRIVATE (self)->bounds;

  gsk_rounded_rect_init_from_rect (
      outline, &GRAPHENE_RECT_INIT (0, 0, bounds->size.width, bounds->size.height), CORNER);
}

static void
append_ring (GtkSnapshot          *snapshot,
             const GskRoundedRect *outline,
             float                 grow,
             float                 width,
             const StrataColour   *colour)
{
  const float widths[] = { width, width, width, width };
  GdkRGBA c = strata_rgba (colour);
  const GdkRGBA colours[] = { c, c, c, c };
  GskRoundedRect ring = *outline;

  if (width <= 0)
    return;
  gsk_rounded_rect_shrink (&ring, -grow, -grow, -grow, -grow);
  gtk_snapshot_append_border (snapshot, &ring, widths, colours);
}

static void
draw_rings (StrataFigureMark        *self,
            GtkSnapshot             *snapshot,
            const StrataFigureTheme *theme,
            GtkStateFlags            state)
{
  GskRoundedRect outline;
  float width = (theme->contrast ? 4 : 3) * PRIVATE (self)->emphasis;

  STRATA_FIGURE_MARK_GET_CLASS (self)->outline (self, &outline);
  append_ring (snapshot, &outline, 0, width, &theme->ring);
  if (state & GTK_STATE_FLAG_FOCUS_VISIBLE)
    append_ring (snapshot, &outline, 5, 3, &theme->focus);
}

/**
 * strata_figure_mark_draw:
 * @self: a mark
 * @snapshot: whose origin is the mark's upper left corner
 * @theme: what it is painted with
 * @state: whether it is under the pointer, pressed, has the keyboard
 */
void
strata_figure_mark_draw (StrataFigureMark        *self,
                         GtkSnapshot             *snapshot,
                         const StrataFigureTheme *theme,
                         GtkStateFlags            state)
{
  g_return_if_fail (STRATA_IS_FIGURE_MARK (self));

  gtk_snapshot_push_opacity (snapshot, strata_figure_mark_get_opacity (self));
  STRATA_FIGURE_MARK_GET_CLASS (self)->paint (self, snapshot, theme, state);
  gtk_snapshot_pop (snapshot);
  if (!theme->paper_only)
    draw_rings (self, snapshot, theme, state);
}

static void
strata_figure_mark_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  StrataFigureMark *self = STRATA_FIGURE_MARK (widget);
  const graphene_point_t *at = &PRIVATE (self)->bounds.origin;
  StrataFigureTheme theme;

  strata_figure_theme_init_screen (&theme);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at->x - floorf (at->x), at->y - floorf (at->y)));
  strata_figure_mark_draw (self, snapshot, &theme, gtk_widget_get_state_flags (widget));
  gtk_snapshot_restore (snapshot);
}

/* The figure gives each mark its place; it asks for nothing. */
static void
strata_figure_mark_measure (GtkWidget     *widget,
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
strata_figure_mark_state_flags_changed (GtkWidget    *widget,
                                        GtkStateFlags before)
{
  GTK_WIDGET_CLASS (strata_figure_mark_parent_class)->state_flags_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static void
strata_figure_mark_dispose (GObject *object)
{
  StrataFigureMarkPrivate *priv = PRIVATE (STRATA_FIGURE_MARK (object));

  if (priv->emphasis_animation != NULL)
    {
      adw_animation_reset (priv->emphasis_animation);
      adw_animation_reset (priv->fade_animation);
    }
  g_clear_object (&priv->emphasis_animation);
  g_clear_object (&priv->fade_animation);
  g_clear_object (&priv->row);

  G_OBJECT_CLASS (strata_figure_mark_parent_class)->dispose (object);
}

static void
strata_figure_mark_class_init (StrataFigureMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_figure_mark_dispose;
  widget_class->snapshot = strata_figure_mark_snapshot;
  widget_class->state_flags_changed = strata_figure_mark_state_flags_changed;
  widget_class->measure = strata_figure_mark_measure;
  klass->outline = strata_figure_mark_real_outline;

  /* Not "button": nothing of the theme's rectangle is wanted. */
  gtk_widget_class_set_css_name (widget_class, "figure-mark");
}

static void
set_emphasis (double   value,
              gpointer data)
{
  PRIVATE (STRATA_FIGURE_MARK (data))->emphasis = value;
  gtk_widget_queue_draw (data);
}

/* What leads to the mark fades with it: all of the figure is drawn anew. */
static void
set_fade (double   value,
          gpointer data)
{
  GtkWidget *figure = gtk_widget_get_parent (data);

  PRIVATE (STRATA_FIGURE_MARK (data))->fade = value;
  gtk_widget_queue_draw (data);
  if (figure != NULL)
    gtk_widget_queue_draw (figure);
}

static AdwAnimation *
animation_new (StrataFigureMark      *self,
               AdwAnimationTargetFunc set)
{
  return adw_timed_animation_new (GTK_WIDGET (self), 0, 1, CHANGE_MS,
                                  adw_callback_animation_target_new (set, self, NULL));
}

static void
animate (AdwAnimation *animation,
         double        from,
         double        to)
{
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (animation), from);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (animation), to);
  adw_animation_play (animation);
}

static void
strata_figure_mark_init (StrataFigureMark *self)
{
  StrataFigureMarkPrivate *priv = PRIVATE (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  priv->emphasis_animation = animation_new (self, set_emphasis);
  priv->fade_animation = animation_new (self, set_fade);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * strata_figure_mark_get_row:
 * @self: a mark
 *
 * Returns: (transfer none) (nullable): the row it stands for
 */
StrataRow *
strata_figure_mark_get_row (StrataFigureMark *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE_MARK (self), NULL);

  return PRIVATE (self)->row;
}

/**
 * strata_figure_mark_set_row:
 * @self: a mark
 * @row: (transfer none): the row it stands for
 * @name: what a screen reader says: the row's name, what it belongs to, which
 *   of how many it is
 * @tooltip: (nullable): what the pointer shows
 */
void
strata_figure_mark_set_row (StrataFigureMark *self,
                            StrataRow        *row,
                            const char       *name,
                            const char       *tooltip)
{
  g_return_if_fail (STRATA_IS_FIGURE_MARK (self) && STRATA_IS_ROW (row));

  g_set_object (&PRIVATE (self)->row, row);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * strata_figure_mark_get_bounds:
 * @self: a mark
 *
 * Returns: (transfer none): where it stands in its figure
 */
const graphene_rect_t *
strata_figure_mark_get_bounds (StrataFigureMark *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE_MARK (self), NULL);

  return &PRIVATE (self)->bounds;
}

/**
 * strata_figure_mark_set_bounds:
 * @self: a mark
 * @bounds: where it is to be drawn, in pixels of the figure
 */
void
strata_figure_mark_set_bounds (StrataFigureMark      *self,
                               const graphene_rect_t *bounds)
{
  g_return_if_fail (STRATA_IS_FIGURE_MARK (self));

  PRIVATE (self)->bounds = *bounds;
}

/**
 * strata_figure_mark_allocate:
 * @self: a mark
 *
 * Gives the widget the place that its bounds say, in whole pixels.
 */
void
strata_figure_mark_allocate (StrataFigureMark *self)
{
  const graphene_rect_t *bounds = &PRIVATE (self)->bounds;
  int left = (int) floorf (bounds->origin.x), top = (int) floorf (bounds->origin.y);
  GtkAllocation allocation = { left, top,
                               (int) ceilf (bounds->origin.x + bounds->size.width) - left,
                               (int) ceilf (bounds->origin.y + bounds->size.height) - top };

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self), &allocation, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
strata_figure_mark_get_selected (StrataFigureMark *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE_MARK (self), FALSE);

  return PRIVATE (self)->selected;
}

/**
 * strata_figure_mark_set_selected:
 * @self: a mark
 * @selected: whether its row's detail is open
 */
void
strata_figure_mark_set_selected (StrataFigureMark *self,
                                 gboolean          selected)
{
  StrataFigureMarkPrivate *priv = PRIVATE (self);

  if (priv->selected == selected)
    return;
  priv->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  animate (priv->emphasis_animation, priv->emphasis, selected ? 1 : 0);
}

gboolean
strata_figure_mark_get_faded (StrataFigureMark *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE_MARK (self), FALSE);

  return PRIVATE (self)->faded;
}

/**
 * strata_figure_mark_set_faded:
 * @self: a mark
 * @faded: whether the filter leaves its row out
 *
 * A faded mark is pale, cannot be pressed or reached by keys, and a screen
 * reader is told why.
 */
void
strata_figure_mark_set_faded (StrataFigureMark *self,
                              gboolean          faded)
{
  StrataFigureMarkPrivate *priv = PRIVATE (self);

  if (priv->faded == faded)
    return;
  priv->faded = faded;
  gtk_widget_set_sensitive (GTK_WIDGET (self), !faded);
  if (faded)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _("left out by the filter"), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  animate (priv->fade_animation, priv->fade, faded ? 1 : 0);
}

/**
 * strata_figure_mark_get_opacity:
 * @self: a mark
 *
 * Returns: how opaque the mark is, and what leads to it: 1 unless it is faded
 */
double
strata_figure_mark_get_opacity (StrataFigureMark *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE_MARK (self), 1);

  return 1 - PRIVATE (self)->fade * (1 - FADED);
}
