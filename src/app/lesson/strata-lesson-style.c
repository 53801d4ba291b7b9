/* How a lesson looks: the tags of its text, and what is drawn below it. */
#include "strata-lesson-style-private.h"

#include "strata-lesson-indent-private.h"
#include "strata-lesson-palette-private.h"
#include "strata-lesson-view-private.h"
#include "strata-text-tag.h"
#include "text/strata-long-word.h"

#define INSIDE_WRAP 7   /* pixels between the lines of a paragraph */

/* In characters: what a line of a narrow page with large text has room for, and what a
 * paragraph does not reach. */
#define LONG_WORD 16
#define LONG_WORD_IN_HEADING 8
#define LONGEST_BLOCK 5000

static GtkTextTag *
add_tag (GtkTextBuffer *buffer,
         const char    *name)
{
  g_autoptr (GtkTextTag) tag = strata_text_tag_new (name);

  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (buffer), tag);
  return tag;   /* the table keeps it */
}

static void
add_heading_tags (GtkTextBuffer *buffer)
{
  static const double scales[] = { 2.0, 1.45, 1.2, 1.08, 1.0, 1.0 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", i + 1);

      g_object_set (add_tag (buffer, name), "weight", PANGO_WEIGHT_HEAVY, "scale", scales[i], NULL);
    }
}

static void
add_block_tags (GtkTextBuffer *buffer)
{
  add_tag (buffer, "paragraph");
  add_tag (buffer, "tight");
  g_object_set (add_tag (buffer, "code-block"), "family", "monospace", "scale", 0.92, NULL);
  add_tag (buffer, "rule");
  add_tag (buffer, "card-first");
  add_tag (buffer, "card-last");
  add_tag (buffer, "odd");
  g_object_set (add_tag (buffer, "centre"), "justification", GTK_JUSTIFY_CENTER, NULL);
  g_object_set (add_tag (buffer, "right"), "justification", GTK_JUSTIFY_RIGHT, NULL);
  g_object_set (add_tag (buffer, "hidden"), "invisible", TRUE, NULL);
  g_object_set (add_tag (buffer, "folded"), "invisible", TRUE, NULL);
}

/* Pixels above and below the lines of a block, for text of the usual size; -1 where
 * another tag says it. */
static const struct
{
  const char *tag;
  int         above;
  int         below;
} spaces[] = {
  { "heading-1", 0, 16 },
  { "heading-2", 22, 8 },
  { "heading-3", 18, 8 },
  { "heading-4", 14, 8 },
  { "heading-5", 10, 8 },
  { "heading-6", 6, 8 },
  { "paragraph", 0, STRATA_LESSON_GAP },
  { "tight", 0, STRATA_LESSON_GAP / 2 },
  { "code-block", STRATA_LESSON_PADDING, STRATA_LESSON_PADDING + STRATA_LESSON_GAP },
  { "rule", 8, 8 },
  { "card-first", STRATA_LESSON_PADDING, -1 },
  { "card-last", -1, STRATA_LESSON_PADDING + STRATA_LESSON_GAP },
};

static void
space_blocks (GtkTextTagTable *table,
              double           scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      GtkTextTag *tag = gtk_text_tag_table_lookup (table, spaces[i].tag);

      if (spaces[i].above >= 0)
        g_object_set (tag, "pixels-above-lines", (int) (spaces[i].above * scale), NULL);
      if (spaces[i].below >= 0)
        g_object_set (tag, "pixels-below-lines", (int) (spaces[i].below * scale), NULL);
    }
}

/* After the font has changed. */
void
_strata_lesson_tags_measure (StrataLessonView *self)
{
  double scale = _strata_lesson_view_get_scale (self);

  space_blocks (gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))),
                scale);
  _strata_lesson_indent_measure (self);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), (int) (INSIDE_WRAP * scale));
}

/* All tags. ---------------------------------------------------------------------- */

void
_strata_lesson_tags_add (GtkTextBuffer *buffer)
{
  add_tag (buffer, "language");
  add_heading_tags (buffer);
  add_block_tags (buffer);
  g_object_set (add_tag (buffer, "emphasis"), "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (add_tag (buffer, "strong"), "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (add_tag (buffer, "code"), "family", "monospace", "scale", 0.92, NULL);
  g_object_set (add_tag (buffer, "link"), "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (add_tag (buffer, "underline"), "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (add_tag (buffer, "subscript"), "rise", -3 * PANGO_SCALE, "scale", 0.8, NULL);
  g_object_set (add_tag (buffer, "superscript"), "rise", 5 * PANGO_SCALE, "scale", 0.8, NULL);
  g_object_set (add_tag (buffer, "long-word"), "wrap-mode", GTK_WRAP_WORD_CHAR,
                "insert-hyphens", FALSE, NULL);
  g_object_set (add_tag (buffer, "term"), "underline", PANGO_UNDERLINE_SINGLE, NULL);
  add_tag (buffer, "link-focus");
  add_tag (buffer, "found");
  g_object_set (add_tag (buffer, "found-here"), "underline", PANGO_UNDERLINE_DOUBLE, NULL);
}

static void
set_colour (GtkTextTagTable *table,
            const char      *tag,
            const char      *property,
            const char      *colour)
{
  GdkRGBA rgba = _strata_lesson_palette_colour (colour);

  g_object_set (gtk_text_tag_table_lookup (table, tag), property, &rgba, NULL);
}

/* Only through foreground-rgba, see StrataTextTag. */
void
_strata_lesson_tags_colour (GtkTextBuffer *buffer)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  set_colour (table, "link", "foreground-rgba", _strata_lesson_palette ()->link);
  set_colour (table, "term", "underline-rgba", _strata_lesson_palette ()->bar);
  set_colour (table, "link-focus", "background-rgba", _strata_lesson_palette ()->focus);
  set_colour (table, "code", "background-rgba", _strata_lesson_palette ()->code);
  set_colour (table, "found", "background-rgba", _strata_lesson_palette ()->found);
  set_colour (table, "found-here", "background-rgba", _strata_lesson_palette ()->found_here);
}

void
_strata_lesson_tags_apply (GtkTextBuffer *buffer,
                           const char    *tag,
                           guint          start,
                           guint          end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);   /* or the end of the text */
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

static gboolean
is_edge (StrataLessonView  *self,
         const StrataBlock *block,
         guint              neighbour)
{
  return block->quote_id > 0
         && (neighbour >= strata_document_get_n_blocks (self->document)
             || strata_document_get_block (self->document, neighbour)->quote_id != block->quote_id);
}

/* What is folded away at the end of a card leaves the end to what is seen of it. */
static gboolean
is_card_end (StrataLessonView  *self,
             const StrataBlock *block,
             guint              position)
{
  return block->quote_id > 0
         && is_edge (self, block, _strata_lesson_view_next_seen (self, position));
}

static const char *
space_tag (StrataLessonView  *self,
           const StrataBlock *block,
           guint              position)
{
  static const char *const headings[] = { "heading-1", "heading-2", "heading-3",
                                          "heading-4", "heading-5", "heading-6" };

  if (block->kind == STRATA_BLOCK_HEADING)
    return headings[CLAMP (block->level, 1, 6) - 1];
  if (block->kind == STRATA_BLOCK_CODE && !_strata_lesson_view_suits (self, position))
    return "code-block";
  if (block->kind == STRATA_BLOCK_RULE)
    return "rule";
  return block->tight ? "tight" : "paragraph";
}

/* Pixels above and below what a block shows, as its tags have them. */
void
_strata_lesson_block_space (StrataLessonView *self,
                            guint             position,
                            int              *above,
                            int              *below)
{
  const StrataBlock *block = strata_document_get_block (self->document, position);
  const char *tag = space_tag (self, block, position);
  double scale = _strata_lesson_view_get_scale (self);
  guint i = 0;

  while (!g_str_equal (spaces[i].tag, tag))
    i++;
  *above = is_edge (self, block, position - 1) ? STRATA_LESSON_PADDING : spaces[i].above;
  *below = is_card_end (self, block, position) ? STRATA_LESSON_PADDING + STRATA_LESSON_GAP
                                               : spaces[i].below;
  *above = (int) (*above * scale);
  *below = (int) (*below * scale);
}

/* Leaves room below a block that ends a card, and takes it from one that no longer does. */
void
_strata_lesson_tags_card_end (StrataLessonView *self,
                              guint             position)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const StrataBlock *block = strata_document_get_block (self->document, position);
  GtkTextIter from, to;

  if (is_card_end (self, block, position))
    {
      _strata_lesson_tags_apply (buffer, "card-last", block->start, block->end + 1);
      return;
    }
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) block->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) block->end + 1);
  gtk_text_buffer_remove_tag_by_name (buffer, "card-last", &from, &to);
}

/* Without it the end of a long word stands outside a narrow page. Only where there is one,
 * and not in a text without paragraphs: a line takes longer to be broken that way. */
static void
break_long_words (GtkTextBuffer     *buffer,
                  const StrataBlock *block)
{
  g_autofree char *text = NULL;
  GtkTextIter from, to;

  if (block->end - block->start > LONGEST_BLOCK)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) block->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) block->end);
  text = gtk_text_buffer_get_slice (buffer, &from, &to, TRUE);
  if (strata_text_has_long_word (text, block->kind == STRATA_BLOCK_HEADING ? LONG_WORD_IN_HEADING
                                                                           : LONG_WORD))
    _strata_lesson_tags_apply (buffer, "long-word", block->start, block->end + 1);
}

/* Every second block is marked "odd", so that each begins with a change of tags:
 * GTK 4.8 lays lines out upwards at times, and without a change keeps the look of
 * the line below. */
void
_strata_lesson_tags_block (StrataLessonView *self,
                           guint             position)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const StrataBlock *block = strata_document_get_block (self->document, position);
  guint end = block->end + 1;

  _strata_lesson_tags_apply (buffer, space_tag (self, block, position), block->start, end);
  if (position % 2 == 1)
    _strata_lesson_tags_apply (buffer, "odd", block->start, end);
  if (is_edge (self, block, position - 1))
    _strata_lesson_tags_apply (buffer, "card-first", block->start, end);
  _strata_lesson_tags_card_end (self, position);
  if (block->align == STRATA_ALIGN_CENTRE || block->align == STRATA_ALIGN_RIGHT)
    _strata_lesson_tags_apply (buffer, block->align == STRATA_ALIGN_RIGHT ? "right" : "centre",
                               block->start, end);
  break_long_words (buffer, block);
  _strata_lesson_indent_apply (self, position);
}
