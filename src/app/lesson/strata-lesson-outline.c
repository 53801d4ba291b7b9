#include "strata-lesson-outline.h"

#include <glib/gi18n.h>

#define INDENT 18       /* pixels for each depth */
#define MAX_INDENTS 4
#define MAX_HEIGHT 480
#define MIN_CHARS 16
#define MAX_CHARS 34

struct _StrataLessonOutline
{
  GtkWidget      parent_instance;

  GtkWidget     *button;
  GtkWidget     *list;          /* NULL until it is first looked at */
  StrataOutline *headings;
  int            current;       /* position in @headings, -1 for none */
  gboolean       filled;        /* whether the list has the headings */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataLessonOutline, strata_lesson_outline, GTK_TYPE_WIDGET)

static GtkWidget *
row_new (const StrataHeading *heading)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (heading->words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_set_margin_start (label, (int) MIN (heading->depth, MAX_INDENTS) * INDENT);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading->words, GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) heading->depth + 1, -1);
  return row;
}

static GtkWidget *
current_row (StrataLessonOutline *self)
{
  return self->list != NULL && self->filled && self->current >= 0
             ? GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->current))
             : NULL;
}

/* By a bar and heavier letters, and for a screen reader as the selected one. */
static void
mark (StrataLessonOutline *self,
      GtkWidget           *row,
      gboolean             is_current)
{
  if (row == NULL)
    return;
  if (!is_current)
    {
      gtk_widget_remove_css_class (row, "current");
      return;
    }
  gtk_widget_add_css_class (row, "current");
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static void
fill (StrataLessonOutline *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; self->headings != NULL && i < strata_outline_get_n_headings (self->headings); i++)
    {
      row = row_new (strata_outline_get_heading (self->headings, i));
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      mark (self, row, (int) i == self->current);
    }
  self->filled = TRUE;
}

static void
row_activated (StrataLessonOutline *self,
               GtkListBoxRow       *row)
{
  const StrataHeading *heading =
      strata_outline_get_heading (self->headings, (guint) gtk_list_box_row_get_index (row));
  guint offset = heading->offset;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, offset);
}

static void
shown (StrataLessonOutline *self)
{
  GtkWidget *row;

  if (!self->filled)
    fill (self);
  row = current_row (self);
  /* The keys may have gone elsewhere before. */
  mark (self, row, TRUE);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

/* Starting stays quick: the list is made when it is first looked at. */
static void
create_popover (GtkMenuButton *button,
                gpointer       data)
{
  StrataLessonOutline *self = data;
  GtkWidget *popover, *scroller;

  if (self->list != NULL)
    {
      if (!self->filled)
        fill (self);
      return;
    }
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (self->list, "outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Headings"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  fill (self);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  popover = gtk_popover_new ();
  gtk_widget_add_css_class (popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (popover, "map", G_CALLBACK (shown), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_menu_button_set_popover (button, popover);
}

static void
strata_lesson_outline_dispose (GObject *object)
{
  StrataLessonOutline *self = STRATA_LESSON_OUTLINE (object);

  if (self->button != NULL)
    gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), NULL, NULL, NULL);
  self->list = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->headings, strata_outline_free);

  G_OBJECT_CLASS (strata_lesson_outline_parent_class)->dispose (object);
}

static void
strata_lesson_outline_class_init (StrataLessonOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_lesson_outline_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
strata_lesson_outline_init (StrataLessonOutline *self)
{
  self->current = -1;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-list-symbolic");
  gtk_widget_set_tooltip_text (self->button, _("On This Page (Ctrl+J)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("On This Page"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * strata_lesson_outline_new:
 *
 * Returns: (transfer floating): a button that is hidden while there are no headings
 */
GtkWidget *
strata_lesson_outline_new (void)
{
  return g_object_new (STRATA_TYPE_LESSON_OUTLINE, "visible", FALSE, NULL);
}

/**
 * strata_lesson_outline_set_headings:
 * @self: the outline
 * @headings: (transfer full) (nullable): what to list
 */
void
strata_lesson_outline_set_headings (StrataLessonOutline *self,
                                    StrataOutline       *headings)
{
  g_return_if_fail (STRATA_IS_LESSON_OUTLINE (self));

  g_clear_pointer (&self->headings, strata_outline_free);
  self->headings = headings;
  self->current = -1;
  self->filled = FALSE;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          headings != NULL && strata_outline_get_n_headings (headings) > 0);
}

/**
 * strata_lesson_outline_set_current:
 * @self: the outline
 * @current: position of the heading that is read, -1 for none
 */
void
strata_lesson_outline_set_current (StrataLessonOutline *self,
                                   int                  current)
{
  g_return_if_fail (STRATA_IS_LESSON_OUTLINE (self));

  if (current == self->current)
    return;
  mark (self, current_row (self), FALSE);
  self->current = current;
  if (self->list != NULL && self->filled && current < 0)
    gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  mark (self, current_row (self), TRUE);
}

/**
 * strata_lesson_outline_get_current:
 * @self: the outline
 *
 * Returns: position of the heading that is read, -1 for none
 */
int
strata_lesson_outline_get_current (StrataLessonOutline *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_OUTLINE (self), -1);

  return self->current;
}

/**
 * strata_lesson_outline_open:
 * @self: the outline
 *
 * Lists the headings, if there are any.
 */
void
strata_lesson_outline_open (StrataLessonOutline *self)
{
  g_return_if_fail (STRATA_IS_LESSON_OUTLINE (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
