#include "strata-term-popover.h"

#include <glib/gi18n.h>

/* In characters. */
#define WIDTH 40

/* What the term is called and means in just one language; whether it says
 * anything there. */
static gboolean
get_meaning (StrataTable  *table,
             StrataRow    *row,
             const char   *language,
             const char  **name,
             const char  **meaning)
{
  const char *const languages[] = { language, NULL };
  StrataText *text = strata_row_get_text (row, (guint) strata_table_get_meaning_column (table));

  if (text == NULL || (!strata_text_is_plain (text) && !strata_text_has_language (text, language)))
    return FALSE;
  *name = strata_table_get_row_name (table, row, languages);
  *meaning = strata_text_get (text, languages);
  return TRUE;
}

/**
 * strata_term_popover_dup_meaning:
 * @table: a glossary
 * @row: one of its rows
 * @languages: those to say it in, the reader's first
 *
 * Returns: (transfer full) (nullable): what the term means, for a tooltip
 */
char *
strata_term_popover_dup_meaning (StrataTable       *table,
                                 StrataRow         *row,
                                 const char *const *languages)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (STRATA_IS_TABLE (table) && STRATA_IS_ROW (row), NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *name, *meaning;

      if (get_meaning (table, row, languages[i], &name, &meaning))
        g_string_append_printf (text, "%s%s\n%s", text->len > 0 ? "\n\n" : "", name, meaning);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static GtkWidget *
label_new (const char *text,
           const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* Of one width: a popover takes a label that may be wider for less high than it is. */
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

/**
 * strata_term_popover_new:
 *
 * Returns: (transfer floating): a popover that says what a term of the glossary means
 */
GtkWidget *
strata_term_popover_new (void)
{
  return gtk_popover_new ();
}

/**
 * strata_term_popover_show:
 * @popover: from strata_term_popover_new(), with a parent
 * @table: a glossary
 * @row: one of its rows
 * @languages: those to say it in, the reader's first
 * @where: what to point to, in the parent's coordinates
 */
void
strata_term_popover_show (GtkWidget          *popover,
                          StrataTable        *table,
                          StrataRow          *row,
                          const char *const  *languages,
                          const GdkRectangle *where)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *open = gtk_button_new_with_label (_("Open in the Glossary"));
  g_autofree char *said = strata_term_popover_dup_meaning (table, row, languages);
  g_autofree char *uri =
      g_strdup_printf ("row:%s/%s", strata_table_get_id (table), strata_row_get_id (row));

  gtk_widget_add_css_class (box, "term");
  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *name, *meaning;

      if (!get_meaning (table, row, languages[i], &name, &meaning))
        continue;
      if (gtk_widget_get_first_child (box) != NULL)
        gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (box), label_new (name, "heading"));
      gtk_box_append (GTK_BOX (box), label_new (meaning, NULL));
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.go");
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  gtk_widget_set_margin_top (open, 6);
  gtk_box_append (GTK_BOX (box), open);
  /* Whoever hears the button hears first what it is about. */
  if (said != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said,
                                    -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), where);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (open);
}
