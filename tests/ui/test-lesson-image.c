#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "find.h"
#include "lesson/strata-lesson-image.h"
#include "lesson/strata-lesson-view.h"

#define RED 0xffe01b24
#define BLUE 0xff1a5fb4

/* A lesson in a window, 600 wide. */
typedef struct
{
  char             *folder;     /* with the fixtures, or one's own */
  GtkWidget        *window;
  GtkWidget        *scroller;
  StrataLessonView *view;
} Lesson;

static StrataLessonImage *
image (Lesson *lesson,
       guint   n)
{
  GtkWidget *found = find_nth (GTK_WIDGET (lesson->view), STRATA_TYPE_LESSON_IMAGE, n);

  g_assert_nonnull (found);
  return STRATA_LESSON_IMAGE (found);
}

static void
wait_drawn (Lesson *lesson)
{
  while (gtk_widget_get_width (GTK_WIDGET (lesson->view)) < 100)
    g_main_context_iteration (NULL, TRUE);
  do
    {
      g_main_context_iteration (NULL, FALSE);
      strata_lesson_view_look_around (lesson->view);
    }
  while (!strata_lesson_view_get_drawn (lesson->view));
}

static void
lesson_open (Lesson     *lesson,
             const char *markdown)
{
  g_autofree char *path = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (lesson->folder == NULL)
    lesson->folder = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures",
                                       "pictures", NULL);
  path = g_build_filename (lesson->folder, "lesson.md", NULL);
  lesson->window = gtk_window_new ();
  lesson->scroller = gtk_scrolled_window_new ();
  lesson->view = STRATA_LESSON_VIEW (strata_lesson_view_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (lesson->scroller), GTK_WIDGET (lesson->view));
  gtk_widget_set_vexpand (lesson->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), lesson->scroller);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("below"));
  gtk_window_set_default_size (GTK_WINDOW (lesson->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (lesson->window), box);
  strata_lesson_view_set_lesson (lesson->view, markdown, -1, path, lesson->folder);
  gtk_window_present (GTK_WINDOW (lesson->window));
  wait_drawn (lesson);
}

static void
lesson_close (Lesson *lesson)
{
  gtk_window_destroy (GTK_WINDOW (lesson->window));
  g_clear_pointer (&lesson->folder, g_free);
}

/* Until a picture that is near is there, or its words. */
static void
wait_image (Lesson *lesson,
            guint   n)
{
  while (strata_lesson_image_get_shown (image (lesson, n))
         && strata_lesson_image_get_texture (image (lesson, n)) == NULL)
    {
      strata_lesson_view_look_around (lesson->view);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* @x and @y in hundredths of the picture. */
static guint32
pixel (GdkTexture *texture,
       int         x,
       int         y)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  return pixels[y * height / 100 * width + x * width / 100];
}

static void
assert_colour (guint32 found,
               guint32 wanted)
{
  for (guint shift = 0; shift < 32; shift += 8)
    g_assert_cmpint (ABS ((int) (found >> shift & 0xff) - (int) (wanted >> shift & 0xff)), <, 24);
}

static void
test_formats (void)
{
  static const char *const names[] = { "photo.png", "photo.jpg", "photo.webp", "lossless.webp",
                                       "animated.webp", "animated.gif", "turned.jpg" };
  g_autoptr (GString) text = g_string_new (NULL);
  Lesson lesson = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "![words](%s)\n", names[i]);
  lesson_open (&lesson, text->str);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean turned = g_str_has_prefix (names[i], "turned");
      GdkTexture *texture;

      wait_image (&lesson, i);
      texture = strata_lesson_image_get_texture (image (&lesson, i));
      g_assert_nonnull (texture);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, turned ? 16 : 24);
      assert_colour (pixel (texture, 20, 20), RED);
      assert_colour (pixel (texture, 80, 80), BLUE);
      assert_colour (pixel (texture, 80, 20), turned ? RED : BLUE);
    }
  lesson_close (&lesson);
}

static void
copy_part (const char *name,
           const char *folder,
           const char *as)
{
  g_autofree char *from = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures",
                                            "pictures", name, NULL);
  g_autofree char *to = g_build_filename (folder, as, NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  g_assert_true (g_file_set_contents (to, data, (gssize) (length - length / 4), NULL));
}

/* Each of them has its words instead, and nothing is waited for. */
static void
test_broken (void)
{
  static const guint8 bomb[] = "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0";
  static const char *const names[] = { "part.png",   "part.webp", "part.gif", "part.jpg", "bomb.png",
                                       "folder.png", "pipe.svg",  "link.png", "none.png", "words.png" };
  g_autofree char *folder = g_dir_make_tmp ("strata-XXXXXX", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *outside = g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures",
                                               "pictures", "photo.png", NULL);
  Lesson lesson = { .folder = g_strdup (folder) };

  g_assert_cmpint (g_chdir (folder), ==, 0);
  copy_part ("photo.png", folder, "part.png");
  copy_part ("photo.webp", folder, "part.webp");
  copy_part ("animated.gif", folder, "part.gif");
  copy_part ("photo.jpg", folder, "part.jpg");
  g_file_set_contents ("bomb.png", (const char *) bomb, sizeof bomb - 1, NULL);
  g_file_set_contents ("words.png", "no picture", -1, NULL);
  g_mkdir ("folder.png", 0700);
  g_assert_cmpint (mkfifo ("pipe.svg", 0600), ==, 0);
  g_assert_cmpint (symlink (outside, "link.png"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "![number %u](%s)\n", i, names[i]);
  lesson_open (&lesson, text->str);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *words = g_strdup_printf ("number %u", i);
      GtkWidget *label;

      wait_image (&lesson, i);
      /* Of these the first frame, or the upper rows, can be seen. */
      if (g_str_equal (names[i], "part.gif") || g_str_equal (names[i], "part.jpg"))
        continue;
      g_assert_false (strata_lesson_image_get_shown (image (&lesson, i)));
      label = find_nth (GTK_WIDGET (image (&lesson, i)), GTK_TYPE_LABEL, 0);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, words);
      g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (image (&lesson, i))));
    }
  lesson_close (&lesson);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_remove (names[i]);
  g_rmdir (folder);
}

/* The place is there before the picture is, and stays as large. */
static void
test_size (void)
{
  Lesson lesson = { 0 };
  int width, height;

  lesson_open (&lesson, "![small](photo.png)\n\n<img src='photo.png' width='90' alt='asked'>\n\n"
                        "<img src='photo.png' width='5000' alt='wide'>\n");
  gtk_widget_measure (GTK_WIDGET (image (&lesson, 0)), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (image (&lesson, 0)), GTK_ORIENTATION_VERTICAL, 24, NULL, &height,
                      NULL, NULL);
  g_assert_cmpint (width, ==, 24);
  g_assert_cmpint (height, ==, 16);
  wait_image (&lesson, 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (image (&lesson, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "small");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (image (&lesson, 0))), ==, 24);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (image (&lesson, 1))), ==, 90);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (image (&lesson, 1))), ==, 60);
  width = gtk_widget_get_width (GTK_WIDGET (image (&lesson, 2)));
  g_assert_cmpint (width, >, 400);
  g_assert_cmpint (width, <=, gtk_widget_get_width (GTK_WIDGET (lesson.view)));
  lesson_close (&lesson);
}

/* A picture is there while it is near, no larger than it is seen. */
static void
test_near (void)
{
  g_autofree char *folder = g_dir_make_tmp ("strata-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.png", NULL);
  g_autoptr (GString) text = g_string_new ("![large](large.png)\n\n");
  g_autoptr (GdkTexture) large = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (3000 * 2000 * 4), 3000 * 2000 * 4);
  Lesson lesson = { .folder = g_strdup (folder) };
  GtkAdjustment *adjustment;

  large = gdk_memory_texture_new (3000, 2000, GDK_MEMORY_DEFAULT, bytes, 3000 * 4);
  g_assert_true (gdk_texture_save_to_png (large, path));
  for (guint i = 0; i < 300; i++)
    g_string_append (text, "A line of text in between.\n\n");
  lesson_open (&lesson, text->str);
  wait_image (&lesson, 0);
  g_assert_cmpint (gdk_texture_get_width (strata_lesson_image_get_texture (image (&lesson, 0))), ==,
                   gtk_widget_get_width (GTK_WIDGET (image (&lesson, 0))));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (lesson.scroller));
  while (gtk_adjustment_get_upper (adjustment) < 6000)
    g_main_context_iteration (NULL, TRUE);
  gtk_adjustment_set_value (adjustment, 5000);
  while (strata_lesson_image_get_texture (image (&lesson, 0)) != NULL)
    {
      strata_lesson_view_look_around (lesson.view);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (strata_lesson_image_get_drawn (image (&lesson, 0)));
  gtk_adjustment_set_value (adjustment, 0);
  wait_image (&lesson, 0);
  g_assert_nonnull (strata_lesson_image_get_texture (image (&lesson, 0)));
  lesson_close (&lesson);
  g_unlink (path);
  g_rmdir (folder);
}

/* In a window taller than the text, where nothing scrolls and so nothing tells what is near. */
static void
test_tall (void)
{
  Lesson lesson = { 0 };
  g_autofree char *path = NULL;

  lesson_open (&lesson, "Short.\n");
  path = g_build_filename (lesson.folder, "lesson.md", NULL);
  strata_lesson_view_set_lesson (lesson.view, "A picture:\n\n![words](photo.png)\n", -1, path,
                                 lesson.folder);
  g_assert_cmpfloat (gtk_adjustment_get_upper (gtk_scrolled_window_get_vadjustment (
                         GTK_SCROLLED_WINDOW (lesson.scroller))), <, 501);
  while (strata_lesson_image_get_texture (image (&lesson, 0)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  lesson_close (&lesson);
}

/* Nothing is fetched: there are the words, and a link that says where it leads. */
static void
test_web (void)
{
  Lesson lesson = { 0 };
  GtkWidget *button, *popover;

  lesson_open (&lesson, "![a pier](https://example.org/pier.png)\n\n"
                        "[![build](https://example.org/b.svg)](https://example.org/ci)\n\n"
                        "![no](file:///etc/hostname) ![no](javascript:x) ![no](data:image/png,x)\n");
  button = find_nth (GTK_WIDGET (image (&lesson, 0)), GTK_TYPE_BUTTON, 0);
  g_assert_false (strata_lesson_image_get_shown (image (&lesson, 0)));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find_nth (GTK_WIDGET (image (&lesson, 0)),
                                                         GTK_TYPE_LABEL, 0))), ==, "a pier");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Picture on the web: example.org");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  popover = find_nth (GTK_WIDGET (lesson.view), GTK_TYPE_POPOVER, 0);
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find_nth (popover, GTK_TYPE_LABEL, 0))), ==,
                   "https://example.org/pier.png");
  g_assert_false (gtk_widget_is_focus (button));
  gtk_popover_popdown (GTK_POPOVER (popover));
  while (!gtk_widget_is_focus (button))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (find_nth (GTK_WIDGET (image (&lesson, 1)), GTK_TYPE_BUTTON, 0)));
  for (guint i = 2; i < 5; i++)
    g_assert_null (find_nth (GTK_WIDGET (image (&lesson, i)), GTK_TYPE_BUTTON, 0));
  lesson_close (&lesson);
}

static void
press (GtkWidget       *widget,
       guint            key,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        {
          g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &stop);
          return;
        }
    }
  g_assert_not_reached ();
}

static int
caret (Lesson *lesson)
{
  int position;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (lesson->view)), "cursor-position",
                &position, NULL);
  return position;
}

/* Pictures are among the links, as they are read; what has nothing to press is
 * passed over, and what is in a link is the link's. */
static void
test_tab (void)
{
  Lesson lesson = { 0 };
  GtkWidget *view, *first, *web, *below;

  lesson_open (&lesson, "[one](concept:x) ![first](photo.png) ![none](none.png) "
                        "[![in](photo.png)](concept:y) ![web](https://example.org/w.png)\n");
  view = GTK_WIDGET (lesson.view);
  first = GTK_WIDGET (image (&lesson, 0));
  web = find_nth (GTK_WIDGET (image (&lesson, 3)), GTK_TYPE_BUTTON, 0);
  below = find_nth (lesson.window, GTK_TYPE_BUTTON, 1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (below)), ==, "below");
  gtk_widget_grab_focus (view);
  press (view, GDK_KEY_Tab, 0);
  g_assert_true (gtk_widget_is_focus (view));
  g_assert_cmpint (caret (&lesson), ==, 0);
  press (view, GDK_KEY_Tab, 0);
  g_assert_true (gtk_widget_is_focus (first));
  press (view, GDK_KEY_Tab, 0);
  g_assert_true (gtk_widget_is_focus (view));
  g_assert_cmpint (caret (&lesson), ==, strlen ("one x x "));
  press (view, GDK_KEY_Tab, 0);
  g_assert_true (gtk_widget_is_focus (web));
  press (view, GDK_KEY_Tab, 0);
  g_assert_true (gtk_widget_is_focus (below));
  gtk_widget_child_focus (lesson.window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_focus (web));
  press (view, GDK_KEY_Tab, GDK_SHIFT_MASK);
  press (view, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_is_focus (first));
  press (view, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_is_focus (view));
  g_assert_cmpint (caret (&lesson), ==, 0);
  /* From a picture that was pressed it goes on from there. */
  gtk_widget_grab_focus (first);
  press (view, GDK_KEY_Tab, 0);
  g_assert_cmpint (caret (&lesson), ==, strlen ("one x x "));
  lesson_close (&lesson);
}

/* What is drawn in black on nothing is seen on a dark page too. */
static void
test_ground (void)
{
  Lesson lesson = { 0 };
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  lesson_open (&lesson, "![lines](lines.png)\n");
  wait_image (&lesson, 0);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (image (&lesson, 0)));
  while (node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      g_main_context_iteration (NULL, TRUE);
      gdk_paintable_snapshot (paintable, snapshot, 24, 16);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  renderer = gtk_native_get_renderer (GTK_NATIVE (lesson.window));
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, 24, 16));
  assert_colour (pixel (texture, 20, 20), 0xfffafafa);
  lesson_close (&lesson);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/lesson-image/formats", test_formats);
  g_test_add_func ("/lesson-image/broken", test_broken);
  g_test_add_func ("/lesson-image/size", test_size);
  g_test_add_func ("/lesson-image/near", test_near);
  g_test_add_func ("/lesson-image/tall", test_tall);
  g_test_add_func ("/lesson-image/web", test_web);
  g_test_add_func ("/lesson-image/tab", test_tab);
  g_test_add_func ("/lesson-image/ground", test_ground);
  return g_test_run ();
}
