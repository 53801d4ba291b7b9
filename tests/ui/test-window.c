/* The whole window over the bundled course, as a student uses it. */
#include <adwaita.h>

#include "config.h"
#include "find.h"
#include "window/strata-window.h"

static GSettings *settings;
static char *bundled;

static StrataWindow *
open_window (const char *folder)
{
  StrataWindow *window = strata_window_new (NULL, settings);

  strata_window_open_course (window, folder);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
assert_place (StrataWindow *window,
              const char   *expected)
{
  g_autofree char *place = strata_window_dup_place (window);

  g_assert_cmpstr (place, ==, expected);
}

static void
act (StrataWindow *window,
     const char   *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static void
test_first_start (void)
{
  StrataWindow *window;

  g_settings_reset (settings, "place");
  g_settings_reset (settings, "welcome-seen");
  window = open_window (bundled);
  assert_place (window, "concept:ai");
  g_assert_true (g_settings_get_boolean (settings, "welcome-seen"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_chips (void)
{
  StrataWindow *window = open_window (bundled);

  g_assert_true (strata_window_go (window, "concept:dl"));
  g_assert_true (strata_window_go (window, "row:challenges/data-bias"));
  g_assert_true (strata_window_go (window, "row:use-cases/content-moderation"));
  g_assert_true (strata_window_go (window, "concept:llm"));
  act (window, "win.back");
  assert_place (window, "table:use-cases?row=content-moderation");
  act (window, "win.back");
  assert_place (window, "table:challenges?row=data-bias");
  act (window, "win.back");
  assert_place (window, "concept:dl");
  act (window, "win.forward");
  assert_place (window, "table:challenges?row=data-bias");
  g_assert_true (strata_window_go (window, "row:glossary/token"));
  assert_place (window, "table:glossary?row=token");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who asks for a place in the lesson that is shown comes there, and back from it. */
static void
test_within (void)
{
  StrataWindow *window = open_window (bundled);

  g_assert_true (strata_window_go (window, "concept:dl"));
  g_assert_true (strata_window_go (window, "concept:dl?at=900"));
  assert_place (window, "concept:dl?at=900");
  while (!strata_window_is_drawn (window))
    g_main_context_iteration (NULL, TRUE);
  assert_place (window, "concept:dl?at=900");
  g_assert_true (strata_window_go (window, "concept:dl"));
  assert_place (window, "concept:dl?at=900");
  act (window, "win.back");
  assert_place (window, "concept:dl");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_unknown (void)
{
  StrataWindow *window = open_window (bundled);
  const char *const links[] = { "concept:none", "row:none/x", "https://example.org", "", "table:x" };
  g_autofree char *before = strata_window_dup_place (window);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_assert_false (strata_window_go (window, links[i]));
  assert_place (window, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_reopen (void)
{
  StrataWindow *window = open_window (bundled);

  g_assert_true (strata_window_go (window, "table:challenges?q=bias&facet=category%3Ddata&sort=name"));
  gtk_window_close (GTK_WINDOW (window));
  window = open_window (bundled);
  assert_place (window, "table:challenges?q=bias&facet=category%3Ddata&sort=name");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_language (void)
{
  StrataWindow *window = open_window (bundled);

  g_assert_true (strata_window_go (window, "row:challenges/latency"));
  strata_window_set_language (window, "zh-TW");
  assert_place (window, "table:challenges?row=latency");
  g_assert_true (strata_window_go (window, "concept:dl"));
  strata_window_set_language (window, "en");
  assert_place (window, "concept:dl");
  strata_window_set_language (window, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_broken_course (void)
{
  StrataWindow *window = open_window (bundled);
  g_autofree char *broken = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures",
                                              "faults", "syntax-comma", NULL);

  g_assert_true (strata_window_go (window, "concept:nn"));
  g_assert_false (strata_window_open_course (window, broken));
  assert_place (window, "concept:nn");      /* what was open stays */
  act (window, "win.close-faults");
  gtk_window_destroy (GTK_WINDOW (window));

  /* And with nothing open before. */
  window = open_window (broken);
  g_assert_null (strata_window_dup_place (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_shown_label (GtkWidget    *widget,
                gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Where the letters of a word at the foot begin and end, across. */
static graphene_rect_t
letters_of (StrataWindow *window,
            const char   *word)
{
  guint n = 0;
  GtkWidget *label = find_matching (find (GTK_WIDGET (window), ADW_TYPE_VIEW_SWITCHER_BAR), is_shown_label,
                                    word, &n);
  graphene_rect_t bounds;
  int width;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (window), &bounds));
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &width, NULL);
  graphene_rect_inset (&bounds, (bounds.size.width - (float) width) / 2, 0);
  return bounds;
}

/* With letters of twice the size, too, words at the foot are apart as words are, also
 * where they are cut. */
static void
test_foot (void)
{
  static const int widths[] = { 420, 700 };
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GtkSettings *gtk = gtk_settings_get_default ();
  int dpi;

  gtk_css_provider_load_from_resource (style, "/io/github/strata_study/Strata/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  g_object_get (gtk, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      StrataWindow *window = strata_window_new (NULL, settings);
      graphene_rect_t one, other;

      strata_window_open_course (window, bundled);
      strata_window_resize (window, widths[i], 700);
      gtk_window_present (GTK_WINDOW (window));
      while (gtk_widget_get_width (GTK_WIDGET (window)) == 0)
        g_main_context_iteration (NULL, TRUE);
      one = letters_of (window, "Use Cases");
      other = letters_of (window, "Challenges");
      g_assert_cmpfloat (other.origin.x - (one.origin.x + one.size.width), >=, one.size.height / 2);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_object_set (gtk, "gtk-xft-dpi", dpi, NULL);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  settings = g_settings_new (STRATA_APP_ID);
  bundled = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "data", "courses", "llm-foundations",
                              NULL);
  g_test_add_func ("/window/first-start", test_first_start);
  g_test_add_func ("/window/chips", test_chips);
  g_test_add_func ("/window/within", test_within);
  g_test_add_func ("/window/unknown", test_unknown);
  g_test_add_func ("/window/reopen", test_reopen);
  g_test_add_func ("/window/language", test_language);
  g_test_add_func ("/window/broken-course", test_broken_course);
  g_test_add_func ("/window/foot", test_foot);
  status = g_test_run ();
  g_object_unref (settings);
  g_free (bundled);
  return status;
}
