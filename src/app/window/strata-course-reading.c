#include "strata-course-reading.h"

#include "config.h"
#include "course/strata-fault.h"
#include "course/strata-loader.h"

#define BUNDLED STRATA_COURSES_DIR "/llm-foundations"

struct _StrataCourseReading
{
  char         *folder;
  GThread      *thread;         /* NULL once it has ended */
  StrataCourse *course;
  GPtrArray    *faults;
};

static gpointer
read_course (gpointer data)
{
  StrataCourseReading *self = data;

  self->course = strata_course_load (self->folder, self->faults);
  /* The lessons that come with Strata are looked at by its tests. */
  if (self->course != NULL && !strata_course_is_bundled (self->folder))
    strata_course_check_lessons (self->course, self->faults);
  return NULL;
}

/**
 * strata_course_reading_begin:
 * @folder: (nullable): absolute path of a course, %NULL for the bundled one
 *
 * Returns: (transfer full): the reading, under way
 */
StrataCourseReading *
strata_course_reading_begin (const char *folder)
{
  StrataCourseReading *self = g_atomic_rc_box_new0 (StrataCourseReading);

  self->folder = g_strdup (folder != NULL ? folder : BUNDLED);
  self->faults = g_ptr_array_new_with_free_func (g_object_unref);
  self->thread = g_thread_new ("course", read_course, self);
  return self;
}

/**
 * strata_course_reading_begin_remembered:
 * @settings: of the application
 *
 * Begins to read the course that was open last. One that was moved away since is
 * no reason to greet with faults: then it is the bundled one.
 *
 * Returns: (transfer full): the reading, under way
 */
StrataCourseReading *
strata_course_reading_begin_remembered (GSettings *settings)
{
  g_autofree char *folder = g_settings_get_string (settings, "course");
  gboolean there = *folder != '\0' && g_file_test (folder, G_FILE_TEST_IS_DIR);

  return strata_course_reading_begin (there ? folder : NULL);
}

/**
 * strata_course_reading_finish:
 * @self: a reading
 * @faults: (out) (transfer none) (element-type StrataFault): what is wrong with
 *   the course, as long as @self is there
 *
 * Waits until the course is read.
 *
 * Returns: (transfer none) (nullable): the course; %NULL if it cannot be shown
 */
StrataCourse *
strata_course_reading_finish (StrataCourseReading  *self,
                              GPtrArray           **faults)
{
  g_return_val_if_fail (self != NULL && faults != NULL, NULL);

  g_clear_pointer (&self->thread, g_thread_join);
  *faults = self->faults;
  return self->course;
}

/**
 * strata_course_reading_get_folder:
 * @self: a reading
 *
 * Returns: (transfer none): the course's folder
 */
const char *
strata_course_reading_get_folder (StrataCourseReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->folder;
}

StrataCourseReading *
strata_course_reading_ref (StrataCourseReading *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
reading_clear (gpointer data)
{
  StrataCourseReading *self = data;

  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_object (&self->course);
  g_ptr_array_unref (self->faults);
  g_free (self->folder);
}

void
strata_course_reading_unref (StrataCourseReading *self)
{
  g_atomic_rc_box_release_full (self, reading_clear);
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
 * strata_course_reading_get_sound:
 * @self: a reading
 *
 * Waits until the course is read.
 *
 * Returns: (transfer none) (nullable): the course, %NULL if it has faults for which
 *   it must not be shown
 */
StrataCourse *
strata_course_reading_get_sound (StrataCourseReading *self)
{
  GPtrArray *faults;
  StrataCourse *course = strata_course_reading_finish (self, &faults);

  return course != NULL && !is_refused (faults) ? course : NULL;
}

/**
 * strata_course_is_bundled:
 * @folder: of a course
 *
 * Returns: whether it is one that comes with Strata, which nobody writes
 */
gboolean
strata_course_is_bundled (const char *folder)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  return g_str_has_prefix (folder, STRATA_COURSES_DIR G_DIR_SEPARATOR_S);
}

/**
 * strata_course_dup_reader_languages:
 * @course: a course
 * @settings: of the application
 *
 * Returns: (transfer full) (array zero-terminated=1): the languages of @course in
 *   which it is to be read, the one that was chosen or the desktop's first
 */
char **
strata_course_dup_reader_languages (StrataCourse *course,
                                    GSettings    *settings)
{
  g_autofree char *chosen = g_settings_get_string (settings, "language");
  const char *const one[] = { chosen, NULL };

  g_return_val_if_fail (STRATA_IS_COURSE (course), NULL);

  return strata_course_dup_languages (course, *chosen != '\0' ? one : g_get_language_names ());
}
