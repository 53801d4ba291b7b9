#include "strata-table-detail.h"

#include <glib/gi18n.h>

#include "compat.h"
#include "course/strata-row-format.h"
#include "strata-term-places.h"
#include "widgets/strata-chip.h"
#include "widgets/strata-text-scale.h"

/* Beside a list, in pixels for text of the usual size. */
#define WIDTH 400

struct _StrataTableDetail
{
  GtkWidget     parent_instance;

  GtkWidget    *box;
  GtkWidget    *close_button;
  GtkWidget    *fields;
  StrataCourse *course;
  StrataTable  *table;
  char        **languages;
};

enum
{
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataTableDetail, strata_table_detail, GTK_TYPE_WIDGET)

static const char *
in_language (StrataTableDetail *self,
             StrataText        *text)
{
  return strata_text_get (text, (const char *const *) self->languages);
}

static GtkWidget *
text_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "detail-text");
  return label;
}

static void
add_list (StrataTableDetail *self,
          GPtrArray         *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *bullet = gtk_label_new ("•");
      GtkWidget *label = text_label_new (in_language (self, g_ptr_array_index (list, i)));

      strata_compat_align_baseline (bullet);
      strata_compat_align_baseline (label);
      gtk_widget_add_css_class (bullet, "detail-text");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), bullet);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (self->fields), line);
    }
}

static GtkWidget *
id_chip_new (StrataTableDetail *self,
             StrataColumn      *column,
             const char        *id)
{
  const char *other = strata_column_get_table (column);
  StrataTable *table = strata_course_find_table (self->course, other);
  StrataRow *row = table != NULL ? strata_table_find_row (table, id) : NULL;
  StrataConcept *concept = strata_course_find_concept (self->course, id);
  g_autofree char *uri = NULL;

  if (strata_column_get_column_type (column) == STRATA_COLUMN_ROWS && row != NULL)
    {
      uri = g_strdup_printf ("row:%s/%s", other, id);
      return strata_chip_new (
          strata_table_get_row_name (table, row, (const char *const *) self->languages), uri);
    }
  if (concept == NULL)
    return NULL;
  uri = g_strconcat ("concept:", id, NULL);
  return strata_chip_new (in_language (self, strata_concept_get_name (concept)), uri);
}

static void
add_chips (StrataTableDetail *self,
           StrataColumn      *column,
           StrataRow         *row,
           guint              position)
{
  const char *const *ids = strata_row_get_ids (row, position);
  GtkWidget *chips = strata_chip_box_new ();

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *chip = id_chip_new (self, column, ids[i]);

      if (chip != NULL)
        gtk_widget_set_parent (chip, chips);
    }
  gtk_box_append (GTK_BOX (self->fields), chips);
}

static void
open_link (GtkButton  *button,
           const char *uri)
{
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

/* The address stands below the button: one sees where it leads first. */
static void
add_link (StrataTableDetail *self,
          StrataRow         *row,
          guint              position)
{
  const char *uri = strata_row_get_uri (row, position);
  StrataText *title = strata_row_get_text (row, position);
  GtkWidget *address;
  GtkWidget *button;

  if (uri == NULL)
    return;
  if (title != NULL)
    gtk_box_append (GTK_BOX (self->fields), text_label_new (in_language (self, title)));
  address = text_label_new (uri);
  gtk_label_set_wrap_mode (GTK_LABEL (address), PANGO_WRAP_CHAR);
  gtk_widget_add_css_class (address, "dim-label");
  gtk_box_append (GTK_BOX (self->fields), address);
  button = gtk_button_new_with_mnemonic (_("_Open in Browser"));
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, uri);
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_link), g_strdup (uri),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_box_append (GTK_BOX (self->fields), button);
}

static void
add_heading (StrataTableDetail *self,
             StrataColumn      *column)
{
  GtkWidget *heading = gtk_label_new (in_language (self, strata_column_get_title (column)));

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "detail-heading");
  gtk_box_append (GTK_BOX (self->fields), heading);
}

static void
add_field (StrataTableDetail *self,
           StrataRow         *row,
           guint              position)
{
  StrataColumn *column = strata_table_get_column (self->table, position);
  StrataColumnType type = strata_column_get_column_type (column);
  const char *const *languages = (const char *const *) self->languages;

  if (!strata_row_is_set (row, position) || strata_column_get_primary (column)
      || type == STRATA_COLUMN_CHOICE
      || ((type == STRATA_COLUMN_CONCEPTS || type == STRATA_COLUMN_ROWS)
          && strata_row_get_ids (row, position)[0] == NULL))
    return;
  add_heading (self, column);
  if (type == STRATA_COLUMN_LIST)
    add_list (self, strata_row_get_list (row, position));
  else if (type == STRATA_COLUMN_CONCEPTS || type == STRATA_COLUMN_ROWS)
    add_chips (self, column, row, position);
  else if (type == STRATA_COLUMN_LINK)
    add_link (self, row, position);
  else
    {
      g_autofree char *text =
          strata_row_dup_display (self->course, self->table, row, position, languages);

      gtk_box_append (GTK_BOX (self->fields), text_label_new (text));
    }
}

/* What the choice columns say stands above the title, as "Technical". */
static void
add_title (StrataTableDetail *self,
           StrataRow         *row)
{
  const char *const *languages = (const char *const *) self->languages;
  GtkWidget *title = text_label_new (strata_table_get_row_name (self->table, row, languages));
  g_autoptr (GString) kicker = g_string_new (NULL);

  for (guint i = 0; i < strata_table_get_n_columns (self->table); i++)
    {
      g_autofree char *text = NULL;

      if (strata_column_get_column_type (strata_table_get_column (self->table, i))
              != STRATA_COLUMN_CHOICE
          || !strata_row_is_set (row, i))
        continue;
      text = strata_row_dup_display (self->course, self->table, row, i, languages);
      g_string_append_printf (kicker, "%s%s", kicker->len > 0 ? " · " : "", text);
    }
  if (kicker->len > 0)
    {
      GtkWidget *label = text_label_new (kicker->str);

      gtk_widget_add_css_class (label, "detail-kicker");
      gtk_box_append (GTK_BOX (self->fields), label);
    }
  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (self->fields), title);
}

static void
emit_close (StrataTableDetail *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
strata_table_detail_dispose (GObject *object)
{
  StrataTableDetail *self = STRATA_TABLE_DETAIL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->course);
  g_clear_object (&self->table);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_table_detail_parent_class)->dispose (object);
}

static void
strata_table_detail_class_init (StrataTableDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_table_detail_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
strata_table_detail_init (StrataTableDetail *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "detail");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->close_button = gtk_button_new ();
  gtk_widget_add_css_class (self->close_button, "flat");
  g_signal_connect_swapped (self->close_button, "clicked", G_CALLBACK (emit_close), self);
  gtk_box_append (GTK_BOX (self->box), self->close_button);

  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->fields, "detail-fields");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->fields);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  strata_table_detail_set_narrow (self, FALSE);
}

GtkWidget *
strata_table_detail_new (void)
{
  return g_object_new (STRATA_TYPE_TABLE_DETAIL, NULL);
}

/**
 * strata_table_detail_show:
 * @self: the pane
 * @course: a course
 * @table: one of its tables
 * @row: one of its rows
 * @languages: as for strata_text_get()
 */
void
strata_table_detail_show (StrataTableDetail *self,
                          StrataCourse      *course,
                          StrataTable       *table,
                          StrataRow         *row,
                          const char *const *languages)
{
  GtkWidget *child;
  char **copy;

  g_return_if_fail (STRATA_IS_TABLE_DETAIL (self) && STRATA_IS_ROW (row));

  copy = g_strdupv ((char **) languages);
  g_set_object (&self->course, course);
  g_set_object (&self->table, table);
  g_strfreev (self->languages);
  self->languages = copy;
  while ((child = gtk_widget_get_first_child (self->fields)) != NULL)
    gtk_box_remove (GTK_BOX (self->fields), child);
  add_title (self, row);
  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    add_field (self, row, i);
  if (strata_table_get_meaning_column (table) >= 0)
    gtk_box_append (GTK_BOX (self->fields),
                    strata_term_places_new (course, row, (const char *const *) self->languages));
}

/**
 * strata_table_detail_set_narrow:
 * @self: the pane
 * @narrow: whether it takes the place of the list, so that closing it is going
 *   back
 */
void
strata_table_detail_set_narrow (StrataTableDetail *self,
                                gboolean           narrow)
{
  const char *name = narrow ? _("Back to the List") : _("Close");

  g_return_if_fail (STRATA_IS_TABLE_DETAIL (self));

  gtk_widget_set_size_request (
      GTK_WIDGET (self), narrow ? -1 : (int) (WIDTH * strata_text_scale_get (GTK_WIDGET (self))), -1);
  gtk_button_set_icon_name (GTK_BUTTON (self->close_button),
                            narrow ? "go-previous-symbolic" : "window-close-symbolic");
  gtk_widget_set_halign (self->close_button, narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (self->close_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
