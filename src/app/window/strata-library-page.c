#include "strata-library-page.h"

#include <glib/gi18n.h>

#include "widgets/strata-chip.h"

struct _StrataLibraryPage
{
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkWidget     *chooser;
  GtkWidget     *page;
  StrataCourse  *course;
  char         **languages;
};

G_DEFINE_FINAL_TYPE (StrataLibraryPage, strata_library_page, GTK_TYPE_WIDGET)

static void
strata_library_page_dispose (GObject *object)
{
  StrataLibraryPage *self = STRATA_LIBRARY_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->course);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_library_page_parent_class)->dispose (object);
}

static void
strata_library_page_class_init (StrataLibraryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_library_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
strata_library_page_init (StrataLibraryPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->chooser = strata_chip_box_new ();
  gtk_widget_add_css_class (self->chooser, "library-chooser");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Tables of the library"), -1);
  gtk_box_append (GTK_BOX (self->box), self->chooser);

  self->page = strata_table_page_new ();
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->page);
}

GtkWidget *
strata_library_page_new (void)
{
  return g_object_new (STRATA_TYPE_LIBRARY_PAGE, NULL);
}

static void
table_toggled (GtkToggleButton   *button,
               StrataLibraryPage *self)
{
  StrataTable *table = g_object_get_data (G_OBJECT (button), "table");
  g_autofree char *place = g_strconcat ("table:", strata_table_get_id (table), NULL);

  if (gtk_toggle_button_get_active (button)
      && strata_table_page_get_table (STRATA_TABLE_PAGE (self->page)) != table)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.return-to", "s", place);
}

static void
library_add_button (StrataLibraryPage  *self,
                    StrataTable        *table,
                    GtkToggleButton   **group)
{
  const char *title = strata_text_get (strata_table_get_title (table),
                                       (const char *const *) self->languages);
  GtkWidget *button = gtk_toggle_button_new_with_label (title);

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), *group);
  *group = GTK_TOGGLE_BUTTON (button);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "table", g_object_ref (table), g_object_unref);
  g_signal_connect_object (button, "toggled", G_CALLBACK (table_toggled), self, 0);
  gtk_widget_set_parent (button, self->chooser);
}

/**
 * strata_library_page_set_course:
 * @self: the page
 * @course: a course
 * @languages: as for strata_text_get()
 */
void
strata_library_page_set_course (StrataLibraryPage *self,
                                StrataCourse      *course,
                                const char *const *languages)
{
  GPtrArray *tables;
  GtkToggleButton *group = NULL;
  StrataTable *table;
  gboolean same = course == self->course;
  char **copy = g_strdupv ((char **) languages);

  g_return_if_fail (STRATA_IS_LIBRARY_PAGE (self) && STRATA_IS_COURSE (course));

  g_set_object (&self->course, course);
  g_strfreev (self->languages);
  self->languages = copy;
  strata_chip_box_clear (self->chooser);
  tables = strata_course_get_tables (course);
  for (guint i = 0; i < tables->len; i++)
    {
      table = g_ptr_array_index (tables, i);

      if (!strata_table_get_prominent (table))
        library_add_button (self, table, &group);
    }
  table = strata_table_page_get_table (STRATA_TABLE_PAGE (self->page));
  if (same && table != NULL)
    strata_library_page_set_table (self, table);
}

/**
 * strata_library_page_set_table:
 * @self: the page
 * @table: the table to show, one of the course's that is not prominent
 */
void
strata_library_page_set_table (StrataLibraryPage *self,
                               StrataTable       *table)
{
  g_return_if_fail (STRATA_IS_LIBRARY_PAGE (self) && STRATA_IS_TABLE (table));

  strata_table_page_set_table (STRATA_TABLE_PAGE (self->page), self->course, table,
                               (const char *const *) self->languages);
  for (GtkWidget *child = gtk_widget_get_first_child (self->chooser); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_object_get_data (G_OBJECT (child), "table") == table)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
    }
}

/**
 * strata_library_page_get_page:
 * @self: the page
 *
 * Returns: (transfer none): the page that shows the chosen table
 */
StrataTablePage *
strata_library_page_get_page (StrataLibraryPage *self)
{
  g_return_val_if_fail (STRATA_IS_LIBRARY_PAGE (self), NULL);

  return STRATA_TABLE_PAGE (self->page);
}
