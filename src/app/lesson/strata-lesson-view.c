#include "strata-lesson-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "course/strata-link.h"
#include "document/strata-document.h"
#include "strata-lesson-image.h"
#include "strata-text-tag.h"

#define MAX_DEPTH 6
#define INDENT 24
#define CARD_PADDING 14
#define MIN_WIDTH 240

struct _StrataLessonView
{
  GtkTextView     parent_instance;

  StrataDocument *document;
  GPtrArray      *links;      /* const StrataSpan* of @document */
  GPtrArray      *images;     /* StrataLessonImage, owned by the view */
  GtkWidget      *popover;
  int             focus;      /* index in @links, -1 for none */
};

G_DEFINE_FINAL_TYPE (StrataLessonView, strata_lesson_view, GTK_TYPE_TEXT_VIEW)

/* Tags. ----------------------------------------------------------------------- */

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

static void
add_tags (GtkTextBuffer *buffer)
{
  add_heading_tags (buffer);
  add_block_tags (buffer);
  g_object_set (add_tag (buffer, "emphasis"), "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (add_tag (buffer, "strong"), "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (add_tag (buffer, "code"), "family", "monospace", "scale", 0.92, NULL);
  g_object_set (add_tag (buffer, "link"), "underline", PANGO_UNDERLINE_SINGLE, NULL);
  add_tag (buffer, "link-focus");
}

/* Colours follow the theme; only through foreground-rgba, see StrataTextTag. */
static void
update_colours (StrataLessonView *self)
{
  GtkTextTagTable *table =
      gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA link, focus, tint;

  gdk_rgba_parse (&link, dark ? "#b9a2f5" : "#5430a8");
  gdk_rgba_parse (&focus, dark ? "rgba(185,162,245,0.28)" : "rgba(84,48,168,0.16)");
  gdk_rgba_parse (&tint, dark ? "rgba(255,255,255,0.10)" : "rgba(0,0,0,0.06)");
  g_object_set (gtk_text_tag_table_lookup (table, "link"), "foreground-rgba", &link, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "link-focus"), "background-rgba", &focus, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "code"), "background-rgba", &tint, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Filling. -------------------------------------------------------------------- */

static void
apply (GtkTextBuffer *buffer,
       const char    *tag,
       guint          start,
       guint          end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);   /* or the end of the text */
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

static void
tag_block (GtkTextBuffer     *buffer,
           const StrataBlock *block)
{
  guint end = block->end + 1;

  if (block->kind == STRATA_BLOCK_HEADING)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", block->level);

      apply (buffer, name, block->start, end);
    }
  else if (block->kind == STRATA_BLOCK_CODE)
    apply (buffer, "code-block", block->start, end);
  else if (block->kind == STRATA_BLOCK_RULE)
    apply (buffer, "rule", block->start, end);
  else
    apply (buffer, block->tight ? "tight" : "paragraph", block->start, end);

  if (block->quote > 0)
    apply (buffer, "quote", block->start, end);
  if (block->list > 0)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u", block->is_item ? "item" : "inside",
                                               MIN (block->list, MAX_DEPTH));

      apply (buffer, name, block->start, end);
    }
}

static void
tag_span (StrataLessonView *self,
          GtkTextBuffer    *buffer,
          const StrataSpan *span)
{
  static const char *const names[] = {
    [STRATA_SPAN_EMPHASIS] = "emphasis",
    [STRATA_SPAN_STRONG] = "strong",
    [STRATA_SPAN_CODE] = "code",
    [STRATA_SPAN_LINK] = "link",
  };

  if (span->kind == STRATA_SPAN_LINK)
    g_ptr_array_add (self->links, (gpointer) span);
  if (span->kind != STRATA_SPAN_IMAGE)
    apply (buffer, names[span->kind], span->start, span->end);
}

/* The picture's file; NULL if it is not there or leaves the course. */
static char *
image_path (const char *target,
            const char *lesson,
            const char *folder)
{
  g_autofree char *directory = g_path_get_dirname (lesson);
  g_autofree char *unescaped = g_uri_unescape_string (target, NULL);
  g_autofree char *joined = NULL;
  char *real, *root;
  char *result = NULL;

  if (unescaped == NULL || g_uri_peek_scheme (target) != NULL || g_path_is_absolute (unescaped))
    return NULL;
  joined = g_build_filename (directory, unescaped, NULL);
  real = realpath (joined, NULL);
  root = realpath (folder, NULL);
  if (real != NULL && root != NULL && g_str_has_prefix (real, root)
      && real[strlen (root)] == G_DIR_SEPARATOR)
    result = g_strdup (real);
  free (real);
  free (root);
  return result;
}

static void
insert_image (StrataLessonView *self,
              GtkTextBuffer    *buffer,
              const StrataSpan *span,
              const char       *lesson,
              const char       *folder)
{
  g_autofree char *path = image_path (span->target, lesson, folder);
  GtkWidget *image = strata_lesson_image_new (path, span->alt);
  GtkTextIter from, to;
  GtkTextChildAnchor *anchor;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) span->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) span->end);
  gtk_text_buffer_delete (buffer, &from, &to);
  anchor = gtk_text_buffer_create_child_anchor (buffer, &from);
  gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self), image, anchor);
  g_ptr_array_add (self->images, image);
}

/**
 * strata_lesson_view_set_lesson:
 * @self: the view
 * @markdown: CommonMark
 * @length: in bytes, or -1
 * @path: where the lesson is, for the pictures beside it
 * @folder: the course, which no picture may leave
 */
void
strata_lesson_view_set_lesson (StrataLessonView *self,
                               const char       *markdown,
                               gssize            length,
                               const char       *path,
                               const char       *folder)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  const char *text;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self) && markdown != NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_ptr_array_set_size (self->links, 0);
  g_ptr_array_set_size (self->images, 0);
  self->focus = -1;
  gtk_text_buffer_set_text (buffer, "", 0);
  g_clear_pointer (&self->document, strata_document_free);
  self->document = strata_document_new (markdown, length);
  text = strata_document_get_text (self->document);
  /* The last line break would show as an empty line. */
  gtk_text_buffer_set_text (buffer, text, (int) MAX (strlen (text), 1) - 1);

  for (guint i = 0; i < strata_document_get_n_spans (self->document); i++)
    {
      const StrataSpan *span = strata_document_get_span (self->document, i);

      if (span->kind == STRATA_SPAN_IMAGE)
        insert_image (self, buffer, span, path, folder);
    }
  for (guint i = 0; i < strata_document_get_n_blocks (self->document); i++)
    tag_block (buffer, strata_document_get_block (self->document, i));
  for (guint i = 0; i < strata_document_get_n_spans (self->document); i++)
    tag_span (self, buffer, strata_document_get_span (self->document, i));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* Links. ---------------------------------------------------------------------- */

static void
open_address (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL), NULL, NULL,
                                           NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
copy_address (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GtkWidget *
address_button_new (const char *label,
                    const char *action,
                    const char *address)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* Nothing leaves the program before the reader has seen where it leads. */
static void
show_address (StrataLessonView   *self,
              const char         *address,
              const GdkRectangle *where)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (address);
  GtkWidget *open = address_button_new (_("_Open in Browser"), "lesson.open-address", address);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (open, "suggested-action");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box),
                  address_button_new (_("_Copy Address"), "lesson.copy-address", address));

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), where);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (open);
}

static void
link_rectangle (StrataLessonView *self,
                const StrataSpan *span,
                GdkRectangle     *where)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) span->start);
  gtk_text_view_get_iter_location (view, &iter, where);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, where->x, where->y,
                                         &where->x, &where->y);
}

/**
 * strata_lesson_view_follow:
 * @self: the view
 * @link: which of its links, from 0
 *
 * Goes where the link leads; of a web link, shows where that is.
 */
void
strata_lesson_view_follow (StrataLessonView *self,
                           guint             link)
{
  const StrataSpan *span;
  g_autoptr (StrataLink) parts = NULL;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self) && link < self->links->len);

  span = g_ptr_array_index (self->links, link);
  parts = strata_link_parse (span->target);
  if (parts->kind == STRATA_LINK_WEB)
    {
      GdkRectangle where;

      link_rectangle (self, span, &where);
      show_address (self, span->target, &where);
    }
  else if (parts->kind == STRATA_LINK_CONCEPT || parts->kind == STRATA_LINK_ROW)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", span->target);
}

guint
strata_lesson_view_get_n_links (StrataLessonView *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), 0);

  return self->links->len;
}

static int
link_at (StrataLessonView *self,
         guint             offset)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const StrataSpan *span = g_ptr_array_index (self->links, i);

      if (offset >= span->start && offset < span->end)
        return (int) i;
    }
  return -1;
}

static int
link_at_point (StrataLessonView *self,
               double            x,
               double            y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int bx, by;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  if (!gtk_text_view_get_iter_at_location (view, &iter, bx, by))
    return -1;
  return link_at (self, (guint) gtk_text_iter_get_offset (&iter));
}

static void
scroll_to_link (StrataLessonView *self,
                const StrataSpan *span)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GdkRectangle where;
  double x, y;

  if (scroller == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  link_rectangle (self, span, &where);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self), scroller, where.x, where.y, &x, &y))
    {
      y += gtk_adjustment_get_value (adjustment);
      gtk_adjustment_clamp_page (adjustment, y - 48, y + where.height + 48);
    }
}

static void
focus_link (StrataLessonView *self,
            int               link)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "link-focus", &start, &end);
  self->focus = link;
  if (link >= 0)
    {
      const StrataSpan *span = g_ptr_array_index (self->links, link);

      apply (buffer, "link-focus", span->start, span->end);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span->start);
      gtk_text_buffer_place_cursor (buffer, &start);
      scroll_to_link (self, span);
    }
}

/* Tab goes from link to link and leaves the text after the last one. */
static gboolean
key_pressed (StrataLessonView *self,
             guint             key,
             guint             code,
             GdkModifierType   state)
{
  gboolean back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    {
      int next = back ? self->focus - 1 : self->focus + 1;

      if (back && self->focus < 0)
        return GDK_EVENT_PROPAGATE;
      if (next < 0 || next >= (int) self->links->len)
        {
          focus_link (self, -1);
          return gtk_widget_child_focus (
              GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
              back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
        }
      focus_link (self, next);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
      GtkTextIter caret;
      int link;

      gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
      link = link_at (self, (guint) gtk_text_iter_get_offset (&caret));
      if (link >= 0)
        strata_lesson_view_follow (self, (guint) link);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
released (StrataLessonView *self,
          int               n,
          double            x,
          double            y)
{
  int link = link_at_point (self, x, y);

  if (n == 1 && link >= 0
      && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    strata_lesson_view_follow (self, (guint) link);
}

static void
moved (StrataLessonView *self,
       double            x,
       double            y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   link_at_point (self, x, y) >= 0 ? "pointer" : "text");
}

/* Drawing. -------------------------------------------------------------------- */

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

static void
draw_card (StrataLessonView  *self,
           GtkSnapshot       *snapshot,
           const StrataBlock *first,
           const StrataBlock *last)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA tint, bar;
  GskRoundedRect card;
  graphene_rect_t bounds;
  int top, bottom;

  block_extent (view, first, last, &top, &bottom);
  gdk_rgba_parse (&tint, dark ? "rgba(255,255,255,0.08)" : "rgba(0,0,6,0.05)");
  gdk_rgba_parse (&bar, dark ? "#8f70dd" : "#7d52c8");
  bounds = GRAPHENE_RECT_INIT (0, top, gtk_widget_get_width (GTK_WIDGET (self)), bottom - top - 8);
  gsk_rounded_rect_init_from_rect (&card, &bounds, 10);
  gtk_snapshot_push_rounded_clip (snapshot, &card);
  gtk_snapshot_append_color (snapshot, &tint, &bounds);
  if (first->kind != STRATA_BLOCK_CODE)
    gtk_snapshot_append_color (snapshot, &bar,
                               &GRAPHENE_RECT_INIT (0, top, 4, bounds.size.height));
  gtk_snapshot_pop (snapshot);
}

static void
draw_rule (StrataLessonView  *self,
           GtkSnapshot       *snapshot,
           const StrataBlock *block)
{
  GdkRGBA colour = { 0.5, 0.5, 0.5, 0.5 };
  int top, bottom;

  block_extent (GTK_TEXT_VIEW (self), block, block, &top, &bottom);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, (top + bottom) / 2,
                                                  gtk_widget_get_width (GTK_WIDGET (self)), 1));
}

static void
strata_lesson_view_snapshot_layer (GtkTextView      *view,
                                   GtkTextViewLayer  layer,
                                   GtkSnapshot      *snapshot)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (view);
  guint n = self->document != NULL ? strata_document_get_n_blocks (self->document) : 0;

  for (guint i = 0; layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && i < n; i++)
    {
      const StrataBlock *first = strata_document_get_block (self->document, i);
      const StrataBlock *last = first;

      if (first->kind == STRATA_BLOCK_RULE)
        draw_rule (self, snapshot, first);
      else if (first->quote_id > 0 || first->kind == STRATA_BLOCK_CODE)
        {
          while (first->quote_id > 0 && i + 1 < n
                 && strata_document_get_block (self->document, i + 1)->quote_id == first->quote_id)
            last = strata_document_get_block (self->document, ++i);
          draw_card (self, snapshot, first, last);
        }
    }
}

/* Pictures shrink with the text: they must not hold the window open. */
static void
strata_lesson_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  GTK_WIDGET_CLASS (strata_lesson_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
strata_lesson_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);

  for (guint i = 0; i < self->images->len; i++)
    strata_lesson_image_set_width (g_ptr_array_index (self->images, i), width - 2);
  GTK_WIDGET_CLASS (strata_lesson_view_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
strata_lesson_view_dispose (GObject *object)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_lesson_view_parent_class)->dispose (object);
}

static void
strata_lesson_view_finalize (GObject *object)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (object);

  g_clear_pointer (&self->document, strata_document_free);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->images);

  G_OBJECT_CLASS (strata_lesson_view_parent_class)->finalize (object);
}

static void
strata_lesson_view_class_init (StrataLessonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_lesson_view_finalize;
  widget_class->measure = strata_lesson_view_measure;
  widget_class->size_allocate = strata_lesson_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = strata_lesson_view_snapshot_layer;
  gtk_widget_class_install_action (widget_class, "lesson.open-address", "s", open_address);
  gtk_widget_class_install_action (widget_class, "lesson.copy-address", "s", copy_address);
}

static void
add_controllers (StrataLessonView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
strata_lesson_view_init (StrataLessonView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->links = g_ptr_array_new ();
  self->images = g_ptr_array_new ();
  self->focus = -1;
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD);
  gtk_text_view_set_pixels_inside_wrap (view, 7);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lesson");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lesson"), -1);
  add_tags (gtk_text_view_get_buffer (view));
  update_colours (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  add_controllers (self);
}

GtkWidget *
strata_lesson_view_new (void)
{
  return g_object_new (STRATA_TYPE_LESSON_VIEW, NULL);
}

/**
 * strata_lesson_view_list_headings:
 * @self: the view
 * @offsets: (out) (transfer full) (element-type guint): where each begins, in
 *   characters
 *
 * Returns: (transfer full) (element-type utf8): the headings below the title
 */
GPtrArray *
strata_lesson_view_list_headings (StrataLessonView *self,
                                  GArray          **offsets)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  const char *text;

  *offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self) && self->document != NULL, headings);

  text = strata_document_get_text (self->document);
  for (guint i = 0; i < strata_document_get_n_blocks (self->document); i++)
    {
      const StrataBlock *block = strata_document_get_block (self->document, i);

      if (block->kind != STRATA_BLOCK_HEADING || block->level < 2)
        continue;
      g_ptr_array_add (headings, g_utf8_substring (text, block->start, block->end));
      g_array_append_val (*offsets, block->start);
    }
  return headings;
}
