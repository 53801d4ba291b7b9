/* What nobody writes by hand. Each must be read in the time and memory of its
 * length; what takes the square of it is seen here as a test that does not end. */
#include <string.h>

#include "describe-document.h"

static const struct
{
  const char *name;
  const char *piece;
  guint       n;
  const char *rest;
} cases[] = {
  { "quotes", ">", 10000, "a" },
  { "brackets", "[", 10000, "a" },
  { "links", "[a](", 10000, "" },
  { "images", "![", 10000, "a](b)" },
  { "links in images", "![[]()", 100000, "" },
  { "stars", "*a ", 10000, "" },
  { "emphasis", "*a **a ", 10000, "b" },
  { "lists", "- ", 10000, "a" },
  { "numbers", "1. ", 10000, "a" },
  { "items", "1. a\n", 200000, "" },
  { "headings", "# a\n", 200000, "" },
  { "breaks", "a\\\n", 200000, "" },
  { "ticks", "`a", 50000, "" },
  { "pipes", "|", 500000, "\n|-" },
  { "dashes", "|-", 300000, "\n|-" },
  { "small tables", "|a|\n|-|\n\n", 30000, "" },
  { "many rows", "|a|b\n|-|-\n", 100000, "" },
  { "lines of dashes", "|a|b|\n|-|\n", 100000, "" },
  { "tables and links", "|[a]|\n|-|\n\n[a]: b\n\n", 20000, "" },
  { "tags", "<b>", 200000, "</i>" },
  { "ends", "<b></i>", 100000, "" },
  { "divisions", "<div></li>", 200000, "a</p>" },
  { "list tags", "<ul><li>", 100000, "a" },
  { "item ends", "<ul></li>", 100000, "" },
  { "half tags", "<div>\n<a <a ", 50000, "" },
  { "comments", "<!--", 100000, "" },
  { "attributes", "<div a=\"", 100000, "" },
  { "scripts", "<script>", 100000, "" },
  { "entities", "<p>&eacute;&#1;", 50000, "" },
  { "instructions", "<?", 100000, "" },
  { "folds", "<details><summary>a\n\n", 50000, "" },
  { "one line", "lorem ipsum ", 500000, "" },
};

static void
test_long (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) markdown = g_string_new (NULL);
      g_autoptr (StrataDocument) document = NULL;
      gint64 start = g_get_monotonic_time ();

      for (guint n = 0; n < cases[i].n; n++)
        g_string_append (markdown, cases[i].piece);
      g_string_append (markdown, cases[i].rest);
      document = strata_document_new (markdown->str, (gssize) markdown->len);
      check_document (document);
      strata_document_find_heading (document, "none");
      g_test_message ("%s: %u kB, %d ms", cases[i].name, (guint) markdown->len / 1000,
                      (int) ((g_get_monotonic_time () - start) / 1000));
    }
}

#define BYTES(string) string, sizeof (string) - 1

static void
test_bytes (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    const char *expected;
  } bytes[] = {
    { BYTES ("\xef\xbb\xbf# a"), "H1 a\n" },
    { BYTES ("a\0b"), "P a\xef\xbf\xbd" "b\n" },
    { BYTES ("a\xff" "b\xc3"), "P a\xef\xbf\xbd" "b\xef\xbf\xbd\n" },
    { BYTES ("# a\r\n\r\n- b\r- c\r"), "H1 a\nP+ • b\nP+ • c\n" },
    { BYTES ("|a\0|\n|-|\n|\xff|"), "T - a\xef\xbf\xbd/\xef\xbf\xbd\n" },
    { BYTES ("\xef\xbb\xbf\xef\xbb\xbf|a|\n|-|"), "T - a\n" },
    { BYTES ("a\xe2\x80\xa9" "b\xe2\x80\xa8" "c"), "P a b/c\n" },
    { BYTES (""), "" },
    { BYTES ("\n \n"), "" },
    { BYTES ("<p>\0a\xff"), "P \xef\xbf\xbd" "a\xef\xbf\xbd\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    {
      g_autofree char *got = describe_document (bytes[i].bytes, (gssize) bytes[i].length);

      g_assert_cmpstr (got, ==, bytes[i].expected);
    }
}

/* Deeper than a view shows, the innermost container takes all. */
static void
test_depth (void)
{
  g_autofree char *quotes = g_strnfill (10000, '>');
  g_autoptr (StrataDocument) document = strata_document_new (quotes, -1);
  g_autofree char *text = g_strconcat (quotes, "a", NULL);
  g_autoptr (StrataDocument) filled = strata_document_new (text, -1);
  const StrataBlock *block = strata_document_get_block (filled, 0);

  g_assert_cmpuint (strata_document_get_n_blocks (document), ==, 0);
  g_assert_cmpuint (block->container, ==, STRATA_CONTAINER_MAX_DEPTH);
  g_assert_cmpuint (block->quote, ==, 10000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-hostile/long", test_long);
  g_test_add_func ("/document-hostile/bytes", test_bytes);
  g_test_add_func ("/document-hostile/depth", test_depth);
  return g_test_run ();
}
