#include "strata-wrap-layout.h"

struct _StrataWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (StrataWrapLayout, strata_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* One child's natural size, no wider than the line. */
static void
child_size (GtkWidget *child,
            int        width,
            int       *child_width,
            int       *child_height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *child_width = MAX (minimum, width < 0 ? natural : MIN (natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL,
                      NULL);
}

/* Walks the children line by line, allocates them if @allocate, and returns
 * the height of it all. */
static int
flow (StrataWrapLayout *self,
      GtkWidget        *widget,
      int               width,
      gboolean          allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int w, h;

      if (!gtk_widget_should_layout (child))
        continue;
      child_size (child, width, &w, &h);
      if (x > 0 && width >= 0 && x + w > width)
        {
          x = 0;
          y += line + self->spacing;
          line = 0;
        }
      if (allocate)
        {
          GtkAllocation place = { rtl ? width - x - w : x, y, w, h };

          gtk_widget_size_allocate (child, &place, -1);
        }
      x += w + self->spacing;
      line = MAX (line, h);
    }
  return y + line;
}

static GtkSizeRequestMode
strata_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
strata_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  StrataWrapLayout *self = STRATA_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = flow (self, widget, for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
strata_wrap_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  flow (STRATA_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
strata_wrap_layout_class_init (StrataWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = strata_wrap_layout_get_request_mode;
  layout_class->measure = strata_wrap_layout_measure;
  layout_class->allocate = strata_wrap_layout_allocate;
}

static void
strata_wrap_layout_init (StrataWrapLayout *self)
{
}

/**
 * strata_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer full): a layout for any widget
 */
GtkLayoutManager *
strata_wrap_layout_new (int spacing)
{
  StrataWrapLayout *self = g_object_new (STRATA_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
