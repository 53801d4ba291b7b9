#include "strata-table-tools.h"

#include <glib/gi18n.h>

struct _StrataTableTools
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *clear;
  GtkWidget *faces;       /* the switch and the figure's menu */
  GtkWidget *list;
  GtkWidget *figure;
  GtkWidget *menu;
  gboolean   updating;
};

enum
{
  QUERY_CHANGED,
  LEAVE,
  FACE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataTableTools, strata_table_tools, GTK_TYPE_WIDGET)

static void
query_changed (StrataTableTools *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[QUERY_CHANGED], 0);
}

static void
leave (StrataTableTools *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static gboolean
entry_key (StrataTableTools *self,
           guint             key)
{
  if (key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  leave (self);
  return GDK_EVENT_STOP;
}

static void
face_toggled (StrataTableTools *self)
{
  gboolean figure = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->figure));

  gtk_widget_set_visible (self->menu, figure);
  if (!self->updating)
    g_signal_emit (self, signals[FACE_CHANGED], 0, figure);
}

static void
build_entry (StrataTableTools *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_size_request (self->entry, 200, -1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 32);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (entry_key), self);
  gtk_widget_add_controller (self->entry, key);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (query_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (leave), self);
}

static GtkWidget *
build_line (StrataTableTools *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  build_entry (self);
  /* A status is read out when it changes. */
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  self->clear = gtk_button_new_with_mnemonic (_("_Clear"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->clear), "i", -2);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "table.drop");
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (line), self->clear);
  return line;
}

static GtkWidget *
build_switch (StrataTableTools *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  /* Translators: the rows of a table one below the other. */
  self->list = gtk_toggle_button_new_with_label (_("List"));
  /* Translators: a table as a picture. */
  self->figure = gtk_toggle_button_new_with_label (_("Figure"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->figure), GTK_TOGGLE_BUTTON (self->list));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->list), TRUE);
  g_signal_connect_swapped (self->figure, "toggled", G_CALLBACK (face_toggled), self);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "faces");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show as"),
                                  -1);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->figure);
  return box;
}

static GtkWidget *
build_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  const char *name = _("Save or Copy the Figure");

  g_menu_append (menu, _("Save as _SVG…"), "table.save-figure::svg");
  g_menu_append (menu, _("Save as _PNG…"), "table.save-figure::png");
  g_menu_append (menu, _("_Copy Image"), "table.copy-figure");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
strata_table_tools_dispose (GObject *object)
{
  StrataTableTools *self = STRATA_TABLE_TOOLS (object);

  self->updating = TRUE;
  if (self->box != NULL)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_table_tools_parent_class)->dispose (object);
}

static void
strata_table_tools_class_init (StrataTableToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_table_tools_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * StrataTableTools::query-changed:
   * @self: the tools
   *
   * The reader typed; see strata_table_tools_get_query().
   */
  signals[QUERY_CHANGED] =
      g_signal_new ("query-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);

  /**
   * StrataTableTools::leave:
   * @self: the tools
   *
   * The reader goes on to the rows, by Enter or the down arrow key.
   */
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  /**
   * StrataTableTools::face-changed:
   * @self: the tools
   * @figure: whether the figure is to be seen, else the list
   */
  signals[FACE_CHANGED] =
      g_signal_new ("face-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
strata_table_tools_init (StrataTableTools *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (self->box), build_line (self));
  self->faces = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->menu = build_menu ();
  gtk_widget_set_visible (self->menu, FALSE);
  gtk_box_append (GTK_BOX (self->faces), self->menu);
  gtk_box_append (GTK_BOX (self->faces), build_switch (self));
  gtk_widget_set_hexpand (self->faces, TRUE);
  gtk_widget_set_halign (self->faces, GTK_ALIGN_END);
  gtk_widget_set_visible (self->faces, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->faces);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * strata_table_tools_new:
 * @capture: what is typed anywhere in it goes to the search entry
 *
 * Returns: (transfer floating): the tools
 */
GtkWidget *
strata_table_tools_new (GtkWidget *capture)
{
  StrataTableTools *self = g_object_new (STRATA_TYPE_TABLE_TOOLS, NULL);

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), capture);
  return GTK_WIDGET (self);
}

/**
 * strata_table_tools_set_title:
 * @self: the tools
 * @title: of the table, as "Challenges"
 */
void
strata_table_tools_set_title (StrataTableTools *self,
                              const char       *title)
{
  g_autofree char *name = NULL;

  g_return_if_fail (STRATA_IS_TABLE_TOOLS (self));

  /* Translators: the title of a table, as "Challenges". */
  name = g_strdup_printf (_("Filter %s"), title);
  g_object_set (self->entry, "placeholder-text", name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

const char *
strata_table_tools_get_query (StrataTableTools *self)
{
  g_return_val_if_fail (STRATA_IS_TABLE_TOOLS (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * strata_table_tools_set_query:
 * @self: the tools
 * @query: what stands in the search entry; `query-changed` is not emitted
 */
void
strata_table_tools_set_query (StrataTableTools *self,
                              const char       *query)
{
  g_return_if_fail (STRATA_IS_TABLE_TOOLS (self));

  self->updating = TRUE;
  if (g_strcmp0 (strata_table_tools_get_query (self), query) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  self->updating = FALSE;
}

/**
 * strata_table_tools_set_count:
 * @self: the tools
 * @shown: rows that the filter lets through
 * @all: rows
 * @filtered: whether there is a filter to clear
 */
void
strata_table_tools_set_count (StrataTableTools *self,
                              guint             shown,
                              guint             all,
                              gboolean          filtered)
{
  g_autofree char *text = NULL;

  g_return_if_fail (STRATA_IS_TABLE_TOOLS (self));

  /* Translators: how many rows are shown, and how many there are. */
  text = g_strdup_printf (_("%u of %u"), shown, all);
  if (g_strcmp0 (text, gtk_label_get_label (GTK_LABEL (self->count))) != 0)
    gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->clear, filtered);
}

/**
 * strata_table_tools_set_face:
 * @self: the tools
 * @has_figure: whether there is a figure to turn to
 * @figure: whether it is what is seen; `face-changed` is not emitted
 */
void
strata_table_tools_set_face (StrataTableTools *self,
                             gboolean          has_figure,
                             gboolean          figure)
{
  g_return_if_fail (STRATA_IS_TABLE_TOOLS (self));

  self->updating = TRUE;
  gtk_widget_set_visible (self->faces, has_figure);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (figure ? self->figure : self->list), TRUE);
  self->updating = FALSE;
}

/**
 * strata_table_tools_set_narrow:
 * @self: the tools
 * @narrow: whether they take two lines
 */
void
strata_table_tools_set_narrow (StrataTableTools *self,
                               gboolean          narrow)
{
  g_return_if_fail (STRATA_IS_TABLE_TOOLS (self));

  gtk_widget_set_hexpand (self->entry, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), narrow ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->faces, narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_widget_set_hexpand (gtk_widget_get_last_child (self->faces), narrow);
  gtk_box_set_homogeneous (GTK_BOX (gtk_widget_get_last_child (self->faces)), narrow);
}

/**
 * strata_table_tools_focus:
 * @self: the tools
 *
 * Puts the caret into the search entry.
 */
void
strata_table_tools_focus (StrataTableTools *self)
{
  g_return_if_fail (STRATA_IS_TABLE_TOOLS (self));

  gtk_widget_grab_focus (self->entry);
}
