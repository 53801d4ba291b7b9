#include "course/strata-loader.h"
#include "glossary/strata-term-finder.h"
#include "glossary/strata-term-forms.h"
#include "glossary/strata-term-uses.h"

static void
test_forms (void)
{
  static const struct
  {
    const char *name;
    const char *forms;   /* with | between them */
  } cases[] = {
    { "expert system", "expert system" },
    { "large language model (LLM)", "large language model|LLM" },
    { "low-rank adaptation (LoRA)", "low-rank adaptation|LoRA" },
    { "rule-based (symbolic) AI", "rule-based AI" },
    { "bias (of a unit)", "bias" },
    { "神經網路（NN，類神經網路）", "神經網路|NN" },
    { "詞元（token）", "詞元" },
    { "AI (AI)", "AI" },
    /* odd */
    { "(LLM)", "LLM" },
    { "a (b", "a" },
    { "a) b", "a) b" },
    { "()", "" },
    { " ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) forms = strata_term_forms_dup (cases[i].name);
      g_autofree char *joined = g_strjoinv ("|", forms);

      g_assert_cmpstr (joined, ==, cases[i].forms);
    }
}

/* The text with the terms that are found set in brackets. */
static char *
marked (StrataTermFinder *finder,
        const char       *text)
{
  g_autoptr (GArray) matches = strata_term_finder_find (finder, text, -1);
  GString *out = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const StrataTermMatch *match = &g_array_index (matches, StrataTermMatch, i);
      g_autofree char *before = g_utf8_substring (text, at, match->start);
      g_autofree char *term = g_utf8_substring (text, match->start, match->end);

      g_string_append_printf (out, "%s[%s]", before, term);
      at = match->end;
    }
  g_string_append (out, g_utf8_offset_to_pointer (text, at));
  return g_string_free (out, FALSE);
}

static void
test_find (void)
{
  static const char *const terms[] = {
    "model", "language model", "large language model", "LLM", "AI", "LoRA", "pre-training",
    "token", "technology", "bus", "n-gram", "émigré", "x", "模型", "語言模型", "AI 代理", "Transformer 架構",
  };
  static const struct
  {
    const char *text;
    const char *marked;
  } cases[] = {
    /* whole words, in any case, in the plural */
    { "Models and a modeller remodel a model.", "[Models] and a modeller remodel a [model]." },
    { "Technologies, buses, n-grams", "[Technologies], [buses], [n-grams]" },
    { "Émigrés; tokenising token2", "[Émigrés]; tokenising token2" },
    /* the longest one */
    { "a large language model, a language-model", "a [large language model], a [language-model]" },
    /* a hyphen or a space */
    { "pretraining, pre training, PRE-TRAINING", "pretraining, [pre training], [PRE-TRAINING]" },
    /* abbreviations in their own case */
    { "LLMs, llm, Llm, LoRA, lora, ai, AI, AIs", "[LLMs], llm, Llm, [LoRA], lora, ai, [AI], [AIs]" },
    /* no spaces between words; the longest first */
    { "大型語言模型是模型。", "大型[語言模型]是[模型]。" },
    { "AI 代理用AI模型", "[AI 代理]用[AI][模型]" },
    { "用 Transformer 架構，Transformers", "用 [Transformer 架構]，Transformers" },
    /* at the ends, and nothing */
    { "model", "[model]" },
    { "x", "x" },
    { "", "" },
    { "mode", "mode" },
  };
  g_autoptr (StrataTermFinder) finder = strata_term_finder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    strata_term_finder_add (finder, terms[i], terms[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = marked (finder, cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].marked);
    }
}

static StrataCourse *
load (const char *first,
      const char *second,
      const char *third)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), first, second, third, NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  StrataCourse *course = strata_course_load (folder, faults);

  g_assert_nonnull (course);
  return course;
}

/* What a lesson of the fixture uses: each as "text:row", a star where it is a link. */
static char *
uses_in (const char *language,
         const char *markdown)
{
  g_autoptr (StrataCourse) course = load ("tests", "fixtures", "good");
  g_autoptr (StrataGlossary) glossary = strata_glossary_for_course (course, language);
  g_autoptr (StrataDocument) document = strata_document_new (markdown, -1);
  g_autoptr (GArray) terms = strata_glossary_find (glossary, NULL, document);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const StrataTerm *term = &g_array_index (terms, StrataTerm, i);
      g_autofree char *text =
          g_utf8_substring (strata_document_get_text (document), term->start, term->end);

      g_string_append_printf (out, "%s%s:%s%s", i > 0 ? " " : "", text, term->row,
                              term->link ? "*" : "");
    }
  return g_string_free (out, FALSE);
}

static void
test_lesson (void)
{
  static const struct
  {
    const char *language;
    const char *markdown;
    const char *uses;
  } cases[] = {
    { "en", "Rock, rock and a ROC.", "Rock:rock" },
    /* once in each section; headings hold none */
    { "en", "# A rock\n\nRocks.\n\n## The rock\n\nrock\n\n### More rock\n\nrock", "Rocks:rock rock:rock" },
    /* what the row lists in place of its name; an empty list; brackets that say more */
    { "en", "a bed, a rock bed, time", "rock bed:bed" },
    { "zh-TW", "岩床在岩裡，時間很長，rock", "岩床:bed" },
    /* not in code, keys, links, pictures; a link to the row counts as its use */
    { "en", "`rock` <kbd>rock</kbd> [rock](concept:dl) ![rock](a.png)\n\n    rock\n\nrocks", "rocks:rock" },
    { "en", "[this stone](row:words/rock) is rock", "this stone:rock*" },
    { "en", "rock is [this stone](row:words/rock)", "rock:rock" },
    { "en", "[x](row:words/nothing) [y](row:things/stone)", "" },
    /* in tables, lists, quotes, emphasis */
    { "en", "| a | b |\n|---|---|\n| x | *rock* |", "rock:rock" },
    { "en", "> - **rock**", "rock:rock" },
    { "en", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uses = uses_in (cases[i].language, cases[i].markdown);

      g_assert_cmpstr (uses, ==, cases[i].uses);
    }
}

static void
test_none (void)
{
  g_autoptr (StrataText) title = strata_text_new_plain ("A");
  static const char *const languages[] = { "en", NULL };
  g_autoptr (StrataCourse) course = strata_course_new ("a", title, languages, "/");

  g_assert_null (strata_glossary_for_course (course, "en"));
}

/* Whoever opens a term of the bundled course can go to where it is used, and
 * finds the term there. */
static void
test_uses (void)
{
  static const char *const languages[] = { "en", "zh-TW", NULL };
  g_autoptr (StrataCourse) course = load ("data", "courses", "llm-foundations");

  for (guint l = 0; languages[l] != NULL; l++)
    {
      g_autoptr (StrataGlossary) glossary = strata_glossary_for_course (course, languages[l]);
      g_autoptr (StrataTermUses) uses = strata_term_uses_new (course, glossary, languages[l], NULL);
      GPtrArray *found = strata_term_uses_get (uses, "vanishing-gradient");
      const StrataTermUse *use;

      g_assert_nonnull (found);
      use = g_ptr_array_index (found, 0);
      g_assert_cmpstr (strata_concept_get_id (use->concept), ==, "dl");
      g_assert_nonnull (use->heading);
      g_assert_cmpuint (use->offset, >, 0);
      g_assert_null (strata_term_uses_get (uses, "no-such-row"));
    }
}

static gboolean
is_found (StrataCourse   *course,
          StrataGlossary *glossary,
          const char     *concept,
          const char     *row)
{
  g_autoptr (StrataDocument) document =
      strata_document_new ("[x](row:glossary/label) temperature, neural networks", -1);
  g_autoptr (GArray) terms =
      strata_glossary_find (glossary, strata_course_find_concept (course, concept), document);

  for (guint i = 0; i < terms->len; i++)
    {
      if (g_str_equal (g_array_index (terms, StrataTerm, i).row, row))
        return TRUE;
    }
  return FALSE;
}

/* The weather's temperature is not the one that is sampled with. */
static void
test_layers (void)
{
  g_autoptr (StrataCourse) course = load ("data", "courses", "llm-foundations");
  g_autoptr (StrataGlossary) glossary = strata_glossary_for_course (course, "en");

  g_assert_false (is_found (course, glossary, "ml", "temperature"));
  g_assert_true (is_found (course, glossary, "genai", "temperature"));
  g_assert_true (is_found (course, glossary, "llm", "temperature"));
  /* what the lesson is about */
  g_assert_false (is_found (course, glossary, "nn", "neural-network"));
  g_assert_true (is_found (course, glossary, "dl", "neural-network"));
  /* what the lesson links itself is its own business */
  g_assert_true (is_found (course, glossary, "ai", "label"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glossary/forms", test_forms);
  g_test_add_func ("/glossary/find", test_find);
  g_test_add_func ("/glossary/lesson", test_lesson);
  g_test_add_func ("/glossary/layers", test_layers);
  g_test_add_func ("/glossary/none", test_none);
  g_test_add_func ("/glossary/uses", test_uses);
  return g_test_run ();
}
