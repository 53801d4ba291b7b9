/* A lesson with what stands above and below it, all of which scrolls as one.
 *
 * A text view is quick and small only while it scrolls itself: as tall as its text it
 * would keep every line laid out and draw all of them in each frame. So the view is
 * never taller than what is seen of it; what stands above and below moves past it. Of
 * the two adjustments, `outer` is that of the scrolled window and counts from the top of
 * the column, `inner` is the view's and counts from the top of the text. */
#include "strata-lesson-column.h"

#include <math.h>

/* Around the text, and between it and what stands above and below, in pixels. */
#define PADDING 24
#define GAP 12
/* The text may end otherwise than it seemed to before it was laid out. */
#define MAX_PASSES 3

struct _StrataLessonColumn
{
  GtkWidget            parent_instance;

  GtkWidget           *head;        /* NULL for nothing */
  GtkWidget           *foot;        /* the same */
  StrataLessonView    *view;
  GtkAdjustment       *horizontal;
  GtkAdjustment       *outer;
  GtkAdjustment       *inner;
  GtkScrollablePolicy  policies[2];
  int                  max_width;   /* with the padding; 0 for as wide as there is room */
  int                  text_top;    /* pixels from the top of the column */
  int                  below;       /* from the end of the text to that of the column */
  double               pushed;      /* where we have put `inner` last */
  gboolean             pushing;     /* we move the adjustments ourselves */
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (StrataLessonColumn, strata_lesson_column, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Moving. --------------------------------------------------------------------- */

static int
get_value (StrataLessonColumn *self)
{
  return self->outer != NULL ? (int) floor (gtk_adjustment_get_value (self->outer)) : 0;
}

/* How far the view can be scrolled, to where we have put it. */
static double
expected (StrataLessonColumn *self)
{
  double end = gtk_adjustment_get_upper (self->inner) - gtk_adjustment_get_page_size (self->inner);

  return MIN (self->pushed, MAX (end, 0));
}

/* Says how tall all is, and that @value is at the top edge. */
static void
set_outer (StrataLessonColumn *self,
           double              value)
{
  double page = MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);
  double upper = self->text_top + strata_lesson_view_get_text_height (self->view, NULL) + self->below;

  upper = MAX (upper, page);
  gtk_adjustment_configure (self->outer, CLAMP (value, 0, upper - page), 0, upper, page * 0.1,
                            page * 0.9, page);
}

/* Scrolls the view to what is to be seen of it. It may move on from there by itself, where
 * lines above grow that it lays out. */
static void
push (StrataLessonColumn *self)
{
  self->pushed = MAX (get_value (self) - self->text_top, 0);
  self->pushing = TRUE;
  gtk_adjustment_set_value (self->inner, self->pushed);
  self->pushing = FALSE;
}

static void
outer_changed (StrataLessonColumn *self)
{
  if (self->pushing)
    return;
  push (self);
  /* Not only an allocation: the view asks for another size while it gets one, where it lays
   * lines out then, and GTK forgets that above what it does not allocate anew. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The view has scrolled by itself: to the caret, while one selects, or to keep what is read
 * in its place. All goes along. */
static void
inner_changed (StrataLessonColumn *self)
{
  double moved = gtk_adjustment_get_value (self->inner) - self->pushed;

  if (self->pushing || self->outer == NULL || fabs (moved) < 1)
    return;
  self->pushed += moved;
  set_outer (self, gtk_adjustment_get_value (self->outer) + moved);
}

/* Layout. --------------------------------------------------------------------- */

static int
child_height (GtkWidget *child,
              int        width)
{
  int height = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* Gives the view the room in which text is seen, all that is left where the end of the
 * text is not known; returns how far down that goes. */
static int
allocate_view (StrataLessonColumn *self,
               int                 x,
               int                 width,
               int                 height)
{
  int value = get_value (self);
  int top = MAX (self->text_top - value, 0);
  int bottom = height;
  gboolean whole;
  int text = strata_lesson_view_get_text_height (self->view, &whole);

  if (whole)
    bottom = MIN (bottom, self->text_top + text - value);
  /* What is out of sight above or below keeps one row of pixels. */
  top = MIN (top, MAX (bottom - 1, self->text_top - value));
  bottom = MAX (bottom, top + 1);
  self->pushing = TRUE;
  /* The view says so itself when it is laid out, but must be there before. */
  self->pushed = MAX (value - self->text_top, 0);
  gtk_adjustment_configure (self->inner, self->pushed, 0,
                            MAX (text, self->pushed + bottom - top), height * 0.1, height * 0.9,
                            bottom - top);
  allocate (GTK_WIDGET (self->view), x, top, width, bottom - top);
  self->pushing = FALSE;
  return bottom;
}

/* Whether the view, laid out down to @bottom of @height, is as it should be; if not, what
 * it says counts from now on. */
static gboolean
is_settled (StrataLessonColumn *self,
            int                 bottom,
            int                 height)
{
  double moved = gtk_adjustment_get_value (self->inner) - expected (self);
  gboolean whole;
  int text = strata_lesson_view_get_text_height (self->view, &whole);
  double value = gtk_adjustment_get_value (self->outer);
  int end;

  self->pushing = TRUE;
  set_outer (self, fabs (moved) < 1 ? value : value + moved);
  self->pushing = FALSE;
  end = self->text_top + text - get_value (self);
  return gtk_adjustment_get_value (self->outer) == value
         && (!whole || (bottom <= MAX (end, 1) && bottom >= MIN (end, height)));
}

static void
strata_lesson_column_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  StrataLessonColumn *self = STRATA_LESSON_COLUMN (widget);
  int outside = self->max_width > 0 ? MIN (width, self->max_width) : width;
  int inside = MAX (outside - 2 * PADDING, 1);
  int x = (width - inside) / 2;
  int head = child_height (self->head, inside);
  int foot = child_height (self->foot, inside);
  int end, bottom;

  self->text_top = PADDING + (head > 0 ? head + GAP : 0);
  self->below = PADDING + (foot > 0 ? GAP + foot : 0);
  child_height (GTK_WIDGET (self->view), inside);
  gtk_adjustment_configure (self->horizontal, 0, 0, width, width * 0.1, width * 0.9, width);
  for (int i = 0; i < MAX_PASSES; i++)
    {
      bottom = allocate_view (self, x, inside, height);
      if (is_settled (self, bottom, height))
        break;
    }
  end = self->text_top + strata_lesson_view_get_text_height (self->view, NULL);
  allocate (self->head, x, PADDING - get_value (self), inside, head);
  allocate (self->foot, x, end + self->below - PADDING - foot - get_value (self), inside, foot);
}

static void
strata_lesson_column_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  StrataLessonColumn *self = STRATA_LESSON_COLUMN (widget);
  GtkWidget *children[] = { self->head, GTK_WIDGET (self->view), self->foot };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (children[i] == NULL || !gtk_widget_should_layout (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        *natural += child_natural;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum += 2 * PADDING;
  *natural += 2 * PADDING;
}

/* The focus. ------------------------------------------------------------------- */

static gboolean
is_in (GtkWidget *widget,
       GtkWidget *part)
{
  return part != NULL && (widget == part || gtk_widget_is_ancestor (widget, part));
}

/* What has the focus above or below the text comes to be seen; the text sees to itself. */
static void
focus_changed (StrataLessonColumn *self,
               GParamSpec         *pspec,
               GtkRoot            *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  graphene_rect_t bounds;
  double top;

  if (focus == NULL || self->outer == NULL
      || !(is_in (focus, self->head) || is_in (focus, self->foot))
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return;
  top = get_value (self) + bounds.origin.y;
  gtk_adjustment_clamp_page (self->outer, top - GAP, top + bounds.size.height + GAP);
}

static void
strata_lesson_column_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (strata_lesson_column_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_changed), widget, G_CONNECT_SWAPPED);
}

static void
strata_lesson_column_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed, widget);
  GTK_WIDGET_CLASS (strata_lesson_column_parent_class)->unroot (widget);
}

/* Building. --------------------------------------------------------------------- */

static void
set_outer_adjustment (StrataLessonColumn *self,
                      GtkAdjustment      *adjustment)
{
  if (self->outer != NULL)
    g_signal_handlers_disconnect_by_func (self->outer, outer_changed, self);
  g_set_object (&self->outer, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (outer_changed), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
strata_lesson_column_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  StrataLessonColumn *self = STRATA_LESSON_COLUMN (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_set_object (&self->horizontal, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_outer_adjustment (self, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
strata_lesson_column_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  StrataLessonColumn *self = STRATA_LESSON_COLUMN (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->horizontal);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->outer);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
strata_lesson_column_dispose (GObject *object)
{
  StrataLessonColumn *self = STRATA_LESSON_COLUMN (object);
  GtkWidget *view = GTK_WIDGET (self->view);

  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_func (self->inner, inner_changed, self);
  set_outer_adjustment (self, NULL);
  g_clear_object (&self->inner);
  g_clear_object (&self->horizontal);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  self->view = NULL;
  g_clear_pointer (&view, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_lesson_column_parent_class)->dispose (object);
}

static void
strata_lesson_column_class_init (StrataLessonColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_lesson_column_dispose;
  object_class->set_property = strata_lesson_column_set_property;
  object_class->get_property = strata_lesson_column_get_property;
  widget_class->size_allocate = strata_lesson_column_size_allocate;
  widget_class->measure = strata_lesson_column_measure;
  widget_class->root = strata_lesson_column_root;
  widget_class->unroot = strata_lesson_column_unroot;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
strata_lesson_column_init (StrataLessonColumn *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * strata_lesson_column_new:
 * @head: (nullable): what stands above the text
 * @view: the text
 * @foot: (nullable): what stands below it
 *
 * Returns: (transfer floating): a child for a scrolled window
 */
GtkWidget *
strata_lesson_column_new (GtkWidget        *head,
                          StrataLessonView *view,
                          GtkWidget        *foot)
{
  StrataLessonColumn *self;
  GtkWidget *children[] = { head, GTK_WIDGET (view), foot };

  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (view), NULL);

  self = g_object_new (STRATA_TYPE_LESSON_COLUMN, NULL);
  self->head = head;
  self->view = view;
  self->foot = foot;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if (children[i] != NULL)
      gtk_widget_set_parent (children[i], GTK_WIDGET (self));
  self->inner = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  g_signal_connect_object (self->inner, "value-changed", G_CALLBACK (inner_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * strata_lesson_column_set_max_width:
 * @self: the column
 * @max_width: in pixels, with the room beside the text
 */
void
strata_lesson_column_set_max_width (StrataLessonColumn *self,
                                    int                 max_width)
{
  g_return_if_fail (STRATA_IS_LESSON_COLUMN (self));

  if (self->max_width == max_width)
    return;
  self->max_width = max_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * strata_lesson_column_get_text_top:
 * @self: the column
 *
 * Returns: where the text begins, in pixels from the top of the column
 */
double
strata_lesson_column_get_text_top (StrataLessonColumn *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_COLUMN (self), 0);

  return self->text_top;
}
