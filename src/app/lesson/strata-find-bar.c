#include "strata-find-bar.h"

#include <glib/gi18n.h>

struct _StrataFindBar
{
  GtkWidget         parent_instance;

  GtkWidget        *bar;
  GtkWidget        *entry;
  GtkWidget        *count;
  GtkWidget        *previous;
  GtkWidget        *next;
  StrataLessonView *view;   /* unowned: stands below the bar */
};

G_DEFINE_FINAL_TYPE (StrataFindBar, strata_find_bar, GTK_TYPE_WIDGET)

static gboolean
is_open (StrataFindBar *self)
{
  return gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar));
}

static void
show_count (StrataFindBar *self)
{
  guint position = strata_lesson_view_find_step (self->view, 0);
  guint n = strata_lesson_view_count_found (self->view);
  g_autofree char *text = NULL;

  if (n > 0)
    /* Translators: which match is shown, and how many there are. */
    text = g_strdup_printf (_("%u of %u"), position, n);
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    text = g_strdup (_("No Matches"));
  gtk_label_set_label (GTK_LABEL (self->count), text != NULL ? text : "");
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
}

static void
query_changed (StrataFindBar *self)
{
  strata_lesson_view_find (self->view, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  show_count (self);
}

static void
step_forward (StrataFindBar *self)
{
  strata_lesson_view_find_step (self->view, 1);
  show_count (self);
}

static void
step_back (StrataFindBar *self)
{
  strata_lesson_view_find_step (self->view, -1);
  show_count (self);
}

/* In the lesson too: there the caret is after a search. */
static gboolean
view_key_pressed (StrataFindBar *self,
                  guint          key)
{
  if (key != GDK_KEY_Escape || !is_open (self))
    return GDK_EVENT_PROPAGATE;
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), FALSE);
  return GDK_EVENT_STOP;
}

/* Enter goes on, with Shift back. */
static gboolean
key_pressed (StrataFindBar   *self,
             guint            key,
             guint            code,
             GdkModifierType  state)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0)
    step_back (self);
  else
    step_forward (self);
  return GDK_EVENT_STOP;
}

static void
mode_changed (StrataFindBar *self)
{
  if (is_open (self))
    return;
  strata_lesson_view_find_end (self->view);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
strata_find_bar_dispose (GObject *object)
{
  StrataFindBar *self = STRATA_FIND_BAR (object);

  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_data (self->bar, self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_find_bar_parent_class)->dispose (object);
}

static void
strata_find_bar_class_init (StrataFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_find_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
button_new (const char *icon,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_entry (StrataFindBar *self,
           GtkWidget     *box)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 32);
  g_object_set (self->entry, "placeholder-text", _("Find in This Lesson"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find in This Lesson"), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (self->entry, key);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (query_changed), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (step_forward), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (step_back), self);
  gtk_box_append (GTK_BOX (box), self->entry);
}

static void
strata_find_bar_init (StrataFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_entry (self, box);
  /* A status is read out when it changes. */
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (box), self->count);
  self->previous = button_new ("go-up-symbolic", _("Previous Match (Shift+Enter)"));
  g_signal_connect_swapped (self->previous, "clicked", G_CALLBACK (step_back), self);
  gtk_box_append (GTK_BOX (box), self->previous);
  self->next = button_new ("go-down-symbolic", _("Next Match (Enter)"));
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (step_forward), self);
  gtk_box_append (GTK_BOX (box), self->next);

  self->bar = gtk_search_bar_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->bar), box);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  gtk_search_bar_set_show_close_button (GTK_SEARCH_BAR (self->bar), TRUE);
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_changed),
                            self);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

/**
 * strata_find_bar_new:
 * @view: the lesson to look in; has to outlive the bar
 *
 * Returns: (transfer floating): a closed bar
 */
GtkWidget *
strata_find_bar_new (StrataLessonView *view)
{
  StrataFindBar *self = g_object_new (STRATA_TYPE_FIND_BAR, NULL);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->view = view;
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (view_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), key);
  show_count (self);
  return GTK_WIDGET (self);
}

/**
 * strata_find_bar_open:
 * @self: the bar
 *
 * Shows the bar, ready to be typed into.
 */
void
strata_find_bar_open (StrataFindBar *self)
{
  g_return_if_fail (STRATA_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  query_changed (self);
}

/**
 * strata_find_bar_refresh:
 * @self: the bar
 *
 * Looks for the same in another lesson, if the bar is open.
 */
void
strata_find_bar_refresh (StrataFindBar *self)
{
  g_return_if_fail (STRATA_IS_FIND_BAR (self));

  if (is_open (self))
    query_changed (self);
}

/**
 * strata_find_bar_show:
 * @self: the bar
 * @query: what was found
 * @offset: where in the lesson, in characters
 *
 * Marks what a search has led to, as if it had been looked for here. The reader goes
 * on in the lesson.
 */
void
strata_find_bar_show (StrataFindBar *self,
                      const char    *query,
                      guint          offset)
{
  g_return_if_fail (STRATA_IS_FIND_BAR (self) && query != NULL);

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  g_signal_handlers_block_by_func (self->entry, query_changed, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  g_signal_handlers_unblock_by_func (self->entry, query_changed, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  strata_lesson_view_find_at (self->view, query, offset);
  show_count (self);
}
