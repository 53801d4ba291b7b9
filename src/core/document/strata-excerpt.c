/* What is selected in a document, as plain text and as Markdown. */
#include "strata-excerpt.h"

#include <string.h>

#include "strata-writer-private.h"

/* Ends a paragraph without an empty line, which would make a list loose. */
#define SEPARATOR "<!-- -->"

/* A container that has begun. */
typedef struct
{
  guint                  id;
  const StrataContainer *container;
  char                  *first;     /* what its first line begins with, until that is written */
  char                  *rest;      /* and the others */
  char                   bullet;    /* of an item, the character of its mark */
  gboolean               loose;     /* its list has been given an empty line */
} Level;

typedef struct
{
  const StrataDocument *document;
  GString              *out;
  GArray               *levels;     /* Level, outermost first */
  const StrataBlock    *last;       /* the block before */
  Level                 closed;     /* the outermost level that has just ended; its strings are not kept */
  guint                 n_closed;
} Excerpt;

static void
level_clear (gpointer data)
{
  Level *level = data;

  g_free (level->first);
  g_free (level->rest);
}

static Level *
level_at (Excerpt *self,
          guint    i)
{
  return &g_array_index (self->levels, Level, i);
}

/* Lines. ------------------------------------------------------------------------- */

static void
write_line (Excerpt    *self,
            const char *line,
            gsize       length)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      Level *level = level_at (self, i);

      g_string_append (self->out, level->first != NULL ? level->first : level->rest);
      g_clear_pointer (&level->first, g_free);
    }
  g_string_append_len (self->out, line, (gssize) length);
  if (length == 0)
    {
      while (self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
        g_string_truncate (self->out, self->out->len - 1);
    }
  g_string_append_c (self->out, '\n');
}

static void
write_lines (Excerpt    *self,
             const char *lines)
{
  while (TRUE)
    {
      gsize length = strcspn (lines, "\n");

      write_line (self, lines, length);
      if (lines[length] == '\0')
        return;
      lines += length + 1;
    }
}

/* Containers. -------------------------------------------------------------------- */

static gboolean
is_item (const StrataContainer *container)
{
  return container != NULL && container->kind == STRATA_CONTAINER_ITEM;
}

/* A list of one item that has room shows it by an empty line in it. */
static void
loosen (Excerpt *self,
        guint    i)
{
  Level *level = level_at (self, i);

  if (!is_item (level->container) || level->container->tight || level->loose
      || i + 1 != self->levels->len)
    return;
  write_line (self, "", 0);
  write_lines (self, SEPARATOR);
}

/* Ends the levels from @keep on. @sibling: the next item of the same list follows. */
static void
close_levels (Excerpt  *self,
              guint     keep,
              gboolean  sibling)
{
  self->n_closed = self->levels->len - keep;
  while (self->levels->len > keep)
    {
      guint i = self->levels->len - 1;

      if (!(sibling && i == keep))
        loosen (self, i);
      if (level_at (self, i)->container->kind == STRATA_CONTAINER_DETAILS)
        {
          write_line (self, "", 0);
          write_lines (self, "</details>");
        }
      self->closed = *level_at (self, i);
      g_array_set_size (self->levels, i);
    }
}

static char
bullet_for (Excerpt               *self,
            const StrataContainer *item,
            gboolean               beside)
{
  const StrataContainer *closed = self->n_closed > 0 ? self->closed.container : NULL;
  const char *marks = item->ordered ? ".)" : "-*";

  if (!beside || !is_item (closed) || closed->ordered != item->ordered)
    return marks[0];
  if (closed->list == item->list)
    return self->closed.bullet;
  return self->closed.bullet == marks[0] ? marks[1] : marks[0];
}

static void
open_level (Excerpt  *self,
            guint     id,
            gboolean  beside)
{
  const StrataContainer *container = strata_document_get_container (self->document, id);
  Level level = { .id = id, .container = container };

  if (container->kind == STRATA_CONTAINER_ITEM)
    {
      static const char *const boxes[] = { "", "[ ] ", "[x] " };
      g_autofree char *mark = NULL;

      level.bullet = bullet_for (self, container, beside);
      level.loose = beside && self->n_closed > 0 && is_item (self->closed.container)
                    && self->closed.container->list == container->list && self->closed.loose;
      mark = container->ordered ? g_strdup_printf ("%u%c ", container->number, level.bullet)
                                : g_strdup_printf ("%c ", level.bullet);
      level.first = g_strconcat (mark, boxes[container->task], NULL);
      level.rest = g_strnfill (strlen (mark), ' ');
    }
  else if (container->kind == STRATA_CONTAINER_QUOTE)
    {
      level.first = g_strdup ("> ");
      level.rest = g_strdup ("> ");
    }
  else
    level.rest = g_strdup ("");
  g_array_append_val (self->levels, level);
}

/* Between blocks. ---------------------------------------------------------------- */

/* Whether what follows would be taken for a part of what stands before it, if there
 * were no empty line between them. */
static gboolean
runs_together (Excerpt           *self,
               const StrataBlock *block,
               const Level       *next)
{
  gboolean open_end = self->last->kind == STRATA_BLOCK_PARAGRAPH
                      || self->last->kind == STRATA_BLOCK_TABLE
                      || self->last->kind == STRATA_BLOCK_SUMMARY;
  const StrataContainer *closed = self->n_closed > 0 ? self->closed.container : NULL;

  if (next == NULL)
    return open_end && block->kind != STRATA_BLOCK_CODE && block->kind != STRATA_BLOCK_HEADING
           && block->kind != STRATA_BLOCK_RULE;
  if (closed != NULL && closed->kind == next->container->kind)
    return TRUE;
  if (next->container->kind == STRATA_CONTAINER_ITEM)
    return open_end && ((next->container->ordered && next->container->number != 1)
                        || block->start + block->marker == block->end);
  return next->container->kind == STRATA_CONTAINER_DETAILS;
}

/* What separates @block from the one before, in the levels they share. */
static void
separate (Excerpt           *self,
          const StrataBlock *block,
          const Level       *next)
{
  Level *around = self->levels->len > 0 ? level_at (self, self->levels->len - 1) : NULL;
  const StrataContainer *closed = self->n_closed > 0 ? self->closed.container : NULL;
  gboolean sibling = next != NULL && is_item (closed) && is_item (next->container)
                     && closed->list == next->container->list;

  if (self->last == NULL || (around != NULL && around->first != NULL))
    return;
  if (sibling)
    {
      if (!next->container->tight)
        {
          self->closed.loose = TRUE;
          write_line (self, "", 0);
        }
    }
  else if (around != NULL && is_item (around->container) && around->container->tight)
    {
      if (runs_together (self, block, next))
        write_lines (self, SEPARATOR);
    }
  else
    {
      if (around != NULL)
        around->loose = TRUE;
      write_line (self, "", 0);
    }
}

/* The containers around @block, outermost first. */
static GArray *
path_of (const StrataDocument *document,
         const StrataBlock    *block)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint id = block->container; id > 0;
       id = strata_document_get_container (document, id)->parent)
    g_array_prepend_val (path, id);
  return path;
}

/* The tag of the part that folds which has just begun, and what follows it. */
static void
begin_details (Excerpt    *self,
               const char *lines)
{
  Level *level = level_at (self, self->levels->len - 1);
  g_autofree char *tag = NULL;

  if (level->container->kind != STRATA_CONTAINER_DETAILS || level->loose)
    return;
  level->loose = TRUE;
  tag = g_strconcat (level->container->open ? "<details open>" : "<details>", "\n", lines, NULL);
  g_strchomp (tag);
  write_lines (self, tag);
  if (*lines == '\n')
    write_line (self, "", 0);
}

/* Ends and begins containers until those of @block are open. */
static void
enter (Excerpt           *self,
       const StrataBlock *block)
{
  g_autoptr (GArray) path = path_of (self->document, block);
  guint shared = 0;
  gboolean sibling;

  while (shared < path->len && shared < self->levels->len
         && g_array_index (path, guint, shared) == level_at (self, shared)->id)
    shared++;
  sibling = shared < path->len && shared < self->levels->len
            && level_at (self, shared)->container->list > 0
            && level_at (self, shared)->container->list
                   == strata_document_get_container (self->document,
                                                     g_array_index (path, guint, shared))->list;
  close_levels (self, shared, sibling);
  if (shared < path->len)
    {
      Level next = { .container = strata_document_get_container (
                         self->document, g_array_index (path, guint, shared)) };

      separate (self, block, &next);
    }
  else
    separate (self, block, NULL);
  for (guint i = shared; i < path->len; i++)
    {
      open_level (self, g_array_index (path, guint, i), i == shared);
      if (block->kind != STRATA_BLOCK_SUMMARY || i + 1 < path->len)
        begin_details (self, "\n");
    }
  self->n_closed = 0;
}

static void
write_block (Excerpt           *self,
             const StrataBlock *block,
             guint              start,
             guint              end)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean in_item;

  enter (self, block);
  in_item = self->levels->len > 0
            && is_item (level_at (self, self->levels->len - 1)->container);
  _strata_writer_add_block (lines, self->document, block, start, end, in_item);
  if (block->kind == STRATA_BLOCK_SUMMARY && self->levels->len > 0
      && level_at (self, self->levels->len - 1)->container->kind == STRATA_CONTAINER_DETAILS
      && !level_at (self, self->levels->len - 1)->loose)
    begin_details (self, lines->str);
  else
    write_lines (self, lines->str);
  self->last = block;
}

/* -------------------------------------------------------------------------------- */

/* The first block that ends at @offset or later. */
static guint
find_block (const StrataDocument *document,
            guint                 offset)
{
  guint low = 0, high = strata_document_get_n_blocks (document);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strata_document_get_block (document, middle)->end < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether nothing of the block's words is in the range, though it touches it. */
static gboolean
is_left_out (const StrataBlock *block,
             guint              start,
             guint              end)
{
  guint words = block->start + block->marker;

  if (words >= block->end)
    return block->start < start || block->end >= end;
  return block->end <= start || words >= end;
}

/**
 * strata_document_dup_markdown:
 * @self: a document
 * @start: offset of the first character
 * @end: offset after the last one
 *
 * What lies inside one block is given without the block's own marks; what goes
 * over more than one has all of them, also those of the lists and quotes around.
 * Of a table whole rows are given, and its heads. Markdown is used as far as it can
 * say what is there, and else HTML that strata_document_new() knows; lists that
 * were HTML may come out looser.
 *
 * Returns: (transfer full): CommonMark that strata_document_new() reads as the same
 *   blocks with the same words and spans, a line end after each line of them
 */
char *
strata_document_dup_markdown (const StrataDocument *self,
                              guint                 start,
                              guint                 end)
{
  Excerpt excerpt = { .document = self, .out = g_string_new (NULL) };
  guint n = strata_document_get_n_blocks (self);
  guint first = find_block (self, start), last;

  while (first < n && is_left_out (strata_document_get_block (self, first), start, end))
    first++;
  for (last = first; last < n && strata_document_get_block (self, last)->start < end; last++)
    ;
  if (first == last)
    return g_string_free (excerpt.out, FALSE);
  while (last > first + 1
         && is_left_out (strata_document_get_block (self, last - 1), start, end))
    last--;
  if (last == first + 1)
    {
      const StrataBlock *block = strata_document_get_block (self, first);

      if (start > block->start + block->marker || end < block->end)
        {
          _strata_writer_add_part (excerpt.out, self, block, start, end);
          return g_string_free (excerpt.out, FALSE);
        }
    }
  excerpt.levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (excerpt.levels, level_clear);
  for (guint i = first; i < last; i++)
    write_block (&excerpt, strata_document_get_block (self, i), start, end);
  close_levels (&excerpt, 0, FALSE);
  g_array_unref (excerpt.levels);
  return g_string_free (excerpt.out, FALSE);
}

static const char *
alternative_at (const StrataDocument *self,
                guint                 offset)
{
  for (guint i = _strata_writer_find_span (self, offset); i < strata_document_get_n_spans (self);
       i++)
    {
      const StrataSpan *span = strata_document_get_span (self, i);

      if (span->start > offset)
        break;
      if (span->kind == STRATA_SPAN_IMAGE)
        return span->alt;
    }
  return NULL;
}

/**
 * strata_document_dup_plain:
 * @self: a document
 * @start: offset of the first character
 * @end: offset after the last one
 *
 * Returns: (transfer full): the text as other programs read it: a line end for each
 *   line, tabs between the cells of a table, an image's words in its place
 */
char *
strata_document_dup_plain (const StrataDocument *self,
                           guint                 start,
                           guint                 end)
{
  GString *out = g_string_new (NULL);
  const char *text = strata_document_get_text (self);
  guint block = find_block (self, start), offset;
  const char *p;

  if (block == strata_document_get_n_blocks (self))
    return g_string_free (out, FALSE);
  offset = strata_document_get_block (self, block)->start;
  p = text + strata_document_get_block (self, block)->byte_start;
  for (; offset < end && *p != '\0'; offset++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *alternative = c == 0xfffc ? alternative_at (self, offset) : NULL;

      if (offset < start)
        continue;
      if (alternative != NULL)
        g_string_append (out, alternative);
      else
        g_string_append_unichar (out, c == 0x2028 ? '\n' : c);
    }
  return g_string_free (out, FALSE);
}
