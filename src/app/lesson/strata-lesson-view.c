#include "strata-lesson-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "course/strata-link.h"
#include "document/strata-document.h"
#include "strata-address-popover.h"
#include "strata-lesson-image.h"
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"

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

/* Colours follow the theme. */
static void
update_colours (StrataLessonView *self)
{
  _strata_lesson_tags_colour (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Filling. -------------------------------------------------------------------- */

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
    _strata_lesson_tags_apply (buffer, names[span->kind], span->start, span->end);
}

static void
insert_image (StrataLessonView *self,
              GtkTextBuffer    *buffer,
              const StrataSpan *span,
              const char       *lesson,
              const char       *folder)
{
  g_autofree char *path = strata_lesson_image_find (span->target, lesson, folder);
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
    _strata_lesson_tags_block (buffer, strata_document_get_block (self->document, i));
  for (guint i = 0; i < strata_document_get_n_spans (self->document); i++)
    tag_span (self, buffer, strata_document_get_span (self->document, i));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* Links. ---------------------------------------------------------------------- */

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
      if (self->popover == NULL)
        {
          self->popover = strata_address_popover_new ();
          gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
        }
      strata_address_popover_show (self->popover, span->target, &where);
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

      _strata_lesson_tags_apply (buffer, "link-focus", span->start, span->end);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span->start);
      gtk_text_buffer_place_cursor (buffer, &start);
      _strata_lesson_scroll_to_caret (GTK_TEXT_VIEW (self));
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
  if (key == GDK_KEY_Page_Down || key == GDK_KEY_Page_Up || key == GDK_KEY_space)
    return _strata_lesson_scroll_page (GTK_TEXT_VIEW (self), key == GDK_KEY_Page_Up
                                  || (key == GDK_KEY_space && (state & GDK_SHIFT_MASK) != 0));
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
        _strata_lesson_draw_rule (view, snapshot, first);
      else if (first->quote_id > 0 || first->kind == STRATA_BLOCK_CODE)
        {
          while (first->quote_id > 0 && i + 1 < n
                 && strata_document_get_block (self->document, i + 1)->quote_id == first->quote_id)
            last = strata_document_get_block (self->document, ++i);
          _strata_lesson_draw_card (view, snapshot, first, last);
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
  _strata_lesson_tags_add (gtk_text_view_get_buffer (view));
  update_colours (self);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position",
                           G_CALLBACK (_strata_lesson_scroll_to_caret), self, G_CONNECT_SWAPPED);
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
