#include "describe-document.h"

static const struct
{
  const char *markdown;
  const char *expected;
} cases[] = {
  { "| a | b |\n|---|---|\n| c | d |\n", "T -- a|b/c|d\n" },
  { "a | b\n- | -\n", "P a | b\nP+ • | -\n" },          /* a list, to GitHub too */
  { "a|b\n-|-\nc|d", "T -- a|b/c|d\n" },
  { "|a|\n|-|", "T - a\n" },
  { "a\n:-", "T l a\n" },
  { "|a|b|c|d|\n|:-|:-:|-:|-|\n", "T lcr- a|b|c|d\n" },
  /* missing cells are there and empty, surplus ones are not */
  { "|a|b|\n|-|-|\n|c|\n|d|e|f|\n||g|\n|", "T -- a|b/c|/d|e/|g/|\n" },
  /* what is in cells */
  { "|a|\n|-|\n|**b** `c` ![d](e)|", "T - a/{S b} {C c} {I(e)[d]}\n" },
  { "|a|\n|-|\n|b \\| c|\n|`d \\| e`|\n|f \\\\| g|\n", "T - a/b | c/{C d | e}/f | g\n" },
  { "|a|b|\n|-|-|\n|`c|d`|", "T -- a|b/`c|d`\n" },
  { "|a|\n|-|\n|# b #|\n|- c|\n|> d|\n|```|\n|e #|", "T - a/# b #/- c/> d/```/e #\n" },
  { "|a|\n|-|\n|b\\|\n|[x]: y|", "T - a/b|/[x]: y\n" },
  { "|a|\n|-|\n|[b]|\n|[c][b]|\n\n[b]: u 't'", "T - a/{L(u)'t' b}/{L(u)'t' c}\n" },
  { "[b]: u\n|[b]|\n|-|", "T - {L(u) b}\n" },
  /* what stands around */
  { "x *y*\nz\n|a|\n|-|\n|b|\n\nc", "P x {E y} z\nT - a/b\nP c\n" },
  { "x\n      # y\n|a|\n|-|", "P x # y\nT - a\n" },
  { "|a|\n|-|\n|b|\n---\nc", "T - a/b\nR \nP c\n" },
  { "|a|\n|-|\n===\nc", "T - a/===\nP c\n" },
  { "|a|\n|-|\n# b", "T - a\nH1 b\n" },
  { "|a|\n|-|\n- b", "T - a\nP+ • b\n" },
  { "## a\n\n|b|\n|-|\n", "H2 a\nT - b\n" },
  { "|a|\r\n|-|\r\n|b|\r\n", "T - a/b\n" },
  /* in other blocks, whose marks stand before each line */
  { "> |a|\n> |-|\n>|b|\n", "T> - a/b\n" },
  { "- |a|\n  |-|\n  |b|", "T+ - • a/b\n" },
  { "> - > |a|\n>   > |-|\n>   > |b|\n", "T>+> - • a/b\n" },
  { "1. x\n\n   |a|\n   |-|\n", "P- 1. x\nT- - a\n" },
  /* a line that leaves the marks out is no line of a table */
  { "> |a|\n|-|", "P> |a| |-|\n" },
  { "- |a|\n|-|", "P+ • |a| |-|\n" },
  { "> |a|\n> |-|\nb", "T> - a\nP> b\n" },
  /* what is no table */
  { "|a|b|\n|-|", "P |a|b| |-|\n" },
  { "|a|\n|-|-|", "P |a| |-|-|\n" },
  { "|-|", "P |-|\n" },
  { "|a|\n|+|", "P |a| |+|\n" },
  { "|a|\n|: -|", "P |a| |: -|\n" },
  { "    |a|\n    |-|", "C |a|/|-|\n" },
  { "```\n|a|\n|-|\n```", "C |a|/|-|\n" },
  { "|a|\n|b|c|\n|-|-|\nd", "P |a|\nT -- b|c/d|\n" },
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
test_cells (void)
{
  g_autoptr (StrataDocument) document =
      strata_document_new ("- 網\n\n  | a | 路 |\n  |--:|---|\n  | b |", -1);
  const StrataGrid *grid = strata_document_get_grid (document, 0);
  const StrataCell *cell;

  check_document (document);
  g_assert_cmpuint (strata_document_get_n_grids (document), ==, 1);
  g_assert_cmpuint (grid->n_rows, ==, 2);
  g_assert_cmpuint (grid->n_columns, ==, 2);
  cell = strata_document_get_cell (document, grid, 0, 1);
  g_assert_cmpuint (cell->start, ==, 6);
  g_assert_cmpuint (cell->end, ==, 7);
  g_assert_true (g_str_has_prefix (strata_document_get_text (document) + cell->byte_start, "路"));
  cell = strata_document_get_cell (document, grid, 1, 0);
  g_assert_cmpint (cell->align, ==, STRATA_ALIGN_RIGHT);
  cell = strata_document_get_cell (document, grid, 1, 1);
  g_assert_cmpuint (cell->start, ==, cell->end);
}

/* A line of many heads over many short rows must not fill the memory. */
static void
test_filled (void)
{
  g_autoptr (GString) markdown = g_string_new (NULL);
  g_autoptr (StrataDocument) document = NULL;

  for (guint line = 0; line < 2; line++)
    {
      for (guint i = 0; i < 500; i++)
        g_string_append (markdown, line == 0 ? "|a" : "|-");
      g_string_append_c (markdown, '\n');
    }
  for (guint i = 0; i < 20000; i++)
    g_string_append (markdown, "|b\n");
  document = strata_document_new (markdown->str, -1);
  check_document (document);
  g_assert_cmpuint (strata_document_get_grid (document, 0)->n_rows, <, 200);
  g_assert_cmpuint (strata_document_get_n_blocks (document), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-tables/cases", test_cases);
  g_test_add_func ("/document-tables/cells", test_cells);
  g_test_add_func ("/document-tables/filled", test_filled);
  return g_test_run ();
}
