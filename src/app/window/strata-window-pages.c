/* The pages of the window: which there are, and how they stand when it is wide
 * or narrow.  Where the reader is, is for strata-window.c. */
#include "strata-window-private.h"

#include <glib/gi18n.h>

#include "lesson/strata-lesson-page.h"
#include "map/strata-map.h"
#include "widgets/strata-short-title.h"
#include "widgets/strata-text-scale.h"

/* In pixels, for text of the usual size. */
#define NARROW_WIDTH 760

/* How much larger than usual text is where a narrow header has no room beside its title. */
#define LARGE_TEXT 1.5

static const char *
page_icon (const char *table)
{
  if (g_strcmp0 (table, "use-cases") == 0)
    return "strata-use-cases-symbolic";
  if (g_strcmp0 (table, "challenges") == 0)
    return "strata-challenges-symbolic";
  return "strata-table-symbolic";
}

/* What the course's picture hides, while it is asked for. */
static void
show_leaks (StrataWindow *self)
{
  gboolean shown = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->leaks));
  GPtrArray *leaks = self->course != NULL ? strata_course_get_leaks (self->course) : NULL;

  gtk_widget_set_visible (self->leaks, leaks != NULL && leaks->len > 0);
  strata_map_set_leaks (STRATA_MAP (self->map), shown ? leaks : NULL,
                        (const char *const *) self->languages);
}

static GtkWidget *
learn_page_new (StrataWindow *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->map = strata_map_new ();
  gtk_widget_set_vexpand (self->map, TRUE);
  gtk_box_append (GTK_BOX (side), self->map);

  self->hint = gtk_label_new (_("Press a layer to open its lesson. The arrow keys go from layer to layer."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  /* Without this, it would rather widen the page than take a second line. */
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->hint), 4);
  gtk_label_set_justify (GTK_LABEL (self->hint), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->hint, "map-hint");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_box_append (GTK_BOX (side), self->hint);
  self->leaks = gtk_toggle_button_new_with_label (_("What the picture hides"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->leaks))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->leaks))),
                         GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (self->leaks, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->leaks, "flat");
  g_signal_connect_swapped (self->leaks, "toggled", G_CALLBACK (show_leaks), self);
  gtk_box_append (GTK_BOX (side), self->leaks);
  gtk_widget_add_css_class (side, "map-side");

  self->lesson = strata_lesson_page_new ();
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->paned), side);
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->lesson);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  return self->paned;
}

/* What the window does for a page of text. */
void
_strata_window_adopt_lesson (StrataWindow *self,
                             GtkWidget    *page)
{
  g_signal_connect_swapped (page, "jump", G_CALLBACK (_strata_window_lesson_jumps), self);
  adw_header_bar_pack_end (self->header, strata_lesson_page_get_outline (STRATA_LESSON_PAGE (page)));
}

/* Makes what every course has. */
void
_strata_window_build_pages (StrataWindow *self)
{
  AdwViewStackPage *page =
      adw_view_stack_add_titled (self->pages, learn_page_new (self), "learn", _("Learn"));

  adw_view_stack_page_set_icon_name (page, "strata-learn-symbolic");
  _strata_window_adopt_lesson (self, self->lesson);

  self->switcher = adw_view_switcher_new ();
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (self->switcher), ADW_VIEW_SWITCHER_POLICY_WIDE);
  self->narrow_title = strata_short_title_new ();
  strata_short_title_set (self->narrow_title, "Strata", "");
  /* Neither ever leaves the window: GTK 4.8 complains where a screen reader asks for
   * what has left, and comes back. */
  self->titles = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->titles), FALSE);
  gtk_stack_add_child (GTK_STACK (self->titles), self->switcher);
  gtk_stack_add_child (GTK_STACK (self->titles), self->narrow_title);
  adw_header_bar_set_title_widget (self->header, self->titles);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (_strata_window_update_header), self, G_CONNECT_SWAPPED);
}

static void
connect_table_page (StrataWindow    *self,
                    StrataTablePage *page)
{
  strata_table_page_set_narrow (page, self->narrow);
  g_signal_connect_object (page, "state-changed", G_CALLBACK (_strata_window_table_changed), self,
                           0);
}

/* A table's page is an empty bin until it is looked at: starting stays quick. */
static void
add_table_page (StrataWindow *self,
                StrataTable  *table)
{
  const char *title = strata_text_get (strata_table_get_title (table),
                                       (const char *const *) self->languages);
  g_autofree char *name = g_strconcat ("table:", strata_table_get_id (table), NULL);
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->pages, name);
  AdwViewStackPage *page;

  if (bin == NULL)
    {
      bin = adw_bin_new ();
      adw_view_stack_add_named (self->pages, bin, name);
    }
  else if (adw_bin_get_child (ADW_BIN (bin)) != NULL)
    strata_table_page_set_table (STRATA_TABLE_PAGE (adw_bin_get_child (ADW_BIN (bin))), self->course,
                                 table, (const char *const *) self->languages);
  page = adw_view_stack_get_page (self->pages, bin);
  adw_view_stack_page_set_title (page, title);
  adw_view_stack_page_set_icon_name (page, page_icon (strata_table_get_id (table)));
}

static void
fill_library (StrataWindow *self)
{
  AdwViewStackPage *page;

  if (self->library == NULL)
    {
      self->library = strata_library_page_new ();
      connect_table_page (self, strata_library_page_get_page (STRATA_LIBRARY_PAGE (self->library)));
      page = adw_view_stack_add_titled (self->pages, self->library, "library", _("Library"));
      adw_view_stack_page_set_icon_name (page, "strata-library-symbolic");
    }
  strata_library_page_set_course (STRATA_LIBRARY_PAGE (self->library), self->course,
                                  (const char *const *) self->languages);
}

/* Removes the pages of the course that was open before. */
void
_strata_window_clear_pages (StrataWindow *self)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->pages);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (model)); i > 0; i--)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (model), i - 1);

      if (g_strcmp0 (adw_view_stack_page_get_name (page), "learn") != 0)
        adw_view_stack_remove (self->pages, adw_view_stack_page_get_child (page));
    }
  self->library = NULL;
}

/* Whether there are just the pages that the course has, in its order. */
gboolean
_strata_window_pages_fit (StrataWindow *self)
{
  GPtrArray *tables = strata_course_get_tables (self->course);
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->pages);
  g_autoptr (GString) wanted = g_string_new ("learn\n");
  g_autoptr (GString) there = g_string_new (NULL);
  gboolean rest = FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      StrataTable *table = g_ptr_array_index (tables, i);

      if (strata_table_get_prominent (table))
        g_string_append_printf (wanted, "table:%s\n", strata_table_get_id (table));
      else
        rest = TRUE;
    }
  if (rest)
    g_string_append (wanted, "library\n");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_string_append_printf (there, "%s\n", adw_view_stack_page_get_name (page));
    }
  return g_string_equal (wanted, there);
}

/* Brings every page up to the course and the languages. Pages that are there stay:
 * libadwaita 1.10 does not bear a page that goes while another one is turned to. */
void
_strata_window_fill_pages (StrataWindow *self)
{
  GPtrArray *tables = strata_course_get_tables (self->course);
  gboolean rest = FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      StrataTable *table = g_ptr_array_index (tables, i);

      if (strata_table_get_prominent (table))
        add_table_page (self, table);
      else
        rest = TRUE;
    }
  if (rest)
    fill_library (self);
  strata_map_set_root (STRATA_MAP (self->map), strata_course_get_root (self->course),
                       (const char *const *) self->languages);
  show_leaks (self);
}

/* Turns to the page of @table, made now if it never was. */
StrataTablePage *
_strata_window_show_table (StrataWindow *self,
                           StrataTable  *table)
{
  g_autofree char *name = g_strconcat ("table:", strata_table_get_id (table), NULL);
  GtkWidget *bin;
  GtkWidget *page;

  if (!strata_table_get_prominent (table))
    {
      strata_library_page_set_table (STRATA_LIBRARY_PAGE (self->library), table);
      adw_view_stack_set_visible_child (self->pages, self->library);
      return strata_library_page_get_page (STRATA_LIBRARY_PAGE (self->library));
    }

  bin = adw_view_stack_get_child_by_name (self->pages, name);
  page = adw_bin_get_child (ADW_BIN (bin));
  if (page == NULL)
    {
      page = strata_table_page_new ();
      adw_bin_set_child (ADW_BIN (bin), page);
      connect_table_page (self, STRATA_TABLE_PAGE (page));
      strata_table_page_set_table (STRATA_TABLE_PAGE (page), self->course, table,
                                   (const char *const *) self->languages);
    }
  adw_view_stack_set_visible_child (self->pages, bin);
  return STRATA_TABLE_PAGE (page);
}

static void
narrow_table_pages (StrataWindow *self)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->pages);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (model), i);
      GtkWidget *child = adw_view_stack_page_get_child (page);

      if (STRATA_IS_LIBRARY_PAGE (child))
        strata_table_page_set_narrow (strata_library_page_get_page (STRATA_LIBRARY_PAGE (child)),
                                      self->narrow);
      else if (ADW_IS_BIN (child) && STRATA_IS_TABLE_PAGE (adw_bin_get_child (ADW_BIN (child))))
        strata_table_page_set_narrow (STRATA_TABLE_PAGE (adw_bin_get_child (ADW_BIN (child))),
                                      self->narrow);
    }
}

/* Whether everything stands in one column in a window of @width: also where the
 * switcher lets the header shrink no further, or the edge of a wide window could
 * never make it narrow. */
gboolean
_strata_window_is_narrow (StrataWindow *self,
                          int           width)
{
  if (!self->narrow)
    gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_HORIZONTAL, -1,
                        &self->wide_minimum, NULL, NULL, NULL);
  return width < NARROW_WIDTH * strata_text_scale_get (GTK_WIDGET (self))
         || width <= self->wide_minimum;
}

/* One column or two: the switcher moves to the foot, the map above the text. */
void
_strata_window_set_narrow (StrataWindow *self,
                           gboolean      narrow)
{
  int width, height;

  self->narrow = narrow;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  /* Only one of the two switchers makes its buttons. */
  adw_view_switcher_bar_set_stack (self->switcher_bar, narrow ? self->pages : NULL);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->switcher), narrow ? NULL : self->pages);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
  _strata_window_update_header (self);
  /* A title in the very middle would be cut off beside the buttons. */
  adw_header_bar_set_centering_policy (self->header, narrow ? ADW_CENTERING_POLICY_LOOSE
                                                            : ADW_CENTERING_POLICY_STRICT);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), narrow ? GTK_ORIENTATION_VERTICAL
                                                                       : GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_position (GTK_PANED (self->paned),
                          narrow ? (int) (height * 0.36)
                                 : (int) (width * g_settings_get_double (self->settings, "split")));
  narrow_table_pages (self);
}

/**
 * strata_window_resize:
 * @self: a window that is not shown yet
 * @width: in pixels
 * @height: in pixels
 *
 * Gives the window another size to begin with, narrow or wide as it fits.
 */
void
strata_window_resize (StrataWindow *self,
                      int           width,
                      int           height)
{
  g_return_if_fail (STRATA_IS_WINDOW (self));

  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  _strata_window_set_narrow (self, _strata_window_is_narrow (self, width));
}

/* What the header says. --------------------------------------------------------- */

/* A file's window is called by its title, with the name of the file below. */
static void
update_file_title (StrataWindow *self)
{
  const char *path = strata_lesson_page_get_path (STRATA_LESSON_PAGE (self->file));
  g_autofree char *title = strata_lesson_page_dup_title (STRATA_LESSON_PAGE (self->file));
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("Strata");

  strata_short_title_set (self->narrow_title, title != NULL ? title : name,
                          title != NULL ? name : "");
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : name);
}

void
_strata_window_update_title (StrataWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->pages);
  AdwViewStackPage *page = adw_view_stack_get_page (self->pages, child);

  _strata_window_update_print (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "file") == 0)
    {
      update_file_title (self);
      return;
    }
  strata_short_title_set (self->narrow_title, adw_view_stack_page_get_title (page), "");
  gtk_window_set_title (GTK_WINDOW (self), "Strata");
}

/* The switcher is there where pages can be turned. A narrow window has no room for the
 * button that leads forward beside the one that leads back to the course, or beside a title
 * in large text. */
void
_strata_window_update_header (StrataWindow *self)
{
  const char *content = gtk_stack_get_visible_child_name (self->content);
  gboolean course = g_strcmp0 (content, "course") == 0;
  gboolean file = g_strcmp0 (content, "file") == 0;

  gtk_stack_set_visible_child (GTK_STACK (self->titles), course && !self->narrow
                                                             ? self->switcher
                                                             : self->narrow_title);
  gtk_widget_set_visible (self->home_button, file);
  gtk_widget_set_visible (self->forward_button,
                          !self->narrow
                              || (!file && strata_text_scale_get (GTK_WIDGET (self)) < LARGE_TEXT));
}

/* Turns to `course`, `file` or `faults`. */
void
_strata_window_turn_to (StrataWindow *self,
                        const char   *content)
{
  gtk_stack_set_visible_child_name (self->content, content);
  _strata_window_update_header (self);
  _strata_window_update_title (self);
  _strata_window_update_notice (self);
}
