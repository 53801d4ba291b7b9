#include "course/strata-text.h"

static void
test_match (void)
{
  const char *const available[] = { "en", "zh-TW", "pt", NULL };
  static const struct
  {
    const char *wanted;
    int         expected;
  } cases[] = {
    /* the tag itself, whatever its case */
    { "en", 0 }, { "zh-TW", 1 }, { "ZH-tw", 1 },
    /* locale names */
    { "zh_TW.UTF-8", 1 }, { "en_CA", 0 }, { "pt_BR", 2 },
    /* another region of the same language */
    { "zh-HK", 1 }, { "zh", 1 },
    /* nothing that serves */
    { "de", -1 }, { "C", -1 }, { "e", -1 }, { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (strata_language_match (available, cases[i].wanted), ==, cases[i].expected);
}

static void
test_lookup (void)
{
  g_autoptr (StrataText) text = strata_text_new ();
  const char *const chinese[] = { "zh-TW", "en", NULL };
  const char *const german[] = { "de", NULL };

  g_assert_cmpstr (strata_text_get (text, chinese), ==, "");
  strata_text_add (text, "en", "network");
  strata_text_add (text, "zh-TW", "網路");
  g_assert_cmpstr (strata_text_get (text, chinese), ==, "網路");
  g_assert_cmpstr (strata_text_get_language (text, chinese), ==, "zh-TW");
  g_assert_cmpstr (strata_text_get (text, german), ==, "network");
  g_assert_cmpstr (strata_text_get (text, NULL), ==, "network");
  g_assert_false (strata_text_has_language (text, "de"));
  g_assert_cmpstr (strata_text_get (NULL, chinese), ==, "");
}

static void
test_plain (void)
{
  g_autoptr (StrataText) text = strata_text_new_plain ("GPT-3");
  const char *const chinese[] = { "zh-TW", NULL };

  g_assert_true (strata_text_is_plain (text));
  g_assert_true (strata_text_has_language (text, "zh-TW"));
  g_assert_cmpstr (strata_text_get (text, chinese), ==, "GPT-3");
  g_assert_null (strata_text_get_language (text, chinese));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/match", test_match);
  g_test_add_func ("/text/lookup", test_lookup);
  g_test_add_func ("/text/plain", test_plain);
  return g_test_run ();
}
