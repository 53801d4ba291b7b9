#include "strata-lesson-block.h"

#define STEP 60   /* pixels that a key scrolls sideways */

typedef struct
{
  GtkWidget               *child;
  GtkWidget               *scroller;    /* sideways; NULL where nothing is wider than the text */
  const StrataLessonMarks *marks;       /* of the lesson, which the view keeps */
  int                      width;
} StrataLessonBlockPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StrataLessonBlock, strata_lesson_block, GTK_TYPE_WIDGET)

#define PRIVATE(self) \
  ((StrataLessonBlockPrivate *) strata_lesson_block_get_instance_private (self))

static GtkSizeRequestMode
strata_lesson_block_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The text gives its children what they need at least. */
static void
strata_lesson_block_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  StrataLessonBlockPrivate *private = PRIVATE (STRATA_LESSON_BLOCK (widget));
  int least, width;

  gtk_widget_measure (private->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (private->width, least);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = private->width;
  else
    {
      gtk_widget_measure (private->child, orientation, width, NULL, natural, NULL, NULL);
      *minimum = *natural;
    }
}

static void
strata_lesson_block_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  GtkWidget *child = PRIVATE (STRATA_LESSON_BLOCK (widget))->child;
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, least), height, baseline, NULL);
}

static void
strata_lesson_block_dispose (GObject *object)
{
  StrataLessonBlockPrivate *private = PRIVATE (STRATA_LESSON_BLOCK (object));

  g_clear_pointer (&private->child, gtk_widget_unparent);
  private->scroller = NULL;

  G_OBJECT_CLASS (strata_lesson_block_parent_class)->dispose (object);
}

static void
strata_lesson_block_class_init (StrataLessonBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_block_dispose;
  widget_class->get_request_mode = strata_lesson_block_get_request_mode;
  widget_class->measure = strata_lesson_block_measure;
  widget_class->size_allocate = strata_lesson_block_size_allocate;
}

static void
strata_lesson_block_init (StrataLessonBlock *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "default");
}

/**
 * strata_lesson_block_set_up:
 * @self: a new block
 * @child: all of what it shows
 * @scroller: (nullable): what in @child scrolls sideways
 * @marks: those of the lesson; must live as long as the block
 */
void
strata_lesson_block_set_up (StrataLessonBlock       *self,
                            GtkWidget               *child,
                            GtkWidget               *scroller,
                            const StrataLessonMarks *marks)
{
  StrataLessonBlockPrivate *private = PRIVATE (self);

  private->child = child;
  private->scroller = scroller;
  private->marks = marks;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  strata_lesson_block_mark (self);
}

/**
 * strata_lesson_block_get_marks:
 * @self: a block
 *
 * Returns: (transfer none): what is marked in the lesson
 */
const StrataLessonMarks *
strata_lesson_block_get_marks (StrataLessonBlock *self)
{
  return PRIVATE (self)->marks;
}

/**
 * strata_lesson_block_set_width:
 * @self: a block
 * @width: of the text around it, in pixels
 */
void
strata_lesson_block_set_width (StrataLessonBlock *self,
                               int                width)
{
  g_return_if_fail (STRATA_IS_LESSON_BLOCK (self));

  if (PRIVATE (self)->width == width)
    return;
  PRIVATE (self)->width = width;
  if (STRATA_LESSON_BLOCK_GET_CLASS (self)->resize != NULL)
    STRATA_LESSON_BLOCK_GET_CLASS (self)->resize (self, width);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * strata_lesson_block_mark:
 * @self: a block
 *
 * Shows what is marked in the lesson now, in the colours of the theme.
 */
void
strata_lesson_block_mark (StrataLessonBlock *self)
{
  g_return_if_fail (STRATA_IS_LESSON_BLOCK (self));

  if (STRATA_LESSON_BLOCK_GET_CLASS (self)->mark != NULL)
    STRATA_LESSON_BLOCK_GET_CLASS (self)->mark (self);
}

/**
 * strata_lesson_block_locate:
 * @self: a block
 * @offset: of a character of the lesson
 * @where: (out): where it stands, in pixels of @self
 *
 * Returns: whether it stands anywhere in it
 */
gboolean
strata_lesson_block_locate (StrataLessonBlock *self,
                            guint              offset,
                            graphene_rect_t   *where)
{
  g_return_val_if_fail (STRATA_IS_LESSON_BLOCK (self), FALSE);

  return STRATA_LESSON_BLOCK_GET_CLASS (self)->locate != NULL
         && STRATA_LESSON_BLOCK_GET_CLASS (self)->locate (self, offset, where);
}

/**
 * strata_lesson_block_get_offset_at:
 * @self: a block
 * @x: in pixels of @self
 * @y: in pixels of @self
 *
 * Returns: offset of the character of the lesson at the point, -1 for none
 */
int
strata_lesson_block_get_offset_at (StrataLessonBlock *self,
                                   double             x,
                                   double             y)
{
  g_return_val_if_fail (STRATA_IS_LESSON_BLOCK (self), -1);

  return STRATA_LESSON_BLOCK_GET_CLASS (self)->offset_at != NULL
             ? STRATA_LESSON_BLOCK_GET_CLASS (self)->offset_at (self, x, y)
             : -1;
}

/**
 * strata_lesson_block_take_focus:
 * @self: a block
 * @offset: of a link in it, or where the block begins
 * @is_link: which of the two
 *
 * Returns: whether there was something to take the keyboard focus
 */
gboolean
strata_lesson_block_take_focus (StrataLessonBlock *self,
                                guint              offset,
                                gboolean           is_link)
{
  g_return_val_if_fail (STRATA_IS_LESSON_BLOCK (self), FALSE);

  return STRATA_LESSON_BLOCK_GET_CLASS (self)->take_focus (self, offset, is_link);
}

/**
 * strata_lesson_block_reveal:
 * @self: a block
 * @offset: of a character of the lesson
 *
 * Scrolls sideways, where needed, to show the character.
 */
void
strata_lesson_block_reveal (StrataLessonBlock *self,
                            guint              offset)
{
  GtkWidget *scroller = PRIVATE (self)->scroller;
  GtkAdjustment *adjustment;
  graphene_rect_t where;
  double left;

  if (scroller == NULL || !strata_lesson_block_locate (self, offset, &where))
    return;
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  left = where.origin.x + gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, left - STEP, left + where.size.width + STEP);
}

/**
 * strata_lesson_block_is_moved:
 * @self: a block
 *
 * Returns: whether it was scrolled sideways
 */
gboolean
strata_lesson_block_is_moved (StrataLessonBlock *self)
{
  GtkWidget *scroller = PRIVATE (self)->scroller;

  g_return_val_if_fail (STRATA_IS_LESSON_BLOCK (self), FALSE);

  return scroller != NULL
         && gtk_adjustment_get_value (
                gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)))
                > 0;
}

/**
 * strata_lesson_block_scroll:
 * @self: a block
 * @step: -1 to the left, 1 to the right, 0 for nowhere
 *
 * Returns: whether there is more than is seen
 */
gboolean
strata_lesson_block_scroll (StrataLessonBlock *self,
                            int                step)
{
  GtkWidget *scroller = PRIVATE (self)->scroller;
  GtkAdjustment *adjustment;

  if (scroller == NULL)
    return FALSE;
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return FALSE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step * STEP);
  return TRUE;
}
