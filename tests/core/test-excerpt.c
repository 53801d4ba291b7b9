#include "document/strata-excerpt.h"

#include <string.h>

#include "describe-document.h"

static char *
dup_all (const char *markdown,
         gsize       length)
{
  g_autoptr (StrataDocument) document = strata_document_new (markdown, (gssize) length);

  return strata_document_dup_markdown (document, 0, G_MAXUINT);
}

/* What describe_document() does not say. */
static void
assert_same_blocks (const char *a,
                    gsize       length,
                    const char *b)
{
  g_autoptr (StrataDocument) one = strata_document_new (a, (gssize) length);
  g_autoptr (StrataDocument) other = strata_document_new (b, -1);

  g_assert_cmpstr (strata_document_get_text (one), ==, strata_document_get_text (other));
  for (guint i = 0; i < strata_document_get_n_blocks (one); i++)
    {
      const StrataBlock *block = strata_document_get_block (one, i);
      const StrataBlock *same = strata_document_get_block (other, i);

      g_assert_cmpuint (block->marker, ==, same->marker);
      g_assert_cmpuint (block->list, ==, same->list);
      g_assert_cmpuint (block->quote, ==, same->quote);
      g_assert_cmpint (block->tight, ==, same->tight);
      g_assert_cmpint (block->align, ==, same->align);
      g_assert_cmpstr (block->info, ==, same->info);
    }
}

/* What is written reads back as the same document. */
static gboolean
reads_back (const char *markdown,
            gsize       length)
{
  g_autofree char *written = dup_all (markdown, length);
  g_autofree char *before = describe_document (markdown, (gssize) length);
  g_autofree char *after = describe_document (written, -1);

  if (g_strcmp0 (before, after) != 0)
    {
      g_test_message ("in\n%s\nwritten\n%s\nbefore\n%s\nafter\n%s", markdown, written, before, after);
      return FALSE;
    }
  assert_same_blocks (markdown, length, written);
  return TRUE;
}

static void
check_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  if (!reads_back (text, length))
    g_error ("%s does not read back", path);
}

/* Every lesson below @folder. */
static guint
check_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += check_folder (path);
      else if (g_str_has_suffix (name, ".md"))
        {
          check_file (path);
          n++;
        }
    }
  return n;
}

static void
test_lessons (void)
{
  g_autofree char *courses = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses", NULL);
  g_autofree char *fixtures = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures", NULL);
  g_autofree char *corpus = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fuzz", "corpus", NULL);

  g_assert_cmpuint (check_folder (courses), >=, 12);
  g_assert_cmpuint (check_folder (fixtures), >, 0);
  check_folder (corpus);
}

/* Every example of the CommonMark specification, if the build was given it. */
static void
test_specification (void)
{
  const char *path = g_getenv ("STRATA_COMMONMARK_SPEC");
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  guint n = 0, n_failed = 0;

  if (path == NULL || *path == '\0' || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("no -Dcommonmark_spec=PATH");
      return;
    }
  parts = g_strsplit (text, "```````````````````````````````` example\n", -1);
  for (char **part = parts + 1; *part != NULL; part++)
    {
      char *end = g_str_has_prefix (*part, ".\n") ? *part : strstr (*part, "\n.\n");
      g_autoptr (GString) example = g_string_new_len (*part, end + (end > *part) - *part);

      g_string_replace (example, "→", "\t", 0);
      n++;
      n_failed += !reads_back (example->str, example->len);
    }
  g_assert_cmpuint (n, >, 600);
  g_assert_cmpuint (n_failed, ==, 0);
}

/* Parts of a document: from the first @from to the end of the first @to after it. */
static const char whole[] =
    "# Title *here*\n\n> - one **two three** four\n> - [five](to:x 'says')\n\n"
    "3. six\n4. - [x] seven\n\n"
    "| head | side |\n|---|--:|\n| *eight* | nine |\n| ten | el\\|even |\n\n"
    "```py\na_b = 1\nc * d\n```\n\ntwelve ![pic](u.png) thirteen\\\nfourteen\n";

static void
test_parts (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *markdown;
    const char *plain;
  } cases[] = {
    /* inside one block: without its marks */
    { "itle", "her", "itle *her*", "itle her" },
    { "wo", "thr", "**wo thr**", "wo thr" },
    { "iv", "iv", "[iv](to:x \"says\")", "iv" },
    { "a_b", "1", "`a_b = 1`", "a_b = 1" },
    { "b =", "c", "```py\nb = 1\nc\n```", "b = 1\nc" },
    { "eig", "eig", "*eig*", "eig" },
    { "thirt", "fourt", "thirteen\\\nfourt", "thirteen\nfourt" },
    { "lve", "th", "lve ![pic](u.png) th", "lve pic th" },
    /* a whole block: with them */
    { "Title", "here", "# Title *here*\n", "Title here" },
    { "seven", "seven", "4. - [x] seven\n", "seven" },
    /* over more than one */
    { "here", "two", "# *here*\n\n> - one **two**\n", "here\n\342\200\242\342\200\202one two" },
    { "four", "fiv", "> - four\n> - [fiv](to:x \"says\")\n",
      "four\n\342\200\242\342\200\202fiv" },
    { "six", "sev", "3. six\n4. - [x] sev\n",
      "six\n4.\342\200\202\342\230\221\342\200\202sev" },
    /* whole rows of a table, and its heads */
    { "ten", "even", "| head | side |\n| --- | --: |\n| ten | el\\|even |", "ten\tel|even" },
    { "nine", "a_b", "| head | side |\n| --- | --: |\n| *eight* | nine |\n| ten | el\\|even |\n\n"
      "```py\na_b\n```\n", "nine\nten\tel|even\na_b" },
  };
  g_autoptr (StrataDocument) document = strata_document_new (whole, -1);
  const char *text = strata_document_get_text (document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *from = strstr (text, cases[i].from);
      const char *to = strstr (from, cases[i].to) + strlen (cases[i].to);
      guint start = (guint) g_utf8_pointer_to_offset (text, from);
      guint end = (guint) g_utf8_pointer_to_offset (text, to);
      g_autofree char *markdown = strata_document_dup_markdown (document, start, end);
      g_autofree char *plain = strata_document_dup_plain (document, start, end);

      g_assert_cmpstr (markdown, ==, cases[i].markdown);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

/* Whatever is selected can be written, and what is written read. */
static void
test_any (void)
{
  g_autoptr (StrataDocument) document = strata_document_new (whole, -1);
  guint length = (guint) g_utf8_strlen (strata_document_get_text (document), -1);

  for (guint start = 0; start <= length; start++)
    {
      for (guint end = start; end <= length + 1; end += 3)
        {
          g_autofree char *markdown = strata_document_dup_markdown (document, start, end);
          g_autofree char *plain = strata_document_dup_plain (document, start, end);
          g_autoptr (StrataDocument) read = strata_document_new (markdown, -1);

          check_document (read);
          g_assert_true (g_utf8_validate (plain, -1, NULL));
          g_assert_true (end > start || *plain == '\0');
        }
    }
}

/* What plain marks would not say. */
static void
test_hard (void)
{
  static const char *const cases[] = {
    "**「重點」**文字", "a**b:**c", "***a** b*", "*a **b***", "<b>a</b><b>b</b>", "<b>x<i>y</b>z</i>",
    "snake_case_word and _x_", "1\\. a", "\\# a", "a\\\n\\- b", "a\\\n-- b", "&amp;lt; &#32;a&#32;", "!\\[a](b)",
    "![a\\]b](<c d> \"e\\\"f\")", "[a](<>)", "[](x)", "`` ` ``", "` `` `", "<kbd>Ctrl</kbd>+H<sub>2</sub>O",
    "<img src=\"a\" width=\"9\" alt=\"b\">", "<p align=\"center\">a &lt; b  <em>c</em></p>",
    "<pre>a <b>b</b>\n\nc</pre>", "- a\n\n  b", "- a\n- b\n\n* c", "- a\n\n- b\n\n  * c\n  * d", "1. a\n1) b",
    "- - > a\n    >\n    > b", "-\n- a", "- [ ] a\n- \\[ ] b", "> a\n\n> b", "````\n```\n````", "~~~ a`b\nc\n~~~",
    "<details open><summary>a *b* <i>c</i></summary>\n\nd\n\n- e\n\n</details>\n\nf",
    "<details>\n\n> a\n\n</details>", "|a|\n|-|\n|`b\\|c`|\n|d \\\\\\| e|", "- a\n  |b|\n  |-|\n  |c|",
    "- ***\n- # a\n- ```\n  b\n  ```", "> ---\n> a", "###### a #\\#", "## a <br> b", "a <!-- --> b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i]);
      g_assert_true (reads_back (cases[i], strlen (cases[i])));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/excerpt/parts", test_parts);
  g_test_add_func ("/excerpt/any", test_any);
  g_test_add_func ("/excerpt/hard", test_hard);
  g_test_add_func ("/excerpt/lessons", test_lessons);
  g_test_add_func ("/excerpt/specification", test_specification);
  return g_test_run ();
}
