#include "strata-picture.h"

/* Frames to wait once everything is there, for what lays itself out late. */
#define SETTLED_FRAMES 12
#define TIMEOUT_SECONDS 20

typedef struct
{
  char               *path;
  StrataPictureReady  ready;
  StrataPictureDone   done;
  gint64              deadline;
  guint               frames;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_free (picture->path);
  g_free (picture);
}

static gboolean
picture_save (GtkWidget  *window,
              const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  return gdk_texture_save_to_png (texture, path);
}

static gboolean
picture_tick (GtkWidget     *window,
              GdkFrameClock *clock,
              gpointer       data)
{
  Picture *picture = data;
  gboolean late = g_get_monotonic_time () > picture->deadline;

  picture->frames = picture->ready (GTK_WINDOW (window)) ? picture->frames + 1 : 0;
  if (picture->frames < SETTLED_FRAMES && !late)
    {
      gtk_widget_queue_draw (window);
      return G_SOURCE_CONTINUE;
    }
  picture->done (GTK_WINDOW (window), !late && picture_save (window, picture->path));
  return G_SOURCE_REMOVE;
}

/**
 * strata_picture_take:
 * @window: a window on its way to the screen
 * @path: where the PNG goes
 * @ready: whether everything is drawn that should be in the picture
 * @done: called once, with whether the picture was saved
 *
 * Saves what the window shows as soon as @ready says so, or gives up after 20
 * seconds.
 */
void
strata_picture_take (GtkWindow          *window,
                     const char         *path,
                     StrataPictureReady  ready,
                     StrataPictureDone   done)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->path = g_strdup (path);
  picture->ready = ready;
  picture->done = done;
  picture->deadline = g_get_monotonic_time () + TIMEOUT_SECONDS * G_USEC_PER_SEC;
  gtk_widget_add_tick_callback (GTK_WIDGET (window), picture_tick, picture, picture_free);
}
