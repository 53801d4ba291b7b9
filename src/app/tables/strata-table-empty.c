#include "strata-table-empty.h"

#include <glib/gi18n.h>

static void
add_button (GtkWidget  *box,
            const char *what,
            guint       n,
            int         column)
{
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (n == 0)
    return;
  /* Translators: a filter to drop, and how many rows would show then. */
  label = g_strdup_printf (ngettext ("Drop “%s” (%u row)", "Drop “%s” (%u rows)", n), what, n);
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", column);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "table.drop");
  gtk_box_append (GTK_BOX (box), button);
}

static gboolean
is_narrowed (StrataTable           *table,
             const StrataListState *state,
             guint                  column)
{
  const char *id = strata_column_get_id (strata_table_get_column (table, column));

  for (guint i = 0; i < strata_list_state_get_n_facets (state); i++)
    {
      g_autofree char *facet = NULL;
      g_autofree char *value = NULL;

      strata_list_state_get_facet (state, i, &facet, &value);
      if (g_str_equal (facet, id))
        return TRUE;
    }
  return FALSE;
}

/**
 * strata_table_empty_fill:
 * @box: a vertical box, emptied first
 * @table: a table of which nothing is let through
 * @filter: its filter
 * @state: what narrows it
 * @languages: as for strata_text_get()
 *
 * Says that nothing is left and offers to drop what stands in the way, with
 * what that would bring back. The buttons activate `table.drop`: a column's
 * position, -1 for the query, -2 for everything.
 */
void
strata_table_empty_fill (GtkWidget             *box,
                         StrataTable           *table,
                         StrataFilter          *filter,
                         const StrataListState *state,
                         const char *const     *languages)
{
  GtkWidget *title = gtk_label_new (_("No Results"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Nothing passes all filters at once.")));

  if (state->query != NULL && *state->query != '\0')
    add_button (box, state->query, strata_filter_count_without (filter, -1), -1);
  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    {
      if (is_narrowed (table, state, i))
        add_button (box,
                    strata_text_get (strata_column_get_title (strata_table_get_column (table, i)),
                                     languages),
                    strata_filter_count_without (filter, (int) i), (int) i);
    }
  child = gtk_button_new_with_mnemonic (_("_Clear All Filters"));
  gtk_widget_add_css_class (child, "pill");
  gtk_widget_add_css_class (child, "suggested-action");
  gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (child), "i", -2);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (child), "table.drop");
  gtk_box_append (GTK_BOX (box), child);
}
