/* Which course is open, and in which language it is read. */
#include "course/strata-fault.h"
#include "lesson/strata-lesson-page.h"
#include "map/strata-map.h"
#include "strata-fault-page.h"
#include "strata-language-menu.h"
#include "strata-window-private.h"

static void
choose_languages (StrataWindow *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "language");
  const char *const one[] = { chosen, NULL };
  const char *const *wanted = *chosen != '\0' ? one : g_get_language_names ();

  g_strfreev (self->languages);
  self->languages = strata_course_dup_languages (self->course, wanted);
}

static void
show_welcome (StrataWindow *self)
{
  if (g_settings_get_boolean (self->settings, "welcome-seen"))
    return;
  gtk_widget_set_visible (self->hint, TRUE);
  g_settings_set_boolean (self->settings, "welcome-seen", TRUE);
}

static void
take_course (StrataWindow *self,
             StrataCourse *course)
{
  g_autofree char *remembered = g_settings_get_string (self->settings, "course");
  g_autofree char *string = g_settings_get_string (self->settings, "place");
  g_autoptr (StrataPlace) place = NULL;
  gboolean same = g_str_equal (remembered, strata_course_get_folder (course));

  self->showing = TRUE;
  /* Back still leads to the files that were read before there was a course. */
  if (self->course != NULL)
    strata_history_clear (self->history);
  g_set_object (&self->course, course);
  choose_languages (self);
  strata_language_menu_fill (self->language_menu, strata_course_get_languages (course));
  _strata_window_clear_pages (self);
  _strata_window_fill_pages (self);
  self->showing = FALSE;

  place = same ? strata_place_parse (string) : NULL;
  if (place == NULL || !_strata_window_go_to (self, place))
    _strata_window_return_to (self, STRATA_PLACE_CONCEPT, NULL);
  g_settings_set_string (self->settings, "course", strata_course_get_folder (course));
  show_welcome (self);
}

/* A picture that is not there is shown as its words: that alone is no reason to
 * refuse a course. */
static gboolean
is_refused (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      if (strata_fault_get_code (g_ptr_array_index (faults, i)) != STRATA_FAULT_MISSING_IMAGE)
        return TRUE;
    }
  return FALSE;
}

/**
 * strata_window_open_reading:
 * @self: the window
 * @reading: a course that was read, or soon will be
 *
 * As strata_window_open_course().
 *
 * Returns: whether the course is open
 */
gboolean
strata_window_open_reading (StrataWindow        *self,
                            StrataCourseReading *reading)
{
  StrataCourse *course;
  GPtrArray *faults;

  g_return_val_if_fail (STRATA_IS_WINDOW (self) && reading != NULL, FALSE);

  course = strata_course_reading_finish (reading, &faults);
  if (course != NULL && !is_refused (faults))
    {
      take_course (self, course);
      return TRUE;
    }
  if (adw_bin_get_child (self->fault_bin) == NULL)
    adw_bin_set_child (self->fault_bin, g_object_new (STRATA_TYPE_FAULT_PAGE, NULL));
  strata_fault_page_set_faults (STRATA_FAULT_PAGE (adw_bin_get_child (self->fault_bin)),
                                strata_course_reading_get_folder (reading), faults,
                                strata_history_get_current (self->history) != NULL);
  _strata_window_leave_file (self);
  _strata_window_turn_to (self, "faults");
  return FALSE;
}

/**
 * strata_window_open_course:
 * @self: the window
 * @folder: (nullable): absolute path of a course, %NULL for the bundled one
 *
 * Opens a course at its first lesson, or where it was last left. If the course
 * has faults they are listed, and what was open stays as it is.
 *
 * Returns: whether the course is open
 */
gboolean
strata_window_open_course (StrataWindow *self,
                           const char   *folder)
{
  g_autoptr (StrataCourseReading) reading = NULL;

  g_return_val_if_fail (STRATA_IS_WINDOW (self), FALSE);

  reading = strata_course_reading_begin (folder);
  return strata_window_open_reading (self, reading);
}

/* The file that was read last, if it is still there. */
static gboolean
open_remembered_file (StrataWindow *self)
{
  g_autofree char *string = g_settings_get_string (self->settings, "file");
  g_autoptr (StrataPlace) place = strata_place_parse (string);

  return place != NULL && place->kind == STRATA_PLACE_FILE && _strata_window_go_to (self, place);
}

/**
 * strata_window_open_last_course:
 * @self: the window
 * @reading: (nullable): of that course, begun before
 *
 * Opens the course that was open last; the bundled one if it is there no more.
 *
 * Returns: whether a course is open
 */
gboolean
strata_window_open_last_course (StrataWindow        *self,
                                StrataCourseReading *reading)
{
  g_autoptr (StrataCourseReading) own = NULL;

  g_return_val_if_fail (STRATA_IS_WINDOW (self), FALSE);

  if (reading == NULL)
    reading = own = strata_course_reading_begin_remembered (self->settings);
  return strata_window_open_reading (self, reading) || strata_window_open_course (self, NULL);
}

/**
 * strata_window_open_remembered:
 * @self: the window
 * @reading: (nullable): of the course that was open last, begun before
 *
 * Opens what was open when Strata was left: a file, if that is still there, or the
 * course.
 *
 * Returns: whether something is open
 */
gboolean
strata_window_open_remembered (StrataWindow        *self,
                               StrataCourseReading *reading)
{
  g_return_val_if_fail (STRATA_IS_WINDOW (self), FALSE);

  return open_remembered_file (self) || strata_window_open_last_course (self, reading);
}

/**
 * strata_window_get_course:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the course that is open
 */
StrataCourse *
strata_window_get_course (StrataWindow *self)
{
  g_return_val_if_fail (STRATA_IS_WINDOW (self), NULL);

  return self->course;
}

/**
 * strata_window_set_language:
 * @self: the window
 * @language: BCP 47 tag, "" to follow the desktop
 *
 * Reads the course in another language at once, in the same place.
 */
void
strata_window_set_language (StrataWindow *self,
                            const char   *language)
{
  const StrataPlace *current;
  g_autoptr (StrataPlace) place = NULL;
  StrataConcept *concept;

  g_return_if_fail (STRATA_IS_WINDOW (self) && language != NULL);

  g_settings_set_string (self->settings, "language", language);
  if (self->course == NULL)
    return;

  _strata_window_remember_offset (self);
  current = strata_history_get_current (self->history);
  place = strata_place_copy (current);
  concept = strata_lesson_page_get_concept (STRATA_LESSON_PAGE (self->lesson));
  self->showing = TRUE;
  choose_languages (self);
  _strata_window_fill_pages (self);
  if (concept != NULL)
    strata_lesson_page_show (STRATA_LESSON_PAGE (self->lesson), self->course, concept,
                             (const char *const *) self->languages);
  self->showing = FALSE;
  if (place->kind == STRATA_PLACE_CONCEPT)
    {
      strata_map_set_selected (STRATA_MAP (self->map), concept);
      _strata_window_update_title (self);
    }
  else
    _strata_window_show_place (self, place);
}
