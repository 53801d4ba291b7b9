#include "strata-search-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "search/strata-search-group.h"
#include "strata-found-row.h"
#include "strata-search-start.h"
#include "widgets/strata-scroll-frame.h"
#include "widgets/strata-text-scale.h"

/* In pixels: as wide as a line is read with ease, for text of the usual size; as high as
 * leaves some of the page. */
#define WIDTH 620
#define HEIGHT 620

/* Of each kind of thing. */
#define GROUP_SIZE 6

struct _StrataSearchPanel
{
  GtkWidget       parent_instance;

  GtkWidget      *clamp;
  GtkWidget      *entry;
  GtkWidget      *status;
  GtkWidget      *stack;
  GtkWidget      *start;
  GtkWidget      *list;
  GtkWidget      *scroller;

  StrataSearcher *searcher;
  char          **languages;
  gboolean        waiting;      /* what is listed is not yet what was typed */
  gboolean        hasty;        /* Enter was pressed meanwhile */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataSearchPanel, strata_search_panel, GTK_TYPE_WIDGET)

static const char *
get_query (StrataSearchPanel *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_blank (const char *query)
{
  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

/* What is shown. ------------------------------------------------------------------ */

static void
clear_list (StrataSearchPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
show_page (StrataSearchPanel *self,
           const char        *page,
           const char        *status)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  gtk_label_set_label (GTK_LABEL (self->status), status);
  gtk_widget_set_visible (self->status, *status != '\0');
}

static char *
dup_count (GListModel *results)
{
  g_autoptr (StrataSearchResult) first = g_list_model_get_item (results, 0);
  guint n = g_list_model_get_n_items (results);

  if (strata_search_result_get_partial (first))
    /* Translators: none of these places has every word that was looked for. */
    return g_strdup_printf (ngettext ("%u result with a part of it", "%u results with a part of it", n),
                            n);
  /* Translators: how many places a search has found. */
  return g_strdup_printf (ngettext ("%u result", "%u results", n), n);
}

static void choose_selected (StrataSearchPanel *self);

static void
found (StrataSearchPanel *self,
       GListModel        *results)
{
  g_autoptr (GListModel) grouped = strata_search_group (results, GROUP_SIZE);
  guint n = g_list_model_get_n_items (grouped);
  g_autofree char *count = NULL;

  self->waiting = FALSE;
  clear_list (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StrataSearchResult) result = g_list_model_get_item (grouped, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), strata_found_row_new (result));
    }
  if (n == 0)
    {
      show_page (self, "nothing", _("No results"));
      return;
    }
  count = dup_count (grouped);
  show_page (self, "results", count);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  if (self->hasty)
    choose_selected (self);
}

static void
show_state (StrataSearchPanel *self)
{
  if (is_blank (get_query (self)))
    return;
  switch (strata_searcher_get_state (self->searcher))
    {
    case STRATA_SEARCHER_PREPARING:
      gtk_label_set_label (GTK_LABEL (self->status), _("Getting ready to search…"));
      gtk_widget_set_visible (self->status, TRUE);
      break;
    case STRATA_SEARCHER_FAILED:
      clear_list (self);
      show_page (self, "nothing", _("This course cannot be searched right now."));
      break;
    case STRATA_SEARCHER_IDLE:
    case STRATA_SEARCHER_READY:
    default:
      break;
    }
}

static void
query_changed (StrataSearchPanel *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  self->hasty = FALSE;
  self->waiting = !is_blank (get_query (self));
  if (is_blank (get_query (self)))
    {
      strata_searcher_stop (self->searcher);
      clear_list (self);
      show_page (self, "start", "");
      return;
    }
  strata_searcher_search (self->searcher, get_query (self), (const char *const *) self->languages);
  show_state (self);
}

/* Where the course was written anew meanwhile, the same is looked for in that. */
static void
state_changed (StrataSearchPanel *self)
{
  if (strata_searcher_get_state (self->searcher) == STRATA_SEARCHER_IDLE)
    query_changed (self);
  else
    show_state (self);
}

/* The name of the group above its first row. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  StrataSearchResult *result = strata_found_row_get_result (STRATA_FOUND_ROW (row));
  GtkWidget *header;

  if (before != NULL
      && strata_search_same_group (strata_found_row_get_result (STRATA_FOUND_ROW (before)), result))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (strata_search_result_get_kind (result) == STRATA_SEARCH_LESSON
                              ? _("Lessons")
                              : strata_search_result_get_context (result));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "search-group");
  gtk_list_box_row_set_header (row, header);
}

/* What is done. ------------------------------------------------------------------- */

static void
close_panel (StrataSearchPanel *self)
{
  strata_searcher_stop (self->searcher);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
choose (StrataSearchPanel *self,
        GtkListBoxRow     *row)
{
  g_autoptr (StrataSearchResult) result = NULL;

  if (row == NULL)
    return;
  result = g_object_ref (strata_found_row_get_result (STRATA_FOUND_ROW (row)));
  strata_search_start_add (STRATA_SEARCH_START (self->start), get_query (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, result);
}

/* Whoever types and presses Enter at once means the best of what is still looked for. */
static void
choose_selected (StrataSearchPanel *self)
{
  self->hasty = self->waiting;
  if (!self->waiting)
    choose (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

/* From the entry down into the list: the first row is selected already, so on to the
 * second. */
static gboolean
entry_key_pressed (StrataSearchPanel *self,
                   guint              key,
                   guint              code,
                   GdkModifierType    state)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkListBoxRow *next;

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || selected == NULL)
    return GDK_EVENT_PROPAGATE;
  next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                        gtk_list_box_row_get_index (selected) + 1);
  gtk_widget_grab_focus (GTK_WIDGET (next != NULL ? next : selected));
  return GDK_EVENT_STOP;
}

/* And out of it at the top. */
static gboolean
list_left (StrataSearchPanel *self,
           GtkDirectionType   direction)
{
  if (direction != GTK_DIR_UP)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed (StrataSearchPanel *self,
             guint              key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  close_panel (self);
  return GDK_EVENT_STOP;
}

/* A press beside the card. */
static void
pressed (StrataSearchPanel *self,
         int                n,
         double             x,
         double             y)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (target == NULL || !gtk_widget_is_ancestor (target, adw_clamp_get_child (ADW_CLAMP (self->clamp))))
    {
      if (target != adw_clamp_get_child (ADW_CLAMP (self->clamp)))
        close_panel (self);
    }
}

/* Building. ----------------------------------------------------------------------- */

static void
strata_search_panel_dispose (GObject *object)
{
  StrataSearchPanel *self = STRATA_SEARCH_PANEL (object);

  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  g_clear_object (&self->searcher);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_search_panel_parent_class)->dispose (object);
}

static void
strata_search_panel_class_init (StrataSearchPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_search_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         STRATA_TYPE_SEARCH_RESULT);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
entry_new (StrataSearchPanel *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_add_css_class (self->entry, "search-entry");
  g_object_set (self->entry, "placeholder-text", _("Search the Course"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the Course"), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (entry_key_pressed), self);
  gtk_widget_add_controller (self->entry, key);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (query_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (choose_selected), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (close_panel), self);
  /* Letters typed in the list go on with the query. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
  return self->entry;
}

static GtkWidget *
list_new (StrataSearchPanel *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, NULL, NULL);
  gtk_widget_add_css_class (self->list, "search-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Results"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (choose), self);
  g_signal_connect_swapped (self->list, "keynav-failed", G_CALLBACK (list_left), self);
  return self->list;
}

static GtkWidget *
nothing_new (void)
{
  GtkWidget *hint = gtk_label_new (
      _("Try fewer words, or only the beginning of one. Other languages of the course are searched too."));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "search-start");
  return hint;
}

static GtkWidget *
stack_new (StrataSearchPanel *self,
           GSettings         *settings)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  self->start = strata_search_start_new (settings);
  g_signal_connect_swapped (self->start, "chosen", G_CALLBACK (strata_search_panel_ask), self);
  gtk_stack_add_named (GTK_STACK (self->stack), self->start, "start");
  gtk_stack_add_named (GTK_STACK (self->stack), list_new (self), "results");
  gtk_stack_add_named (GTK_STACK (self->stack), nothing_new (), "nothing");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->stack);
  return strata_scroll_frame_new (self->scroller, HEIGHT);
}

static void
add_controllers (StrataSearchPanel *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
strata_search_panel_init (StrataSearchPanel *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "search-scrim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"),
                                  -1);
  add_controllers (self);
}

/**
 * strata_search_panel_new:
 * @searcher: (transfer none): what searches
 * @settings: (transfer none): where recent searches are kept
 *
 * Returns: (transfer floating): a panel, for the whole of what it is to cover
 */
GtkWidget *
strata_search_panel_new (StrataSearcher *searcher,
                         GSettings      *settings)
{
  StrataSearchPanel *self = g_object_new (STRATA_TYPE_SEARCH_PANEL, NULL);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->searcher = g_object_ref (searcher);
  /* A status is read out when it changes. */
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->status, "dim-label");
  gtk_widget_add_css_class (self->status, "caption");
  gtk_widget_add_css_class (self->status, "search-status");
  gtk_widget_add_css_class (card, "search-card");
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (card), entry_new (self));
  gtk_box_append (GTK_BOX (card), self->status);
  gtk_box_append (GTK_BOX (card), stack_new (self, settings));
  self->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->clamp), card);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
  g_signal_connect_object (searcher, "found", G_CALLBACK (found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (searcher, "state-changed", G_CALLBACK (state_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * strata_search_panel_open:
 * @self: the panel
 * @course: the course that is searched
 * @languages: as for strata_text_get()
 *
 * Gets ready to be typed into, with what was looked for last.
 */
void
strata_search_panel_open (StrataSearchPanel *self,
                          StrataCourse      *course,
                          const char *const *languages)
{
  char **copy;

  g_return_if_fail (STRATA_IS_SEARCH_PANEL (self) && STRATA_IS_COURSE (course));

  copy = g_strdupv ((char **) languages);
  g_strfreev (self->languages);
  self->languages = copy;
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp),
                              (int) (WIDTH * strata_text_scale_get (GTK_WIDGET (self))));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp),
                                      adw_clamp_get_maximum_size (ADW_CLAMP (self->clamp)));
  strata_search_start_fill (STRATA_SEARCH_START (self->start), course, languages);
  query_changed (self);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * strata_search_panel_ask:
 * @self: the panel, open
 * @query: what is to be searched for, as if it had been typed
 */
void
strata_search_panel_ask (StrataSearchPanel *self,
                         const char        *query)
{
  g_return_if_fail (STRATA_IS_SEARCH_PANEL (self) && query != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
