/* Starts a program and watches it from outside, so that all are timed alike:
 * watch [-s|-e] [-p FILE.ppm] -- COMMAND... prints, in ms from exec, when the screen first showed text,
 * and the peak memory of the program and its children in kB. -s waits first until
 * nothing is computed any more, -e does so where no text is to come, -p keeps the screen as it was at the first text.
 * For a screen on which nothing else draws. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TIMEOUT_MS 60000
#define QUIET_MS 500
/* Text makes this share of the pixels differ from those to their left; what stands
 * around it, a headerbar and the names of some headings, does not. */
#define TEXT_SHARE .03
#define CONTRAST 48
#define MAX_PROCESSES 256

static Display *display;
static int damage_event;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
keep (const XImage *image,
      const char   *path)
{
  FILE *file = fopen (path, "wb");

  if (file == NULL)
    return;
  fprintf (file, "P6 %d %d 255\n", image->width, image->height);
  for (int y = 0; y < image->height; y++)
    for (int x = 0; x < image->width; x++)
      {
        const unsigned char *pixel = (unsigned char *) image->data + y * image->bytes_per_line + x * 4;

        putc (pixel[2], file);
        putc (pixel[1], file);
        putc (pixel[0], file);
      }
  fclose (file);
}

/* Whether there is text on the screen; its middle only, where every program here has
 * what is read. The green of a pixel stands for its brightness. */
static int
has_text (const char *path)
{
  XImage *image = XGetImage (display, DefaultRootWindow (display), 0, 0,
                             (unsigned) DisplayWidth (display, 0),
                             (unsigned) DisplayHeight (display, 0), AllPlanes, ZPixmap);
  unsigned different = 0, total = 0;
  int found;

  if (image == NULL)
    return 0;
  for (int y = image->height / 8; y < image->height * 5 / 8; y++)
    {
      const unsigned char *row = (unsigned char *) image->data + y * image->bytes_per_line;

      for (int x = image->width * 3 / 8; x < image->width * 5 / 8; x++, total++)
        different += abs (row[x * 4 + 1] - row[x * 4 - 3]) > CONTRAST;
    }
  found = different > total * TEXT_SHARE;
  if (found && path != NULL)
    keep (image, path);
  XDestroyImage (image);
  return found;
}

/* The parent of a process, -1 if it is gone; *ticks is its processor time. */
static int
read_stat (int   pid,
           long *ticks)
{
  char path[64], text[1024] = "";
  char *end;
  FILE *file;
  int parent = -1;
  long user = 0, system = 0;

  snprintf (path, sizeof path, "/proc/%d/stat", pid);
  file = fopen (path, "r");
  if (file == NULL)
    return -1;
  text[fread (text, 1, sizeof text - 1, file)] = '\0';
  fclose (file);
  end = strrchr (text, ')');
  if (end != NULL)
    sscanf (end + 1, " %*c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &parent, &user, &system);
  *ticks = user + system;
  return parent;
}

static long
peak_kb (int pid)
{
  char path[64], line[256];
  long kb = 0;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/status", pid);
  file = fopen (path, "r");
  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (sscanf (line, "VmHWM: %ld", &kb) == 1)
      break;
  if (file != NULL)
    fclose (file);
  return kb;
}

/* The process and what it has started, directly or not. */
static int
list_tree (int  pid,
           int *tree)
{
  int n = 1, before = 0;

  tree[0] = pid;
  while (n > before)
    {
      DIR *folder = opendir ("/proc");
      struct dirent *entry;

      before = n;
      while (folder != NULL && (entry = readdir (folder)) != NULL)
        {
          int other = atoi (entry->d_name);
          long ticks;
          int parent = other > 0 ? read_stat (other, &ticks) : -1;
          int known = 0, child = 0;

          for (int i = 0; parent > 0 && i < n; i++)
            {
              known |= tree[i] == other;
              child |= tree[i] == parent;
            }
          if (child && !known && n < MAX_PROCESSES)
            tree[n++] = other;
        }
      closedir (folder);
    }
  return n;
}

/* Waits a moment for something to be drawn. */
static int
was_drawn (void)
{
  struct pollfd descriptor = { ConnectionNumber (display), POLLIN, 0 };
  int drawn = 0;

  if (XPending (display) == 0)
    poll (&descriptor, 1, 20);
  while (XPending (display) > 0)
    {
      XEvent event;

      XNextEvent (display, &event);
      drawn |= event.type == damage_event;
    }
  return drawn;
}

/* Returns when text was there; -1 if it did not come. */
static double
watch (int         pid,
       double      start,
       int         settle,
       const char *picture)
{
  double text = -1, busy = start;
  long before = 0, ticks;
  int status;

  while (now () - start < TIMEOUT_MS)
    {
      int drawn = was_drawn ();
      double time = now ();

      if (waitpid (pid, &status, WNOHANG) == pid)
        return -1;
      if (drawn && text < 0 && has_text (picture))
        text = time - start;
      if (text >= 0 && !settle)
        break;
      /* A tick now and then is a blinking caret. */
      if (read_stat (pid, &ticks) >= 0 && ticks > before + 1)
        {
          before = ticks;
          busy = time;
        }
      if (time - busy > QUIET_MS && (text >= 0 || settle > 1))
        break;
    }
  return text;
}

static void
end (int pid,
     const int *tree,
     int n)
{
  for (int i = n - 1; i >= 0; i--)
    kill (tree[i], SIGTERM);
  for (int i = 0; i < 50; i++, usleep (10000))
    if (waitpid (pid, NULL, WNOHANG) != 0)
      break;
  for (int i = n - 1; i >= 0; i--)
    kill (tree[i], SIGKILL);
  waitpid (pid, NULL, 0);
}

static int
connect_screen (void)
{
  int error;

  display = XOpenDisplay (NULL);
  if (display == NULL || !XDamageQueryExtension (display, &damage_event, &error))
    return 0;
  damage_event += XDamageNotify;
  XDamageCreate (display, DefaultRootWindow (display), XDamageReportRawRectangles);
  XSync (display, False);
  return 1;
}

int
main (int   argc,
      char *argv[])
{
  int settle = 0, i, n, pid, tree[MAX_PROCESSES];
  const char *picture = NULL;
  long kb = 0;
  double start, text;

  for (i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    {
      if (strcmp (argv[i], "-s") == 0)
        settle = 1;
      if (strcmp (argv[i], "-e") == 0)
        settle = 2;
      if (strcmp (argv[i], "-p") == 0)
        picture = argv[i + 1];
    }
  if (i + 1 >= argc || !connect_screen ())
    {
      fprintf (stderr, "Usage: watch [-s|-e] [-p FILE.ppm] -- COMMAND..., on a screen with DAMAGE\n");
      return 2;
    }
  start = now ();
  pid = fork ();
  if (pid == 0)
    {
      dup2 (open ("/dev/null", O_WRONLY), 1);
      execvp (argv[i + 1], argv + i + 1);
      _exit (127);
    }
  text = watch (pid, start, settle, picture);
  n = list_tree (pid, tree);
  for (i = 0; i < n; i++)
    kb += peak_kb (tree[i]);
  end (pid, tree, n);
  printf ("%.1f %ld\n", text, kb);
  return 0;
}
