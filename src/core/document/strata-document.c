#include "strata-document.h"

#include <cmark.h>
#include <string.h>

#include "strata-html-private.h"
#include "text/strata-slug.h"

#define OBJECT_CHARACTER "\xef\xbf\xbc"
#define LINE_SEPARATOR "\xe2\x80\xa8"

struct _StrataDocument
{
  GString *text;
  GArray  *spans;
  GArray  *blocks;
};

typedef struct
{
  StrataDocument *document;
  guint           length;       /* of the text, in characters */
  guint           quote;
  guint           quote_id;
  guint           n_quotes;
  guint           list;
  gboolean        tight;
  char           *marker;       /* bullet or number for the next block */
  GArray         *open;         /* guint: spans that have begun */
  StrataBlock     block;
} Builder;

static void
span_clear (gpointer data)
{
  StrataSpan *span = data;

  g_free (span->target);
  g_free (span->alt);
}

static void
add_text (Builder    *b,
          const char *text)
{
  g_string_append (b->document->text, text);
  b->length += (guint) g_utf8_strlen (text, -1);
}

static void
begin_block (Builder        *b,
             StrataBlockKind kind,
             guint           level)
{
  guint marker = b->marker != NULL ? (guint) g_utf8_strlen (b->marker, -1) : 0;

  b->block = (StrataBlock) { kind, level, b->list, b->quote, b->quote_id, b->tight, marker,
                             b->length, 0 };
  if (b->marker != NULL)
    add_text (b, b->marker);
  g_clear_pointer (&b->marker, g_free);
}

static void
end_block (Builder *b)
{
  b->block.end = b->length;
  add_text (b, "\n");
  g_array_append_val (b->document->blocks, b->block);
}

static void
add_span (Builder        *b,
          StrataSpanKind  kind,
          guint           start,
          guint           end,
          const char     *target,
          const char     *alt)
{
  StrataSpan span = { kind, start, end, g_strdup (target), g_strdup (alt) };

  g_array_append_val (b->document->spans, span);
}

/* Spans are listed by where they begin, so a place is kept for each. */
static void
open_span (Builder        *b,
           StrataSpanKind  kind,
           const char     *target)
{
  guint position = b->document->spans->len;

  add_span (b, kind, b->length, b->length, target, NULL);
  g_array_append_val (b->open, position);
}

static void
close_span (Builder *b)
{
  guint position;

  g_return_if_fail (b->open->len > 0);

  position = g_array_index (b->open, guint, b->open->len - 1);
  g_array_set_size (b->open, b->open->len - 1);
  g_array_index (b->document->spans, StrataSpan, position).end = b->length;
}

/* Characters of East Asian scripts stand without a space between lines. */
static gboolean
is_cjk (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0xfe30 && c <= 0xfe4f) || (c >= 0xff00 && c <= 0xff60)
         || (c >= 0x20000 && c <= 0x3ffff);
}

static void
add_soft_break (Builder    *b,
                cmark_node *node)
{
  const char *text = b->document->text->str;
  const char *last = g_utf8_find_prev_char (text, text + b->document->text->len);
  cmark_node *next = cmark_node_next (node);
  const char *literal = next != NULL ? cmark_node_get_literal (next) : NULL;

  if (last != NULL && is_cjk (g_utf8_get_char (last))
      && (literal == NULL || is_cjk (g_utf8_get_char (literal))))
    return;
  add_text (b, " ");
}

static char *
plain_text (cmark_node *node)
{
  GString *out = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *inner = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (inner);

      if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
        g_string_append (out, cmark_node_get_literal (inner));
    }
  cmark_iter_free (iter);
  return g_string_free (out, FALSE);
}

static void
add_image (Builder    *b,
           cmark_iter *iter,
           cmark_node *node)
{
  g_autofree char *alt = plain_text (node);

  add_span (b, STRATA_SPAN_IMAGE, b->length, b->length + 1, cmark_node_get_url (node), alt);
  add_text (b, OBJECT_CHARACTER);
  /* What is inside is the alternative, not text. */
  cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
}

static void
add_code (Builder    *b,
          const char *literal)
{
  guint start = b->length;

  add_text (b, literal);
  add_span (b, STRATA_SPAN_CODE, start, b->length, NULL, NULL);
}

static void
enter_inline (Builder    *b,
              cmark_iter *iter,
              cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      add_text (b, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      add_soft_break (b, node);
      break;
    case CMARK_NODE_LINEBREAK:
      add_text (b, LINE_SEPARATOR);   /* a line of the same paragraph */
      break;
    case CMARK_NODE_CODE:
      add_code (b, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_EMPH:
      open_span (b, STRATA_SPAN_EMPHASIS, NULL);
      break;
    case CMARK_NODE_STRONG:
      open_span (b, STRATA_SPAN_STRONG, NULL);
      break;
    case CMARK_NODE_LINK:
      open_span (b, STRATA_SPAN_LINK, cmark_node_get_url (node));
      break;
    case CMARK_NODE_IMAGE:
      add_image (b, iter, node);
      break;
    case CMARK_NODE_HTML_INLINE:
      if (_strata_html_is_break (cmark_node_get_literal (node)))
        add_text (b, LINE_SEPARATOR);
      break;
    default:
      break;    /* other tags vanish, the text between them is text */
    }
}

static void
enter_item (Builder    *b,
            cmark_node *node)
{
  cmark_node *list = cmark_node_parent (node);
  int number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_previous (node); item != NULL;
       item = cmark_node_previous (item))
    number++;
  g_free (b->marker);
  b->marker = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST
                  ? g_strdup_printf ("%d.\xe2\x80\x82", number)
                  : g_strdup (b->list % 2 == 1 ? "\xe2\x80\xa2\xe2\x80\x82"
                                               : "\xe2\x97\xa6\xe2\x80\x82");
}

static void
add_code_block (Builder    *b,
                const char *literal)
{
  g_autofree char *text = g_strdup (literal);
  char *end = text + strlen (text);

  while (end > text && end[-1] == '\n')
    *--end = '\0';
  /* One block, one line of the buffer's paragraphs: breaks inside are soft. */
  begin_block (b, STRATA_BLOCK_CODE, 0);
  {
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    g_autofree char *joined = g_strjoinv (LINE_SEPARATOR, lines);

    add_text (b, joined);
  }
  end_block (b);
}

static void
add_html_block (Builder    *b,
                const char *html)
{
  g_autofree char *text = _strata_html_dup_text (html);

  if (*text == '\0')
    return;
  begin_block (b, STRATA_BLOCK_PARAGRAPH, 0);
  add_text (b, text);
  end_block (b);
}

static void
enter (Builder    *b,
       cmark_iter *iter,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      if (b->quote++ == 0)
        b->quote_id = ++b->n_quotes;
      break;
    case CMARK_NODE_LIST:
      b->list++;
      b->tight = cmark_node_get_list_tight (node);
      break;
    case CMARK_NODE_ITEM:
      enter_item (b, node);
      break;
    case CMARK_NODE_PARAGRAPH:
      begin_block (b, STRATA_BLOCK_PARAGRAPH, 0);
      break;
    case CMARK_NODE_HEADING:
      begin_block (b, STRATA_BLOCK_HEADING, (guint) cmark_node_get_heading_level (node));
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_code_block (b, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_html_block (b, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      begin_block (b, STRATA_BLOCK_RULE, 0);
      end_block (b);
      break;
    default:
      enter_inline (b, iter, node);
    }
}

static gboolean
is_tight_item (cmark_node *node)
{
  return node != NULL && cmark_node_get_type (node) == CMARK_NODE_ITEM
         && cmark_node_get_list_tight (cmark_node_parent (node));
}

static void
leave (Builder    *b,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      if (--b->quote == 0)
        b->quote_id = 0;
      break;
    case CMARK_NODE_LIST:
      b->list--;
      /* Back in the item of a list around it, if there is one. */
      b->tight = b->list > 0 && is_tight_item (cmark_node_parent (node));
      break;
    case CMARK_NODE_ITEM:
      g_clear_pointer (&b->marker, g_free);
      break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      end_block (b);
      break;
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
    case CMARK_NODE_LINK:
      close_span (b);
      break;
    default:
      break;
    }
}

/**
 * strata_document_new:
 * @markdown: CommonMark; what is not UTF-8 is replaced
 * @length: in bytes, or -1
 *
 * Returns: (transfer full): the document
 */
StrataDocument *
strata_document_new (const char *markdown,
                     gssize      length)
{
  StrataDocument *self = g_new0 (StrataDocument, 1);
  g_autofree char *valid = g_utf8_make_valid (markdown, length);
  cmark_node *root = cmark_parse_document (valid, strlen (valid), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);
  Builder b = { .document = self, .open = g_array_new (FALSE, FALSE, sizeof (guint)) };
  cmark_event_type event;

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (StrataSpan));
  g_array_set_clear_func (self->spans, span_clear);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (StrataBlock));

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        enter (&b, iter, cmark_iter_get_node (iter));
      else
        leave (&b, cmark_iter_get_node (iter));
    }
  cmark_iter_free (iter);
  cmark_node_free (root);
  g_array_unref (b.open);
  g_free (b.marker);
  return self;
}

void
strata_document_free (StrataDocument *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * strata_document_get_text:
 * @self: a document
 *
 * Returns: (transfer none): the text that is shown, a line break after each
 *   block
 */
const char *
strata_document_get_text (const StrataDocument *self)
{
  return self->text->str;
}

guint
strata_document_get_n_spans (const StrataDocument *self)
{
  return self->spans->len;
}

const StrataSpan *
strata_document_get_span (const StrataDocument *self,
                          guint                 position)
{
  g_return_val_if_fail (position < self->spans->len, NULL);

  return &g_array_index (self->spans, StrataSpan, position);
}

guint
strata_document_get_n_blocks (const StrataDocument *self)
{
  return self->blocks->len;
}

const StrataBlock *
strata_document_get_block (const StrataDocument *self,
                           guint                 position)
{
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return &g_array_index (self->blocks, StrataBlock, position);
}

static char *
dup_words (const StrataDocument *self,
           const StrataBlock    *block)
{
  return g_utf8_substring (self->text->str, block->start + block->marker, block->end);
}

/**
 * strata_document_find_heading:
 * @self: a document
 * @anchor: what a link says after its `#`, percent-encoded or not
 *
 * Returns: offset of the heading's first character, -1 if there is none; see
 *   strata_slug_dup()
 */
int
strata_document_find_heading (const StrataDocument *self,
                              const char           *anchor)
{
  g_autofree char *wanted = g_uri_unescape_string (anchor, NULL);
  g_autoptr (GHashTable) slugs = strata_slugs_new ();

  for (guint i = 0; wanted != NULL && i < self->blocks->len; i++)
    {
      const StrataBlock *block = strata_document_get_block (self, i);
      g_autofree char *words = NULL;
      g_autofree char *slug = NULL;

      if (block->kind != STRATA_BLOCK_HEADING)
        continue;
      words = dup_words (self, block);
      slug = strata_slug_dup (slugs, words);
      if (g_str_equal (slug, wanted))
        return (int) block->start;
    }
  return -1;
}
