/* Which course is open, and in which language it is read. */
#include "lesson/strata-lesson-page.h"
#include "map/strata-map.h"
#include "strata-han-forms.h"
#include "strata-language-menu.h"
#include "strata-window-private.h"

static void
choose_languages (StrataWindow *self)
{
  g_strfreev (self->languages);
  self->languages = strata_course_dup_reader_languages (self->course, self->settings);
  strata_han_forms_follow ((const char *const *) self->languages);
}

static void
show_welcome (StrataWindow *self)
{
  if (g_settings_get_boolean (self->settings, "welcome-seen"))
    return;
  gtk_widget_set_visible (self->hint, TRUE);
  g_settings_set_boolean (self->settings, "welcome-seen", TRUE);
}

void
_strata_window_take_course (StrataWindow *self,
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
  _strata_window_prepare_search (self);
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
  _strata_window_course_is_sound (self);
  _strata_window_update_notice (self);
  _strata_window_watch_course (self, strata_course_get_folder (course));
}

/* The lesson that is shown stays where it is, though lines were added above it. */
static void
show_lesson_anew (StrataWindow *self,
                  StrataPlace  *place)
{
  StrataLessonPage *page = STRATA_LESSON_PAGE (self->lesson);
  StrataConcept *old = strata_lesson_page_get_concept (page);
  StrataConcept *concept =
      old != NULL ? strata_course_find_concept (self->course, strata_concept_get_id (old)) : NULL;

  if (concept == NULL)
    return;
  strata_lesson_page_show (page, self->course, concept, (const char *const *) self->languages);
  if (place->kind != STRATA_PLACE_CONCEPT || !g_str_equal (place->id, strata_concept_get_id (concept)))
    return;
  place->offset = strata_lesson_position_get_offset (strata_lesson_page_get_position (page));
  place->into = strata_lesson_position_get_into (strata_lesson_page_get_position (page));
}

/* The open course was changed on disk: the same place of it, or its first lesson
 * where that is no more. */
void
_strata_window_take_anew (StrataWindow *self,
                          StrataCourse *course)
{
  g_autoptr (StrataPlace) place = NULL;
  gboolean listed = g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "faults") == 0;

  _strata_window_remember_offset (self);
  place = strata_place_copy (strata_history_get_current (self->history));
  self->showing = TRUE;
  g_set_object (&self->course, course);
  _strata_window_prepare_search (self);
  choose_languages (self);
  strata_language_menu_fill (self->language_menu, strata_course_get_languages (course));
  if (!_strata_window_pages_fit (self))
    _strata_window_clear_pages (self);
  _strata_window_fill_pages (self);
  show_lesson_anew (self, place);
  self->showing = FALSE;

  _strata_window_course_is_sound (self);
  if (place->kind == STRATA_PLACE_FILE)
    _strata_window_turn_to (self, listed ? "file" : gtk_stack_get_visible_child_name (self->content));
  else if (_strata_window_place_exists (self, place))
    {
      strata_history_replace (self->history, place);
      _strata_window_show_place (self, place);
    }
  else
    _strata_window_return_to (self, STRATA_PLACE_CONCEPT,
                              strata_concept_get_id (strata_course_get_root (course)));
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

  g_return_val_if_fail (STRATA_IS_WINDOW (self) && reading != NULL, FALSE);

  course = strata_course_reading_get_sound (reading);
  if (course != NULL)
    _strata_window_take_course (self, course);
  else
    {
      _strata_window_course_is_broken (self, strata_course_reading_ref (reading));
      _strata_window_show_faults (self);
      _strata_window_watch_course (self, strata_course_reading_get_folder (reading));
    }
  return course != NULL;
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
