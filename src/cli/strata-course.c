/* Checks a course without a display. */
#include <glib/gprintf.h>
#include <locale.h>

#include "config.h"
#include "course/strata-loader.h"

#define USAGE                                                                                     \
  "Usage: strata-course check FOLDER   report every fault of a course\n"                          \
  "       strata-course --version\n"

static int
check (const char *folder)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (folder, faults);

  if (course != NULL)
    strata_course_check_lessons (course, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = strata_fault_to_string (g_ptr_array_index (faults, i));

      g_print ("%s\n", line);
    }
  g_print (faults->len == 1 ? "1 fault\n" : "%u faults\n", faults->len);
  return faults->len > 0 ? 1 : 0;
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("strata-course %s\n", STRATA_VERSION);
      return 0;
    }
  if (argc == 3 && g_str_equal (argv[1], "check"))
    return check (argv[2]);
  g_printerr (USAGE);
  return 2;
}
