/* What is drawn below the text of a lesson: cards, bars and rules. */
#include "strata-lesson-indent-private.h"
#include "strata-lesson-palette-private.h"
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"

/* Pixels on the right that pictures, code and tables leave free, or their line would be too
 * narrow for them: what is drawn ends where they do. */
#define EDGE 2
#define BAR_WIDTH 4
#define RADIUS 10

static int
width_from (StrataLessonView *self,
            int               left)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) - EDGE - left;
}

static void
line_extent (StrataLessonView *self,
             guint             offset,
             int              *top,
             int              *bottom)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_line_yrange (view, &iter, top, &height);
  *bottom = *top + height;
}

static void
draw_card (StrataLessonView *self,
           GtkSnapshot      *snapshot,
           int               left,
           int               top,
           int               bottom,
           gboolean          bar)
{
  GdkRGBA tint = _strata_lesson_palette_colour (_strata_lesson_palette ()->card);
  GdkRGBA colour = _strata_lesson_palette_colour (_strata_lesson_palette ()->bar);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (left, top, width_from (self, left), bottom - top);
  GskRoundedRect card;

  gsk_rounded_rect_init_from_rect (&card, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &card);
  gtk_snapshot_append_color (snapshot, &tint, &bounds);
  if (bar)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (left, top, BAR_WIDTH, bottom - top));
  gtk_snapshot_pop (snapshot);
}

/* The outermost quote is a card; those in it have a bar only, as cards in cards
 * would grow darker and narrower. */
static void
draw_quote (StrataLessonView      *self,
            GtkSnapshot           *snapshot,
            const StrataContainer *quote)
{
  guint first = _strata_lesson_view_block_at (self, quote->start);
  guint last = _strata_lesson_view_last_seen (self, _strata_lesson_view_block_at (self, quote->end));
  int left = _strata_lesson_indent_get (self, quote->parent);
  GdkRGBA colour = _strata_lesson_palette_colour (_strata_lesson_palette ()->bar);
  guint outer = quote->parent;
  int top, bottom, above, below, ignored;

  line_extent (self, strata_document_get_block (self->document, first)->start, &top, &ignored);
  line_extent (self, strata_document_get_block (self->document, last)->start, &ignored, &bottom);
  if (bottom <= top)
    return;   /* folded away */
  _strata_lesson_block_space (self, first, &above, &ignored);
  _strata_lesson_block_space (self, last, &ignored, &below);
  while (outer > 0
         && strata_document_get_container (self->document, outer)->kind != STRATA_CONTAINER_QUOTE)
    outer = strata_document_get_container (self->document, outer)->parent;
  if (outer == 0)
    draw_card (self, snapshot, left, top,
               bottom - (int) (STRATA_LESSON_GAP * _strata_lesson_view_get_scale (self)), TRUE);
  else
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (left, top + above, BAR_WIDTH,
                                                    bottom - below - top - above));
}

/* The quotes around a block, from the outermost inward, but for those drawn already. */
static void
draw_quotes (StrataLessonView *self,
             GtkSnapshot      *snapshot,
             guint             id,
             guint            *last_drawn)
{
  const StrataContainer *container;

  if (id <= *last_drawn)
    return;
  container = strata_document_get_container (self->document, id);
  draw_quotes (self, snapshot, container->parent, last_drawn);
  if (container->kind == STRATA_CONTAINER_QUOTE)
    draw_quote (self, snapshot, container);
  *last_drawn = MAX (*last_drawn, id);
}

static void
draw_block (StrataLessonView *self,
            GtkSnapshot      *snapshot,
            guint             position)
{
  const StrataBlock *block = strata_document_get_block (self->document, position);
  int left = _strata_lesson_indent_get (self, block->container);
  GdkRGBA colour = _strata_lesson_palette_colour (_strata_lesson_palette ()->rule);
  int padding = (int) (STRATA_LESSON_PADDING * _strata_lesson_view_get_scale (self));
  int top, bottom, above, below;

  if (_strata_lesson_view_fold_of (self, block) != 0
      && !_strata_lesson_view_is_folded (self, position))
    _strata_lesson_view_draw_fold (self, snapshot, block, left);
  if (block->kind != STRATA_BLOCK_RULE
      && (block->kind != STRATA_BLOCK_CODE || _strata_lesson_view_suits (self, position)))
    return;
  line_extent (self, block->start, &top, &bottom);
  _strata_lesson_block_space (self, position, &above, &below);
  if (bottom <= top)
    return;   /* folded away */
  if (block->kind == STRATA_BLOCK_CODE)
    draw_card (self, snapshot, left, top, bottom - below + padding, FALSE);
  else
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (left, (top + bottom) / 2,
                                                    width_from (self, left), 1));
}

/* Only what is seen: a lesson may have very many blocks. Containers are numbered by
 * where they begin, those inside others after them. */
void
_strata_lesson_draw (StrataLessonView *self,
                     GtkSnapshot      *snapshot)
{
  guint first, last;
  guint last_drawn = 0;

  if (!_strata_lesson_view_get_seen (self, 0, &first, &last))
    return;
  for (guint i = first; i <= last; i++)
    {
      draw_quotes (self, snapshot, strata_document_get_block (self->document, i)->container,
                   &last_drawn);
      draw_block (self, snapshot, i);
    }
}
