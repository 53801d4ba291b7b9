#include "strata-term-places.h"

#include <glib/gi18n.h>

#include "glossary/strata-term-uses.h"
#include "widgets/strata-chip.h"

struct _StrataTermPlaces
{
  GtkWidget     parent_instance;

  StrataRow    *row;
  char        **languages;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (StrataTermPlaces, strata_term_places, GTK_TYPE_WIDGET)

/* What a thread is given; the glossary is made before, as rows may be listed only
 * where the course lives. */
typedef struct
{
  StrataCourse   *course;
  StrataGlossary *glossary;
  char           *language;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->course);
  strata_glossary_unref (job->glossary);
  g_free (job->language);
  g_free (job);
}

static void
read_lessons (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (
      task, strata_term_uses_new (job->course, job->glossary, job->language, cancellable),
      (GDestroyNotify) strata_term_uses_free);
}

static char *
key_for (const char *language)
{
  return g_strconcat ("strata-term-uses-", language, NULL);
}

static void
add_chip (StrataTermPlaces    *self,
          GtkWidget           *chips,
          const StrataTermUse *use)
{
  const char *name = strata_text_get (strata_concept_get_name (use->concept),
                                      (const char *const *) self->languages);
  g_autofree char *label =
      use->heading != NULL ? g_strdup_printf ("%s › %s", name, use->heading) : g_strdup (name);
  g_autofree char *uri =
      g_strdup_printf ("concept:%s?at=%u", strata_concept_get_id (use->concept), use->offset);
  GtkWidget *chip = strata_chip_new (label, uri);

  gtk_widget_set_tooltip_text (chip, label);
  gtk_widget_set_parent (chip, chips);
}

static void
show_uses (StrataTermPlaces *self,
           StrataTermUses   *uses)
{
  GPtrArray *found = strata_term_uses_get (uses, strata_row_get_id (self->row));
  GtkWidget *heading;
  GtkWidget *chips;

  if (found == NULL)
    return;
  heading = gtk_label_new (_("In the lessons"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "detail-heading");
  chips = strata_chip_box_new ();
  for (guint i = 0; i < found->len; i++)
    add_chip (self, chips, g_ptr_array_index (found, i));
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  gtk_widget_set_parent (chips, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
read_done (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  StrataTermPlaces *self = STRATA_TERM_PLACES (source);
  StrataTermUses *uses = g_task_propagate_pointer (G_TASK (result), NULL);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *key = key_for (job->language);

  /* A lesson is read once for all the terms that are looked at. */
  if (uses == NULL)
    return;
  g_object_set_data_full (G_OBJECT (job->course), key, uses,
                          (GDestroyNotify) strata_term_uses_free);
  show_uses (self, uses);
}

static void
strata_term_places_dispose (GObject *object)
{
  StrataTermPlaces *self = STRATA_TERM_PLACES (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->row);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_term_places_parent_class)->dispose (object);
}

static void
strata_term_places_finalize (GObject *object)
{
  g_object_unref (STRATA_TERM_PLACES (object)->cancellable);

  G_OBJECT_CLASS (strata_term_places_parent_class)->finalize (object);
}

static void
strata_term_places_class_init (StrataTermPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_term_places_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_term_places_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
strata_term_places_init (StrataTermPlaces *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
start_reading (StrataTermPlaces *self,
               StrataCourse     *course,
               const char       *language)
{
  g_autoptr (StrataGlossary) glossary = strata_glossary_for_course (course, language);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (glossary == NULL)
    return;
  job = g_new0 (Job, 1);
  job->course = g_object_ref (course);
  job->glossary = g_steal_pointer (&glossary);
  job->language = g_strdup (language);
  task = g_task_new (self, self->cancellable, read_done, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_lessons);
}

/**
 * strata_term_places_new:
 * @course: a course
 * @row: a row of its glossary
 * @languages: of the course, as for strata_text_get()
 *
 * Returns: (transfer floating): the places, which come when the lessons are read
 */
GtkWidget *
strata_term_places_new (StrataCourse      *course,
                        StrataRow         *row,
                        const char *const *languages)
{
  StrataTermPlaces *self;
  g_autofree char *key = NULL;
  StrataTermUses *uses;

  g_return_val_if_fail (STRATA_IS_COURSE (course) && STRATA_IS_ROW (row), NULL);
  g_return_val_if_fail (languages != NULL && languages[0] != NULL, NULL);

  self = g_object_new (STRATA_TYPE_TERM_PLACES, NULL);
  self->row = g_object_ref (row);
  self->languages = g_strdupv ((char **) languages);
  key = key_for (languages[0]);
  uses = g_object_get_data (G_OBJECT (course), key);
  if (uses != NULL)
    show_uses (self, uses);
  else
    start_reading (self, course, languages[0]);
  return GTK_WIDGET (self);
}
