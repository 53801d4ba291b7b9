#include "strata-course-reading.h"

#include "config.h"
#include "course/strata-loader.h"

#define BUNDLED STRATA_COURSES_DIR "/llm-foundations"

struct _StrataCourseReading
{
  char         *folder;
  GThread      *thread;         /* NULL once it has ended */
  StrataCourse *course;
  GPtrArray    *faults;
};

/* The lessons that come with Strata are looked at by its tests. */
static gboolean
is_bundled (const char *folder)
{
  return g_str_has_prefix (folder, STRATA_COURSES_DIR G_DIR_SEPARATOR_S);
}

static gpointer
read_course (gpointer data)
{
  StrataCourseReading *self = data;

  self->course = strata_course_load (self->folder, self->faults);
  if (self->course != NULL && !is_bundled (self->folder))
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
  StrataCourseReading *self = g_new0 (StrataCourseReading, 1);

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

void
strata_course_reading_free (StrataCourseReading *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_object (&self->course);
  g_ptr_array_unref (self->faults);
  g_free (self->folder);
  g_free (self);
}
