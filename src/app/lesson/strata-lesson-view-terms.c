/* The terms of the glossary in a lesson: marked, and said on hover and by a key. */
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"
#include "strata-term-popover.h"

/* How long a term is waited for that is scrolled to. */
#define MAX_FRAMES 30

/* A link says itself where it leads, and a table's cells are not part of the text. */
static gboolean
is_marked (const StrataTerm *term)
{
  return !term->link && !term->table;
}

/**
 * strata_lesson_view_set_glossary:
 * @self: the view
 * @glossary: (nullable) (transfer none): in the language of the next lesson
 * @concept: (nullable) (transfer none): whose lesson it will be
 * @languages: (nullable): in which meanings are said, the reader's first
 *
 * What strata_lesson_view_set_lesson() marks from the next time on.
 */
void
strata_lesson_view_set_glossary (StrataLessonView  *self,
                                 StrataGlossary    *glossary,
                                 StrataConcept     *concept,
                                 const char *const *languages)
{
  char **copy;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self));

  copy = g_strdupv ((char **) languages);
  if (glossary != NULL)
    strata_glossary_ref (glossary);
  g_clear_pointer (&self->glossary, strata_glossary_unref);
  self->glossary = glossary;
  g_set_object (&self->concept, concept);
  g_strfreev (self->languages);
  self->languages = copy;
}

/* Called with a new document, before it is filled in. */
void
_strata_lesson_view_find_terms (StrataLessonView *self)
{
  g_clear_pointer (&self->terms, g_array_unref);
  self->n_terms = 0;
  self->term_at = -1;
  self->terms = self->glossary != NULL
                    ? strata_glossary_find (self->glossary, self->concept, self->document)
                    : g_array_new (FALSE, FALSE, sizeof (StrataTerm));
}

/* Marks the terms up to @end, which have been filled in. */
void
_strata_lesson_view_tag_terms (StrataLessonView *self,
                               guint             end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  for (; self->n_terms < self->terms->len; self->n_terms++)
    {
      const StrataTerm *term = &g_array_index (self->terms, StrataTerm, self->n_terms);

      if (term->start >= end)
        break;
      if (is_marked (term))
        _strata_lesson_tags_apply (buffer, "term", term->start, term->end);
    }
}

static int
term_at (StrataLessonView *self,
         guint             offset)
{
  for (guint i = 0; self->terms != NULL && i < self->terms->len; i++)
    {
      const StrataTerm *term = &g_array_index (self->terms, StrataTerm, i);

      if (offset >= term->start && offset < term->end)
        return (int) i;
    }
  return -1;
}

static StrataRow *
row_of (StrataLessonView *self,
        int               term)
{
  return strata_table_find_row (strata_glossary_get_table (self->glossary),
                                g_array_index (self->terms, StrataTerm, term).row);
}

static void
get_rectangle (StrataLessonView *self,
               int               term,
               GdkRectangle     *where)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  const StrataTerm *found = &g_array_index (self->terms, StrataTerm, term);
  GtkTextIter iter;
  GdkRectangle last;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) found->start);
  gtk_text_view_get_iter_location (view, &iter, where);
  gtk_text_iter_set_offset (&iter, (int) found->end - 1);
  gtk_text_view_get_iter_location (view, &iter, &last);
  if (last.y == where->y)
    gdk_rectangle_union (where, &last, where);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, where->x, where->y,
                                         &where->x, &where->y);
}

static gboolean
step_from_popover (GtkWidget *popover,
                   GVariant  *step,
                   gpointer   data)
{
  strata_lesson_view_step_term (STRATA_LESSON_VIEW (gtk_widget_get_parent (popover)),
                                g_variant_get_int32 (step));
  return GDK_EVENT_STOP;
}

/* While the popover has the keyboard, the window's own keys do not come. */
static void
add_keys (GtkWidget *popover)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const struct
  {
    const char *trigger;
    int         step;
  } steps[] = { { "<Control>d", 1 }, { "Down", 1 }, { "Right", 1 }, { "Up", -1 }, { "Left", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (steps[i].trigger),
                                                gtk_callback_action_new (step_from_popover, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (steps[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (popover, keys);
}

static void
show_term (StrataLessonView *self,
           int               term)
{
  GdkRectangle where;

  if (self->term_popover == NULL)
    {
      self->term_popover = strata_term_popover_new ();
      gtk_widget_set_parent (self->term_popover, GTK_WIDGET (self));
      add_keys (self->term_popover);
    }
  self->term_at = term;
  get_rectangle (self, term, &where);
  strata_term_popover_show (self->term_popover, strata_glossary_get_table (self->glossary),
                            row_of (self, term), (const char *const *) self->languages, &where);
  _strata_lesson_view_point_at (self, self->term_popover, &where);
}

static gboolean
is_seen (StrataLessonView *self,
         int               term)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t top;
  GdkRectangle where;

  get_rectangle (self, term, &where);
  return scroller == NULL
         || (gtk_widget_compute_point (GTK_WIDGET (self), scroller,
                                       &GRAPHENE_POINT_INIT (0, (float) where.y), &top)
             && top.y >= 0 && top.y + (float) where.height <= gtk_widget_get_height (scroller));
}

/* Not before the view has been laid out where it was scrolled to: a popover that
 * points out of the screen cannot be placed. Lines laid out on the way may move the
 * term once more. */
static gboolean
show_when_there (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);

  if (self->term_frames++ < 2)
    return G_SOURCE_CONTINUE;
  if (self->term_at >= 0 && !is_seen (self, self->term_at) && self->term_frames < MAX_FRAMES)
    {
      _strata_lesson_scroll_to_see (
          GTK_TEXT_VIEW (self), g_array_index (self->terms, StrataTerm, self->term_at).start);
      return G_SOURCE_CONTINUE;
    }
  self->term_tick = 0;
  if (self->term_at >= 0 && is_seen (self, self->term_at))
    show_term (self, self->term_at);
  return G_SOURCE_REMOVE;
}

static void
show_soon (StrataLessonView *self,
           int               term)
{
  self->term_at = term;
  self->term_frames = 0;
  if (self->term_tick == 0)
    self->term_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_when_there, NULL, NULL);
}

/* Where reading is: the shown term, else the caret if it is to be seen, else the
 * top edge. */
static int
reading_offset (StrataLessonView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t top = GRAPHENE_POINT_INIT (0, 0);
  GdkRectangle where;
  GtkTextIter iter;
  int x, y;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (scroller == NULL
      || !gtk_widget_compute_point (scroller, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &top))
    return gtk_text_iter_get_offset (&iter);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, (int) top.y, &x, &y);
  gtk_text_view_get_iter_location (view, &iter, &where);
  if (where.y < y || where.y > y + gtk_widget_get_height (scroller))
    gtk_text_view_get_line_at_y (view, &iter, MAX (y, 0), NULL);
  return gtk_text_iter_get_offset (&iter);
}

static int
next_term (StrataLessonView *self,
           int               step)
{
  gboolean shown =
      self->term_at >= 0
      && (self->term_tick != 0
          || (self->term_popover != NULL && gtk_widget_get_visible (self->term_popover)));
  int from = shown ? (int) g_array_index (self->terms, StrataTerm, self->term_at).start
                   : reading_offset (self);
  int last = (int) self->terms->len - 1;

  for (int i = step > 0 ? 0 : last; i >= 0 && i <= last; i += step)
    {
      const StrataTerm *term = &g_array_index (self->terms, StrataTerm, i);
      int start = (int) term->start;

      if (is_marked (term)
          && (step > 0 ? start > from || (!shown && (int) term->end > from) : start < from))
        return i;
    }
  return -1;
}

/**
 * strata_lesson_view_step_term:
 * @self: the view
 * @step: 1 for the next term, -1 for the one before
 *
 * Selects the term and says what it means; from the first or last one nothing
 * happens.
 */
void
strata_lesson_view_step_term (StrataLessonView *self,
                              int               step)
{
  GtkTextBuffer *buffer;
  const StrataTerm *found;
  GtkTextIter start, end;
  int term;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self) && (step == 1 || step == -1));

  term = self->terms != NULL ? next_term (self, step) : -1;
  if (term < 0)
    return;
  found = &g_array_index (self->terms, StrataTerm, term);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  strata_lesson_view_fill_to (self, found->end);
  strata_lesson_view_unfold (self, found->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) found->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) found->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  _strata_lesson_scroll_to_see (GTK_TEXT_VIEW (self), found->start);
  if (self->term_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->term_popover));
  show_soon (self, term);
}

static int
term_at_point (StrataLessonView *self,
               int               x,
               int               y)
{
  int offset = _strata_lesson_view_offset_at_point (self, x, y);

  return offset >= 0 ? term_at (self, (guint) offset) : -1;
}

static gboolean
query_tooltip (StrataLessonView *self,
               int               x,
               int               y,
               gboolean          by_key,
               GtkTooltip       *tooltip)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *meaning = NULL;
  GtkTextIter caret;
  GdkRectangle where;
  int term;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  term = by_key ? term_at (self, (guint) gtk_text_iter_get_offset (&caret))
                : term_at_point (self, x, y);
  if (term < 0)
    return FALSE;
  meaning = strata_term_popover_dup_meaning (strata_glossary_get_table (self->glossary),
                                             row_of (self, term),
                                             (const char *const *) self->languages);
  get_rectangle (self, term, &where);
  gtk_tooltip_set_text (tooltip, meaning);
  gtk_tooltip_set_tip_area (tooltip, &where);
  return meaning != NULL;
}

static void
released (StrataLessonView *self,
          int               n,
          double            x,
          double            y)
{
  int term = term_at_point (self, (int) x, (int) y);

  if (n == 1 && term >= 0 && is_marked (&g_array_index (self->terms, StrataTerm, term))
      && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    show_term (self, term);
}

void
_strata_lesson_view_add_term_controllers (StrataLessonView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
}
