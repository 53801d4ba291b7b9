/* Sixty things a student half remembers: the first result is the right one nearly always,
 * and it is never far down. */
#include <string.h>

#include "course/strata-loader.h"
#include "document/strata-document.h"
#include "navigation/strata-place.h"
#include "search/strata-search-index.h"

#define N_ITEMS 60
#define MIN_FIRST 54

typedef struct
{
  StrataCourse      *course;
  StrataSearchIndex *index;
  guint              n_first;
  guint              n_items;
} Known;

/* The offset of the first heading behind the character @start, or none. */
static guint
section_end (const StrataDocument *document,
             guint                 start)
{
  guint n = strata_document_get_n_blocks (document);

  for (guint i = 0; i < n; i++)
    {
      const StrataBlock *block = strata_document_get_block (document, i);

      if (block->kind == STRATA_BLOCK_HEADING && block->start > start)
        return block->start;
    }
  return G_MAXUINT;
}

/* Whether @place lies in the section that @expected, "concept:dl#anchor", names. */
static gboolean
is_in_section (Known             *known,
               const StrataPlace *place,
               const char        *expected,
               const char        *language)
{
  const char *const languages[] = { language, NULL };
  g_auto (GStrv) parts = g_strsplit (expected + strlen ("concept:"), "#", 2);
  StrataConcept *concept = strata_course_find_concept (known->course, parts[0]);
  g_autofree char *path = strata_course_dup_lesson_path (known->course, concept, languages);
  g_autofree char *markdown = NULL;
  gsize length;
  g_autoptr (StrataDocument) document = NULL;
  int heading;

  if (place->kind != STRATA_PLACE_CONCEPT || !g_str_equal (place->id, parts[0]))
    return FALSE;
  g_assert_true (g_file_get_contents (path, &markdown, &length, NULL));
  document = strata_document_new (markdown, (gssize) length);
  heading = strata_document_find_heading (document, parts[1]);
  g_assert_cmpint (heading, >=, 0);
  return place->offset >= (guint) heading && place->offset < section_end (document, heading);
}

static gboolean
is_expected (Known              *known,
             StrataSearchResult *result,
             const char         *expected,
             const char         *language)
{
  g_autoptr (StrataPlace) place = strata_place_parse (strata_search_result_get_place (result));

  g_assert_nonnull (place);
  if (g_str_has_prefix (expected, "concept:"))
    return is_in_section (known, place, expected, language);
  else
    {
      g_autoptr (StrataPlace) row = strata_place_parse (expected);

      return strata_place_equal (place, row);
    }
}

/* One line of the file. */
static void
check_item (Known      *known,
            const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  const char *const wanted[] = { fields[1], NULL };
  g_auto (GStrv) languages = strata_course_dup_languages (known->course, wanted);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) results = strata_search_index_query (
      known->index, fields[0], (const char *const *) languages, 5, NULL, &error);
  guint n;
  guint at;

  g_assert_no_error (error);
  n = g_list_model_get_n_items (results);
  for (at = 0; at < n; at++)
    {
      g_autoptr (StrataSearchResult) result = g_list_model_get_item (results, at);

      if (is_expected (known, result, fields[2], fields[1]))
        break;
      g_test_message ("%s: %s before %s", fields[0], strata_search_result_get_place (result),
                      fields[2]);
    }
  if (at == n)
    {
      g_test_message ("%s: %s not among the first five", fields[0], fields[2]);
      g_test_fail ();
    }
  known->n_first += at == 0 && n > 0;
  known->n_items++;
}

static void
test_known (void)
{
  const char *source = g_getenv ("STRATA_SOURCE_DIR");
  g_autofree char *folder =
      g_build_filename (source, "data", "courses", "llm-foundations", NULL);
  g_autofree char *path =
      g_build_filename (source, "tests", "fixtures", "search", "known-items.tsv", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StrataCourse) course = strata_course_load (folder, faults);
  g_autoptr (StrataSearchIndex) index = strata_search_index_open (course, NULL, NULL, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Known known = { course, index, 0, 0 };

  g_assert_nonnull (index);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] != '#' && lines[i][0] != '\0')
        check_item (&known, lines[i]);
    }
  g_test_message ("the first is right in %u of %u", known.n_first, known.n_items);
  g_assert_cmpuint (known.n_items, ==, N_ITEMS);
  g_assert_cmpuint (known.n_first, >=, MIN_FIRST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/known-items", test_known);
  return g_test_run ();
}
