#include <string.h>

#include "document/strata-document.h"

static void
test_text (void)
{
  static const struct
  {
    const char *markdown;
    const char *text;
  } cases[] = {
    { "", "" },
    { "# Title\n\nOne *two* **three** `four`.", "Title\nOne two three four.\n" },
    /* soft and hard breaks; none between Chinese characters */
    { "one\ntwo", "one two\n" },
    { "一行\n二行", "一行二行\n" },
    { "one  \ntwo", "one\xe2\x80\xa8two\n" },
    /* lists carry their bullets and numbers */
    { "- a\n- b", "\xe2\x80\xa2\xe2\x80\x82" "a\n\xe2\x80\xa2\xe2\x80\x82" "b\n" },
    { "3. a\n4. b", "3.\xe2\x80\x82" "a\n4.\xe2\x80\x82" "b\n" },
    /* images are one character, tags vanish and their text stays */
    { "x ![alt *text*](y.png) z", "x \xef\xbf\xbc z\n" },
    { "a <b>bold</b> c<br>d", "a bold c\xe2\x80\xa8" "d\n" },
    /* a block of HTML keeps its text, with its entities read */
    { "<div class=\"x\">\n  One &amp;\n  *two*</div>", "One & *two*\n" },
    { "<!-- unseen -->\n\na", "a\n" },
    { "<script>unseen ()</script>", "" },
    { "<p>#1 &#35; a < b<br>\nc", "#1 # a < b\xe2\x80\xa8" "c\n" },
    { "```\none\ntwo\n```", "one\xe2\x80\xa8two\n" },
    { "a\n\n---\n\nb", "a\n\nb\n" },
    /* not UTF-8 */
    { "a\xff" "b", "a\xef\xbf\xbd" "b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataDocument) document = strata_document_new (cases[i].markdown, -1);

      g_assert_cmpstr (strata_document_get_text (document), ==, cases[i].text);
    }
}

static void
test_spans (void)
{
  g_autoptr (StrataDocument) document =
      strata_document_new ("網 [a *b*](concept:dl) ![alt](x.svg)", -1);
  const StrataSpan *span;

  g_assert_cmpuint (strata_document_get_n_spans (document), ==, 3);
  span = strata_document_get_span (document, 0);
  g_assert_cmpint (span->kind, ==, STRATA_SPAN_LINK);
  g_assert_cmpuint (span->start, ==, 2);
  g_assert_cmpuint (span->end, ==, 5);
  g_assert_cmpstr (span->target, ==, "concept:dl");
  span = strata_document_get_span (document, 1);
  g_assert_cmpint (span->kind, ==, STRATA_SPAN_EMPHASIS);
  g_assert_cmpuint (span->start, ==, 4);
  span = strata_document_get_span (document, 2);
  g_assert_cmpint (span->kind, ==, STRATA_SPAN_IMAGE);
  g_assert_cmpstr (span->alt, ==, "alt");
  g_assert_cmpuint (span->end - span->start, ==, 1);
}

static void
test_blocks (void)
{
  g_autoptr (StrataDocument) document =
      strata_document_new ("## H\n\n> q\n>\n> - i\n\n    code\n", -1);
  const StrataBlock *block = strata_document_get_block (document, 0);

  g_assert_cmpint (block->kind, ==, STRATA_BLOCK_HEADING);
  g_assert_cmpuint (block->level, ==, 2);
  block = strata_document_get_block (document, 1);
  g_assert_cmpuint (block->quote, ==, 1);
  g_assert_cmpuint (block->marker, ==, 0);
  block = strata_document_get_block (document, 2);
  g_assert_cmpuint (block->marker, ==, 2);
  g_assert_cmpuint (block->list, ==, 1);
  g_assert_cmpuint (block->quote_id, ==, strata_document_get_block (document, 1)->quote_id);
  block = strata_document_get_block (document, 3);
  g_assert_cmpint (block->kind, ==, STRATA_BLOCK_CODE);
  g_assert_cmpuint (block->quote_id, ==, 0);
}

static void
test_headings (void)
{
  g_autoptr (StrataDocument) document = strata_document_new (
      "# One\n\n## Why `it` matters?\n\n- ## Item\n\n## One\n\n## 為什麼重要\n", -1);

  g_assert_cmpint (strata_document_find_heading (document, "one"), ==, 0);
  g_assert_cmpint (strata_document_find_heading (document, "why-it-matters"), ==, 4);
  g_assert_cmpint (strata_document_find_heading (document, "item"), ==, 20);
  g_assert_cmpint (strata_document_find_heading (document, "one-1"), ==, 27);
  g_assert_cmpint (strata_document_find_heading (document, "為什麼重要"), ==, 31);
  g_assert_cmpint (strata_document_find_heading (
                       document, "%E7%82%BA%E4%BB%80%E9%BA%BC%E9%87%8D%E8%A6%81"),
                   ==, 31);
  g_assert_cmpint (strata_document_find_heading (document, "two"), ==, -1);
}

static void
test_hostile (void)
{
  g_autofree char *quotes = g_strnfill (10000, '>');
  g_autofree char *brackets = g_strnfill (10000, '[');
  g_autofree char *stars = g_strnfill (10000, '*');
  const char *const cases[] = { quotes, brackets, stars, "![](", "[](<", "&#0;", "\\",
                                "<div>\n<", "<div>\n<!--", "<div <script <style" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataDocument) document = strata_document_new (cases[i], -1);

      g_assert_true (g_utf8_validate (strata_document_get_text (document), -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/spans", test_spans);
  g_test_add_func ("/document/blocks", test_blocks);
  g_test_add_func ("/document/headings", test_headings);
  g_test_add_func ("/document/hostile", test_hostile);
  return g_test_run ();
}
