#include "describe-document.h"

static const struct
{
  const char *markdown;
  const char *expected;
} cases[] = {
  /* lists: tight and loose, numbered from anywhere, in each other */
  { "- a\n- b", "P+ • a\nP+ • b\n" },
  { "- a\n\n- b", "P- • a\nP- • b\n" },
  { "7) a\n8) b", "P+ 7. a\nP+ 8. b\n" },
  { "- a\n  1. b\n     - c", "P+ • a\nP++ 1. b\nP+++ • c\n" },
  { "- a\n\n  b\n- c", "P- • a\nP- b\nP- • c\n" },
  { "- - a", "P++ • ◦ a\n" },
  { "-\n- a", "P+ • \nP+ • a\n" },
  { "- # a\n- ```\n  b\n  ```\n- ***", "H1+ • a\nC+ • b\nR+ • \n" },
  { "- a\n* b", "P+ • a\nP+ • b\n" },
  /* quotes in lists in quotes */
  { "> a\n> - b\n>   > c\n>\n> d", "P> a\nP>+ • b\nP>+> c\nP> d\n" },
  { "> a\n\n> b", "P> a\nP> b\n" },
  { "> > a\nb", "P>> a b\n" },
  /* tasks */
  { "- [ ] a\n- [x] *b*\n- [X]\tc", "P+ ☐ a\nP+ ☑ {E b}\nP+ ☑ c\n" },
  { "1. [x] a", "P+ 1. ☑ a\n" },
  { "> - [ ] a\n>   - [x] b", "P>+ ☐ a\nP>++ ☑ b\n" },
  { "- \\[ ] a\n- [ ]b\n- [y] c\n- x [ ] d\n- [ ]", "P+ • [ ] a\nP+ • [ ]b\nP+ • [y] c\nP+ • x [ ] d\nP+ • [ ]\n" },
  { "[ ] a", "P [ ] a\n" },
  { "- &#91; ] a\n- # [ ] b", "P+ • [ ] a\nH1+ • [ ] b\n" },
  /* code, with what stands after the fence */
  { "~~~ c numbers\n\na\n\n~~~", "C(c numbers) /a/\n" },
  { "    a\n\n    b\n", "C a//b\n" },
  { "```\n```", "C \n" },
  { "```\r\na\r\nb\r\n```\r\n", "C a/b\n" },
  /* inlines */
  { "[a](b 'c') [d] ![e](f \"g\")\n\n[d]: <h> (i)", "P {L(b)'c' a} {L(h)'i' d} {I(f)'g'[e]}\n" },
  { "![a *b*\nc](d)", "P {I(d)[a b c]}\n" },
  { "[](a)**", "P {L(a) }**\n" },
  { "&amp;&#10;&copy;&#x2029;x", "P & © x\n" },
  { "a&#10;b&#13;&#10;c", "P a b  c\n" },
  { "a  \nb\\\nc", "P a/b/c\n" },
  { "字\n*字*\nb\n字", "P 字{E 字} b 字\n" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = describe_document (cases[i].markdown, -1);

      if (g_strcmp0 (got, cases[i].expected) != 0)
        g_test_message ("in %s", cases[i].markdown);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_containers (void)
{
  g_autoptr (StrataDocument) document =
      strata_document_new ("> 5. a\n>    - b\n>\n> 6. [x] c\n\n- d", -1);
  const StrataContainer *quote, *item, *inner;

  check_document (document);
  g_assert_cmpuint (strata_document_get_n_containers (document), ==, 5);
  quote = strata_document_get_container (document, 1);
  item = strata_document_get_container (document, 2);
  inner = strata_document_get_container (document, 3);
  g_assert_cmpint (quote->kind, ==, STRATA_CONTAINER_QUOTE);
  g_assert_cmpuint (quote->parent, ==, 0);
  g_assert_cmpuint (quote->start, ==, 0);
  g_assert_cmpuint (quote->end, ==, 15);
  g_assert_true (item->ordered);
  g_assert_cmpuint (item->number, ==, 5);
  g_assert_cmpuint (item->parent, ==, 1);
  g_assert_cmpuint (item->end, ==, inner->end);
  g_assert_cmpuint (inner->parent, ==, 2);
  g_assert_cmpuint (inner->depth, ==, 3);
  g_assert_false (inner->ordered);
  item = strata_document_get_container (document, 4);
  g_assert_cmpuint (item->number, ==, 6);
  g_assert_cmpint (item->task, ==, STRATA_TASK_DONE);
  g_assert_cmpuint (item->list, ==, strata_document_get_container (document, 2)->list);
  g_assert_cmpuint (item->list, !=, strata_document_get_container (document, 5)->list);
}

/* Room after a list, also where its items have none between them. */
static void
test_tight (void)
{
  g_autoptr (StrataDocument) document = strata_document_new ("- a\n- b\n  - c\n\nd", -1);

  g_assert_true (strata_document_get_block (document, 0)->tight);
  g_assert_true (strata_document_get_block (document, 1)->tight);
  g_assert_false (strata_document_get_block (document, 2)->tight);
  g_assert_false (strata_document_get_block (document, 3)->tight);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-nesting/cases", test_cases);
  g_test_add_func ("/document-nesting/containers", test_containers);
  g_test_add_func ("/document-nesting/tight", test_tight);
  return g_test_run ();
}
