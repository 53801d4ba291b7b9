/* Checks and prints a course without a display. */
#include <glib/gprintf.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>

#include "config.h"
#include "course/strata-loader.h"
#include "strata-print-search.h"
#include "strata-print-text.h"

#define USAGE                                                                                     \
  "Usage: strata-course check FOLDER   report every fault of a course\n"                          \
  "       strata-course text FILE      print the text of a lesson\n"                              \
  "       strata-course search FOLDER QUERY [--language TAG]\n"                                   \
  "                                    find QUERY; exits 1 if nothing is found\n"               \
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

/* NULL, and a sentence, where it cannot be read. */
static char *
read_lesson (const char *path,
             gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *markdown = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > STRATA_DOCUMENT_MAX_LENGTH)
    {
      g_printerr ("strata-course: %s is larger than %d MB.\n", path,
                  STRATA_DOCUMENT_MAX_LENGTH / 1024 / 1024);
      return NULL;
    }
  if (!g_file_get_contents (path, &markdown, length, &error))
    g_printerr ("strata-course: %s.\n", error->message);
  return markdown;
}

static int
print_text (const char *path)
{
  gsize length;
  g_autofree char *markdown = read_lesson (path, &length);
  g_autoptr (StrataDocument) document = NULL;
  g_autofree char *text = NULL;

  if (markdown == NULL)
    return 1;
  document = strata_document_new (markdown, (gssize) length);
  text = strata_print_text (document);
  return fputs (text, stdout) >= 0 && fflush (stdout) == 0 ? 0 : 1;
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
  if (argc == 3 && g_str_equal (argv[1], "text"))
    return print_text (argv[2]);
  if (argc == 4 && g_str_equal (argv[1], "search"))
    return strata_print_search (argv[2], argv[3], NULL);
  if (argc == 6 && g_str_equal (argv[1], "search") && g_str_equal (argv[4], "--language"))
    return strata_print_search (argv[2], argv[3], argv[5]);
  g_printerr (USAGE);
  return 2;
}
