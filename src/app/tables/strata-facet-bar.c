#include "strata-facet-bar.h"

#include <glib/gi18n.h>

#include "widgets/strata-chip.h"

/* More values than these go behind a button. */
#define MAX_CHIPS 10

typedef struct
{
  GtkWidget *button;
  GtkWidget *check;
  GtkWidget *count;
  guint      column;
  char      *value;
  char      *name;
} Facet;

/* Many values of one column, behind one button. */
typedef struct
{
  GtkWidget *button;
  guint      column;
  char      *title;
} FacetMenu;

struct _StrataFacetBar
{
  GtkWidget     parent_instance;

  GtkWidget    *box;
  StrataTable  *table;
  StrataFilter *filter;
  GPtrArray    *facets;
  GPtrArray    *menus;
  char        **languages;
  gboolean      compact;
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
facet_menu_free (gpointer data)
{
  FacetMenu *menu = data;

  g_free (menu->title);
  g_free (menu);
}

static void
strata_facet_bar_dispose (GObject *object)
{
  StrataFacetBar *self = STRATA_FACET_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->facets, g_ptr_array_unref);
  g_clear_pointer (&self->menus, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_strfreev);
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
  self->menus = g_ptr_array_new_with_free_func (facet_menu_free);
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
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, GTK_IS_BOX (chips));
  gtk_widget_add_css_class (facet->count, "facet-count");
  gtk_box_append (GTK_BOX (content), facet->check);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), facet->count);
  facet->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (facet->button), content);
  gtk_widget_add_css_class (facet->button, "facet");
  g_object_set_data (G_OBJECT (facet->button), "facet", facet);
  g_signal_connect_object (facet->button, "toggled", G_CALLBACK (button_toggled), self, 0);
  if (GTK_IS_BOX (chips))
    {
      gtk_widget_add_css_class (facet->button, "flat");
      gtk_box_append (GTK_BOX (chips), facet->button);
    }
  else
    gtk_widget_set_parent (facet->button, chips);
  g_ptr_array_add (self->facets, facet);
}

/* The button goes into @chips; the values go into the box that is returned. */
static GtkWidget *
add_menu (StrataFacetBar *self,
          GtkWidget      *chips,
          guint           column,
          const char     *title)
{
  FacetMenu *menu = g_new0 (FacetMenu, 1);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *values = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                    3, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), values);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  menu->column = column;
  menu->title = g_strdup (title);
  menu->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu->button), popover);
  gtk_widget_add_css_class (menu->button, "facet-menu");
  gtk_widget_set_parent (menu->button, chips);
  g_ptr_array_add (self->menus, menu);
  return values;
}

static GtkWidget *
add_line (StrataFacetBar *self)
{
  GtkWidget *line = strata_chip_box_new ();

  gtk_box_append (GTK_BOX (self->box), line);
  return line;
}

/* A bar has a line for each column; a compact one has one line of buttons. */
static void
add_column (StrataFacetBar *self,
            guint           column)
{
  g_autoptr (GPtrArray) values = strata_filter_list_values (self->filter, column);
  const char *title =
      strata_text_get (strata_column_get_title (strata_table_get_column (self->table, column)),
                       (const char *const *) self->languages);
  GtkWidget *line = self->compact ? gtk_widget_get_first_child (self->box) : NULL;
  GtkWidget *into;

  if (values->len == 0)
    return;
  if (line == NULL)
    line = add_line (self);
  into = self->compact || values->len > MAX_CHIPS ? add_menu (self, line, column, title) : line;
  gtk_accessible_update_property (GTK_ACCESSIBLE (into), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < values->len; i++)
    add_facet (self, into, column, g_ptr_array_index (values, i));
}

static void
fill (StrataFacetBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->facets, 0);
  g_ptr_array_set_size (self->menus, 0);
  for (guint i = 0; self->table != NULL && i < strata_table_get_n_columns (self->table); i++)
    add_column (self, i);
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
  char **copy;

  g_return_if_fail (STRATA_IS_FACET_BAR (self));

  copy = g_strdupv ((char **) languages);
  g_strfreev (self->languages);
  self->languages = copy;
  g_set_object (&self->table, table);
  g_set_object (&self->filter, filter);
  fill (self);
}

/* How many columns one can narrow by. */
static guint
count_columns (StrataFacetBar *self)
{
  guint n = 0, last = 0;

  for (guint i = 0; i < self->facets->len; i++)
    {
      Facet *facet = g_ptr_array_index (self->facets, i);

      n += i == 0 || facet->column != last ? 1 : 0;
      last = facet->column;
    }
  return n;
}

static void
update_facet (StrataFacetBar        *self,
              Facet                 *facet,
              const StrataListState *state)
{
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (facet->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* What is chosen behind a button stands on it. */
static void
update_menu (StrataFacetBar        *self,
             FacetMenu             *menu,
             const StrataListState *state)
{
  const char *id = strata_column_get_id (strata_table_get_column (self->table, menu->column));
  g_autoptr (GString) label = g_string_new (menu->title);
  guint n = 0;

  for (guint i = 0; i < self->facets->len; i++)
    {
      Facet *facet = g_ptr_array_index (self->facets, i);

      if (facet->column == menu->column && strata_list_state_has_facet (state, id, facet->value))
        g_string_append_printf (label, "%s%s", n++ == 0 ? ": " : ", ", facet->name);
    }
  if (n > 2)
    {
      g_string_assign (label, menu->title);
      g_string_append_printf (label, ": %u", n);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu->button), label->str);
  if (n > 0)
    gtk_widget_add_css_class (menu->button, "chosen");
  else
    gtk_widget_remove_css_class (menu->button, "chosen");
}

/**
 * strata_facet_bar_update:
 * @self: the bar
 * @state: which values are on, and whether there is a figure below, which needs
 *   the height: then all facets have one line, too
 * @narrow: whether there is room for one line of buttons only
 *
 * Shows which values are on, and the counts as the filter gives them now.
 */
void
strata_facet_bar_update (StrataFacetBar        *self,
                         const StrataListState *state,
                         gboolean               narrow)
{
  gboolean compact;

  g_return_if_fail (STRATA_IS_FACET_BAR (self));

  compact = narrow || (state->figure && count_columns (self) > 1);
  if (self->compact != compact)
    {
      self->compact = compact;
      fill (self);
    }
  self->updating = TRUE;
  for (guint i = 0; i < self->facets->len; i++)
    update_facet (self, g_ptr_array_index (self->facets, i), state);
  for (guint i = 0; i < self->menus->len; i++)
    update_menu (self, g_ptr_array_index (self->menus, i), state);
  self->updating = FALSE;
}
