#include <glib.h>

#include "text/strata-long-word.h"

static void
test_long_word (void)
{
  g_assert_false (strata_text_has_long_word ("", 0));
  g_assert_false (strata_text_has_long_word ("four word text here", 4));
  g_assert_true (strata_text_has_long_word ("four words text here", 4));
  g_assert_true (strata_text_has_long_word ("an_identifier", 12));
  g_assert_false (strata_text_has_long_word ("an_identifier", 13));
  g_assert_true (strata_text_has_long_word ("a someone@example.org", 18));
  g_assert_true (strata_text_has_long_word ("\xc3\xa4\xc3\xb6\xc3\xbc", 2));
  g_assert_false (strata_text_has_long_word ("\xc3\xa4\xc3\xb6\xc3\xbc", 3));
}

/* Lines end between Han characters, after hyphens and slashes, and beside pictures. */
static void
test_line_ends (void)
{
  g_assert_false (strata_text_has_long_word ("深度學習訓練有很多層的網路", 2));
  g_assert_false (strata_text_has_long_word ("well-known/able", 5));
  g_assert_false (strata_text_has_long_word ("ab\xef\xbf\xbc" "cd\xc2\xa0x", 4));
  g_assert_true (strata_text_has_long_word ("ab\xef\xbf\xbc" "cd\xc2\xa0x", 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/long-word/limit", test_long_word);
  g_test_add_func ("/long-word/line-ends", test_line_ends);
  return g_test_run ();
}
