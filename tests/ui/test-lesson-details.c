/* The parts of a lesson that fold. */
#include <adwaita.h>
#include <string.h>

#include "config.h"
#include "lesson-fixture.h"
#include "lesson/strata-lesson-code.h"
#include "lesson/strata-lesson-page.h"
#include "lesson/strata-lesson-palette-private.h"
#include "window/strata-window.h"

#define LESSON \
  "before\n\n<details>\n<summary>outer</summary>\n\nfirst\n\n```c\nint code;\n```\n\n" \
  "<details>\n<summary>inner</summary>\n\nneedle [link](#end)\n\n</details>\n\nlast\n\n</details>\n\n" \
  "<details open>\n<summary>opened</summary>\n\nseen\n\n</details>\n\n# end\n\nafter\n"

static void
find_text (Fixture     *f,
           const char  *text,
           GtkTextIter *iter)
{
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view)), iter);
  g_assert_true (gtk_text_iter_forward_search (iter, text, 0, iter, NULL, NULL));
}

/* Whether the line that begins with @text takes room. */
static gboolean
is_seen (Fixture    *f,
         const char *text)
{
  GtkTextIter iter;
  int y, height;

  find_text (f, text, &iter);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (f->view), &iter, &y, &height);
  return height > 0;
}

static guint
offset_of (Fixture    *f,
           const char *text)
{
  GtkTextIter iter;

  find_text (f, text, &iter);
  return (guint) gtk_text_iter_get_offset (&iter);
}

static guint
caret (Fixture *f)
{
  int offset;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view)), "cursor-position", &offset, NULL);
  return (guint) offset;
}

/* The lesson says what is folded at first; what is folded has no widgets. */
static void
test_first (void)
{
  Fixture f = open_lesson (LESSON);

  settle (&f);
  g_assert_true (is_seen (&f, "outer"));
  g_assert_false (is_seen (&f, "first"));
  g_assert_false (is_seen (&f, "inner"));
  g_assert_false (is_seen (&f, "last"));
  g_assert_true (is_seen (&f, "seen"));
  g_assert_true (is_seen (&f, "after"));
  g_assert_null (find (f.view, STRATA_TYPE_LESSON_CODE));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* Tab comes to a summary, Enter and Space fold and unfold; an inner part stays as it was. */
static void
test_keys (void)
{
  Fixture f = open_lesson (LESSON);
  GtkWidget *code;
  double height;

  settle (&f);
  height = gtk_widget_get_height (f.view);
  gtk_widget_grab_focus (f.view);
  press (f.view, GDK_KEY_Tab);
  g_assert_cmpuint (caret (&f), ==, offset_of (&f, "outer"));
  press (f.view, GDK_KEY_Tab);    /* past the link, which is folded away */
  g_assert_cmpuint (caret (&f), ==, offset_of (&f, "opened"));
  press (f.view, GDK_KEY_ISO_Left_Tab);
  g_assert_cmpuint (caret (&f), ==, offset_of (&f, "outer"));

  press (f.view, GDK_KEY_Return);
  settle (&f);
  g_assert_true (is_seen (&f, "first"));
  g_assert_true (is_seen (&f, "inner"));
  g_assert_false (is_seen (&f, "needle"));
  g_assert_cmpfloat (gtk_widget_get_height (f.view), >, height + 60);
  code = find (f.view, STRATA_TYPE_LESSON_CODE);
  g_assert_nonnull (code);
  g_assert_true (gtk_widget_get_mapped (code));

  press (f.view, GDK_KEY_space);
  settle (&f);
  g_assert_false (is_seen (&f, "first"));
  g_assert_false (gtk_widget_get_visible (code));
  g_assert_cmpfloat (gtk_widget_get_height (f.view), ==, height);

  press (f.view, GDK_KEY_Return);
  settle (&f);
  g_assert_true (is_seen (&f, "first"));
  g_assert_false (is_seen (&f, "needle"));
  g_assert_true (gtk_widget_get_mapped (code));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

static void
click (Fixture *f,
       double   x,
       double   y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

/* A click on the summary's line does it, on the triangle too. */
static void
test_click (void)
{
  Fixture f = open_lesson (LESSON);
  GtkTextIter iter;
  GdkRectangle place;

  settle (&f);
  find_text (&f, "outer", &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f.view), &iter, &place);
  g_assert_cmpint (place.x, >, 15);   /* there is room for the triangle */
  click (&f, 4, place.y + place.height / 2.0);
  settle (&f);
  g_assert_true (is_seen (&f, "first"));
  click (&f, place.x + 4, place.y + place.height / 2.0);
  settle (&f);
  g_assert_false (is_seen (&f, "first"));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* What is looked for is unfolded, and nothing else is. */
static void
test_find (void)
{
  Fixture f = open_lesson (LESSON);

  settle (&f);
  g_assert_cmpuint (strata_lesson_view_find (STRATA_LESSON_VIEW (f.view), "first"), ==, 1);
  settle (&f);
  g_assert_true (is_seen (&f, "first"));
  g_assert_false (is_seen (&f, "needle"));
  g_assert_cmpuint (strata_lesson_view_find (STRATA_LESSON_VIEW (f.view), "needle"), ==, 1);
  settle (&f);
  g_assert_true (is_seen (&f, "needle"));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* So is the place that is gone to; and the caret does not stay in what is folded. */
static void
test_place (void)
{
  Fixture f = open_lesson (LESSON);
  guint needle, inner;

  settle (&f);
  needle = offset_of (&f, "needle");
  g_assert_cmpuint (strata_lesson_view_skip_folded (STRATA_LESSON_VIEW (f.view), needle), ==,
                    offset_of (&f, "opened"));
  strata_lesson_view_set_caret (STRATA_LESSON_VIEW (f.view), needle);
  settle (&f);
  g_assert_true (is_seen (&f, "needle"));
  g_assert_cmpuint (strata_lesson_view_skip_folded (STRATA_LESSON_VIEW (f.view), needle), ==, needle);
  inner = offset_of (&f, "outer");
  strata_lesson_view_set_caret (STRATA_LESSON_VIEW (f.view), inner);
  press (f.view, GDK_KEY_Return);
  settle (&f);
  g_assert_false (is_seen (&f, "needle"));
  strata_lesson_view_unfold (STRATA_LESSON_VIEW (f.view), inner);
  g_assert_false (is_seen (&f, "first"));    /* a summary is seen as it is */
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* A screen reader is told whether what the caret is at is folded. */
static void
test_state (void)
{
  Fixture f = open_lesson (LESSON);
  GtkAccessible *view = GTK_ACCESSIBLE (f.view);

  settle (&f);
  gtk_widget_grab_focus (f.view);
  g_assert_false (gtk_test_accessible_has_state (view, GTK_ACCESSIBLE_STATE_EXPANDED));
  press (f.view, GDK_KEY_Tab);
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  press (f.view, GDK_KEY_Tab);
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  press (f.view, GDK_KEY_Return);
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  press (f.view, GDK_KEY_Return);
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  strata_lesson_view_set_caret (STRATA_LESSON_VIEW (f.view), offset_of (&f, "after"));
  g_assert_false (gtk_test_accessible_has_state (view, GTK_ACCESSIBLE_STATE_EXPANDED));

  strata_lesson_view_set_caret (STRATA_LESSON_VIEW (f.view), offset_of (&f, "outer"));
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  strata_lesson_view_set_lesson (STRATA_LESSON_VIEW (f.view), "words\n", -1, "", "/nowhere");
  g_assert_false (gtk_test_accessible_has_state (view, GTK_ACCESSIBLE_STATE_EXPANDED));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* Pixels from the words to what comes below them. */
static int
room_below (Fixture    *f,
            const char *text)
{
  GtkTextIter iter;
  GdkRectangle words;
  int y, height;

  find_text (f, text, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->view), &iter, &words);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (f->view), &iter, &y, &height);
  return y + height - words.y - words.height;
}

/* A card has the same room at its end whatever is folded away there. */
static void
test_card (void)
{
  Fixture f = open_lesson ("> usual\n\nbetween\n\n"
                           "> text\n>\n> <details>\n> <summary>outer</summary>\n>\n> first\n>\n"
                           "> <details>\n> <summary>inner</summary>\n>\n> last\n>\n> </details>\n>\n"
                           "> </details>\n\nafter\n");
  int usual, paragraph;

  settle (&f);
  usual = room_below (&f, "usual");
  paragraph = room_below (&f, "between");
  g_assert_cmpint (usual, >, paragraph);
  g_assert_cmpint (room_below (&f, "outer"), ==, usual);

  strata_lesson_view_unfold (STRATA_LESSON_VIEW (f.view), offset_of (&f, "inner"));
  settle (&f);
  g_assert_cmpint (room_below (&f, "outer"), ==, paragraph);
  g_assert_cmpint (room_below (&f, "inner"), ==, usual);

  strata_lesson_view_unfold (STRATA_LESSON_VIEW (f.view), offset_of (&f, "last"));
  settle (&f);
  g_assert_cmpint (room_below (&f, "inner"), ==, paragraph);
  g_assert_cmpint (room_below (&f, "last"), ==, usual);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* How many pixels of @place are of another colour than its first one. */
static guint
count_ink (Fixture            *f,
           GskRenderNode      *node,
           const GdkRectangle *place)
{
  g_autofree guint32 *pixels = g_new (guint32, (gsize) place->width * (gsize) place->height);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (f->window)), node,
      &GRAPHENE_RECT_INIT ((float) place->x, (float) place->y, (float) place->width,
                           (float) place->height));
  guint n = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) place->width * 4);
  for (int i = 0; i < place->width * place->height; i++)
    n += pixels[i] != pixels[0];
  return n;
}

/* What stands before the words of a summary. */
static guint
ink_before (Fixture    *f,
            const char *text)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (f->view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GtkTextIter iter;
  GdkRectangle place;

  find_text (f, text, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->view), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (f->view), GTK_TEXT_WINDOW_WIDGET, place.x,
                                         place.y, &place.x, &place.y);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (f->view),
                          gtk_widget_get_height (f->view));
  node = gtk_snapshot_to_node (snapshot);
  return count_ink (f, node, &(GdkRectangle) { 0, place.y, place.x, place.height });
}

static guint
ink_of_icon (Fixture    *f,
             const char *name)
{
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (f->view)), name, NULL, 16, 1,
      GTK_TEXT_DIR_LTR, 0);
  GdkRGBA ink = _strata_lesson_palette_colour (_strata_lesson_palette ()->text);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &GRAPHENE_RECT_INIT (0, 0, 20, 20));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, 16, 16, &ink, 1);
  node = gtk_snapshot_to_node (snapshot);
  return count_ink (f, node, &(GdkRectangle) { 0, 0, 20, 20 });
}

/* What the desktop shows at a part that folds, whole, and which way it is. */
static void
test_triangle (void)
{
  Fixture f = open_lesson (LESSON);

  settle (&f);
  g_assert_cmpuint (ink_of_icon (&f, "pan-end-symbolic"), >, 20);
  g_assert_cmpuint (ink_before (&f, "outer"), ==, ink_of_icon (&f, "pan-end-symbolic"));
  g_assert_cmpuint (ink_before (&f, "opened"), ==, ink_of_icon (&f, "pan-down-symbolic"));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* A copy of everything has what is folded too. */
static void
test_copy (void)
{
  Fixture f = open_lesson (LESSON);
  g_autofree char *text = NULL;

  settle (&f);
  g_signal_emit_by_name (f.view, "select-all", TRUE);
  g_signal_emit_by_name (f.view, "copy-clipboard");
  text = clipboard_text (f.view);
  g_assert_nonnull (strstr (text, "needle"));
  g_assert_nonnull (strstr (text, "int code;"));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* In the window, a lesson that has a part folded away with a heading in it. */
static Fixture
open_course (void)
{
  g_autoptr (GSettings) settings = g_settings_new (STRATA_APP_ID);
  g_autofree char *folder = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures",
                                              "everything", NULL);
  StrataWindow *window = strata_window_new (NULL, settings);
  Fixture f = { GTK_WIDGET (window), NULL, NULL };

  g_settings_set_string (settings, "language", "en");
  strata_window_open_course (window, folder);
  g_assert_true (strata_window_go (window, "concept:tides"));
  gtk_window_present (GTK_WINDOW (window));
  f.view = find (f.window, STRATA_TYPE_LESSON_VIEW);
  f.scroller = gtk_widget_get_ancestor (f.view, GTK_TYPE_SCROLLED_WINDOW);
  return f;
}

static StrataLessonPage *
get_page (Fixture *f)
{
  return STRATA_LESSON_PAGE (gtk_widget_get_ancestor (f->view, STRATA_TYPE_LESSON_PAGE));
}

static void
wait_drawn (Fixture *f)
{
  do
    g_main_context_iteration (NULL, TRUE);
  while (!strata_lesson_page_get_drawn (get_page (f)));
}

/* Whether the line that begins with @text is on the screen. */
static void
assert_reached (Fixture    *f,
                const char *text)
{
  graphene_point_t place;
  GtkTextIter iter;
  GdkRectangle line;

  wait_drawn (f);
  g_assert_true (is_seen (f, text));
  find_text (f, text, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->view), &iter, &line);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (f->view), GTK_TEXT_WINDOW_WIDGET, line.x,
                                         line.y, &line.x, &line.y);
  g_assert_true (gtk_widget_compute_point (f->view, f->scroller,
                                           &GRAPHENE_POINT_INIT (0, (float) line.y), &place));
  g_assert_cmpfloat (place.y, >=, 0);
  g_assert_cmpfloat (place.y + line.height, <=, gtk_widget_get_height (f->scroller));
}

/* A link to a heading unfolds what that is in. */
static void
test_heading_link (void)
{
  Fixture f = open_course ();
  const StrataDocument *document;
  guint link = 0;

  wait_drawn (&f);
  g_assert_false (is_seen (&f, "Inside the fold"));
  document = strata_lesson_view_get_document (STRATA_LESSON_VIEW (f.view));
  for (guint i = 0; i < strata_document_get_n_spans (document); i++)
    {
      const StrataSpan *span = strata_document_get_span (document, i);

      if (span->kind != STRATA_SPAN_LINK)
        continue;
      if (g_str_equal (span->target, "#inside-the-fold"))
        break;
      link++;
    }
  strata_lesson_view_follow (STRATA_LESSON_VIEW (f.view), link);
  assert_reached (&f, "Inside the fold");
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* So does what a search has found there. */
static void
test_search (void)
{
  Fixture f = open_course ();

  wait_drawn (&f);
  strata_lesson_page_show_found (get_page (&f), "sun pulls too", offset_of (&f, "The sun pulls too"));
  assert_reached (&f, "The sun pulls too");
  g_assert_false (is_seen (&f, "A quote in it."));
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* And the place that a term of the glossary is used at. */
static void
test_term_place (void)
{
  Fixture f = open_course ();
  g_autofree char *place = NULL;

  wait_drawn (&f);
  place = g_strdup_printf ("concept:tides?at=%u", offset_of (&f, "When both pull"));
  g_assert_true (gtk_widget_activate_action (f.window, "win.go", "s", "row:harbours/keelung"));
  g_assert_true (gtk_widget_activate_action (f.window, "win.go", "s", place));
  assert_reached (&f, "When both pull");
  gtk_window_destroy (GTK_WINDOW (f.window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_test_add_func ("/lesson-details/first", test_first);
  g_test_add_func ("/lesson-details/keys", test_keys);
  g_test_add_func ("/lesson-details/click", test_click);
  g_test_add_func ("/lesson-details/find", test_find);
  g_test_add_func ("/lesson-details/place", test_place);
  g_test_add_func ("/lesson-details/state", test_state);
  g_test_add_func ("/lesson-details/card", test_card);
  g_test_add_func ("/lesson-details/triangle", test_triangle);
  g_test_add_func ("/lesson-details/copy", test_copy);
  g_test_add_func ("/lesson-details/heading-link", test_heading_link);
  g_test_add_func ("/lesson-details/search", test_search);
  g_test_add_func ("/lesson-details/term-place", test_term_place);
  return g_test_run ();
}
