/* How a lesson looks: the tags of its text, and what is drawn below it. */
#include "strata-lesson-style-private.h"

#include <adwaita.h>

#include "strata-text-tag.h"

#define MAX_DEPTH 6
#define INDENT "10.\xe2\x80\x82"   /* what a list is indented by: room for two digits */
#define CARD_PADDING 14
#define INSIDE_WRAP 7   /* pixels between the lines of a paragraph */

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
  g_object_set (add_tag (buffer, "code-block"), "family", "monospace", "scale", 0.92,
                "left-margin", CARD_PADDING, "right-margin", CARD_PADDING, NULL);
  g_object_set (add_tag (buffer, "quote"), "left-margin", CARD_PADDING + 6, "right-margin",
                CARD_PADDING, NULL);
  add_tag (buffer, "odd");
  add_tag (buffer, "rule");
}

/* Pixels above and below the lines of a block, for text of the usual size. */
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
  { "paragraph", 0, 18 },
  { "tight", 0, 9 },
  { "code-block", CARD_PADDING, CARD_PADDING + 8 },
  { "quote", CARD_PADDING, CARD_PADDING + 8 },
  { "rule", 8, 8 },
};

static void
space_blocks (GtkTextTagTable *table,
              double           scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    g_object_set (gtk_text_tag_table_lookup (table, spaces[i].tag), "pixels-above-lines",
                  (int) (spaces[i].above * scale), "pixels-below-lines",
                  (int) (spaces[i].below * scale), NULL);
}

/* List items. -------------------------------------------------------------------- */

/* What an item's tag needs to be measured anew: the marker, and how deep it is. */
typedef struct
{
  GtkTextView *view;
  char        *marker;
  guint        depth;
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->marker);
  g_free (item);
}

static int
text_width (GtkTextView *view,
            const char  *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* A hanging indent: bullet or number stand to the left of the text, and the text
 * of every item of a list begins at the same place. */
static void
measure_item (GtkTextTag *tag,
              gpointer    data)
{
  const Item *item = g_object_get_data (G_OBJECT (tag), "item");
  int margin, marker;

  if (item == NULL)
    return;
  margin = (int) MIN (item->depth, MAX_DEPTH) * text_width (item->view, INDENT);
  marker = item->marker != NULL ? text_width (item->view, item->marker) : 0;
  g_object_set (tag, "left-margin", MAX (0, margin - marker), "indent", -marker, NULL);
}

/* After the font has changed; @scale is how much larger than usual text is. */
void
_strata_lesson_tags_measure (GtkTextView *view,
                             double       scale)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (view));

  space_blocks (table, scale);
  gtk_text_tag_table_foreach (table, measure_item, NULL);
  gtk_text_view_set_pixels_inside_wrap (view, (int) (INSIDE_WRAP * scale));
}

static void
apply_item (GtkTextView       *view,
            const StrataBlock *block)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *marker = NULL;
  g_autofree char *name = NULL;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) block->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (block->start + block->marker));
  marker = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  name = g_strdup_printf ("item-%u-%s", block->list, marker);
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name) == NULL)
    {
      GtkTextTag *tag = add_tag (buffer, name);
      Item *item = g_new0 (Item, 1);

      *item = (Item) { view, *marker != '\0' ? g_steal_pointer (&marker) : NULL, block->list };
      g_object_set_data_full (G_OBJECT (tag), "item", item, item_free);
      measure_item (tag, NULL);
    }
  _strata_lesson_tags_apply (buffer, name, block->start, block->end + 1);
}

/* All tags. ---------------------------------------------------------------------- */

void
_strata_lesson_tags_add (GtkTextBuffer *buffer)
{
  add_heading_tags (buffer);
  add_block_tags (buffer);
  g_object_set (add_tag (buffer, "emphasis"), "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (add_tag (buffer, "strong"), "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (add_tag (buffer, "code"), "family", "monospace", "scale", 0.92, NULL);
  g_object_set (add_tag (buffer, "link"), "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (add_tag (buffer, "underline"), "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (add_tag (buffer, "subscript"), "rise", -3 * PANGO_SCALE, "scale", 0.8, NULL);
  g_object_set (add_tag (buffer, "superscript"), "rise", 5 * PANGO_SCALE, "scale", 0.8, NULL);
  add_tag (buffer, "link-focus");
  add_tag (buffer, "found");
  g_object_set (add_tag (buffer, "found-here"), "underline", PANGO_UNDERLINE_DOUBLE, NULL);
}

/* The colours of a lesson by theme; the strong ones are for high contrast. */
typedef struct
{
  const char *link;
  const char *focus;
  const char *code;
  const char *card;
  const char *bar;
  const char *rule;
  const char *found;
  const char *found_here;
} Palette;

static const Palette *
palette (void)
{
  static const Palette palettes[2][2] = {
    { { "#5430a8", "rgba(84,48,168,0.16)", "rgba(0,0,0,0.06)", "rgba(0,0,6,0.05)", "#7d52c8",
        "rgba(0,0,0,0.3)", "rgba(246,211,45,0.45)", "rgba(255,163,72,0.85)" },
      { "#36177f", "rgba(84,48,168,0.36)", "rgba(0,0,0,0.12)", "rgba(0,0,6,0.10)", "#36177f",
        "#000000", "rgba(246,211,45,0.8)", "#ffa348" } },
    { { "#b9a2f5", "rgba(185,162,245,0.28)", "rgba(255,255,255,0.10)", "rgba(255,255,255,0.08)",
        "#8f70dd", "rgba(255,255,255,0.3)", "rgba(229,165,10,0.35)", "rgba(198,70,0,0.9)" },
      { "#dccfff", "rgba(185,162,245,0.48)", "rgba(255,255,255,0.20)", "rgba(255,255,255,0.16)",
        "#dccfff", "#ffffff", "rgba(229,165,10,0.55)", "#a33a00" } },
  };
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return &palettes[adw_style_manager_get_dark (manager)]
                  [adw_style_manager_get_high_contrast (manager)];
}

static void
set_colour (GtkTextTagTable *table,
            const char      *tag,
            const char      *property,
            const char      *colour)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, colour);
  g_object_set (gtk_text_tag_table_lookup (table, tag), property, &rgba, NULL);
}

/* Only through foreground-rgba, see StrataTextTag. */
void
_strata_lesson_tags_colour (GtkTextBuffer *buffer)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  set_colour (table, "link", "foreground-rgba", palette ()->link);
  set_colour (table, "link-focus", "background-rgba", palette ()->focus);
  set_colour (table, "code", "background-rgba", palette ()->code);
  set_colour (table, "found", "background-rgba", palette ()->found);
  set_colour (table, "found-here", "background-rgba", palette ()->found_here);
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

/* Every second block is marked "odd", so that each begins with a change of tags:
 * GTK 4.8 lays lines out upwards at times, and without a change keeps the look of
 * the line below. */
void
_strata_lesson_tags_block (GtkTextView       *view,
                           const StrataBlock *block,
                           gboolean           odd)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
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

  if (odd)
    _strata_lesson_tags_apply (buffer, "odd", block->start, end);
  if (block->quote > 0)
    _strata_lesson_tags_apply (buffer, "quote", block->start, end);
  if (block->list > 0)
    apply_item (view, block);
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
  GdkRGBA tint, bar;
  GskRoundedRect card;
  graphene_rect_t bounds;
  int top, bottom;

  block_extent (view, first, last, &top, &bottom);
  gdk_rgba_parse (&tint, palette ()->card);
  gdk_rgba_parse (&bar, palette ()->bar);
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
  GdkRGBA colour;
  int top, bottom;

  gdk_rgba_parse (&colour, palette ()->rule);
  block_extent (view, block, block, &top, &bottom);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, (top + bottom) / 2,
                                                  gtk_widget_get_width (GTK_WIDGET (view)), 1));
}
