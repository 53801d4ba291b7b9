/* What a page says of reading: the heading one is at, how far one has come, where a
 * link leads. */
#include "strata-lesson-outline.h"
#include "strata-lesson-page-private.h"
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-view.h"
#include "strata-link-words.h"
#include "strata-reading-mark.h"

/* One is at the heading that is in the upper part of what is seen; on the last page,
 * where none can come up there any more, further and further down. */
#define UPPER_PART 0.2

static double
reading_line (GtkAdjustment *scroll)
{
  double page = gtk_adjustment_get_page_size (scroll);
  double value = gtk_adjustment_get_value (scroll);
  double end = MAX (gtk_adjustment_get_upper (scroll) - page, 1);
  double last = MIN (page, end);
  double part = CLAMP ((value - (end - last)) / last, 0, 1);

  return value + page * (UPPER_PART + (1 - UPPER_PART) * part);
}

static guint
offset_at (StrataLessonPage *self,
           double            y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;

  gtk_text_view_get_line_at_y (view, &iter, (int) (y - _strata_lesson_scroll_top (view)), NULL);
  return (guint) gtk_text_iter_get_offset (&iter);
}

/* The heading that was gone to is the one, wherever on the screen it could come. */
static int
find_current (StrataLessonPage *self,
              GtkAdjustment    *scroll)
{
  guint offset = strata_lesson_position_get_offset (self->position);

  if (self->headings == NULL)
    return -1;
  if (strata_lesson_position_get_into (self->position) != -ROOM_ABOVE)
    offset = MAX (offset, offset_at (self, reading_line (scroll)));
  return strata_outline_find (self->headings, offset);
}

/* Whether the target of a link would hide the link itself, or part of it, in the lower
 * corner. */
static gboolean
hides_link (StrataLessonPage *self)
{
  GtkWidget *overlay = gtk_widget_get_parent (self->target);
  int height = gtk_widget_get_height (overlay);
  graphene_point_t corner;
  GdkRectangle link, target = { 0 };

  if (!strata_lesson_view_get_pointed (STRATA_LESSON_VIEW (self->view), &link)
      || !gtk_widget_compute_point (self->view, overlay,
                                    &GRAPHENE_POINT_INIT ((float) link.x, (float) link.y), &corner))
    return FALSE;
  link.x = (int) corner.x;
  link.y = (int) corner.y;
  gtk_widget_measure (self->target, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &target.width, NULL, NULL);
  gtk_widget_measure (self->target, GTK_ORIENTATION_VERTICAL, -1, NULL, &target.height, NULL, NULL);
  target.y = height - target.height;
  return gdk_rectangle_intersect (&link, &target, NULL);
}

static void
place_target (StrataLessonPage *self)
{
  gboolean above = gtk_widget_get_visible (self->target) && hides_link (self);

  gtk_widget_set_valign (self->target, above ? GTK_ALIGN_START : GTK_ALIGN_END);
  if (above)
    gtk_widget_add_css_class (self->target, "above");
  else
    gtk_widget_remove_css_class (self->target, "above");
}

static void
moved (StrataLessonPage *self)
{
  GtkAdjustment *scroll =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double end = gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll);

  gtk_widget_set_visible (self->mark, end > 0);
  strata_reading_mark_set_progress (STRATA_READING_MARK (self->mark),
                                    end > 0 ? gtk_adjustment_get_value (scroll) / end : 1);
  strata_lesson_outline_set_current (STRATA_LESSON_OUTLINE (self->outline),
                                     find_current (self, scroll));
  place_target (self);
}

/* Says where the link leads that is pointed to or has the focus. */
static void
link_pointed (StrataLessonPage *self,
              const char       *target)
{
  g_autofree char *words = NULL;

  if (target != NULL)
    words = strata_link_words_dup (
        target, self->course, (const char *const *) self->languages,
        strata_lesson_view_get_document (STRATA_LESSON_VIEW (self->view)));
  gtk_label_set_label (GTK_LABEL (self->target), words != NULL ? words : "");
  gtk_widget_set_visible (self->target, words != NULL && *words != '\0');
  place_target (self);
}

static void
chosen (StrataLessonPage *self,
        guint             offset)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "lesson.scroll-to", "u", offset);
}

/* Of the pages in a window, the one that is seen lists its headings. */
static void
map_changed (StrataLessonPage *self)
{
  gtk_widget_set_visible (self->outline, gtk_widget_get_mapped (GTK_WIDGET (self))
                                             && self->headings != NULL
                                             && strata_outline_get_n_headings (self->headings) > 0);
}

/* Lists the headings of the text that has come. */
void
_strata_lesson_page_fill_outline (StrataLessonPage *self)
{
  const StrataDocument *document =
      strata_lesson_view_get_document (STRATA_LESSON_VIEW (self->view));

  StrataOutline *headings = strata_outline_new (document);

  self->headings = headings;
  strata_lesson_outline_set_headings (STRATA_LESSON_OUTLINE (self->outline), headings);
  map_changed (self);
  link_pointed (self, NULL);
}

/* Puts the mark and the target of links over what is scrolled. */
GtkWidget *
_strata_lesson_page_add_reading (StrataLessonPage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->outline = g_object_ref_sink (strata_lesson_outline_new ());
  g_signal_connect_object (self->outline, "chosen", G_CALLBACK (chosen), self, G_CONNECT_SWAPPED);
  self->mark = strata_reading_mark_new ();
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  /* A status is read out when it changes. */
  self->target = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "visible", FALSE, "can-target",
                               FALSE, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_END, NULL);
  gtk_widget_add_css_class (self->target, "link-target");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->mark);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->target);
  g_signal_connect_object (self->position, "moved", G_CALLBACK (moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "link-pointed", G_CALLBACK (link_pointed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_changed), NULL);
  g_signal_connect_after (self, "unmap", G_CALLBACK (map_changed), NULL);
  return overlay;
}

/**
 * strata_lesson_page_get_outline:
 * @self: the page
 *
 * Returns: (transfer none): the button that lists the headings, for the header of
 *   the window; it hides where the page is not seen
 */
GtkWidget *
strata_lesson_page_get_outline (StrataLessonPage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_PAGE (self), NULL);

  return self->outline;
}
