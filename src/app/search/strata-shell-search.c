#include "strata-shell-search.h"

#include "config.h"
#include "search/strata-search-result.h"
#include "strata-searcher.h"

/* The desktop shows fewer. */
#define MOST_RESULTS 8

struct _StrataShellSearch
{
  GObject                parent_instance;

  StrataSearcher        *searcher;
  StrataCourse          *course;
  char                 **languages;
  GDBusConnection       *connection;
  guint                  registration;
  GDBusMethodInvocation *waiting;   /* nullable: for what is being searched for */
  GHashTable            *results;   /* place → StrataSearchResult, of the last search */
};

enum
{
  SIGNAL_PREPARE,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataShellSearch, strata_shell_search, G_TYPE_OBJECT)

/* As the desktop's documentation of search providers has it. */
static const char interface_xml[] =
    "<node>"
    "  <interface name='org.gnome.Shell.SearchProvider2'>"
    "    <method name='GetInitialResultSet'>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='as' name='results' direction='out'/>"
    "    </method>"
    "    <method name='GetSubsearchResultSet'>"
    "      <arg type='as' name='previous_results' direction='in'/>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='as' name='results' direction='out'/>"
    "    </method>"
    "    <method name='GetResultMetas'>"
    "      <arg type='as' name='identifiers' direction='in'/>"
    "      <arg type='aa{sv}' name='metas' direction='out'/>"
    "    </method>"
    "    <method name='ActivateResult'>"
    "      <arg type='s' name='identifier' direction='in'/>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='u' name='timestamp' direction='in'/>"
    "    </method>"
    "    <method name='LaunchSearch'>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='u' name='timestamp' direction='in'/>"
    "    </method>"
    "  </interface>"
    "</node>";

/* Answers what was waited for; each question has one answer. */
static void
answer (StrataShellSearch  *self,
        const char *const  *places)
{
  GDBusMethodInvocation *waiting = g_steal_pointer (&self->waiting);

  if (waiting != NULL)
    g_dbus_method_invocation_return_value (waiting, g_variant_new ("(^as)", places));
}

static void
answer_nothing (StrataShellSearch *self)
{
  static const char *const none[] = { NULL };

  answer (self, none);
}

static void
found (StrataShellSearch *self,
       GListModel        *results)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  g_hash_table_remove_all (self->results);
  for (guint i = 0; i < g_list_model_get_n_items (results) && places->len < MOST_RESULTS; i++)
    {
      g_autoptr (StrataSearchResult) result = g_list_model_get_item (results, i);
      const char *place = strata_search_result_get_place (result);

      /* The rows of other tables are too many for a desktop's search, and what only
       * half fits is too little. */
      if (strata_search_result_get_kind (result) == STRATA_SEARCH_ROW
          || strata_search_result_get_partial (result)
          || g_hash_table_contains (self->results, place))
        continue;
      g_ptr_array_add (places, (gpointer) place);
      g_hash_table_insert (self->results, g_strdup (place), g_object_ref (result));
    }
  g_ptr_array_add (places, NULL);
  answer (self, (const char *const *) places->pdata);
}

static void
state_changed (StrataShellSearch *self)
{
  if (strata_searcher_get_state (self->searcher) == STRATA_SEARCHER_FAILED)
    answer_nothing (self);
}

static void
search (StrataShellSearch     *self,
        const char           **terms,
        GDBusMethodInvocation *invocation)
{
  g_autofree char *query = g_strjoinv (" ", (char **) terms);

  answer_nothing (self);   /* to the search before, which is of no use any more */
  self->waiting = invocation;
  g_signal_emit (self, signals[SIGNAL_PREPARE], 0);
  if (self->languages == NULL)
    {
      answer_nothing (self);
      return;
    }
  strata_searcher_search (self->searcher, query, (const char *const *) self->languages);
}

static GVariant *
describe (StrataShellSearch  *self,
          const char        **places)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; places[i] != NULL; i++)
    {
      StrataSearchResult *result = g_hash_table_lookup (self->results, places[i]);
      g_autoptr (GIcon) icon = g_themed_icon_new (STRATA_APP_ID);
      g_autoptr (GVariant) drawn = g_icon_serialize (icon);

      if (result == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (places[i]));
      g_variant_builder_add (&metas, "{sv}", "name",
                             g_variant_new_string (strata_search_result_get_title (result)));
      g_variant_builder_add (&metas, "{sv}", "description",
                             g_variant_new_string (strata_search_result_get_snippet (result)));
      g_variant_builder_add (&metas, "{sv}", "icon", drawn);
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

static void
method_call (GDBusConnection       *connection,
             const char            *sender,
             const char            *path,
             const char            *interface,
             const char            *method,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation,
             gpointer               data)
{
  StrataShellSearch *self = data;
  g_autofree const char **terms = NULL;
  const char *place = "";

  if (g_str_equal (method, "GetInitialResultSet") || g_str_equal (method, "GetResultMetas"))
    g_variant_get (parameters, "(^a&s)", &terms);
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    g_variant_get (parameters, "(as^a&s)", NULL, &terms);
  else if (g_str_equal (method, "ActivateResult"))
    g_variant_get (parameters, "(&s^a&su)", &place, &terms, NULL);
  else
    g_variant_get (parameters, "(^a&su)", &terms, NULL);

  if (g_str_equal (method, "GetResultMetas"))
    g_dbus_method_invocation_return_value (invocation, describe (self, terms));
  else if (g_str_has_suffix (method, "ResultSet"))
    search (self, terms, invocation);
  else
    {
      g_autofree char *query = g_strjoinv (" ", (char **) terms);

      g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, place, query);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
strata_shell_search_dispose (GObject *object)
{
  StrataShellSearch *self = STRATA_SHELL_SEARCH (object);

  answer_nothing (self);
  strata_shell_search_unexport (self);
  g_clear_object (&self->searcher);
  g_clear_object (&self->course);
  g_clear_pointer (&self->results, g_hash_table_unref);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (strata_shell_search_parent_class)->dispose (object);
}

static void
strata_shell_search_class_init (StrataShellSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_shell_search_dispose;

  signals[SIGNAL_PREPARE] = g_signal_new ("prepare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
strata_shell_search_init (StrataShellSearch *self)
{
  self->searcher = strata_searcher_new ();
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_signal_connect_object (self->searcher, "found", G_CALLBACK (found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->searcher, "state-changed", G_CALLBACK (state_changed), self,
                           G_CONNECT_SWAPPED);
}

StrataShellSearch *
strata_shell_search_new (void)
{
  return g_object_new (STRATA_TYPE_SHELL_SEARCH, NULL);
}

/**
 * strata_shell_search_set_course:
 * @self: the search
 * @course: (nullable): what is to be searched
 * @languages: (nullable): those of the reader, as for strata_text_get()
 */
void
strata_shell_search_set_course (StrataShellSearch *self,
                                StrataCourse      *course,
                                const char *const *languages)
{
  char **copy;

  g_return_if_fail (STRATA_IS_SHELL_SEARCH (self));

  copy = course != NULL ? g_strdupv ((char **) languages) : NULL;
  g_strfreev (self->languages);
  self->languages = copy;
  g_set_object (&self->course, course);
  strata_searcher_set_course (self->searcher, course);
}

/**
 * strata_shell_search_get_course:
 * @self: the search
 *
 * Returns: (transfer none) (nullable): what is searched
 */
StrataCourse *
strata_shell_search_get_course (StrataShellSearch *self)
{
  g_return_val_if_fail (STRATA_IS_SHELL_SEARCH (self), NULL);

  return self->course;
}

/**
 * strata_shell_search_export:
 * @self: the search
 * @connection: a bus
 * @path: of the object
 * @error: return location for an error
 *
 * Lets others on the bus search, until strata_shell_search_unexport().
 *
 * Returns: whether it can be reached
 */
gboolean
strata_shell_search_export (StrataShellSearch *self,
                            GDBusConnection   *connection,
                            const char        *path,
                            GError           **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call };
  g_autoptr (GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (STRATA_IS_SHELL_SEARCH (self), FALSE);

  node = g_dbus_node_info_new_for_xml (interface_xml, error);
  if (node == NULL)
    return FALSE;
  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0],
                                                          &vtable, self, NULL, error);
  if (self->registration != 0)
    self->connection = g_object_ref (connection);
  return self->registration != 0;
}

/**
 * strata_shell_search_unexport:
 * @self: the search
 *
 * Nobody on the bus can search any more. Without an export nothing happens.
 */
void
strata_shell_search_unexport (StrataShellSearch *self)
{
  g_return_if_fail (STRATA_IS_SHELL_SEARCH (self));

  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
