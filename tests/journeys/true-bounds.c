/* Preloaded into the program that a journey drives: tells where widgets are.
 *
 * GTK from 4.10 on adds up, from a widget to its window, where each one's border
 * is in what its parent has inside border and padding.  So whatever has a padding
 * moves all that it holds up and to the left: pointing at the middle of what is
 * said to be there misses it.  Here the border of the parent is what is measured
 * from. */
#include <gtk/gtk.h>
#include <math.h>

static gboolean (*bounds_in_parent) (GtkAccessible *self, int *x, int *y, int *width, int *height);

static gboolean
bounds_from_border (GtkAccessible *self,
                    int           *x,
                    int           *y,
                    int           *width,
                    int           *height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds, around;

  if (!bounds_in_parent (self, x, y, width, height))
    {
      /* The caller forgets to ask, and would tell what was on the stack. */
      *x = *y = *width = *height = 0;
      return FALSE;
    }
  if (parent != NULL && root != NULL && gtk_widget_compute_bounds (widget, root, &bounds)
      && gtk_widget_compute_bounds (parent, root, &around))
    {
      /* Rounded first, so that nothing is lost in adding up. */
      *x = (int) floorf (bounds.origin.x) - (int) floorf (around.origin.x);
      *y = (int) floorf (bounds.origin.y) - (int) floorf (around.origin.y);
    }
  return TRUE;
}

/* The page of a stack, which is no widget, stands between stack and child and
 * gives the child's place as its own: it would be counted twice. */
static gboolean
bounds_of_page (GtkAccessible *self,
                int           *x,
                int           *y,
                int           *width,
                int           *height)
{
  g_autoptr (GtkWidget) child = NULL;
  gboolean known;

  g_object_get (self, "child", &child, NULL);
  known = child != NULL && bounds_from_border (GTK_ACCESSIBLE (child), x, y, width, height);
  *x = *y = 0;
  return known;
}

static void
new_interface (gpointer data,
               gpointer interface)
{
  GTypeInterface *type = interface;
  GtkAccessibleInterface *accessible = interface;

  /* By name: asking for GTK's types now would make them. */
  if (!g_str_equal (g_type_name (type->g_type), "GtkAccessible"))
    return;
  if (g_str_has_suffix (g_type_name (type->g_instance_type), "StackPage"))
    accessible->get_bounds = bounds_of_page;
  if (!g_type_is_a (type->g_instance_type, g_type_from_name ("GtkWidget")))
    return;
  if (bounds_in_parent == NULL)
    bounds_in_parent = accessible->get_bounds;
  if (accessible->get_bounds == bounds_in_parent)
    accessible->get_bounds = bounds_from_border;
}

__attribute__ ((constructor)) static void
begin (void)
{
  g_type_add_interface_check (NULL, new_interface);
}
