/* For test-commonmark.py: reads documents, a NUL between them, and writes a line of
 * JSON for each: cmark's own HTML, and what StrataDocument makes of it. Raw HTML
 * stands in cmark's as x-inline and x-block, so that it cannot be taken for what
 * Markdown has become. */
#include <cmark.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "document/strata-document.h"

static char *
cmark_html (const char *markdown)
{
  cmark_node *root = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);
  char *html;

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);
      g_autofree char *escaped = NULL;
      g_autofree char *tag = NULL;

      if (type != CMARK_NODE_HTML_INLINE && type != CMARK_NODE_HTML_BLOCK)
        continue;
      escaped = g_markup_escape_text (cmark_node_get_literal (node), -1);
      tag = g_strdup_printf ("<x-%s html=\"%s\">",
                             type == CMARK_NODE_HTML_INLINE ? "inline" : "block", escaped);
      cmark_node_set_literal (node, tag);
    }
  html = cmark_render_html (root, CMARK_OPT_UNSAFE);
  cmark_iter_free (iter);
  cmark_node_free (root);
  return html;
}

static void
add_number (json_object *object,
            const char  *name,
            guint        number)
{
  json_object_object_add (object, name, json_object_new_int64 (number));
}

static void
add_string (json_object *object,
            const char  *name,
            const char  *string)
{
  json_object_object_add (object, name, string != NULL ? json_object_new_string (string) : NULL);
}

static json_object *
dump_blocks (const StrataDocument *document)
{
  json_object *array = json_object_new_array ();

  for (guint i = 0; i < strata_document_get_n_blocks (document); i++)
    {
      const StrataBlock *block = strata_document_get_block (document, i);
      json_object *object = json_object_new_object ();

      add_number (object, "kind", block->kind);
      add_number (object, "level", block->level);
      add_number (object, "container", block->container);
      add_number (object, "marker", block->marker);
      add_number (object, "start", block->start);
      add_number (object, "end", block->end);
      add_string (object, "info", block->info);
      json_object_array_add (array, object);
    }
  return array;
}

static json_object *
dump_containers (const StrataDocument *document)
{
  json_object *array = json_object_new_array ();

  for (guint i = 1; i <= strata_document_get_n_containers (document); i++)
    {
      const StrataContainer *container = strata_document_get_container (document, i);
      json_object *object = json_object_new_object ();

      add_number (object, "kind", container->kind);
      add_number (object, "parent", container->parent);
      add_number (object, "ordered", container->ordered);
      add_number (object, "number", container->number);
      add_number (object, "tight", container->tight);
      add_number (object, "task", container->task);
      json_object_array_add (array, object);
    }
  return array;
}

static json_object *
dump_spans (const StrataDocument *document)
{
  json_object *array = json_object_new_array ();

  for (guint i = 0; i < strata_document_get_n_spans (document); i++)
    {
      const StrataSpan *span = strata_document_get_span (document, i);
      json_object *object = json_object_new_object ();

      add_number (object, "kind", span->kind);
      add_number (object, "start", span->start);
      add_number (object, "end", span->end);
      add_string (object, "target", span->target);
      add_string (object, "alt", span->alt);
      add_string (object, "title", span->title);
      json_object_array_add (array, object);
    }
  return array;
}

static void
dump (const char *markdown)
{
  g_autoptr (StrataDocument) document = strata_document_new (markdown, -1);
  json_object *object = json_object_new_object ();
  char *html = cmark_html (markdown);

  add_string (object, "html", html);
  add_string (object, "text", strata_document_get_text (document));
  json_object_object_add (object, "blocks", dump_blocks (document));
  json_object_object_add (object, "containers", dump_containers (document));
  json_object_object_add (object, "spans", dump_spans (document));
  puts (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  free (html);
}

int
main (void)
{
  g_autoptr (GString) input = g_string_new (NULL);
  char buffer[65536];
  ssize_t n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_string_append_len (input, buffer, n);
  for (const char *p = input->str; p < input->str + input->len; p += strlen (p) + 1)
    dump (p);
  return 0;
}
