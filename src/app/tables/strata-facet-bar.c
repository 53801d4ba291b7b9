#include "strata-facet-bar.h"

#include <glib/gi18n.h>

#include "widgets/strata-chip.h"

typedef struct
{
  GtkWidget *button;
  GtkWidget *check;
  GtkWidget *count;
  guint      column;
  char      *value;
  char      *name;
} Facet;

struct _StrataFacetBar
{
  GtkWidget     parent_instance;

  GtkWidget    *box;
  StrataTable  *table;
  StrataFilter *filter;
  GPtrArray    *facets;
  gboolean      updating;
};

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataFacetBar, strata_facet_bar, GTK_TYPE_WIDGET)

static void
facet_free (gpointer data)
{
  Facet *facet = data;

  g_free (facet->value);
  g_free (facet->name);
  g_free (facet);
}

static void
strata_facet_bar_dispose (GObject *object)
{
  StrataFacetBar *self = STRATA_FACET_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->facets, g_ptr_array_unref);
  g_clear_object (&self->table);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (strata_facet_bar_parent_class)->dispose (object);
}

static void
strata_facet_bar_class_init (StrataFacetBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_facet_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                                   G_TYPE_BOOLEAN);
}

static void
strata_facet_bar_init (StrataFacetBar *self)
{
  self->facets = g_ptr_array_new_with_free_func (facet_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
strata_facet_bar_new (void)
{
  return g_object_new (STRATA_TYPE_FACET_BAR, NULL);
}

static void
button_toggled (GtkToggleButton *button,
                StrataFacetBar  *self)
{
  Facet *facet = g_object_get_data (G_OBJECT (button), "facet");

  if (!self->updating)
    g_signal_emit (self, signals[TOGGLED], 0,
                   strata_column_get_id (strata_table_get_column (self->table, facet->column)),
                   facet->value, gtk_toggle_button_get_active (button));
}

static void
add_facet (StrataFacetBar *self,
           GtkWidget      *chips,
           guint           column,
           const char     *value)
{
  Facet *facet = g_new0 (Facet, 1);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;

  facet->column = column;
  facet->value = g_strdup (value);
  facet->name = g_strdup (strata_filter_value_name (self->filter, column, value));
  facet->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  facet->count = gtk_label_new (NULL);
  label = gtk_label_new (facet->name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (facet->count, "facet-count");
  gtk_box_append (GTK_BOX (content), facet->check);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), facet->count);
  facet->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (facet->button), content);
  gtk_widget_add_css_class (facet->button, "facet");
  g_object_set_data (G_OBJECT (facet->button), "facet", facet);
  g_signal_connect_object (facet->button, "toggled", G_CALLBACK (button_toggled), self, 0);
  gtk_widget_set_parent (facet->button, chips);
  g_ptr_array_add (self->facets, facet);
}

static void
add_column (StrataFacetBar    *self,
            guint              column,
            const char *const *languages)
{
  g_autoptr (GPtrArray) values = strata_filter_list_values (self->filter, column);
  GtkWidget *chips;
  const char *title;

  if (values->len == 0)
    return;
  title = strata_text_get (
      strata_column_get_title (strata_table_get_column (self->table, column)), languages);
  chips = strata_chip_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < values->len; i++)
    add_facet (self, chips, column, g_ptr_array_index (values, i));
  gtk_box_append (GTK_BOX (self->box), chips);
}

/**
 * strata_facet_bar_build:
 * @self: the bar
 * @table: a table
 * @filter: its filter
 * @languages: as for strata_text_get()
 *
 * Makes a button for every value of every facet.
 */
void
strata_facet_bar_build (StrataFacetBar    *self,
                        StrataTable       *table,
                        StrataFilter      *filter,
                        const char *const *languages)
{
  GtkWidget *child;

  g_return_if_fail (STRATA_IS_FACET_BAR (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->facets, 0);
  g_set_object (&self->table, table);
  g_set_object (&self->filter, filter);
  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    add_column (self, i, languages);
}

/**
 * strata_facet_bar_update:
 * @self: the bar
 * @state: which values are on
 *
 * Shows which values are on, and the counts as the filter gives them now.
 */
void
strata_facet_bar_update (StrataFacetBar        *self,
                         const StrataListState *state)
{
  g_return_if_fail (STRATA_IS_FACET_BAR (self));

  self->updating = TRUE;
  for (guint i = 0; i < self->facets->len; i++)
    {
      Facet *facet = g_ptr_array_index (self->facets, i);
      StrataColumn *column = strata_table_get_column (self->table, facet->column);
      gboolean on = strata_list_state_has_facet (state, strata_column_get_id (column), facet->value);
      guint n = strata_filter_count_value (self->filter, facet->column, facet->value);
      g_autofree char *count = g_strdup_printf ("%u", n);
      /* Translators: a value one can filter by, and how many rows have it. */
      g_autofree char *name =
          g_strdup_printf (ngettext ("%s, %u row", "%s, %u rows", n), facet->name, n);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (facet->button), on);
      gtk_widget_set_visible (facet->check, on);
      gtk_widget_set_sensitive (facet->button, on || n > 0);
      gtk_label_set_label (GTK_LABEL (facet->count), count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (facet->button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  self->updating = FALSE;
}
