#include "strata-task-bar.h"

#include <glib/gi18n.h>

struct _StrataTaskBar
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *progress;
  GtkWidget *button;
};

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataTaskBar, strata_task_bar, GTK_TYPE_WIDGET)

/* It may take a moment until what is done notices. */
static void
cancel_clicked (StrataTaskBar *self)
{
  gtk_widget_set_sensitive (self->button, FALSE);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
strata_task_bar_dispose (GObject *object)
{
  g_clear_pointer (&STRATA_TASK_BAR (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_task_bar_parent_class)->dispose (object);
}

static void
strata_task_bar_class_init (StrataTaskBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_task_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
words_new (StrataTaskBar *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  self->progress = gtk_progress_bar_new ();
  gtk_box_append (GTK_BOX (words), self->label);
  gtk_box_append (GTK_BOX (words), self->progress);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static void
strata_task_bar_init (StrataTaskBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->button = gtk_button_new_with_mnemonic (_("_Cancel"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (cancel_clicked), self);
  gtk_box_append (GTK_BOX (self->box), words_new (self));
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_add_css_class (self->box, "notice-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * strata_task_bar_new:
 * @text: what is being done
 *
 * Returns: (transfer floating): the bar, at its beginning
 */
GtkWidget *
strata_task_bar_new (const char *text)
{
  StrataTaskBar *self = g_object_new (STRATA_TYPE_TASK_BAR, NULL);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  return GTK_WIDGET (self);
}

/**
 * strata_task_bar_set_share:
 * @self: the bar
 * @share: of what there is to do, from 0 to 1
 *
 * Shows how much is done.
 */
void
strata_task_bar_set_share (StrataTaskBar *self,
                           double         share)
{
  g_return_if_fail (STRATA_IS_TASK_BAR (self));

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), CLAMP (share, 0, 1));
}
