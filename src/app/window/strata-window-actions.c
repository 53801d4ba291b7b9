/* The window's actions and their keys. */
#include <glib/gi18n.h>

#include "compat.h"
#include "lesson/strata-lesson-outline.h"
#include "lesson/strata-lesson-page.h"
#include "strata-window-private.h"
#include "widgets/strata-text-scale.h"

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);

  /* A course's own links are checked when it is read, but not those of a file. */
  if (!strata_window_go (self, g_variant_get_string (parameter, NULL)))
    _strata_window_say (self, _("This link leads into a course that is not open."));
}

static void
go_file_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  _strata_window_follow (STRATA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
home_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _strata_window_go_home (STRATA_WINDOW (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _strata_window_choose (STRATA_WINDOW (widget), g_str_equal (name, "win.open-folder"));
}

static void
return_to_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (StrataPlace) place = strata_place_parse (g_variant_get_string (parameter, NULL));

  if (place != NULL)
    _strata_window_return_to (STRATA_WINDOW (widget), place->kind, place->id);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _strata_window_step (STRATA_WINDOW (widget), g_str_equal (name, "win.back"));
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->pages);
  g_autoptr (AdwViewStackPage) page = NULL;

  if (self->course == NULL)
    _strata_window_go_home (self);
  page = g_list_model_get_item (G_LIST_MODEL (model), g_variant_get_int32 (parameter) - 1);
  if (page == NULL || self->course == NULL)
    return;
  /* The page may be the one that is hidden behind a file. */
  if (adw_view_stack_page_get_child (page) == adw_view_stack_get_visible_child (self->pages))
    _strata_window_page_turned (self);
  adw_view_stack_set_visible_child (self->pages, adw_view_stack_page_get_child (page));
  /* Whoever turns pages by keys goes on by keys: to the map, or to the filter. */
  gtk_widget_child_focus (adw_view_stack_page_get_child (page), GTK_DIR_TAB_FORWARD);
}

/* A step up or down, or 0 for the usual size. */
static void
text_size_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  int step = g_variant_get_int32 (parameter);
  int percent = step != 0 ? g_settings_get_int (self->settings, "text-size") : 100;

  percent = (int) strata_text_size_next ((guint) percent, step);
  g_settings_set_int (self->settings, "text-size", percent);
  strata_lesson_page_set_text_size (STRATA_LESSON_PAGE (self->lesson), (guint) percent);
  if (self->file != NULL)
    strata_lesson_page_set_text_size (STRATA_LESSON_PAGE (self->file), (guint) percent);
}

static void
term_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);

  if (adw_view_stack_get_visible_child (self->pages) == self->paned)
    strata_lesson_page_say_term (STRATA_LESSON_PAGE (self->lesson));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  GtkWidget *child = adw_view_stack_get_visible_child (self->pages);
  GtkWidget *lesson = _strata_window_get_lesson (self);

  if (lesson != NULL)
    strata_lesson_page_find (STRATA_LESSON_PAGE (lesson));
  else if (STRATA_IS_LIBRARY_PAGE (child))
    strata_table_page_focus_search (strata_library_page_get_page (STRATA_LIBRARY_PAGE (child)));
  else if (ADW_IS_BIN (child) && STRATA_IS_TABLE_PAGE (adw_bin_get_child (ADW_BIN (child))))
    strata_table_page_focus_search (STRATA_TABLE_PAGE (adw_bin_get_child (ADW_BIN (child))));
}

/* The headings of the text that is seen. */
static void
outline_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GtkWidget *lesson = _strata_window_get_lesson (STRATA_WINDOW (widget));

  if (lesson != NULL)
    strata_lesson_outline_open (
        STRATA_LESSON_OUTLINE (strata_lesson_page_get_outline (STRATA_LESSON_PAGE (lesson))));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  _strata_window_search (STRATA_WINDOW (widget));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (g_str_equal (name, "win.print"))
    _strata_window_print (STRATA_WINDOW (widget));
  else
    _strata_window_export_pdf (STRATA_WINDOW (widget));
}

static void
open_bundled_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  strata_window_open_course (STRATA_WINDOW (widget), NULL);
}

static void
close_faults_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  _strata_window_close_faults (STRATA_WINDOW (widget));
}

static void
show_faults_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  _strata_window_show_faults (STRATA_WINDOW (widget));
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  strata_compat_show_about (GTK_WINDOW (widget));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  strata_compat_show_shortcuts (GTK_WINDOW (widget));
}

static void
bind_text_size (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int   step;
  } keys[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, GDK_CONTROL_MASK, "win.text-size", "i",
                                         keys[i].step);
}

void
_strata_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.go", "s", go_action);
  gtk_widget_class_install_action (klass, "win.go-file", "s", go_file_action);
  gtk_widget_class_install_action (klass, "win.home", NULL, home_action);
  gtk_widget_class_install_action (klass, "win.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.open-folder", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.return-to", "s", return_to_action);
  gtk_widget_class_install_action (klass, "win.back", NULL, step_action);
  gtk_widget_class_install_action (klass, "win.forward", NULL, step_action);
  gtk_widget_class_install_action (klass, "win.page", "i", page_action);
  gtk_widget_class_install_action (klass, "win.text-size", "i", text_size_action);
  gtk_widget_class_install_action (klass, "win.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "win.term", NULL, term_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "win.export-pdf", NULL, print_action);
  gtk_widget_class_install_action (klass, "win.outline", NULL, outline_action);
  gtk_widget_class_install_action (klass, "win.open-bundled", NULL, open_bundled_action);
  gtk_widget_class_install_action (klass, "win.show-faults", NULL, show_faults_action);
  gtk_widget_class_install_action (klass, "win.close-faults", NULL, close_faults_action);
  gtk_widget_class_install_action (klass, "win.about", NULL, about_action);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, shortcuts_action);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Right, GDK_ALT_MASK, "win.forward", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Home, GDK_ALT_MASK, "win.home", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.open-folder", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "win.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_j, GDK_CONTROL_MASK, "win.outline", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK, "win.term", NULL);
  bind_text_size (klass);
  for (int i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_0 + i, GDK_CONTROL_MASK, "win.page", "i",
                                         i);
}
