#include <string.h>

#include "course/strata-locator.h"

static const char json[] = "{\n"
                           "  \"a\": [1, {\"b\": \"x,}]\\\"\", \"c\": 3}],\n"
                           "  \"網\": {\"d\": null}, \"e\": true\n"
                           "}\n";

static void
test_locate (void)
{
  static const struct
  {
    const char *pointer;
    guint       line;
    guint       column;
  } cases[] = {
    { "", 1, 1 },       { "/a", 2, 8 },      { "/a/0", 2, 9 },  { "/a/1", 2, 12 },
    { "/a/1/b", 2, 18 }, { "/a/1/c", 2, 33 }, { "/網/d", 3, 14 }, { "/e", 3, 26 },
    /* what is not there: the innermost thing around it */
    { "/a/7", 2, 8 },   { "/z", 1, 1 },      { "/網/z", 3, 8 }, { "/e/f", 3, 26 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line, column;

      strata_position (json, strlen (json), strata_locate (json, strlen (json), cases[i].pointer),
                       &line, &column);
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locator/locate", test_locate);
  return g_test_run ();
}
