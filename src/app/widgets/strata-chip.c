#include "strata-chip.h"

#include "strata-wrap-layout.h"

/* A box of our own: GtkBox brings its layout with it. */
typedef GtkWidget StrataChipBox;
typedef GtkWidgetClass StrataChipBoxClass;
GType strata_chip_box_get_type (void);

G_DEFINE_FINAL_TYPE (StrataChipBox, strata_chip_box, GTK_TYPE_WIDGET)

static void
strata_chip_box_dispose (GObject *object)
{
  strata_chip_box_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (strata_chip_box_parent_class)->dispose (object);
}

static void
strata_chip_box_class_init (StrataChipBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_chip_box_dispose;
  /* Newer GTKs tell no name of what has no role. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
strata_chip_box_init (StrataChipBox *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), strata_wrap_layout_new (6));
}

/**
 * strata_chip_box_new:
 *
 * Returns: (transfer floating): a box that wraps what gtk_widget_set_parent()
 *   puts into it as a paragraph wraps its words
 */
GtkWidget *
strata_chip_box_new (void)
{
  return g_object_new (strata_chip_box_get_type (), NULL);
}

/**
 * strata_chip_box_clear:
 * @box: a box from strata_chip_box_new()
 *
 * Takes every child out.
 */
void
strata_chip_box_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

/**
 * strata_chip_new:
 * @label: what it says
 * @uri: a concept or row link, handed to the action `win.go`
 *
 * Returns: (transfer floating): a small button that leads somewhere
 */
GtkWidget *
strata_chip_new (const char *label,
                 const char *uri)
{
  GtkWidget *chip = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (chip));

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "chip");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.go");
  return chip;
}
