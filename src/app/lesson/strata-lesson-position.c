#include "strata-lesson-position.h"

#include <math.h>

#include "strata-lesson-scroll-private.h"
#include "strata-lesson-view-private.h"

/* Frames in which the text stays where it is before it counts as laid out. */
#define SETTLED_FRAMES 4
#define WHOLE_LINE 1000000.0

struct _StrataLessonPosition
{
  GObject            parent_instance;

  GtkScrolledWindow *scroller;    /* unowned: whoever has it has this */
  StrataLessonView  *view;        /* the same */
  guint              offset;
  int                into;
  gboolean           placing;     /* we scroll ourselves */
  double             upper;       /* how long the page is, as it was last said */
  double             page;
  guint              layout_source;   /* until what lays the text out is done */
  guint              frames;
  double             last_upper;
  guint              tick;
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataLessonPosition, strata_lesson_position, G_TYPE_OBJECT)

static GtkAdjustment *
adjustment (StrataLessonPosition *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

static void
line_place (StrataLessonPosition *self,
            const GtkTextIter    *iter,
            int                  *y,
            int                  *height)
{
  GdkRectangle place;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), iter, &place);
  *y = place.y;
  *height = MAX (1, place.height);
}

/* Moves to the start of a block that a widget shows; whether @iter is in one. In its text,
 * which is unseen, GTK 4.8 must not look for lines: it ends the program. */
static gboolean
to_widget (StrataLessonPosition *self,
           GtkTextIter          *iter)
{
  int start = _strata_lesson_view_widget_at (self->view, (guint) gtk_text_iter_get_offset (iter));

  if (start >= 0)
    gtk_text_iter_set_offset (iter, start);
  return start >= 0;
}

/* Moves to the start of the line on the screen that @iter is in. */
static void
to_line_start (StrataLessonPosition *self,
               GtkTextIter          *iter)
{
  if (!to_widget (self, iter))
    gtk_text_view_backward_display_line_start (GTK_TEXT_VIEW (self->view), iter);
}

/* Moves to the next line on the screen, if there is one. */
static gboolean
to_next_line (StrataLessonPosition *self,
              GtkTextIter          *iter)
{
  int start = _strata_lesson_view_widget_at (self->view, (guint) gtk_text_iter_get_offset (iter));
  int at = start;

  if (start < 0)
    {
      if (!gtk_text_view_forward_display_line (GTK_TEXT_VIEW (self->view), iter))
        return FALSE;
      to_line_start (self, iter);
      return TRUE;
    }
  while (at == start && gtk_text_iter_forward_line (iter))
    at = _strata_lesson_view_widget_at (self->view, (guint) gtk_text_iter_get_offset (iter));
  return at != start;
}

/* What is at the top edge becomes the position. Pixels are whole: the text stands
 * on whole ones wherever a touchpad has left it. */
static void
capture (StrataLessonPosition *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  double value = floor (gtk_adjustment_get_value (adjustment (self)));
  double edge = value - _strata_lesson_scroll_top (view);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &iter);
  if (edge > 0)
    {
      gtk_text_view_get_line_at_y (view, &iter, (int) edge, NULL);
      if (!to_widget (self, &iter))
        {
          gtk_text_view_get_iter_at_location (view, &iter, 0, (int) edge);
          to_line_start (self, &iter);
        }
    }
  line_place (self, &iter, &y, &height);
  /* In the room below a line, what comes next is what will be there in any width. */
  if (edge >= y + height && to_next_line (self, &iter))
    line_place (self, &iter, &y, &height);
  self->offset = strata_lesson_view_skip_folded (self->view,
                                                 (guint) gtk_text_iter_get_offset (&iter));
  edge = self->offset > 0 ? edge - y : value;
  self->into = (int) CLAMP (round (edge / height * WHOLE_LINE), G_MININT, G_MAXINT);
}

static void
place (StrataLessonPosition *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;
  double value;
  int y, height;

  strata_lesson_view_fill_to (self->view, self->offset);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) self->offset);
  line_place (self, &iter, &y, &height);
  value = self->offset > 0 ? _strata_lesson_scroll_top (view) + y : 0;
  self->placing = TRUE;
  gtk_adjustment_set_value (adjustment (self), round (value + self->into / WHOLE_LINE * height));
  self->placing = FALSE;
}

/* The text is laid out a piece at a time: go on until its height stays. */
static gboolean
settle (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  StrataLessonPosition *self = data;
  double upper = gtk_adjustment_get_upper (adjustment (self));

  self->frames = upper == self->last_upper && upper > 1 ? self->frames + 1 : 0;
  self->last_upper = upper;
  place (self);
  strata_lesson_view_look_around (self->view);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
  if (self->frames < SETTLED_FRAMES)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_settling (StrataLessonPosition *self)
{
  self->frames = 0;
  self->last_upper = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), settle, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self->scroller));
}

/* Where the reader scrolls to is the position; where a text of another height pushes
 * what is seen is not. GTK 4.8 says that before it says that the height is another,
 * newer ones after it. */
static void
value_changed (StrataLessonPosition *self)
{
  GtkAdjustment *a = adjustment (self);

  if (!self->placing && self->layout_source == 0 && gtk_adjustment_get_upper (a) == self->upper
      && gtk_adjustment_get_page_size (a) == self->page)
    capture (self);
  strata_lesson_view_look_around (self->view);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static gboolean
layout_done (gpointer data)
{
  STRATA_LESSON_POSITION (data)->layout_source = 0;
  return G_SOURCE_REMOVE;
}

static void
laid_out (StrataLessonPosition *self)
{
  if (self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH, layout_done, self, NULL);
  self->upper = gtk_adjustment_get_upper (adjustment (self));
  self->page = gtk_adjustment_get_page_size (adjustment (self));
  start_settling (self);
}

static void
strata_lesson_position_dispose (GObject *object)
{
  StrataLessonPosition *self = STRATA_LESSON_POSITION (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->layout_source, g_source_remove);

  G_OBJECT_CLASS (strata_lesson_position_parent_class)->dispose (object);
}

static void
strata_lesson_position_class_init (StrataLessonPositionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_lesson_position_dispose;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
strata_lesson_position_init (StrataLessonPosition *self)
{
}

/**
 * strata_lesson_position_new:
 * @scroller: what scrolls the lesson; has to outlive the position
 * @view: the lesson in it; the same
 *
 * Returns: (transfer full): the position at the top of the page
 */
StrataLessonPosition *
strata_lesson_position_new (GtkScrolledWindow *scroller,
                            StrataLessonView  *view)
{
  StrataLessonPosition *self = g_object_new (STRATA_TYPE_LESSON_POSITION, NULL);

  self->scroller = scroller;
  self->view = view;
  g_signal_connect_object (adjustment (self), "value-changed", G_CALLBACK (value_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment (self), "changed", G_CALLBACK (laid_out), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * strata_lesson_position_get_offset:
 * @self: a position
 *
 * Returns: offset of the first character of the line at the top edge; 0 also
 *   where the edge is above the text
 */
guint
strata_lesson_position_get_offset (StrataLessonPosition *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_POSITION (self), 0);

  return self->offset;
}

/**
 * strata_lesson_position_get_into:
 * @self: a position
 *
 * Returns: how much of that line is above the edge, in millionths of its height;
 *   see #StrataPlace
 */
int
strata_lesson_position_get_into (StrataLessonPosition *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_POSITION (self), 0);

  return self->into;
}

/**
 * strata_lesson_position_set:
 * @self: a position
 * @offset: in characters; may be given before the text is laid out
 * @into: in millionths of the line's height
 *
 * Brings a place of the text to the top edge.
 */
void
strata_lesson_position_set (StrataLessonPosition *self,
                            guint                 offset,
                            int                   into)
{
  g_return_if_fail (STRATA_IS_LESSON_POSITION (self));

  strata_lesson_view_unfold (self->view, offset);
  self->offset = offset;
  self->into = into;
  start_settling (self);
}

/**
 * strata_lesson_position_get_settled:
 * @self: a position
 *
 * Returns: whether the text is laid out and stands where it should
 */
gboolean
strata_lesson_position_get_settled (StrataLessonPosition *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_POSITION (self), FALSE);

  return self->tick == 0;
}
