/* Where pages begin. A line of a case is written as a letter and what stands
 * behind it: see read_line(). */
#include "geometry/strata-pages.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  double      height;
  const char *lines;
  const char *starts;
} Case;

static const Case cases[] = {
  { "nothing", 10, "", "" },
  { "one line", 10, "3", "0" },
  { "exactly full", 10, "5 5", "0" },
  { "one too many", 10, "5 5 1", "0 2" },
  { "no room above at the top", 10, "5 ^3+5 ^5+5", "0 1 2" },
  { "room above counts inside", 10, "4 ^2+4", "0" },
  { "sum of thirds", 1, "0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", "0" },

  /* What stays together. */
  { "a heading goes with its text", 10, "5 3h 3", "0 1" },
  { "two headings too", 10, "4 2h 2h 3", "0 1" },
  { "a heading at the very end", 10, "5 5h", "0" },
  { "no first line alone", 10, "9 1l 1 1l 1", "0 1" },
  { "no last line alone", 10, "8 1 1l 1", "0 2" },
  { "three lines are not broken", 10, "8 1l 1l 1", "0 1" },
  { "a table that fits", 10, "4 2w 2w 2w 2", "0 1" },
  { "a heading, its table, no room", 10, "4 2h 2w 2w 2", "0 1" },

  /* Where it must be broken after all. */
  { "kept all the way", 10, "4h 4h 4h 4h 4h", "0 2 4" },
  { "between rows rather than lines", 10, "3l 3w 3l 3", "0 2" },
  { "below a row rather than a heading", 10, "2h 3l 3w 3w 3w", "0 3" },
  { "the latest of equals", 10, "2w 2w 2w 2w 2w 2w", "0 5" },

  /* Higher than a page. */
  { "a tall line", 10, "99", "0" },
  { "a tall line between", 10, "1 99 1", "0 1 2" },
  { "tall lines only", 10, "11 11 11", "0 1 2" },
  { "a heading and a tall line", 10, "2h 99 1", "0 1 2" },
  { "a page without height", 0, "1 1", "0 1" },
  { "lines without height", 0, "0 0 0", "0" },

  /* The head of a table is repeated. */
  { "a head", 10, "2 4@2 4@2 4@2", "0 3" },
  { "a head takes room", 10, "5 5 5@4 5@4", "0 2 3" },
  { "a head higher than a page", 10, "9 1@20 1@20", "0 2" },
  { "a high head, page after page", 10, "9 2@20 2@20", "0 1 2" },

  /* Footnotes; the room above the first one is 1. */
  { "a note", 10, "5 2#1:2", "0" },
  { "a note without room", 10, "5 3#1:2", "0 1" },
  { "a note once a page", 10, "2#1:2 2#1:2 2#1:2", "0" },
  { "a note again on the next page", 10, "2#1:2 2#1:2 3#1:2 2#1:2 2#1:2", "0 3" },
  { "two notes", 10, "2#1:2#2:2 2", "0" },
  { "two notes and no room", 10, "2#1:2#2:2 4", "0 1" },
  { "notes go with their line", 10, "2#1:3 3h 2#2:2 2", "0 1" },
  { "more notes than a page", 10, "1 1#1:9#2:9 1", "0 1 2" },
};

/* HEIGHT, ^ABOVE+HEIGHT, then one of "hlw" for what holds it to the next one,
 * @HEAD, and #ID:HEIGHT for every note. */
static void
read_line (const char     *text,
           StrataPageLine *line,
           StrataPageNote *notes)
{
  char *p = (char *) text;

  *line = (StrataPageLine) { .notes = notes };
  if (*p == '^')
    line->above = strtod (p + 1, &p);
  line->height = strtod (p, &p);
  if (*p == 'h' || *p == 'l' || *p == 'w')
    {
      line->keep = *p == 'h'   ? STRATA_KEEP_HEADING
                   : *p == 'l' ? STRATA_KEEP_LINES
                               : STRATA_KEEP_WHOLE;
      p++;
    }
  if (*p == '@')
    line->head = strtod (p + 1, &p);
  while (*p == '#')
    {
      notes[line->n_notes].id = (guint) strtoul (p + 1, &p, 10);
      notes[line->n_notes++].height = strtod (p + 1, &p);
    }
  g_assert_cmpint (*p, ==, '\0');
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (StrataPages) pages = strata_pages_new (test->height, 1);
  g_auto (GStrv) lines = g_strsplit (test->lines, " ", -1);
  g_autoptr (GString) starts = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      StrataPageNote notes[4];
      StrataPageLine line;

      read_line (lines[i], &line, notes);
      strata_pages_add (pages, &line);
      memset (notes, 0xff, sizeof notes);   /* they are not looked at again */
    }
  for (guint i = 0; i < strata_pages_get_n_pages (pages); i++)
    g_string_append_printf (starts, "%s%u", i > 0 ? " " : "", strata_pages_get_start (pages, i));
  g_assert_cmpstr (starts->str, ==, test->starts);
  g_assert_cmpuint (strata_pages_get_n_lines (pages), ==, g_strv_length (lines));
  g_assert_cmpuint (strata_pages_get_start (pages, strata_pages_get_n_pages (pages)), ==,
                    g_strv_length (lines));
}

/* Any lines at all: pages begin in order, and none holds more than it can but for
 * a single line. */
static void
test_any (void)
{
  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (StrataPages) pages = strata_pages_new (20, 1);
      StrataPageLine lines[300];

      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        {
          lines[i] = (StrataPageLine) { .above = g_rand_int_range (rand, 0, 4),
                                        .height = g_rand_int_range (rand, 0, 24),
                                        .head = g_rand_int_range (rand, 0, 3),
                                        .keep = (StrataPageKeep) g_rand_int_range (rand, 0, 4) };
          strata_pages_add (pages, &lines[i]);
        }
      for (guint page = 0; page < strata_pages_get_n_pages (pages); page++)
        {
          guint start = strata_pages_get_start (pages, page);
          guint end = strata_pages_get_start (pages, page + 1);
          double used = lines[start].head + lines[start].height;

          g_assert_cmpuint (start, <, end);
          for (guint i = start + 1; i < end; i++)
            used += lines[i].above + lines[i].height;
          g_assert_true (used <= 20 || end == start + 1);
        }
    }
}

/* What is kept does not grow with the pages. */
static void
test_many (void)
{
  g_autoptr (StrataPages) pages = strata_pages_new (10, 1);

  for (guint i = 0; i < 1000000; i++)
    {
      StrataPageNote note = { i, 1 };

      strata_pages_add (pages, &(StrataPageLine) { .height = 1,
                                                   .keep = STRATA_KEEP_HEADING,
                                                   .notes = &note,
                                                   .n_notes = 1 });
    }
  g_assert_cmpuint (strata_pages_get_n_pages (pages), ==, 250000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pages/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/pages/any", test_any);
  g_test_add_func ("/pages/many", test_many);

  return g_test_run ();
}
