/* What the desktop's search is told, over a connection without a bus. */
#include <adwaita.h>
#include <gio/gunixsocketaddress.h>
#include <sys/socket.h>

#include "course/strata-loader.h"
#include "search/strata-shell-search.h"

#define PATH "/a/SearchProvider"

static StrataCourse *course;
static char *activated;
static guint n_prepared;

static void
connected (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  GDBusConnection **connection = data;
  g_autoptr (GError) error = NULL;

  *connection = g_dbus_connection_new_finish (result, &error);
  g_assert_no_error (error);
}

static void
connect_side (int               fd,
              GDBusConnectionFlags flags,
              const char       *guid,
              GDBusConnection **connection)
{
  g_autoptr (GSocket) socket = g_socket_new_from_fd (fd, NULL);
  g_autoptr (GSocketConnection) stream = g_socket_connection_factory_create_connection (socket);

  g_dbus_connection_new (G_IO_STREAM (stream), guid, flags, NULL, NULL, connected, connection);
}

typedef struct
{
  StrataShellSearch *search;
  GDBusConnection   *server;
  GDBusConnection   *client;
} Fixture;

static void
prepare (StrataShellSearch *search)
{
  static const char *const languages[] = { "en", "zh-TW", NULL };

  n_prepared++;
  strata_shell_search_set_course (search, course, languages);
}

static void
activate (StrataShellSearch *search,
          const char        *place,
          const char        *query)
{
  g_free (activated);
  activated = g_strdup_printf ("%s|%s", place, query);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *guid = g_dbus_generate_guid ();
  g_autoptr (GError) error = NULL;
  int fds[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, fds), ==, 0);
  connect_side (fds[0], G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_SERVER, guid, &f->server);
  connect_side (fds[1], G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT, NULL, &f->client);
  while (f->server == NULL || f->client == NULL)
    g_main_context_iteration (NULL, TRUE);
  f->search = strata_shell_search_new ();
  g_signal_connect (f->search, "prepare", G_CALLBACK (prepare), NULL);
  g_signal_connect (f->search, "activated", G_CALLBACK (activate), NULL);
  strata_shell_search_export (f->search, f->server, PATH, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_object (&f->search);
  g_dbus_connection_close_sync (f->client, NULL, NULL);
  g_clear_object (&f->client);
  g_clear_object (&f->server);
}

static void
called (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  GVariant **answer = data;
  g_autoptr (GError) error = NULL;

  *answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  g_assert_no_error (error);
}

static void
call_begin (Fixture    *f,
            const char *method,
            GVariant   *parameters,
            GVariant  **answer)
{
  g_dbus_connection_call (f->client, NULL, PATH, "org.gnome.Shell.SearchProvider2", method,
                          parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, called, answer);
}

static GVariant *
call (Fixture    *f,
      const char *method,
      GVariant   *parameters)
{
  GVariant *answer = NULL;

  call_begin (f, method, parameters, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

static void
test_results (Fixture      *f,
              gconstpointer data)
{
  static const char *const terms[] = { "vanishing", "gradient", NULL };
  g_autoptr (GVariant) found = call (f, "GetInitialResultSet", g_variant_new ("(^as)", terms));
  g_autofree const char **places = NULL;
  g_autoptr (GVariant) metas = NULL, list = NULL, first = NULL;
  const char *name, *description;

  g_assert_cmpuint (n_prepared, >, 0);
  g_variant_get (found, "(^a&s)", &places);
  g_assert_true (g_strv_contains ((const char *const *) places,
                                  "table:glossary?row=vanishing-gradient"));
  for (guint i = 0; places[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (places[i], "concept:")
                   || g_str_has_prefix (places[i], "table:glossary?"));

  metas = call (f, "GetResultMetas", g_variant_new ("(^as)", places));
  list = g_variant_get_child_value (metas, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, g_strv_length ((char **) places));
  first = g_variant_get_child_value (list, 0);
  g_assert_true (g_variant_lookup (first, "name", "&s", &name));
  g_assert_true (g_variant_lookup (first, "description", "&s", &description));
  g_assert_true (g_variant_lookup (first, "icon", "(sv)", NULL, NULL));
  g_assert_cmpstr (name, !=, "");
}

/* Only the last of several questions is looked up, and each has its answer. */
static void
test_typing (Fixture      *f,
             gconstpointer data)
{
  static const char *const one[] = { "van", NULL };
  static const char *const two[] = { "模型", NULL };
  static const char *const none[] = { NULL };
  GVariant *before = NULL;
  g_autoptr (GVariant) after = NULL, empty = NULL;

  call_begin (f, "GetInitialResultSet", g_variant_new ("(^as)", one), &before);
  after = call (f, "GetSubsearchResultSet", g_variant_new ("(^as^as)", none, two));
  while (before == NULL)
    g_main_context_iteration (NULL, TRUE);
  empty = g_variant_ref_sink (g_variant_new ("(^as)", none));
  g_assert_true (g_variant_equal (before, empty));
  g_assert_false (g_variant_equal (after, empty));
  g_variant_unref (before);
}

static void
test_odd (Fixture      *f,
          gconstpointer data)
{
  static const char *const cases[][2] = { { "", NULL }, { "\"*(", NULL }, { "xyzzyq", NULL } };
  static const char *const unknown[] = { "concept:none", "", NULL };
  static const char *const terms[] = { "deep", "cat", NULL };
  g_autoptr (GVariant) metas = NULL, list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) answer =
          call (f, "GetInitialResultSet", g_variant_new ("(^as)", cases[i]));

      g_assert_true (g_variant_is_of_type (answer, G_VARIANT_TYPE ("(as)")));
    }
  metas = call (f, "GetResultMetas", g_variant_new ("(^as)", unknown));
  list = g_variant_get_child_value (metas, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, 0);

  g_variant_unref (call (f, "ActivateResult", g_variant_new ("(s^asu)", "concept:dl", terms, 0)));
  g_assert_cmpstr (activated, ==, "concept:dl|deep cat");
  g_variant_unref (call (f, "LaunchSearch", g_variant_new ("(^asu)", terms, 0)));
  g_assert_cmpstr (activated, ==, "|deep cat");
}

/* Who asks when the program ends is not left waiting. */
static void
test_end (Fixture      *f,
          gconstpointer data)
{
  static const char *const one[] = { "model", NULL };
  GVariant *answer = NULL;
  guint before = n_prepared;

  call_begin (f, "GetInitialResultSet", g_variant_new ("(^as)", one), &answer);
  while (n_prepared == before)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&f->search);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_variant_unref (answer);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses", "llm-foundations", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_object_unref);
  int status;

  g_test_init (&argc, &argv, NULL);
  course = strata_course_load (folder, faults);
  g_assert_nonnull (course);
  g_test_add ("/shell-search/results", Fixture, NULL, set_up, test_results, tear_down);
  g_test_add ("/shell-search/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/shell-search/odd", Fixture, NULL, set_up, test_odd, tear_down);
  g_test_add ("/shell-search/end", Fixture, NULL, set_up, test_end, tear_down);
  status = g_test_run ();
  g_object_unref (course);
  g_free (activated);
  return status;
}
