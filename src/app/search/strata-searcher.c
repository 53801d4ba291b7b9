#include "strata-searcher.h"

#include "search/strata-search-index.h"

/* More than are shown of a group, so that every kind of thing has its share. */
#define LIMIT 60

struct _StrataSearcher
{
  GObject              parent_instance;

  StrataCourse        *course;
  StrataSearchIndex   *index;
  StrataSearcherState  state;
  GCancellable        *opening;     /* of the index that is being made */
  GCancellable        *asking;      /* of the last search */
  char                *query;       /* nullable: waits for the index */
  char               **languages;
};

typedef struct
{
  StrataSearchIndex *index;
  char              *query;
  char             **languages;
} Question;

enum
{
  SIGNAL_FOUND,
  SIGNAL_STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataSearcher, strata_searcher, G_TYPE_OBJECT)

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
set_state (StrataSearcher     *self,
           StrataSearcherState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

static void
strata_searcher_dispose (GObject *object)
{
  StrataSearcher *self = STRATA_SEARCHER (object);

  cancel (&self->opening);
  cancel (&self->asking);
  g_clear_object (&self->course);
  g_clear_object (&self->index);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_searcher_parent_class)->dispose (object);
}

static void
strata_searcher_class_init (StrataSearcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_searcher_dispose;

  signals[SIGNAL_FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);
  signals[SIGNAL_STATE_CHANGED] =
      g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
strata_searcher_init (StrataSearcher *self)
{
}

StrataSearcher *
strata_searcher_new (void)
{
  return g_object_new (STRATA_TYPE_SEARCHER, NULL);
}

/* Searching. --------------------------------------------------------------------- */

static void
question_free (Question *question)
{
  g_object_unref (question->index);
  g_free (question->query);
  g_strfreev (question->languages);
  g_free (question);
}

static void
ask_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  GListModel *results =
      strata_search_index_query (question->index, question->query,
                                 (const char *const *) question->languages, LIMIT, cancellable,
                                 &error);

  if (results != NULL)
    g_task_return_pointer (task, results, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
answered (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  StrataSearcher *self = STRATA_SEARCHER (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) results = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another search was asked for meanwhile. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  if (results != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FOUND], 0, results);
      return;
    }
  g_warning ("%s", error->message);
  g_clear_object (&self->index);
  set_state (self, STRATA_SEARCHER_FAILED);
}

static void
ask (StrataSearcher *self)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  cancel (&self->asking);
  self->asking = g_cancellable_new ();
  question->index = g_object_ref (self->index);
  question->query = g_steal_pointer (&self->query);
  question->languages = g_steal_pointer (&self->languages);
  task = g_task_new (self, self->asking, answered, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, ask_in_thread);
}

/* The index. --------------------------------------------------------------------- */

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  StrataCourse *course = data;
  GError *error = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "strata", "search", NULL);
  g_autofree char *path = strata_search_index_dup_path (course, folder);
  StrataSearchIndex *index = strata_search_index_open (course, path, cancellable, &error);

  if (index != NULL)
    g_task_return_pointer (task, index, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
opened (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  StrataSearcher *self = STRATA_SEARCHER (object);
  g_autoptr (GError) error = NULL;
  StrataSearchIndex *index = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->opening)
    {
      g_clear_object (&index);
      return;
    }
  g_clear_object (&self->opening);
  self->index = index;
  if (index == NULL)
    g_warning ("%s", error->message);
  set_state (self, index != NULL ? STRATA_SEARCHER_READY : STRATA_SEARCHER_FAILED);
  if (index != NULL && self->query != NULL)
    ask (self);
}

/**
 * strata_searcher_set_course:
 * @self: a searcher
 * @course: (nullable): a course
 *
 * From now on @course is searched, once strata_searcher_prepare() or a search asks
 * for its index.
 */
void
strata_searcher_set_course (StrataSearcher *self,
                            StrataCourse   *course)
{
  g_return_if_fail (STRATA_IS_SEARCHER (self));

  if (!g_set_object (&self->course, course))
    return;
  cancel (&self->opening);
  strata_searcher_stop (self);
  g_clear_object (&self->index);
  set_state (self, STRATA_SEARCHER_IDLE);
}

/**
 * strata_searcher_prepare:
 * @self: a searcher
 *
 * Opens the index of the course, or makes it, if that was not done yet.
 */
void
strata_searcher_prepare (StrataSearcher *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STRATA_IS_SEARCHER (self));

  if (self->course == NULL || self->index != NULL || self->opening != NULL)
    return;
  self->opening = g_cancellable_new ();
  task = g_task_new (self, self->opening, opened, NULL);
  g_task_set_source_tag (task, strata_searcher_prepare);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, g_object_ref (self->course), g_object_unref);
  set_state (self, STRATA_SEARCHER_PREPARING);
  g_task_run_in_thread (task, open_in_thread);
}

StrataSearcherState
strata_searcher_get_state (StrataSearcher *self)
{
  g_return_val_if_fail (STRATA_IS_SEARCHER (self), STRATA_SEARCHER_IDLE);

  return self->state;
}

/**
 * strata_searcher_search:
 * @self: a searcher
 * @query: what was typed
 * @languages: as for strata_search_index_query()
 *
 * Looks for @query, as soon as there is an index; `found` brings what there is. A
 * search before it is given up.
 */
void
strata_searcher_search (StrataSearcher    *self,
                        const char        *query,
                        const char *const *languages)
{
  g_return_if_fail (STRATA_IS_SEARCHER (self) && query != NULL && languages != NULL);

  strata_searcher_stop (self);
  self->query = g_strdup (query);
  self->languages = g_strdupv ((char **) languages);
  if (self->index != NULL)
    ask (self);
  else
    strata_searcher_prepare (self);
}

/**
 * strata_searcher_stop:
 * @self: a searcher
 *
 * Gives up the last search: `found` does not come any more.
 */
void
strata_searcher_stop (StrataSearcher *self)
{
  g_return_if_fail (STRATA_IS_SEARCHER (self));

  cancel (&self->asking);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->languages, g_strfreev);
}
