/* Widgets inside a widget, in the order of the tree. */
#pragma once

#include <gtk/gtk.h>

typedef gboolean (*FindFunc) (GtkWidget *widget, gconstpointer data);

static inline GtkWidget *
find_matching (GtkWidget     *widget,
               FindFunc       matches,
               gconstpointer  data,
               guint         *n)
{
  if (matches (widget, data) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_matching (child, matches, data, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
find_is_a (GtkWidget     *widget,
           gconstpointer  data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (data));
}

static inline gboolean
find_is_button (GtkWidget     *widget,
                gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

static inline gboolean
find_does (GtkWidget     *widget,
           gconstpointer  data)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), data) == 0;
}

/* The widget of @type that @n others come before; NULL where there is none. */
static inline GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint      n)
{
  return find_matching (widget, find_is_a, GSIZE_TO_POINTER (type), &n);
}

static inline GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  return find_nth (widget, type, 0);
}

static inline GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  guint n = 0;

  return find_matching (widget, find_is_button, label, &n);
}

/* The button for @action, which carries no label. */
static inline GtkWidget *
find_action (GtkWidget  *widget,
             const char *action)
{
  guint n = 0;

  return find_matching (widget, find_does, action, &n);
}
