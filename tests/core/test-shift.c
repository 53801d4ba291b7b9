#include "text/strata-shift.h"

static void
test_offset (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    guint       offset;
    guint       expected;
  } cases[] = {
    /* nothing was edited */
    { "one two", "one two", 0, 0 },
    { "one two", "one two", 4, 4 },
    { "one two", "one two", 7, 7 },
    { "", "", 0, 0 },
    /* written before the place */
    { "one two", "zero one two", 4, 9 },
    { "one two", "two", 4, 0 },
    /* at the place: what is new is seen */
    { "one two", "one new two", 4, 4 },
    /* written after it */
    { "one two", "one two three", 4, 4 },
    { "one two", "one", 3, 3 },
    /* the place itself is gone */
    { "one two three", "one three", 6, 5 },
    { "one two", "", 5, 0 },
    { "one two", "x", 5, 1 },
    /* edited before it and after it: with its line */
    { "one\ntwo\nthree", "zero\none\ntwo\nfour", 5, 10 },
    { "a\nsame\nb\nsame\nc", "x\na\nsame\nb\nsame\nd", 9, 11 },
    { "a\nsame\nb\nsame\nc", "x\na\nsame\nb\nsame\nd", 2, 4 },
    /* its line is gone, the next one is there */
    { "a\ngone\nhere\nb", "x\na\nhere\ny", 4, 4 },
    /* characters of many bytes, some of which are the same */
    { "\u4e00\u4e8c", "\u4e01\u4e00\u4e8c", 1, 2 },
    { "a\u00e9b", "a\u00e8b", 2, 2 },
    { "\u00e9\u00e9", "\u00e9\u00e8\u00e9", 2, 3 },
    { "x\u4e00", "y\u5e00", 1, 1 },
    /* not in the text at all */
    { "one", "one", 99, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (strata_shift_offset (cases[i].before, cases[i].after, cases[i].offset), ==,
                      cases[i].expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shift/offset", test_offset);
  return g_test_run ();
}
