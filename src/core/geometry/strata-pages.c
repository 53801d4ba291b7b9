/* Where the pages of a printed lesson begin. */
#include "strata-pages.h"

/* Heights are sums: what differs by less than this fits. */
#define SLACK 1e-6

/* A line of the last page; its notes lie at @first_note of the page's. */
typedef struct
{
  StrataPageLine line;
  guint          first_note;
} Line;

struct _StrataPages
{
  double  height;
  double  note_gap;
  GArray *starts;     /* guint: the first line of each page */
  GArray *lines;      /* Line, of the last page */
  GArray *notes;      /* StrataPageNote, of @lines */
  guint   n_placed;   /* how many of @lines have their place */
  double  used;       /* by those */
  GArray *standing;   /* guint: the notes on the last page, each once */
};

/**
 * strata_pages_new:
 * @height: of a page
 * @note_gap: room above the first footnote of a page
 *
 * Returns: (transfer full): pages without a line
 */
StrataPages *
strata_pages_new (double height,
                  double note_gap)
{
  StrataPages *self = g_new0 (StrataPages, 1);

  self->height = height;
  self->note_gap = note_gap;
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->notes = g_array_new (FALSE, FALSE, sizeof (StrataPageNote));
  self->standing = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * strata_pages_free:
 * @self: (transfer full): pages
 */
void
strata_pages_free (StrataPages *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->lines);
  g_array_unref (self->notes);
  g_array_unref (self->standing);
  g_free (self);
}

static gboolean
is_standing (const StrataPages *self,
             guint              id)
{
  for (guint i = 0; i < self->standing->len; i++)
    {
      if (g_array_index (self->standing, guint, i) == id)
        return TRUE;
    }
  return FALSE;
}

/* Puts the next line on the page, whether it fits or not. */
static void
place (StrataPages *self)
{
  const Line *line = &g_array_index (self->lines, Line, self->n_placed);

  self->used += self->n_placed == 0 ? line->line.head : line->line.above;
  self->used += line->line.height;
  for (guint i = 0; i < line->line.n_notes; i++)
    {
      const StrataPageNote *note =
          &g_array_index (self->notes, StrataPageNote, line->first_note + i);

      if (is_standing (self, note->id))
        continue;
      self->used += note->height + (self->standing->len == 0 ? self->note_gap : 0);
      g_array_append_val (self->standing, note->id);
    }
  self->n_placed++;
}

/* Which line begins the next page, as the last one placed has no room: the latest
 * one of those that the line before holds least. */
static guint
choose_break (const StrataPages *self)
{
  guint best = self->n_placed - 1;

  for (guint i = best; i > 1; i--)
    {
      StrataPageKeep before = g_array_index (self->lines, Line, i - 2).line.keep;

      if (before < g_array_index (self->lines, Line, best - 1).line.keep)
        best = i - 1;
    }
  return best;
}

/* Begins a page at the line @first of the last one. */
static void
turn (StrataPages *self,
      guint        first)
{
  guint start = g_array_index (self->starts, guint, self->starts->len - 1) + first;
  guint n_notes = first < self->lines->len ? g_array_index (self->lines, Line, first).first_note
                                           : self->notes->len;

  g_array_append_val (self->starts, start);
  g_array_remove_range (self->lines, 0, first);
  if (n_notes > 0)
    g_array_remove_range (self->notes, 0, n_notes);
  for (guint i = 0; i < self->lines->len; i++)
    g_array_index (self->lines, Line, i).first_note -= n_notes;
  g_array_set_size (self->standing, 0);
  self->n_placed = 0;
  self->used = 0;
}

/**
 * strata_pages_add:
 * @self: pages
 * @line: what comes next
 *
 * A line that is higher than a page has one for itself and leaves it at the foot.
 */
void
strata_pages_add (StrataPages          *self,
                  const StrataPageLine *line)
{
  Line copy = { *line, self->notes->len };
  guint zero = 0;

  copy.line.notes = NULL;
  if (self->starts->len == 0)
    g_array_append_val (self->starts, zero);
  if (line->n_notes > 0)
    g_array_append_vals (self->notes, line->notes, line->n_notes);
  g_array_append_val (self->lines, copy);
  while (self->n_placed < self->lines->len)
    {
      place (self);
      if (self->used > self->height + SLACK && self->n_placed > 1)
        turn (self, choose_break (self));
    }
}

/**
 * strata_pages_get_n_lines:
 * @self: pages
 *
 * Returns: how many lines were added
 */
guint
strata_pages_get_n_lines (const StrataPages *self)
{
  return self->starts->len == 0 ? 0
                                : g_array_index (self->starts, guint, self->starts->len - 1)
                                      + self->lines->len;
}

/**
 * strata_pages_get_n_pages:
 * @self: pages
 *
 * What was said of all pages but the last does not change when lines are added.
 *
 * Returns: how many pages there are so far, 0 without a line
 */
guint
strata_pages_get_n_pages (const StrataPages *self)
{
  return self->starts->len;
}

/**
 * strata_pages_get_start:
 * @self: pages
 * @page: from 0; may be the number of pages
 *
 * Returns: which line, counted from 0, begins @page; behind the last page, how
 *   many lines there are
 */
guint
strata_pages_get_start (const StrataPages *self,
                        guint              page)
{
  g_return_val_if_fail (page <= self->starts->len, 0);

  return page < self->starts->len ? g_array_index (self->starts, guint, page)
                                  : strata_pages_get_n_lines (self);
}
