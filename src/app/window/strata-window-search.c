/* Searching the course from anywhere in the window. */
#include "lesson/strata-lesson-page.h"
#include "search/strata-search-panel.h"
#include "strata-window-private.h"

/* The index is opened when the first frames are long drawn and nobody waits for
 * anything, in milliseconds. */
#define PREPARE_AFTER 400
#define FIRST_FRAMES 2

static gboolean
prepare (gpointer data)
{
  StrataWindow *self = data;

  self->search_source = 0;
  strata_searcher_prepare (self->searcher);
  return G_SOURCE_REMOVE;
}

static gboolean
count_frames (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  guint *n = data;

  if (++*n < FIRST_FRAMES)
    return G_SOURCE_CONTINUE;
  self->search_tick = 0;
  self->search_source =
      g_timeout_add_full (G_PRIORITY_LOW, PREPARE_AFTER, prepare, self, NULL);
  return G_SOURCE_REMOVE;
}

/* The course is another one. Starting stays quick: its index has time until the
 * window was drawn, or until somebody searches. */
void
_strata_window_prepare_search (StrataWindow *self)
{
  if (self->searcher == NULL)
    self->searcher = strata_searcher_new ();
  strata_searcher_set_course (self->searcher, self->course);
  if (self->search_tick == 0 && self->search_source == 0)
    self->search_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), count_frames, g_new0 (guint, 1), g_free);
}

void
_strata_window_drop_search (StrataWindow *self)
{
  if (self->search_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->search_tick);
  self->search_tick = 0;
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_clear_object (&self->searcher);
}

/* What lies under the panel is out of reach until that is gone. */
static void
set_open (StrataWindow *self,
          gboolean      open)
{
  gtk_widget_set_visible (self->search, open);
  gtk_widget_set_can_focus (GTK_WIDGET (self->content), !open);
  gtk_widget_set_can_target (GTK_WIDGET (self->content), !open);
}

static void
close_search (StrataWindow *self)
{
  if (!gtk_widget_get_visible (self->search))
    return;
  set_open (self, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
}

/* To another place of the text that is shown is a step too. */
gboolean
_strata_window_jump_to (StrataWindow *self,
                        StrataPlace  *place)
{
  const StrataPlace *current = strata_history_get_current (self->history);

  if (current == NULL || place->kind == STRATA_PLACE_TABLE || !strata_place_equal (current, place))
    return _strata_window_go_to (self, place);
  _strata_window_lesson_jumps (self, place->offset, place->into);
  _strata_window_show_place (self, strata_history_get_current (self->history));
  return TRUE;
}

static void
result_chosen (StrataWindow       *self,
               StrataSearchResult *result)
{
  g_autoptr (StrataPlace) place = strata_place_parse (strata_search_result_get_place (result));
  const char *match = strata_search_result_get_match (result);
  guint offset;

  if (place == NULL)
    return;
  offset = place->offset;
  set_open (self, FALSE);
  _strata_window_jump_to (self, place);
  if (place->kind == STRATA_PLACE_CONCEPT && match != NULL)
    strata_lesson_page_show_found (STRATA_LESSON_PAGE (self->lesson), match, offset);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
}

static void
build_panel (StrataWindow *self)
{
  self->search = strata_search_panel_new (self->searcher, self->settings);
  gtk_widget_set_visible (self->search, FALSE);
  gtk_overlay_add_overlay (self->overlay, self->search);
  g_signal_connect_swapped (self->search, "chosen", G_CALLBACK (result_chosen), self);
  g_signal_connect_swapped (self->search, "closed", G_CALLBACK (close_search), self);
  /* Whoever turns to another page does not search any more. */
  g_signal_connect_swapped (self->pages, "notify::visible-child", G_CALLBACK (close_search), self);
  g_signal_connect_swapped (self->content, "notify::visible-child", G_CALLBACK (close_search), self);
}

/* Opens the panel, or closes it if it is open. */
void
_strata_window_search (StrataWindow *self)
{
  if (self->search != NULL && gtk_widget_get_visible (self->search))
    {
      close_search (self);
      return;
    }
  if (self->course == NULL)
    _strata_window_go_home (self);
  if (self->course == NULL)
    return;
  if (self->search == NULL)
    build_panel (self);
  set_open (self, TRUE);
  strata_search_panel_open (STRATA_SEARCH_PANEL (self->search), self->course,
                            (const char *const *) self->languages);
}

/**
 * strata_window_search:
 * @self: the window
 * @query: what is searched for
 *
 * Opens the search with @query in it.
 */
void
strata_window_search (StrataWindow *self,
                      const char   *query)
{
  g_return_if_fail (STRATA_IS_WINDOW (self) && query != NULL);

  if (self->search == NULL || !gtk_widget_get_visible (self->search))
    _strata_window_search (self);
  if (self->search != NULL)
    strata_search_panel_ask (STRATA_SEARCH_PANEL (self->search), query);
}
