/* How the keyboard goes through a figure. */
#include "strata-figure-private.h"
#include "widgets/strata-focus.h"

/* The position of the mark that has the focus, or would get it; -1 where every
 * one is faded. */
static int
current_mark (StrataFigure *self)
{
  guint n = strata_figure_get_n_marks (self);
  GtkWidget *focus = strata_focus_get_child (GTK_WIDGET (self));
  int first = -1, selected = -1;

  for (guint i = n; i > 0; i--)
    {
      StrataFigureMark *mark = strata_figure_get_mark (self, i - 1);

      if (strata_figure_mark_get_faded (mark))
        continue;
      if (GTK_WIDGET (mark) == focus && gtk_widget_is_focus (focus))
        return (int) i - 1;
      if (strata_figure_mark_get_selected (mark))
        selected = (int) i - 1;
      first = (int) i - 1;
    }
  return selected >= 0 ? selected : first;
}

/* The next mark from @from on in steps of @step that is not faded; -1 for none. */
static int
find_mark (StrataFigure *self,
           int           from,
           int           step)
{
  guint n = strata_figure_get_n_marks (self);

  for (int i = from; i >= 0 && i < (int) n; i += step)
    if (!strata_figure_mark_get_faded (strata_figure_get_mark (self, (guint) i)))
      return i;
  return -1;
}

static gboolean
focus_mark (StrataFigure *self,
            int           position)
{
  return position >= 0
         && gtk_widget_grab_focus (GTK_WIDGET (strata_figure_get_mark (self, (guint) position)));
}

static void
move_focus (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  StrataFigure *self = STRATA_FIGURE (widget);
  int from = current_mark (self), to = -1;
  GtkRoot *window = gtk_widget_get_root (widget);

  if (from < 0)
    return;
  if (g_str_equal (action, "figure.next"))
    to = find_mark (self, from + 1, 1);
  else if (g_str_equal (action, "figure.previous"))
    to = find_mark (self, from - 1, -1);
  else if (g_str_equal (action, "figure.first"))
    to = find_mark (self, 0, 1);
  else
    to = find_mark (self, (int) strata_figure_get_n_marks (self) - 1, -1);
  focus_mark (self, to);
  if (GTK_IS_WINDOW (window))
    gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
}

/* One stop for Tab, at the open row; within it, keys move the focus. */
static gboolean
strata_figure_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  StrataFigure *self = STRATA_FIGURE (widget);

  if (strata_focus_get_child (widget) != NULL)
    return FALSE;
  return focus_mark (self, current_mark (self));
}

static gboolean
strata_figure_grab_focus (GtkWidget *widget)
{
  StrataFigure *self = STRATA_FIGURE (widget);

  return focus_mark (self, current_mark (self));
}

/* One stop for Tab, arrow keys within. */
void
_strata_figure_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    guint       keys[4];
  } moves[] = {
    { "figure.next", { GDK_KEY_Down, GDK_KEY_Right, GDK_KEY_KP_Down, GDK_KEY_KP_Right } },
    { "figure.previous", { GDK_KEY_Up, GDK_KEY_Left, GDK_KEY_KP_Up, GDK_KEY_KP_Left } },
    { "figure.first", { GDK_KEY_Home, GDK_KEY_KP_Home } },
    { "figure.last", { GDK_KEY_End, GDK_KEY_KP_End } },
  };

  widget_class->focus = strata_figure_focus;
  widget_class->grab_focus = strata_figure_grab_focus;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_install_action (widget_class, moves[i].action, NULL, move_focus);
      for (guint k = 0; k < G_N_ELEMENTS (moves[i].keys) && moves[i].keys[k] != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, moves[i].keys[k], 0, moves[i].action,
                                             NULL);
    }
}
