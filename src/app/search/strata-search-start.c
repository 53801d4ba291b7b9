#include "strata-search-start.h"

#include <glib/gi18n.h>
#include <string.h>

#include "widgets/strata-chip.h"
#include "widgets/strata-name.h"

#define N_RECENT 6
#define N_TERMS 8

/* In characters: what is longer was pasted, and would fill the line. */
#define MAX_RECENT 40

struct _StrataSearchStart
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *recent;        /* heading and chips */
  GtkWidget *recent_chips;
  GtkWidget *terms;
  GtkWidget *term_chips;
  GtkWidget *hint;
  GSettings *settings;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataSearchStart, strata_search_start, GTK_TYPE_WIDGET)

static void
pressed (StrataSearchStart *self,
         GtkButton         *button)
{
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (button), "words"));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, words);
}

static void
add_chip (StrataSearchStart *self,
          GtkWidget         *box,
          const char        *words)
{
  GtkWidget *chip = gtk_button_new_with_label (words);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (chip));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_RECENT);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data_full (G_OBJECT (chip), "words", g_strdup (words), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (chip, box);
}

/* What was searched for. ---------------------------------------------------------- */

static void
fill_recent (StrataSearchStart *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, "recent-searches");

  strata_chip_box_clear (self->recent_chips);
  for (gsize i = 0; recent[i] != NULL; i++)
    add_chip (self, self->recent_chips, recent[i]);
  gtk_widget_set_visible (self->recent, recent[0] != NULL);
}

static void
clear_recent (StrataSearchStart *self)
{
  g_settings_reset (self->settings, "recent-searches");
  fill_recent (self);
  /* The button is gone: on to what is there. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Building. ----------------------------------------------------------------------- */

static void
strata_search_start_dispose (GObject *object)
{
  StrataSearchStart *self = STRATA_SEARCH_START (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (strata_search_start_parent_class)->dispose (object);
}

static void
strata_search_start_class_init (StrataSearchStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_search_start_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* A heading, a button beside it perhaps, and chips below. */
static GtkWidget *
section_new (const char *title,
             GtkWidget  *button,
             GtkWidget **chips)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "search-group");
  gtk_box_append (GTK_BOX (line), heading);
  if (button != NULL)
    gtk_box_append (GTK_BOX (line), button);
  *chips = strata_chip_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (*chips), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_box_append (GTK_BOX (section), line);
  gtk_box_append (GTK_BOX (section), *chips);
  return section;
}

static void
strata_search_start_init (StrataSearchStart *self)
{
  GtkWidget *clear = gtk_button_new_with_label (_("Clear"));

  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_add_css_class (clear, "search-clear");
  strata_name_widget (clear, _("Clear Recent Searches"));
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_recent), self, G_CONNECT_SWAPPED);
  self->recent = section_new (_("Recent Searches"), clear, &self->recent_chips);
  self->terms = section_new (_("From the Glossary"), NULL, &self->term_chips);
  self->hint = gtk_label_new (_("Finds lessons, rows of tables and terms, in every language of the course."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "caption");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->box, "search-start");
  gtk_box_append (GTK_BOX (self->box), self->recent);
  gtk_box_append (GTK_BOX (self->box), self->terms);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * strata_search_start_new:
 * @settings: (transfer none): where recent searches are kept
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
strata_search_start_new (GSettings *settings)
{
  StrataSearchStart *self = g_object_new (STRATA_TYPE_SEARCH_START, NULL);

  self->settings = g_object_ref (settings);
  fill_recent (self);
  return GTK_WIDGET (self);
}

static StrataTable *
find_glossary (StrataCourse *course)
{
  GPtrArray *tables = strata_course_get_tables (course);

  for (guint i = 0; i < tables->len; i++)
    {
      if (strata_table_get_meaning_column (g_ptr_array_index (tables, i)) >= 0)
        return g_ptr_array_index (tables, i);
    }
  return NULL;
}

/**
 * strata_search_start_fill:
 * @self: the page
 * @course: the course that is searched
 * @languages: as for strata_text_get()
 *
 * Suggests terms from all over the glossary, if the course has one.
 */
void
strata_search_start_fill (StrataSearchStart *self,
                          StrataCourse      *course,
                          const char *const *languages)
{
  StrataTable *glossary;
  GListModel *rows;
  guint n;

  g_return_if_fail (STRATA_IS_SEARCH_START (self) && STRATA_IS_COURSE (course));

  fill_recent (self);
  strata_chip_box_clear (self->term_chips);
  glossary = find_glossary (course);
  rows = glossary != NULL ? strata_table_get_rows (glossary) : NULL;
  n = rows != NULL ? g_list_model_get_n_items (rows) : 0;
  for (guint i = 0; i < MIN (n, N_TERMS); i++)
    {
      /* From the middle of as many equal parts. */
      g_autoptr (StrataRow) row =
          g_list_model_get_item (rows, (2 * i + 1) * n / (2 * MIN (n, N_TERMS)));

      add_chip (self, self->term_chips, strata_table_get_row_name (glossary, row, languages));
    }
  gtk_widget_set_visible (self->terms, n > 0);
}

/**
 * strata_search_start_add:
 * @self: the page
 * @query: what led to something
 *
 * Puts @query before the other recent searches.
 */
void
strata_search_start_add (StrataSearchStart *self,
                         const char        *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "recent-searches");
  g_autoptr (GPtrArray) recent = g_ptr_array_new ();

  g_return_if_fail (STRATA_IS_SEARCH_START (self));

  g_strstrip (valid);
  if (*valid == '\0' || g_utf8_strlen (valid, -1) > MAX_RECENT)
    return;
  g_ptr_array_add (recent, valid);
  for (gsize i = 0; before[i] != NULL && recent->len < N_RECENT; i++)
    {
      if (!g_str_equal (before[i], valid))
        g_ptr_array_add (recent, before[i]);
    }
  g_ptr_array_add (recent, NULL);
  g_settings_set_strv (self->settings, "recent-searches", (const char *const *) recent->pdata);
}
