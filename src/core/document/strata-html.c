/* Raw HTML in a lesson. Some tags mean something, the others vanish and their text
 * stays. Nothing is run and nothing is fetched: what is read here is text. */
#include "strata-html-private.h"

#include <stdlib.h>
#include <string.h>

#include "strata-html-token-private.h"

/* How many tags may be open. What is nested deeper is read as if beside. */
#define MAX_FRAMES 64
#define MAX_WIDTH 10000

typedef struct
{
  StrataBuilder  *b;
  StrataBlockKind kind;     /* of the next block */
  guint           level;
  StrataAlign     align;    /* of the next block, if it is to differ */
  gboolean        is_inline;
  guint           n_lines;  /* of code: line ends that no text has followed yet */
} Html;

static StrataAlign
read_align (const StrataToken *token)
{
  g_autofree char *value = _strata_html_dup_attribute (token, "align");

  if (value == NULL)
    return STRATA_ALIGN_NONE;
  return g_ascii_strcasecmp (value, "center") == 0  ? STRATA_ALIGN_CENTRE
         : g_ascii_strcasecmp (value, "right") == 0 ? STRATA_ALIGN_RIGHT
         : g_ascii_strcasecmp (value, "left") == 0  ? STRATA_ALIGN_LEFT
                                                    : STRATA_ALIGN_NONE;
}

/* Blocks. ------------------------------------------------------------------------ */

static void
begin (Html *self)
{
  if (self->b->in_block)
    return;
  _strata_builder_begin (self->b, self->kind, self->level);
  if (self->align != STRATA_ALIGN_NONE)
    self->b->block.align = self->align;
  self->n_lines = 0;
}

/* What follows is a block of its own; inside a paragraph, a line of its own. */
static void
part (Html *self)
{
  if (self->is_inline)
    {
      _strata_builder_set_gap (self->b, STRATA_GAP_BREAK);
      return;
    }
  if (self->b->in_block)
    _strata_builder_end_unless_empty (self->b);
  self->kind = STRATA_BLOCK_PARAGRAPH;
  self->level = 0;
  self->align = STRATA_ALIGN_NONE;
}

/* Where the innermost @tag is that has begun in this container of Markdown, -1 for
 * nowhere; @stop hides what is around it. */
static int
find_frame (Html     *self,
            StrataTag tag,
            gboolean  stop_at_list)
{
  for (guint i = self->b->frames->len; i > 0; i--)
    {
      const StrataFrame *frame = &g_array_index (self->b->frames, StrataFrame, i - 1);

      if (frame->tag == (int) tag)
        return (int) i - 1;
      if (frame->tag == 0 || (stop_at_list && frame->is_list))
        return -1;
    }
  return -1;
}

static void
close_frame (Html     *self,
             StrataTag tag,
             gboolean  stop_at_list)
{
  int position = find_frame (self, tag, stop_at_list);

  if (position >= 0)
    _strata_builder_pop_to (self->b, (guint) position);
}

static void
open_item (Html *self)
{
  StrataBuilder *b = self->b;
  const StrataFrame *top;

  close_frame (self, STRATA_TAG_LI, TRUE);
  top = b->frames->len > 0 ? &g_array_index (b->frames, StrataFrame, b->frames->len - 1) : NULL;
  if (top == NULL || !top->is_list)
    _strata_builder_push_list (b, STRATA_TAG_UL, FALSE, 0, TRUE);
  _strata_builder_push_item (b, STRATA_TAG_LI, STRATA_TASK_NONE);
}

static guint
read_number (const StrataToken *token,
             const char        *name,
             guint              otherwise,
             guint              max)
{
  g_autofree char *value = _strata_html_dup_attribute (token, name);
  guint64 number;
  char *end;

  if (value == NULL || !g_ascii_isdigit (*value))
    return otherwise;
  number = g_ascii_strtoull (value, &end, 10);
  return *end == '%' || number > max ? otherwise : (guint) number;
}

static void
open_frame (Html              *self,
            const StrataToken *token)
{
  StrataBuilder *b = self->b;
  StrataContainer *container;

  if (b->n_html >= MAX_FRAMES)
    return;
  switch ((int) token->tag)
    {
    case STRATA_TAG_UL:
    case STRATA_TAG_OL:
      _strata_builder_push_list (b, token->tag, token->tag == STRATA_TAG_OL,
                                 read_number (token, "start", 1, 999999999), TRUE);
      break;
    case STRATA_TAG_LI:
      open_item (self);
      break;
    case STRATA_TAG_BLOCKQUOTE:
      _strata_builder_push_container (b, token->tag, STRATA_CONTAINER_QUOTE);
      break;
    case STRATA_TAG_DETAILS:
      container = _strata_builder_push_container (b, token->tag, STRATA_CONTAINER_DETAILS);
      if (container != NULL)
        {
          g_autofree char *open = _strata_html_dup_attribute (token, "open");

          container->open = open != NULL;
        }
      break;
    default:
      {
        StrataAlign align = token->tag == STRATA_TAG_CENTER ? STRATA_ALIGN_CENTRE
                                                            : read_align (token);

        _strata_builder_push (b, token->tag);
        if (align != STRATA_ALIGN_NONE)
          b->context.align = align;
      }
    }
}

static gboolean
is_frame (StrataTag tag)
{
  switch ((int) tag)
    {
    case STRATA_TAG_UL:
    case STRATA_TAG_OL:
    case STRATA_TAG_LI:
    case STRATA_TAG_BLOCKQUOTE:
    case STRATA_TAG_DETAILS:
    case STRATA_TAG_DIV:
    case STRATA_TAG_CENTER:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
open_block (Html              *self,
            const StrataToken *token)
{
  part (self);
  if (self->is_inline)
    {
      if (token->tag == STRATA_TAG_LI)
        _strata_builder_add_text (self->b, "\xe2\x80\xa2\xe2\x80\x82", -1);
      return;
    }
  if (is_frame (token->tag))
    {
      open_frame (self, token);
      return;
    }
  self->align = read_align (token);
  if (token->tag >= STRATA_TAG_H1 && token->tag <= STRATA_TAG_H6)
    {
      self->kind = STRATA_BLOCK_HEADING;
      self->level = token->tag - STRATA_TAG_H1 + 1;
    }
  else if (token->tag == STRATA_TAG_SUMMARY)
    self->kind = STRATA_BLOCK_SUMMARY;
  else if (token->tag == STRATA_TAG_PRE)
    self->kind = STRATA_BLOCK_CODE;
  else if (token->tag == STRATA_TAG_HR)
    {
      _strata_builder_begin (self->b, STRATA_BLOCK_RULE, 0);
      _strata_builder_end (self->b);
    }
}

static void
close_block (Html     *self,
             StrataTag tag)
{
  part (self);
  if (!self->is_inline && is_frame (tag))
    close_frame (self, tag, tag == STRATA_TAG_LI);
}

/* Inlines. ----------------------------------------------------------------------- */

static gboolean
find_style (StrataTag       tag,
            StrataSpanKind *kind)
{
  switch ((int) tag)
    {
    case STRATA_TAG_B:
    case STRATA_TAG_STRONG:
      *kind = STRATA_SPAN_STRONG;
      return TRUE;
    case STRATA_TAG_I:
    case STRATA_TAG_EM:
      *kind = STRATA_SPAN_EMPHASIS;
      return TRUE;
    case STRATA_TAG_U:
      *kind = STRATA_SPAN_UNDERLINE;
      return TRUE;
    case STRATA_TAG_SUB:
      *kind = STRATA_SPAN_SUBSCRIPT;
      return TRUE;
    case STRATA_TAG_SUP:
      *kind = STRATA_SPAN_SUPERSCRIPT;
      return TRUE;
    case STRATA_TAG_KBD:
      *kind = STRATA_SPAN_KEY;
      return TRUE;
    case STRATA_TAG_CODE:
      *kind = STRATA_SPAN_CODE;
      return TRUE;
    case STRATA_TAG_A:
      *kind = STRATA_SPAN_LINK;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
open_style (Html              *self,
            const StrataToken *token,
            StrataSpanKind     kind)
{
  g_autofree char *target = NULL;
  StrataSpan *span;

  if (self->kind == STRATA_BLOCK_CODE && kind == STRATA_SPAN_CODE)
    return;
  if (kind == STRATA_SPAN_LINK)
    target = _strata_html_dup_attribute (token, "href");
  if (kind == STRATA_SPAN_LINK && target == NULL)
    return;
  begin (self);
  span = _strata_builder_open_span (self->b, token->tag, kind);
  if (span == NULL || kind != STRATA_SPAN_LINK)
    return;
  span->target = g_steal_pointer (&target);
  span->title = _strata_html_dup_attribute (token, "title");
}

static void
add_image (Html              *self,
           const StrataToken *token)
{
  g_autofree char *source = _strata_html_dup_attribute (token, "src");
  StrataSpan *span;

  if (source == NULL)
    return;
  begin (self);
  span = _strata_builder_add_image (self->b);
  if (span == NULL)
    return;
  span->target = g_steal_pointer (&source);
  span->alt = _strata_html_dup_attribute (token, "alt");
  span->title = _strata_html_dup_attribute (token, "title");
  span->width = read_number (token, "width", 0, MAX_WIDTH);
  if (span->alt == NULL)
    span->alt = g_strdup ("");
}

static void
read_open (Html              *self,
           const StrataToken *token)
{
  StrataSpanKind kind;

  if (token->tag == STRATA_TAG_NONE || self->b->hidden != 0)
    return;
  if (find_style (token->tag, &kind))
    open_style (self, token, kind);
  else if (token->tag == STRATA_TAG_IMG)
    add_image (self, token);
  else if (token->tag == STRATA_TAG_BR)
    _strata_builder_want_break (self->b);
  else if (token->tag == STRATA_TAG_SCRIPT || token->tag == STRATA_TAG_STYLE)
    self->b->hidden = self->is_inline ? (int) token->tag : 0;
  else if (token->tag == STRATA_TAG_TD || token->tag == STRATA_TAG_TH)
    _strata_builder_set_gap (self->b, STRATA_GAP_SPACE);
  else
    open_block (self, token);
}

static void
read_close (Html              *self,
            const StrataToken *token)
{
  StrataSpanKind kind;

  if (self->b->hidden != 0)
    {
      if (self->b->hidden == (int) token->tag)
        self->b->hidden = 0;
    }
  else if (find_style (token->tag, &kind))
    _strata_builder_close_span (self->b, token->tag);
  else if (token->tag == STRATA_TAG_BR)
    _strata_builder_want_break (self->b);
  else if (token->tag != STRATA_TAG_NONE && token->tag != STRATA_TAG_IMG
           && token->tag != STRATA_TAG_SCRIPT && token->tag != STRATA_TAG_STYLE
           && token->tag != STRATA_TAG_HR && token->tag != STRATA_TAG_TD
           && token->tag != STRATA_TAG_TH)
    close_block (self, token->tag);
}

/* Text of a block. --------------------------------------------------------------- */

static void
add_words (Html       *self,
           const char *text,
           gsize       length)
{
  begin (self);
  for (; self->n_lines > 0; self->n_lines--)
    {
      if (_strata_builder_last (self->b) != 0)
        _strata_builder_add_break (self->b);
    }
  _strata_builder_add_text (self->b, text, (gssize) length);
}

/* Room between words counts once, but in code, where it stays as it is and only the
 * empty lines around it are left out. */
static const char *
read_room (Html       *self,
           const char *p)
{
  if (self->kind != STRATA_BLOCK_CODE)
    {
      if (self->b->in_block)
        _strata_builder_set_gap (self->b, STRATA_GAP_SPACE);
    }
  else if (*p == '\n')
    self->n_lines++;
  else if (*p != '\r')
    add_words (self, p, 1);
  return p + 1;
}

static void
read_text (Html              *self,
           const StrataToken *token)
{
  g_autoptr (GString) entity = g_string_new (NULL);
  const char *p = token->start;
  const char *end = token->start + token->length;

  while (p < end)
    {
      if (g_ascii_isspace (*p) || *p == '\v')
        p = read_room (self, p);
      else if (*p == '&')
        {
          g_string_truncate (entity, 0);
          p += _strata_html_read_entity (p, (gsize) (end - p), entity);
          add_words (self, entity->str, entity->len);
        }
      else
        {
          const char *word = p;

          while (p < end && !g_ascii_isspace (*p) && *p != '\v' && *p != '&')
            p++;
          add_words (self, word, (gsize) (p - word));
        }
    }
}

/* -------------------------------------------------------------------------------- */

/* A block of HTML. What it opens and does not close goes on after it. */
void
_strata_html_read_block (StrataBuilder *builder,
                         const char    *html)
{
  Html self = { .b = builder, .kind = STRATA_BLOCK_PARAGRAPH };
  StrataToken token;

  while (*html != '\0')
    {
      html = _strata_html_next (html, &token);
      if (token.kind == STRATA_TOKEN_TEXT)
        read_text (&self, &token);
      else if (token.kind == STRATA_TOKEN_CLOSE)
        read_close (&self, &token);
      else if (token.kind == STRATA_TOKEN_OPEN)
        {
          if (token.tag == STRATA_TAG_SCRIPT || token.tag == STRATA_TAG_STYLE)
            html = _strata_html_skip_hidden (html, token.tag);
          read_open (&self, &token);
        }
    }
  part (&self);
}

/* One tag in a paragraph, a heading or a cell. */
void
_strata_html_read_inline (StrataBuilder *builder,
                          const char    *html)
{
  Html self = { .b = builder, .kind = STRATA_BLOCK_PARAGRAPH, .is_inline = TRUE };
  StrataToken token;

  _strata_html_next (html, &token);
  if (token.kind == STRATA_TOKEN_OPEN)
    read_open (&self, &token);
  else if (token.kind == STRATA_TOKEN_CLOSE)
    read_close (&self, &token);
}
