#include "strata-window-private.h"

#include "lesson/strata-lesson-page.h"
#include "map/strata-map.h"
#include "widgets/strata-text-scale.h"

G_DEFINE_FINAL_TYPE (StrataWindow, strata_window, ADW_TYPE_APPLICATION_WINDOW)

/* Where the reader is. ------------------------------------------------------ */

void
_strata_window_remember_offset (StrataWindow *self)
{
  const StrataPlace *current = strata_history_get_current (self->history);
  StrataLessonPosition *position;
  GtkWidget *page = current != NULL && current->kind == STRATA_PLACE_FILE ? self->file : self->lesson;

  /* A file that is not read yet is remembered where it was. */
  if (current != NULL && current->kind != STRATA_PLACE_TABLE && page != NULL
      && (page == self->lesson
          || g_strcmp0 (strata_lesson_page_get_path (STRATA_LESSON_PAGE (page)), current->id) == 0))
    {
      g_autoptr (StrataPlace) place = strata_place_copy (current);

      position = strata_lesson_page_get_position (STRATA_LESSON_PAGE (page));
      place->offset = strata_lesson_position_get_offset (position);
      place->into = strata_lesson_position_get_into (position);
      strata_history_replace (self->history, place);
    }
}

/* Only files that are there and what the opened course has can be gone to:
 * settings, links and command lines may name anything. */
gboolean
_strata_window_place_exists (StrataWindow *self,
                             StrataPlace  *place)
{
  StrataTable *table;

  if (place->kind == STRATA_PLACE_FILE)
    return strata_file_reading_check (place->id, NULL);
  if (self->course == NULL)
    return FALSE;
  if (place->kind == STRATA_PLACE_CONCEPT)
    return strata_course_find_concept (self->course, place->id) != NULL;

  table = strata_course_find_table (self->course, place->id);
  if (table != NULL && place->list->row != NULL
      && strata_table_find_row (table, place->list->row) == NULL)
    g_clear_pointer (&place->list->row, g_free);
  return table != NULL;
}

static void
show_in_course (StrataWindow      *self,
                const StrataPlace *place)
{
  _strata_window_leave_file (self);
  if (place->kind == STRATA_PLACE_CONCEPT)
    {
      StrataConcept *concept = strata_course_find_concept (self->course, place->id);

      adw_view_stack_set_visible_child_name (self->pages, "learn");
      strata_map_set_selected (STRATA_MAP (self->map), concept);
      if (strata_lesson_page_get_concept (STRATA_LESSON_PAGE (self->lesson)) != concept)
        strata_lesson_page_show (STRATA_LESSON_PAGE (self->lesson), self->course, concept,
                                 (const char *const *) self->languages);
      strata_lesson_position_set (
          strata_lesson_page_get_position (STRATA_LESSON_PAGE (self->lesson)), place->offset,
          place->into);
    }
  else
    {
      StrataTable *table = strata_course_find_table (self->course, place->id);

      strata_table_page_set_state (_strata_window_show_table (self, table), place->list);
    }
  _strata_window_turn_to (self, "course");
}

void
_strata_window_show_place (StrataWindow      *self,
                           const StrataPlace *place)
{
  self->showing = TRUE;
  if (place->kind == STRATA_PLACE_FILE)
    _strata_window_show_file (self, place);
  else
    show_in_course (self, place);
  self->showing = FALSE;
  _strata_window_save (self);
}

gboolean
_strata_window_go_to (StrataWindow *self,
                      StrataPlace  *place)
{
  if (place == NULL || !_strata_window_place_exists (self, place))
    return FALSE;
  _strata_window_remember_offset (self);
  strata_history_push (self->history, place);
  _strata_window_show_place (self, strata_history_get_current (self->history));
  return TRUE;
}

/* As @place, but how it was last left. */
void
_strata_window_return_to (StrataWindow    *self,
                          StrataPlaceKind  kind,
                          const char      *id)
{
  const StrataPlace *last = strata_history_find_last (self->history, kind, id);
  g_autoptr (StrataPlace) place = NULL;

  if (last != NULL)
    place = strata_place_copy (last);
  else if (id != NULL)
    place = strata_place_new (kind, id);
  else
    place = strata_place_new (
        kind, strata_concept_get_id (strata_course_get_root (self->course)));
  _strata_window_go_to (self, place);
}

/* One step back or forward, past what the course has no more. A file that is gone
 * is shown as such: it may come back. */
void
_strata_window_step (StrataWindow *self,
                     gboolean      back)
{
  g_autoptr (StrataPlace) copy = NULL;

  _strata_window_remember_offset (self);
  do
    {
      const StrataPlace *place =
          back ? strata_history_back (self->history) : strata_history_forward (self->history);

      if (place == NULL)
        return;
      g_clear_pointer (&copy, strata_place_free);
      copy = strata_place_copy (place);
    }
  while (copy->kind != STRATA_PLACE_FILE && !_strata_window_place_exists (self, copy));
  _strata_window_show_place (self, copy);
}

void
_strata_window_table_changed (StrataTablePage *page,
                              gboolean         is_step,
                              StrataWindow    *self)
{
  StrataTable *table = strata_table_page_get_table (page);
  g_autoptr (StrataPlace) place = NULL;

  if (self->showing || table == NULL)
    return;
  place = strata_place_new (STRATA_PLACE_TABLE, strata_table_get_id (table));
  strata_list_state_free (place->list);
  place->list = strata_list_state_copy (strata_table_page_get_state (page));
  if (is_step)
    strata_history_push (self->history, place);
  else
    strata_history_replace (self->history, place);
  _strata_window_save (self);
}

static StrataTable *
first_library_table (StrataWindow *self)
{
  GPtrArray *tables = strata_course_get_tables (self->course);

  for (guint i = 0; i < tables->len; i++)
    {
      if (!strata_table_get_prominent (g_ptr_array_index (tables, i)))
        return g_ptr_array_index (tables, i);
    }
  return NULL;
}

/* The switcher turned a page: that is a step like any other. */
void
_strata_window_page_turned (StrataWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  if (self->showing || self->course == NULL || name == NULL)
    return;
  if (g_str_equal (name, "learn"))
    _strata_window_return_to (self, STRATA_PLACE_CONCEPT, NULL);
  else if (g_str_has_prefix (name, "table:"))
    _strata_window_return_to (self, STRATA_PLACE_TABLE, name + strlen ("table:"));
  else
    {
      StrataTablePage *page = strata_library_page_get_page (STRATA_LIBRARY_PAGE (self->library));
      StrataTable *table = strata_table_page_get_table (page);

      if (table == NULL)
        table = first_library_table (self);
      _strata_window_return_to (self, STRATA_PLACE_TABLE, strata_table_get_id (table));
    }
}

static void
concept_activated (StrataWindow  *self,
                   StrataConcept *concept)
{
  gtk_widget_set_visible (self->hint, FALSE);
  _strata_window_return_to (self, STRATA_PLACE_CONCEPT, strata_concept_get_id (concept));
}

/* To go to a heading of the lesson is a step too. */
void
_strata_window_lesson_jumps (StrataWindow *self,
                             guint         offset,
                             int           into)
{
  const StrataPlace *current = strata_history_get_current (self->history);
  g_autoptr (StrataPlace) place = NULL;

  if (current == NULL)
    return;
  _strata_window_remember_offset (self);
  place = strata_place_copy (strata_history_get_current (self->history));
  place->offset = offset;
  place->into = into;
  strata_history_push_jump (self->history, place);
  _strata_window_save (self);
}

/* What is remembered. -------------------------------------------------------- */

/* The place in the course is kept beside that in a file: home leads there. */
void
_strata_window_save (StrataWindow *self)
{
  const StrataPlace *place = strata_history_get_current (self->history);
  g_autofree char *string = NULL;
  gboolean is_file;

  if (place == NULL)
    return;
  string = strata_place_to_string (place);
  is_file = place->kind == STRATA_PLACE_FILE;
  g_settings_set_string (self->settings, "file", is_file ? string : "");
  if (!is_file)
    g_settings_set_string (self->settings, "place", string);
}

static void
save_size (StrataWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  /* Of the same width that it is put back with, or it would creep. */
  if (!self->narrow && width > 0)
    g_settings_set_double (self->settings, "split",
                           gtk_paned_get_position (GTK_PANED (self->paned)) / (double) width);
}

static gboolean
strata_window_close_request (GtkWindow *window)
{
  StrataWindow *self = STRATA_WINDOW (window);

  _strata_window_remember_offset (self);
  _strata_window_save (self);
  save_size (self);
  return GTK_WINDOW_CLASS (strata_window_parent_class)->close_request (window);
}

/**
 * strata_window_go:
 * @self: the window
 * @link: `concept:ID`, `row:TABLE/ID` or a place, of a file too
 *
 * What is shown already stays where it is, unless @link says where in it to go.
 *
 * Returns: whether there is such a place; if not, nothing changes
 */
gboolean
strata_window_go (StrataWindow *self,
                  const char   *link)
{
  g_autoptr (StrataPlace) place = strata_place_parse (link);

  g_return_val_if_fail (STRATA_IS_WINDOW (self), FALSE);

  return place != NULL && (place->offset > 0 || place->into != 0)
             ? _strata_window_jump_to (self, place)
             : _strata_window_go_to (self, place);
}

/**
 * strata_window_is_drawn:
 * @self: the window
 *
 * Returns: whether everything the window shows is there, images too
 */
gboolean
strata_window_is_drawn (StrataWindow *self)
{
  GtkWidget *lesson;

  g_return_val_if_fail (STRATA_IS_WINDOW (self), FALSE);

  lesson = _strata_window_get_lesson (self);
  if (self->file_reading != NULL)
    return FALSE;
  if (lesson == NULL || !gtk_widget_get_mapped (lesson))
    return gtk_widget_get_mapped (GTK_WIDGET (self->content));
  return strata_lesson_page_get_drawn (STRATA_LESSON_PAGE (lesson));
}

/**
 * strata_window_dup_place:
 * @self: the window
 *
 * Returns: (transfer full) (nullable): where the reader is
 */
char *
strata_window_dup_place (StrataWindow *self)
{
  const StrataPlace *place;

  g_return_val_if_fail (STRATA_IS_WINDOW (self), NULL);

  place = strata_history_get_current (self->history);
  return place != NULL ? strata_place_to_string (place) : NULL;
}

/* The window's own state. ------------------------------------------------------ */

static void
history_changed (StrataWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back",
                                 strata_history_get_can_back (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward",
                                 strata_history_get_can_forward (self->history));
}

static void
language_changed (StrataWindow *self,
                  GVariant     *value,
                  GSimpleAction *action)
{
  g_simple_action_set_state (action, value);
  strata_window_set_language (self, g_variant_get_string (value, NULL));
}

static void
add_language_action (StrataWindow *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
      "language", G_VARIANT_TYPE_STRING, g_variant_new_string (language));

  g_signal_connect_object (action, "change-state", G_CALLBACK (language_changed), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/* The window itself. ------------------------------------------------------------ */

static gboolean
apply_narrow (gpointer data)
{
  StrataWindow *self = data;

  self->narrow_source = 0;
  _strata_window_set_narrow (self, _strata_window_is_narrow (self, gtk_widget_get_width (data)));
  return G_SOURCE_REMOVE;
}

/* Children must not change while they are being placed: a moment later. */
static void
strata_window_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  StrataWindow *self = STRATA_WINDOW (widget);

  GTK_WIDGET_CLASS (strata_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (_strata_window_is_narrow (self, width) != self->narrow && self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_narrow, self, NULL);
}

static void
strata_window_dispose (GObject *object)
{
  StrataWindow *self = STRATA_WINDOW (object);

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  _strata_window_leave_file (self);
  _strata_window_stop_watching (self);
  _strata_window_drop_search (self);
  g_clear_pointer (&self->file_root, g_free);
  g_clear_object (&self->course);
  g_clear_object (&self->history);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_window_parent_class)->dispose (object);
}

static void
strata_window_class_init (StrataWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_window_dispose;
  widget_class->size_allocate = strata_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = strata_window_close_request;

  g_type_ensure (STRATA_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/strata_study/Strata/window/strata-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, header);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, content);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, fault_bin);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, language_menu);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, home_button);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, task_bars);
  _strata_window_install_actions (widget_class);
}

/* A menu's widgets are made when it is opened: starting stays quick. */
static void
create_main_menu (GtkMenuButton *button,
                  gpointer       data)
{
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, STRATA_WINDOW (data)->main_menu);
  /* GTK 4.8 leaves the focus in a closed submenu, where no key arrives. */
  g_signal_connect_swapped (gtk_menu_button_get_popover (button), "closed",
                            G_CALLBACK (gtk_widget_grab_focus), button);
}

static void
strata_window_init (StrataWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_main_menu, self, NULL);
  self->history = strata_history_new ();
  _strata_window_build_pages (self);
  _strata_window_accept_drops (self);
  g_signal_connect_swapped (self->history, "notify", G_CALLBACK (history_changed), self);
  g_signal_connect_swapped (self->pages, "notify::visible-child",
                            G_CALLBACK (_strata_window_page_turned), self);
  g_signal_connect_swapped (self->notice_bar, "closed", G_CALLBACK (_strata_window_notice_closed),
                            self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (_strata_window_look), NULL);
  g_signal_connect_swapped (self->map, "concept-activated", G_CALLBACK (concept_activated), self);
  history_changed (self);
  _strata_window_update_print (self);
}

/**
 * strata_window_new:
 * @application: the application
 * @settings: (transfer none): where size, place and language are kept
 *
 * Returns: (transfer none): a window without a course, as large as the last one
 */
StrataWindow *
strata_window_new (GtkApplication *application,
                   GSettings      *settings)
{
  StrataWindow *self = g_object_new (STRATA_TYPE_WINDOW, "application", application, NULL);
  int width = g_settings_get_int (settings, "window-width");
  int height = g_settings_get_int (settings, "window-height");

  self->settings = g_object_ref (settings);
  add_language_action (self);
  strata_lesson_page_set_text_size (
      STRATA_LESSON_PAGE (self->lesson),
      strata_text_size_next ((guint) g_settings_get_int (settings, "text-size"), 0));
  strata_window_resize (self, width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}
