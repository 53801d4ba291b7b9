#include "text/strata-number.h"

static void
test_words (void)
{
  static const char *const english[] = { "en", NULL }, *const chinese[] = { "zh-TW", "en", NULL };
  static const char *const german[] = { "de", "en", NULL };
  static const struct
  {
    double             value;
    const char *const *languages;
    gboolean           brief;
    const char        *words;
  } cases[] = {
    { 175e9, english, FALSE, "175 billion" },
    { 175e9, english, TRUE, "175B" },
    { 175e9, chinese, FALSE, "1,750 億" },
    { 175e9, chinese, TRUE, "1,750億" },
    { 175e9, german, FALSE, "175 × 10⁹" },
    { 1.571e12, english, FALSE, "1.571 trillion" },
    { 1e12, chinese, FALSE, "1 兆" },
    { 1e12, english, FALSE, "1 trillion" },
    { 1e11, english, FALSE, "100 billion" },
    { 1e11, chinese, FALSE, "1,000 億" },
    { 1e9, chinese, FALSE, "10 億" },
    { 0.213 * 1e9, english, FALSE, "213 million" },
    { 0.213 * 1e9, chinese, FALSE, "2.13 億" },
    { 999.99e9, english, FALSE, "1 trillion" },
    /* what has no word */
    { 12345, english, FALSE, "12,345" },
    { 12345, chinese, FALSE, "1.234 萬" },
    { 0.25, english, FALSE, "0.25" },
    { 0, NULL, FALSE, "0" },
    { -175e9, english, FALSE, "-175 billion" },
    { -123456, english, FALSE, "-123,456" },
    { 1e300, english, FALSE, "1e+288 trillion" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = strata_number_dup_words (cases[i].value, cases[i].languages, cases[i].brief);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/words", test_words);
  return g_test_run ();
}
