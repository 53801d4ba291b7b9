#include "strata-short-title.h"

/* In characters: what is left of a title where there is no room for more. */
#define MIN_CHARS 2

static GtkWidget *
label_new (const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_widget_add_css_class (label, css);
  return label;
}

/**
 * strata_short_title_new:
 *
 * Returns: (transfer floating): a title for a header bar as #AdwWindowTitle is one, which
 *   gets along with less room: five large letters of that hold a narrow window wide
 */
GtkWidget *
strata_short_title_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label_new ("title"));
  gtk_box_append (GTK_BOX (box), label_new ("subtitle"));
  return box;
}

/**
 * strata_short_title_set:
 * @self: from strata_short_title_new()
 * @title: what it says
 * @subtitle: what it says below, "" for nothing
 */
void
strata_short_title_set (GtkWidget  *self,
                        const char *title,
                        const char *subtitle)
{
  GtkWidget *first, *second;

  g_return_if_fail (GTK_IS_BOX (self) && title != NULL && subtitle != NULL);

  first = gtk_widget_get_first_child (self);
  second = gtk_widget_get_next_sibling (first);
  gtk_label_set_label (GTK_LABEL (first), title);
  gtk_label_set_label (GTK_LABEL (second), subtitle);
  gtk_widget_set_visible (second, *subtitle != '\0');
}
