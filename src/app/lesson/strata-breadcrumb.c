#include "strata-breadcrumb.h"

#include "widgets/strata-chip.h"
#include "widgets/strata-name.h"

static GtkWidget *
current_crumb_new (const char *name)
{
  GtkWidget *crumb = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (crumb), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (crumb, "crumb");
  return crumb;
}

static GtkWidget *
outer_crumb_new (StrataConcept *concept,
                 const char    *name)
{
  g_autofree char *uri = g_strconcat ("concept:", strata_concept_get_id (concept), NULL);
  GtkWidget *crumb = strata_chip_new (strata_concept_get_short (concept), uri);

  gtk_widget_remove_css_class (crumb, "chip");
  gtk_widget_add_css_class (crumb, "crumb");
  gtk_widget_set_tooltip_text (crumb, name);
  strata_name_widget (crumb, name);
  return crumb;
}

/* The layers from the outermost to @concept; an arrow stays with what it leads to. */
static void
add_crumb (GtkWidget         *box,
           StrataConcept     *concept,
           gboolean           current,
           const char *const *languages)
{
  const char *name = strata_text_get (strata_concept_get_name (concept), languages);
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (strata_concept_get_parent (concept) != NULL)
    {
      GtkWidget *arrow = gtk_label_new ("›");

      add_crumb (box, strata_concept_get_parent (concept), FALSE, languages);
      gtk_widget_add_css_class (arrow, "dim-label");
      gtk_box_append (GTK_BOX (part), arrow);
    }
  gtk_box_append (GTK_BOX (part),
                  current ? current_crumb_new (name) : outer_crumb_new (concept, name));
  gtk_widget_set_parent (part, box);
}

/**
 * strata_breadcrumb_fill:
 * @box: a box from strata_chip_box_new(), emptied first
 * @concept: a layer
 * @languages: as for strata_text_get()
 *
 * Shows the layers around @concept, each a link, and its own name.
 */
void
strata_breadcrumb_fill (GtkWidget         *box,
                        StrataConcept     *concept,
                        const char *const *languages)
{
  g_return_if_fail (GTK_IS_WIDGET (box) && STRATA_IS_CONCEPT (concept));

  strata_chip_box_clear (box);
  add_crumb (box, concept, TRUE, languages);
}
