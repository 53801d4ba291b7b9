#include "strata-lesson-page-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "strata-breadcrumb.h"
#include "strata-find-bar.h"
#include "strata-lesson-column.h"
#include "strata-lesson-position.h"
#include "strata-lesson-relations.h"
#include "strata-lesson-view.h"
#include "widgets/strata-chip.h"
#include "widgets/strata-text-scale.h"

/* The column of text, in pixels for text of the usual size: 60 to 70 characters. */
#define MEASURE 640

enum
{
  SIGNAL_JUMP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataLessonPage, strata_lesson_page, GTK_TYPE_WIDGET)

/* Text, what comes next. --------------------------------------------------------- */

static const char *
in_language (StrataLessonPage *self,
             StrataText       *text)
{
  return strata_text_get (text, (const char *const *) self->languages);
}

static void
fill_next (StrataLessonPage *self)
{
  StrataConcept *next = strata_course_get_next (self->course, self->concept);
  g_autofree char *label = NULL;
  g_autofree char *uri = NULL;

  gtk_widget_set_visible (self->next_button, next != NULL);
  if (next == NULL)
    return;
  /* Translators: the name of the lesson that comes next. */
  label = g_strdup_printf (_("Next: %s"), in_language (self, strata_concept_get_name (next)));
  uri = g_strconcat ("concept:", strata_concept_get_id (next), NULL);
  gtk_button_set_label (GTK_BUTTON (self->next_button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_button), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_button), "win.go");
}

/* The terms that a lesson in @language may use. */
static void
set_glossary (StrataLessonPage *self,
              const char       *language)
{
  g_autoptr (StrataGlossary) glossary =
      language != NULL ? strata_glossary_for_course (self->course, language) : NULL;
  const char *const *others = strata_course_get_languages (self->course);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  /* What a term means is said in every language, the reader's first. */
  for (guint i = 0; self->languages[i] != NULL; i++)
    g_ptr_array_add (all, self->languages[i]);
  for (guint i = 0; others[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) self->languages, others[i]))
        g_ptr_array_add (all, (gpointer) others[i]);
    }
  g_ptr_array_add (all, NULL);
  strata_lesson_view_set_glossary (STRATA_LESSON_VIEW (self->view), glossary, self->concept,
                                   (const char *const *) all->pdata);
}

static void
fill_text (StrataLessonPage *self)
{
  const char *const *languages = (const char *const *) self->languages;
  g_autofree char *path = strata_course_dup_lesson_path (self->course, self->concept, languages);
  g_autofree char *text = NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *language = folder != NULL ? g_path_get_basename (folder) : NULL;
  gsize length = 0;

  if (path == NULL || !g_file_get_contents (path, &text, &length, NULL))
    {
      text = g_strdup_printf ("# %s\n\n%s", in_language (self, strata_concept_get_name (self->concept)),
                              _("This layer has no lesson yet."));
      length = strlen (text);
    }
  gtk_widget_set_visible (self->notice,
                          language != NULL && g_ascii_strcasecmp (language, languages[0]) != 0);
  set_glossary (self, path != NULL ? language : NULL);
  strata_lesson_view_set_language (STRATA_LESSON_VIEW (self->view),
                                   language != NULL ? language : languages[0]);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (self->view), text, (gssize) length,
                                 path != NULL ? path : "", strata_course_get_folder (self->course));
  g_free (self->path);
  self->path = g_steal_pointer (&path);
}

/* Building. --------------------------------------------------------------------- */

static GtkWidget *
head_new (StrataLessonPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->breadcrumb = strata_chip_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->breadcrumb), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Layers around this one"), -1);
  self->notice = gtk_label_new (_("This lesson is not translated yet and is shown in another language."));
  gtk_label_set_wrap (GTK_LABEL (self->notice), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->notice), 0);
  gtk_widget_add_css_class (self->notice, "dim-label");
  gtk_box_append (GTK_BOX (head), self->breadcrumb);
  gtk_box_append (GTK_BOX (head), self->notice);
  return head;
}

static GtkWidget *
foot_new (StrataLessonPage *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->relations = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->next_button = gtk_button_new_with_label ("");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->next_button))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->next_button))),
                         GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->next_button, "suggested-action");
  gtk_widget_add_css_class (self->next_button, "pill");
  gtk_widget_set_halign (self->next_button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (self->next_button, 12);
  gtk_box_append (GTK_BOX (foot), self->relations);
  gtk_box_append (GTK_BOX (foot), self->next_button);
  return foot;
}

static void
scroll_to_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  StrataLessonPage *self = STRATA_LESSON_PAGE (widget);
  guint offset = g_variant_get_uint32 (parameter);

  g_signal_emit (self, signals[SIGNAL_JUMP], 0, offset, -ROOM_ABOVE);
  strata_lesson_view_set_caret (STRATA_LESSON_VIEW (self->view), offset);
  gtk_widget_grab_focus (self->view);
  strata_lesson_position_set (self->position, offset, -ROOM_ABOVE);
}

/* The wheel with Ctrl changes the size of the text, as in a browser. */
static gboolean
scrolled (StrataLessonPage         *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.text-size", "i", dy < 0 ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
add_wheel (StrataLessonPage *self)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                       | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/* A line holds as many characters whatever the size of the text. */
static void
update_measure (StrataLessonPage *self)
{
  double scale = strata_text_scale_get (GTK_WIDGET (self)) * self->text_size / 100;
  int width = (int) (MEASURE * scale);

  strata_lesson_column_set_max_width (STRATA_LESSON_COLUMN (self->column), width);
}

static void
strata_lesson_page_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (strata_lesson_page_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI)
    update_measure (STRATA_LESSON_PAGE (widget));
}

static void
strata_lesson_page_dispose (GObject *object)
{
  StrataLessonPage *self = STRATA_LESSON_PAGE (object);

  g_clear_object (&self->position);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->outline);
  g_clear_object (&self->course);
  g_clear_object (&self->concept);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (strata_lesson_page_parent_class)->dispose (object);
}

static void
strata_lesson_page_class_init (StrataLessonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_page_dispose;
  widget_class->system_setting_changed = strata_lesson_page_system_setting_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "lesson.scroll-to", "u", scroll_to_action);

  signals[SIGNAL_JUMP] = g_signal_new ("jump", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
}

static void
strata_lesson_page_init (StrataLessonPage *self)
{
  self->text_size = 100;
  self->view = strata_lesson_view_new ();
  self->column = strata_lesson_column_new (head_new (self), STRATA_LESSON_VIEW (self->view),
                                           foot_new (self));
  update_measure (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->column);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->find_bar = strata_find_bar_new (STRATA_LESSON_VIEW (self->view));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->find_bar);
  self->position = strata_lesson_position_new (GTK_SCROLLED_WINDOW (self->scroller),
                                               STRATA_LESSON_VIEW (self->view));
  gtk_box_append (GTK_BOX (self->box), _strata_lesson_page_add_reading (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "lesson-page");
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, 200);
  add_wheel (self);
}

GtkWidget *
strata_lesson_page_new (void)
{
  return g_object_new (STRATA_TYPE_LESSON_PAGE, NULL);
}

/**
 * strata_lesson_page_show:
 * @self: the page
 * @course: a course
 * @concept: one of its concepts
 * @languages: as for strata_text_get()
 *
 * Shows the lesson of @concept from its beginning. If it is shown already, it
 * stays where it is, as if it was written anew meanwhile; in another language,
 * about where it was.
 */
void
strata_lesson_page_show (StrataLessonPage  *self,
                         StrataCourse      *course,
                         StrataConcept     *concept,
                         const char *const *languages)
{
  g_autofree char *before = NULL;
  g_autofree char *path = NULL;
  double share = 0;
  guint offset = 0;
  int into = 0;
  char **copy;

  g_return_if_fail (STRATA_IS_LESSON_PAGE (self) && STRATA_IS_CONCEPT (concept));

  if (self->concept != NULL
      && g_str_equal (strata_concept_get_id (concept), strata_concept_get_id (self->concept)))
    {
      before = _strata_lesson_page_dup_text (self);
      path = g_strdup (self->path);
      offset = strata_lesson_position_get_offset (self->position);
      into = strata_lesson_position_get_into (self->position);
      share = offset / (double) MAX (g_utf8_strlen (before, -1), 1);
    }
  copy = g_strdupv ((char **) languages);
  g_set_object (&self->course, course);
  g_set_object (&self->concept, concept);
  g_strfreev (self->languages);
  self->languages = copy;

  fill_text (self);
  strata_breadcrumb_fill (self->breadcrumb, concept, (const char *const *) copy);
  _strata_lesson_page_fill_outline (self);
  strata_lesson_relations_fill (self->relations, course, concept, (const char *const *) copy);
  fill_next (self);
  if (g_strcmp0 (path, self->path) == 0)
    offset = _strata_lesson_page_keep_place (self, before, offset);
  else
    {
      offset = (guint) (share * strata_lesson_view_get_length (STRATA_LESSON_VIEW (self->view)));
      into = 0;
    }
  strata_lesson_position_set (self->position, offset, into);
  strata_find_bar_refresh (STRATA_FIND_BAR (self->find_bar));
}

/**
 * strata_lesson_page_get_concept:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the concept whose lesson is shown
 */
StrataConcept *
strata_lesson_page_get_concept (StrataLessonPage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_PAGE (self), NULL);

  return self->concept;
}

/**
 * strata_lesson_page_get_position:
 * @self: the page
 *
 * Returns: (transfer none): which line is at the top edge
 */
StrataLessonPosition *
strata_lesson_page_get_position (StrataLessonPage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_PAGE (self), NULL);

  return self->position;
}

/**
 * strata_lesson_page_get_drawn:
 * @self: the page
 *
 * Returns: whether the text is laid out and stands where it should
 */
gboolean
strata_lesson_page_get_drawn (StrataLessonPage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_PAGE (self), FALSE);

  return (self->concept != NULL || self->path != NULL)
         && strata_lesson_position_get_settled (self->position)
         && strata_lesson_view_get_drawn (STRATA_LESSON_VIEW (self->view));
}

/**
 * strata_lesson_page_set_text_size:
 * @self: the page
 * @percent: of the usual size, one of those of strata_text_size_next()
 *
 * Shows the text smaller or larger; what is read stays where it is.
 */
void
strata_lesson_page_set_text_size (StrataLessonPage *self,
                                  guint             percent)
{
  g_return_if_fail (STRATA_IS_LESSON_PAGE (self));

  if (self->text_size == percent)
    return;
  self->text_size = percent;
  strata_lesson_view_set_text_size (STRATA_LESSON_VIEW (self->view), percent);
  update_measure (self);
  strata_lesson_position_set (self->position, strata_lesson_position_get_offset (self->position),
                              strata_lesson_position_get_into (self->position));
}

/**
 * strata_lesson_page_say_term:
 * @self: the page
 *
 * Says what the next term of the glossary means.
 */
void
strata_lesson_page_say_term (StrataLessonPage *self)
{
  g_return_if_fail (STRATA_IS_LESSON_PAGE (self));

  strata_lesson_view_step_term (STRATA_LESSON_VIEW (self->view), 1);
}

/**
 * strata_lesson_page_find:
 * @self: the page
 *
 * Opens the entry for what is looked for in the lesson.
 */
void
strata_lesson_page_find (StrataLessonPage *self)
{
  g_return_if_fail (STRATA_IS_LESSON_PAGE (self));

  strata_find_bar_open (STRATA_FIND_BAR (self->find_bar));
}

/**
 * strata_lesson_page_show_found:
 * @self: the page
 * @words: what a search has found
 * @offset: where, in characters
 *
 * Brings @offset near the top edge, marks @words, the ones there before the others,
 * and puts the caret there.
 */
void
strata_lesson_page_show_found (StrataLessonPage *self,
                               const char       *words,
                               guint             offset)
{
  g_return_if_fail (STRATA_IS_LESSON_PAGE (self) && words != NULL);

  strata_find_bar_show (STRATA_FIND_BAR (self->find_bar), words, offset);
  /* Last, for the caret drew the text along. */
  strata_lesson_position_set (self->position, offset, -ROOM_ABOVE_FOUND);
}
