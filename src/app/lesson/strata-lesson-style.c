/* How a lesson looks: the tags of its text, and what is drawn below it. */
#include "strata-lesson-style-private.h"

#include <adwaita.h>

#include "strata-text-tag.h"

#define MAX_DEPTH 6
#define INDENT 24
#define CARD_PADDING 14

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

      g_object_set (add_tag (buffer, name), "weight", PANGO_WEIGHT_HEAVY, "scale", scales[i],
                    "pixels-above-lines", i == 0 ? 0 : 26 - (int) i * 4, "pixels-below-lines", 8,
                    NULL);
    }
}

static void
add_block_tags (GtkTextBuffer *buffer)
{
  g_object_set (add_tag (buffer, "paragraph"), "pixels-below-lines", 12, NULL);
  g_object_set (add_tag (buffer, "tight"), "pixels-below-lines", 4, NULL);
  g_object_set (add_tag (buffer, "code-block"), "family", "monospace", "scale", 0.92,
                "left-margin", CARD_PADDING, "right-margin", CARD_PADDING, "pixels-above-lines",
                CARD_PADDING, "pixels-below-lines", CARD_PADDING + 8, NULL);
  g_object_set (add_tag (buffer, "quote"), "left-margin", CARD_PADDING + 6, "right-margin",
                CARD_PADDING, "pixels-above-lines", CARD_PADDING, "pixels-below-lines",
                CARD_PADDING + 8, NULL);
  g_object_set (add_tag (buffer, "rule"), "pixels-above-lines", 8, "pixels-below-lines", 8, NULL);
  for (int depth = 1; depth <= MAX_DEPTH; depth++)
    {
      g_autofree char *item = g_strdup_printf ("item-%d", depth);
      g_autofree char *inside = g_strdup_printf ("inside-%d", depth);

      /* A hanging indent: the bullet stands out to the left. */
      g_object_set (add_tag (buffer, item), "left-margin", depth * INDENT, "indent", -15, NULL);
      g_object_set (add_tag (buffer, inside), "left-margin", depth * INDENT, NULL);
    }
}

void
_strata_lesson_tags_add (GtkTextBuffer *buffer)
{
  add_heading_tags (buffer);
  add_block_tags (buffer);
  g_object_set (add_tag (buffer, "emphasis"), "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (add_tag (buffer, "strong"), "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (add_tag (buffer, "code"), "family", "monospace", "scale", 0.92, NULL);
  g_object_set (add_tag (buffer, "link"), "underline", PANGO_UNDERLINE_SINGLE, NULL);
  add_tag (buffer, "link-focus");
}

/* Only through foreground-rgba, see StrataTextTag. */
void
_strata_lesson_tags_colour (GtkTextBuffer *buffer)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA link, focus, tint;

  gdk_rgba_parse (&link, dark ? "#b9a2f5" : "#5430a8");
  gdk_rgba_parse (&focus, dark ? "rgba(185,162,245,0.28)" : "rgba(84,48,168,0.16)");
  gdk_rgba_parse (&tint, dark ? "rgba(255,255,255,0.10)" : "rgba(0,0,0,0.06)");
  g_object_set (gtk_text_tag_table_lookup (table, "link"), "foreground-rgba", &link, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "link-focus"), "background-rgba", &focus, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "code"), "background-rgba", &tint, NULL);
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

void
_strata_lesson_tags_block (GtkTextBuffer     *buffer,
                           const StrataBlock *block)
{
  guint end = block->end + 1;

  if (block->kind == STRATA_BLOCK_HEADING)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", block->level);

      _strata_lesson_tags_apply (buffer, name, block->start, end);
    }
  else if (block->kind == STRATA_BLOCK_CODE)
    _strata_lesson_tags_apply (buffer, "code-block", block->start, end);
  else if (block->kind == STRATA_BLOCK_RULE)
    _strata_lesson_tags_apply (buffer, "rule", block->start, end);
  else
    _strata_lesson_tags_apply (buffer, block->tight ? "tight" : "paragraph", block->start, end);

  if (block->quote > 0)
    _strata_lesson_tags_apply (buffer, "quote", block->start, end);
  if (block->list > 0)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u", block->is_item ? "item" : "inside",
                                               MIN (block->list, MAX_DEPTH));

      _strata_lesson_tags_apply (buffer, name, block->start, end);
    }
}

static void
block_extent (GtkTextView       *view,
              const StrataBlock *first,
              const StrataBlock *last,
              int               *top,
              int               *bottom)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) first->start);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  *top = y;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) last->start);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  *bottom = y + height;
}

void
_strata_lesson_draw_card (GtkTextView       *view,
                          GtkSnapshot       *snapshot,
                          const StrataBlock *first,
                          const StrataBlock *last)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA tint, bar;
  GskRoundedRect card;
  graphene_rect_t bounds;
  int top, bottom;

  block_extent (view, first, last, &top, &bottom);
  gdk_rgba_parse (&tint, dark ? "rgba(255,255,255,0.08)" : "rgba(0,0,6,0.05)");
  gdk_rgba_parse (&bar, dark ? "#8f70dd" : "#7d52c8");
  bounds = GRAPHENE_RECT_INIT (0, top, gtk_widget_get_width (GTK_WIDGET (view)), bottom - top - 8);
  gsk_rounded_rect_init_from_rect (&card, &bounds, 10);
  gtk_snapshot_push_rounded_clip (snapshot, &card);
  gtk_snapshot_append_color (snapshot, &tint, &bounds);
  if (first->kind != STRATA_BLOCK_CODE)
    gtk_snapshot_append_color (snapshot, &bar,
                               &GRAPHENE_RECT_INIT (0, top, 4, bounds.size.height));
  gtk_snapshot_pop (snapshot);
}

void
_strata_lesson_draw_rule (GtkTextView       *view,
                          GtkSnapshot       *snapshot,
                          const StrataBlock *block)
{
  GdkRGBA colour = { 0.5, 0.5, 0.5, 0.5 };
  int top, bottom;

  block_extent (view, block, block, &top, &bottom);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, (top + bottom) / 2,
                                                  gtk_widget_get_width (GTK_WIDGET (view)), 1));
}
