#include "strata-notice-bar.h"

#include <glib/gi18n.h>

#define VERY_WIDE (1 << 20)    /* pixels: every text is one line */

struct _StrataNoticeBar
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *button;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataNoticeBar, strata_notice_bar, GTK_TYPE_WIDGET)

static void
close_clicked (StrataNoticeBar *self)
{
  strata_notice_bar_hide (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static GtkWidget *
close_button_new (StrataNoticeBar *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _("Dismiss"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Dismiss"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_clicked), self);
  return close;
}

/* GTK 4.8 measures a line that may wrap, and has letters of two fonts, a pixel lower where
 * no width is given: what stands below would overlap it. */
static void
strata_notice_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  GtkWidget *box = STRATA_NOTICE_BAR (widget)->box;
  int minimum_wide, natural_wide;

  gtk_widget_measure (box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size >= 0)
    return;
  gtk_widget_measure (box, orientation, VERY_WIDE, &minimum_wide, &natural_wide, NULL, NULL);
  *minimum = MAX (*minimum, minimum_wide);
  *natural = MAX (*natural, natural_wide);
}

static void
strata_notice_bar_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  gtk_widget_size_allocate (STRATA_NOTICE_BAR (widget)->box,
                            &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static GtkSizeRequestMode
strata_notice_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
strata_notice_bar_dispose (GObject *object)
{
  g_clear_pointer (&STRATA_NOTICE_BAR (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_notice_bar_parent_class)->dispose (object);
}

static void
strata_notice_bar_class_init (StrataNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_notice_bar_dispose;
  widget_class->measure = strata_notice_bar_measure;
  widget_class->size_allocate = strata_notice_bar_size_allocate;
  widget_class->get_request_mode = strata_notice_bar_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
strata_notice_bar_init (StrataNoticeBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_box_append (GTK_BOX (self->box), close_button_new (self));
  gtk_widget_add_css_class (self->box, "notice-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
strata_notice_bar_new (void)
{
  return g_object_new (STRATA_TYPE_NOTICE_BAR, NULL);
}

/**
 * strata_notice_bar_show:
 * @self: the bar
 * @text: what has happened, a sentence or two
 * @label: (nullable): with a mnemonic, of the button for what can be done about it
 * @action: (nullable): the action of the button
 */
void
strata_notice_bar_show (StrataNoticeBar *self,
                        const char      *text,
                        const char      *label,
                        const char      *action)
{
  g_return_if_fail (STRATA_IS_NOTICE_BAR (self) && text != NULL);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->button, label != NULL);
  gtk_button_set_label (GTK_BUTTON (self->button), label != NULL ? label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * strata_notice_bar_hide:
 * @self: the bar
 */
void
strata_notice_bar_hide (StrataNoticeBar *self)
{
  g_return_if_fail (STRATA_IS_NOTICE_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * strata_notice_bar_get_text:
 * @self: the bar
 *
 * Returns: (transfer none) (nullable): what it says, %NULL while it is hidden
 */
const char *
strata_notice_bar_get_text (StrataNoticeBar *self)
{
  g_return_val_if_fail (STRATA_IS_NOTICE_BAR (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (GTK_LABEL (self->label))
                                                    : NULL;
}
