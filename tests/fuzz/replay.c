/* Gives files to a fuzz target: whole, and cut off after each of the first bytes,
 * as a file that is being written.  replay FILE-OR-FOLDER... */
#include <gio/gio.h>
#include <stdint.h>

#define MAX_CUT 1500

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
replay (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    g_error ("%s cannot be read", path);
  LLVMFuzzerTestOneInput ((const uint8_t *) data, length);
  for (gsize n = 0; n < MIN (length, MAX_CUT); n++)
    {
      /* A copy of its own, so that reading past the end is seen. */
      g_autofree uint8_t *cut = g_memdup2 (data, MAX (n, 1));

      LLVMFuzzerTestOneInput (cut, n);
    }
}

static void
replay_folder (const char *path,
               int        *n)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      replay (file);
      g_print ("ok %d %s\n", ++*n, name);
    }
}

int
main (int   argc,
      char *argv[])
{
  int n = 0;

  for (int i = 1; i < argc; i++)
    {
      if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
        {
          replay_folder (argv[i], &n);
          continue;
        }
      replay (argv[i]);
      g_print ("ok %d %s\n", ++n, argv[i]);
    }
  g_print ("1..%d\n", n);
  return n > 0 ? 0 : 1;
}
