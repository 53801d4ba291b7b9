#include "strata-lesson-relations.h"

#include "widgets/strata-chip.h"

static GtkWidget *
heading_new (StrataTable       *table,
             const char *const *languages)
{
  GtkWidget *label =
      gtk_label_new (strata_text_get (strata_table_get_relation (table), languages));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 12);
  return label;
}

static void
add_relation (GtkWidget         *box,
              StrataTable       *table,
              StrataConcept     *concept,
              const char *const *languages)
{
  g_autoptr (GPtrArray) rows =
      strata_table_list_by_concept (table, strata_concept_get_id (concept));
  GtkWidget *chips;

  if (rows->len == 0 || !strata_table_get_prominent (table))
    return;
  chips = strata_chip_box_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      StrataRow *row = g_ptr_array_index (rows, i);
      g_autofree char *uri =
          g_strdup_printf ("row:%s/%s", strata_table_get_id (table), strata_row_get_id (row));

      gtk_widget_set_parent (
          strata_chip_new (strata_table_get_row_name (table, row, languages), uri), chips);
    }
  gtk_box_append (GTK_BOX (box), heading_new (table, languages));
  gtk_box_append (GTK_BOX (box), chips);
}

/**
 * strata_lesson_relations_fill:
 * @box: a vertical box, emptied first
 * @course: a course
 * @concept: one of its concepts
 * @languages: as for strata_text_get()
 *
 * Shows a chip for every row of a prominent table that belongs to @concept.
 */
void
strata_lesson_relations_fill (GtkWidget         *box,
                              StrataCourse      *course,
                              StrataConcept     *concept,
                              const char *const *languages)
{
  GPtrArray *tables = strata_course_get_tables (course);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < tables->len; i++)
    add_relation (box, g_ptr_array_index (tables, i), concept, languages);
}
