/* The links and images of every lesson, in every language. */
#include <cmark.h>
#include <string.h>

#include "strata-json-file-private.h"
#include "strata-link.h"
#include "strata-loader.h"
#include "text/strata-slug.h"

typedef struct
{
  StrataLoad   *load;
  StrataCourse *course;
  const char   *name;       /* of the lesson, relative to the folder */
  GHashTable   *headings;   /* its slugs */
} Check;

static void
lesson_fault (Check           *check,
              cmark_node      *node,
              StrataFaultCode  code,
              const char      *argument)
{
  int line = cmark_node_get_start_line (node);
  int column = cmark_node_get_start_column (node);

  g_ptr_array_add (check->load->faults,
                   strata_fault_new (code, check->name, MAX (line, 1), MAX (column, 1), NULL,
                                     argument, NULL));
}

static void
check_file (Check           *check,
            cmark_node      *node,
            const char      *target,
            StrataFaultCode  missing)
{
  g_autofree char *unescaped = g_uri_unescape_string (target, NULL);
  g_autofree char *folder = g_path_get_dirname (check->name);
  g_autofree char *joined = NULL;
  g_autofree char *path = NULL;
  gboolean outside = TRUE;

  if (unescaped != NULL)
    {
      unescaped[strcspn (unescaped, "#?")] = '\0';
      joined = g_build_filename (folder, unescaped, NULL);
      path = _strata_load_resolve (check->load, joined, &outside);
    }
  if (outside || g_path_is_absolute (target))
    lesson_fault (check, node, STRATA_FAULT_OUTSIDE, target);
  else if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    lesson_fault (check, node, missing, target);
}

static gboolean
link_leads (Check      *check,
            StrataLink *link)
{
  switch (link->kind)
    {
    case STRATA_LINK_CONCEPT:
      return strata_course_find_concept (check->course, link->target) != NULL;
    case STRATA_LINK_ROW:
      {
        StrataTable *table = strata_course_find_table (check->course, link->target);

        return table != NULL && strata_table_find_row (table, link->row) != NULL;
      }
    case STRATA_LINK_HEADING:
      {
        g_autofree char *slug = g_uri_unescape_string (link->target, NULL);

        return slug != NULL && g_hash_table_contains (check->headings, slug);
      }
    case STRATA_LINK_WEB:
      return TRUE;
    case STRATA_LINK_LAB:
    case STRATA_LINK_FILE:
    case STRATA_LINK_INVALID:
    default:
      return FALSE;
    }
}

static void
check_node (Check      *check,
            cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);
  const char *target;
  g_autoptr (StrataLink) link = NULL;

  if (type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE)
    return;
  target = cmark_node_get_url (node);
  link = strata_link_parse (target);
  if (type == CMARK_NODE_IMAGE && link->kind == STRATA_LINK_WEB)
    return;   /* never fetched: its alt text stands for it */
  if (type == CMARK_NODE_IMAGE || link->kind == STRATA_LINK_FILE)
    check_file (check, node, target != NULL ? target : "",
                type == CMARK_NODE_IMAGE ? STRATA_FAULT_MISSING_IMAGE : STRATA_FAULT_BROKEN_LINK);
  else if (!link_leads (check, link))
    lesson_fault (check, node, STRATA_FAULT_BROKEN_LINK, target);
}

static void
add_heading (Check      *check,
             cmark_node *heading)
{
  g_autoptr (GString) words = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (heading);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *inner = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (inner);

      if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
        g_string_append (words, cmark_node_get_literal (inner));
    }
  cmark_iter_free (iter);
  g_free (strata_slug_dup (check->headings, words->str));
}

/* Links may lead forward: headings first. */
static void
collect_headings (Check      *check,
                  cmark_node *document)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event == CMARK_EVENT_ENTER && cmark_node_get_type (node) == CMARK_NODE_HEADING)
        add_heading (check, node);
    }
  cmark_iter_free (iter);
}

static void
check_lesson (Check *check)
{
  gsize length;
  g_autofree char *text = _strata_load_read (check->load, check->name, &length);
  cmark_node *document;
  cmark_iter *iter;
  cmark_event_type event;

  if (text == NULL)
    return;
  document = cmark_parse_document (text, length, CMARK_OPT_DEFAULT);
  collect_headings (check, document);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        check_node (check, cmark_iter_get_node (iter));
    }
  cmark_iter_free (iter);
  cmark_node_free (document);
}

/**
 * strata_course_check_lessons:
 * @course: a loaded course
 * @faults: (element-type StrataFault): where every fault is added
 *
 * Reads every lesson in every language and checks that its links lead
 * somewhere and its images are there.
 */
void
strata_course_check_lessons (StrataCourse *course,
                             GPtrArray    *faults)
{
  GPtrArray *concepts;
  const char *const *languages;
  StrataLoad load = { NULL };

  g_return_if_fail (STRATA_IS_COURSE (course) && faults != NULL);

  load.folder = strata_course_get_folder (course);
  load.faults = faults;
  concepts = strata_course_get_concepts (course);
  languages = strata_course_get_languages (course);
  for (guint i = 0; i < concepts->len; i++)
    {
      const char *lesson = strata_concept_get_lesson (g_ptr_array_index (concepts, i));

      for (guint l = 0; lesson != NULL && languages[l] != NULL; l++)
        {
          g_autofree char *name = g_build_filename ("lessons", languages[l], lesson, NULL);
          g_autoptr (GHashTable) headings = strata_slugs_new ();
          Check check = { &load, course, name, headings };

          check_lesson (&check);
        }
    }
}
