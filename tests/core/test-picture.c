#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "picture/strata-picture-file.h"
#include "picture/strata-pixels.h"

static char *
fixture (const char *name)
{
  return g_build_filename (g_getenv ("STRATA_SOURCE_DIR"), "tests", "fixtures", "pictures", name,
                           NULL);
}

static void
test_files (void)
{
  static const struct
  {
    const char          *name;
    StrataPictureFormat  format;
    int                  width;
    int                  height;
  } cases[] = {
    { "photo.png", STRATA_PICTURE_PNG, 24, 16 },
    { "photo.jpg", STRATA_PICTURE_JPEG, 24, 16 },
    { "turned.jpg", STRATA_PICTURE_JPEG, 16, 24 },
    { "animated.gif", STRATA_PICTURE_GIF, 24, 16 },
    { "photo.webp", STRATA_PICTURE_WEBP, 24, 16 },
    { "lossless.webp", STRATA_PICTURE_WEBP, 24, 16 },
    { "animated.webp", STRATA_PICTURE_WEBP, 24, 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture (cases[i].name);
      StrataPictureHeader header;

      g_assert_true (strata_picture_file_read_header (path, &header));
      g_assert_cmpint (header.format, ==, cases[i].format);
      g_assert_cmpfloat (header.width, ==, cases[i].width);
      g_assert_cmpfloat (header.height, ==, cases[i].height);
    }
}

static void
test_svg (void)
{
  static const struct
  {
    const char *text;
    double      width;      /* 0 for no drawing */
    double      height;
  } cases[] = {
    { "<svg width=\"720\" height=\"436\" viewBox=\"0 0 10 10\">", 720, 436 },
    { "<?xml version='1.0'?>\n<!-- <svg width='1' height='1'> -->\n<svg viewBox='0 0 40 20' />", 40, 20 },
    { "<!DOCTYPE svg [<!ENTITY a 'http://x'>]><svg xmlns='&a;' width='2in' height=' 72pt '>", 192, 96 },
    { "<svg:svg xmlns:svg='x' width='100%' viewBox='0,0,30,60'/>", 30, 60 },
    { "<svg width='60' viewBox='0 0 40 20'>", 60, 30 },
    { "<svg height='60' viewBox='0 0 40 20'>", 120, 60 },
    { "<svg>", 300, 150 },
    { "<svg width='-5' height='nan' viewBox='0 0 0 0'>", 300, 150 },
    { "<svg width='1e300' viewBox='0 0 1 x'>", 300, 150 },
    { "<svg width='", 300, 150 },
    { "<html><svg width='1' height='1'>", 0, 0 },
    { "<!-- <svg>", 0, 0 },
    { "<svgs>", 0, 0 },
    { "words", 0, 0 },
    { "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StrataPictureHeader header;
      gboolean known = strata_picture_header_read ((const guint8 *) cases[i].text,
                                                   strlen (cases[i].text), &header);

      g_assert_true (known == (cases[i].width > 0));
      if (!known)
        continue;
      g_assert_cmpint (header.format, ==, STRATA_PICTURE_SVG);
      g_assert_cmpfloat_with_epsilon (header.width, cases[i].width, 0.01);
      g_assert_cmpfloat_with_epsilon (header.height, cases[i].height, 0.01);
    }
}

/* However much of a file is there, and whatever one byte is, nothing is read
 * beyond its end: the sanitizers see to that. */
static void
test_hostile (void)
{
  static const char *const names[] = { "photo.png", "photo.jpg", "turned.jpg", "animated.gif",
                                       "photo.webp", "lossless.webp", "animated.webp" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture (names[i]);
      g_autoptr (GBytes) bytes = strata_picture_file_read_all (path, NULL);
      gsize length;
      const guint8 *data = g_bytes_get_data (bytes, &length);

      for (gsize n = 0; n <= length; n++)
        {
          g_autofree guint8 *copy = g_memdup2 (data, MAX (n, 1));
          StrataPictureHeader header;

          strata_picture_header_read (copy, n, &header);
          strata_picture_gif_first_frame (copy, n);
          g_assert_true (strata_picture_png_is_whole (copy, n) == (i == 0 && n == length));
          for (guint value = 0; n > 0 && value < 256; value += 51)
            {
              copy[n - 1] = (guint8) value;
              strata_picture_header_read (copy, n, &header);
              strata_picture_gif_first_frame (copy, n);
            }
        }
    }
}

/* Thirty thousand pixels each way would be 3.6 GB. */
static void
test_bombs (void)
{
  static const guint8 png[] = "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0";
  static const guint8 gif[] = "GIF89a\xff\xff\xff\xff\0\0\0";
  static const guint8 webp[] = "RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\xff\xff\0\xff\xff\0";
  static const guint8 empty[] = "GIF89a\0\0\0\0\0\0\0";
  StrataPictureHeader header;

  g_assert_false (strata_picture_header_read (png, sizeof png - 1, &header));
  g_assert_cmpint (header.format, ==, STRATA_PICTURE_PNG);
  g_assert_false (strata_picture_header_read (gif, sizeof gif - 1, &header));
  g_assert_false (strata_picture_header_read (webp, sizeof webp - 1, &header));
  g_assert_false (strata_picture_header_read (empty, sizeof empty - 1, &header));
}

static void
test_gif (void)
{
  /* One dot, with a comment before it, and a frame that is wider than the picture. */
  static const guint8 dot[] = "GIF89a\1\0\1\0\200\0\0\0\0\0\xff\xff\xff!\xfe\2hi\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0";
  g_autofree guint8 *wide = g_memdup2 (dot, sizeof dot);
  g_autofree char *path = fixture ("animated.gif");
  g_autoptr (GBytes) bytes = strata_picture_file_read_all (path, NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize end = strata_picture_gif_first_frame (data, length);

  g_assert_cmpuint (end, >, 100);
  g_assert_cmpuint (end, <, length - 20);
  g_assert_cmpuint (strata_picture_gif_first_frame (dot, sizeof dot - 1), ==, sizeof dot - 1);
  wide[30] = 0xff;
  g_assert_cmpuint (strata_picture_gif_first_frame (wide, sizeof dot - 1), ==, 0);
}

/* What is no file is not opened, and above all not waited for. */
static void
test_no_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("strata-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "pipe.png", NULL);
  g_autofree char *none = g_build_filename (folder, "none.png", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.png", NULL);
  g_autoptr (GError) error = NULL;
  StrataPictureHeader header;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_false (strata_picture_file_read_header (fifo, &header));
  g_assert_false (strata_picture_file_read_header (folder, &header));
  g_assert_false (strata_picture_file_read_header (none, &header));
  g_assert_false (strata_picture_file_read_header (empty, &header));
  g_assert_null (strata_picture_file_read_all (fifo, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_null (strata_picture_file_read_all (none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_unlink (fifo);
  g_unlink (empty);
  g_rmdir (folder);
}

/* No path leaves the course, by no way. */
static void
test_find (void)
{
  g_autofree char *top = g_dir_make_tmp ("strata-XXXXXX", NULL);
  g_autofree char *course = g_build_filename (top, "course", NULL);
  g_autofree char *images = g_build_filename (course, "images", NULL);
  g_autofree char *lesson = g_build_filename (course, "a lesson.md", NULL);
  g_autofree char *inside = g_build_filename (images, "a b.png", NULL);
  g_autofree char *outside = g_build_filename (top, "secret.png", NULL);
  g_autofree char *link = g_build_filename (images, "link.png", NULL);
  g_autofree char *found = NULL;
  g_autofree char *absolute = g_strconcat ("file://", inside, NULL);
  const char *const refused[] = { "../secret.png", "images/link.png", "images/none.png",
                                  "images/../../secret.png", "https://example.org/a.png",
                                  "data:image/png;base64,AAAA", "//example.org/a.png", "",
                                  "%2e%2e/secret.png", "images/%00", inside, absolute };

  g_mkdir_with_parents (images, 0700);
  g_file_set_contents (inside, "x", 1, NULL);
  g_file_set_contents (outside, "x", 1, NULL);
  g_assert_cmpint (symlink (outside, link), ==, 0);
  found = strata_picture_file_find ("images/a%20b.png", lesson, course);
  g_assert_nonnull (found);
  g_assert_true (g_str_has_suffix (found, "/images/a b.png"));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_null (strata_picture_file_find (refused[i], lesson, course));
  g_unlink (link);
  g_unlink (outside);
  g_unlink (inside);
  g_rmdir (images);
  g_rmdir (course);
  g_rmdir (top);
}

static void
test_tone (void)
{
  guint32 pixels[100];

  for (guint i = 0; i < 100; i++)
    pixels[i] = 0xff000000;
  g_assert_cmpint (strata_pixels_get_tone (pixels, 10, 10, 10), ==, STRATA_TONE_OPAQUE);
  for (guint i = 0; i < 100; i++)
    pixels[i] = i < 80 ? 0 : 0xff202020;
  g_assert_cmpint (strata_pixels_get_tone (pixels, 10, 10, 10), ==, STRATA_TONE_DARK);
  /* White boxes with black lines are for a light page. */
  for (guint i = 0; i < 100; i++)
    pixels[i] = i < 20 ? 0 : i < 80 ? 0xffffffff : 0xff000000;
  g_assert_cmpint (strata_pixels_get_tone (pixels, 10, 10, 10), ==, STRATA_TONE_DARK);
  for (guint i = 0; i < 100; i++)
    pixels[i] = i < 20 ? 0 : 0x80808080;      /* half seen, white */
  g_assert_cmpint (strata_pixels_get_tone (pixels, 10, 10, 10), ==, STRATA_TONE_LIGHT);
  for (guint i = 0; i < 100; i++)
    pixels[i] = i < 20 ? 0 : 0xff888888;
  g_assert_cmpint (strata_pixels_get_tone (pixels, 10, 10, 10), ==, STRATA_TONE_MIXED);
  memset (pixels, 0, sizeof pixels);
  g_assert_cmpint (strata_pixels_get_tone (pixels, 10, 10, 10), ==, STRATA_TONE_MIXED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/files", test_files);
  g_test_add_func ("/picture/svg", test_svg);
  g_test_add_func ("/picture/hostile", test_hostile);
  g_test_add_func ("/picture/bombs", test_bombs);
  g_test_add_func ("/picture/gif", test_gif);
  g_test_add_func ("/picture/no-files", test_no_files);
  g_test_add_func ("/picture/find", test_find);
  g_test_add_func ("/picture/tone", test_tone);
  return g_test_run ();
}
