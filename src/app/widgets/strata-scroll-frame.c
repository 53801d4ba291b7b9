#include "strata-scroll-frame.h"

#include <adwaita.h>

/* A scrolled window asks how high its child is without saying how wide it will be. What
 * is around it asks again: as high as the text is in that width. */
static GtkSizeRequestMode
request_mode (GtkWidget *frame)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget      *frame,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  GtkWidget *scroller = adw_bin_get_child (ADW_BIN (frame));
  int most = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (frame), "most"));
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));

  gtk_widget_measure (scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (gtk_viewport_get_child (GTK_VIEWPORT (viewport)), orientation, for_size,
                          NULL, natural, NULL, NULL);
      *natural = CLAMP (*natural, *minimum, MAX (*minimum, most));
    }
}

static void
allocate (GtkWidget *frame,
          int        width,
          int        height,
          int        baseline)
{
  GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (adw_bin_get_child (ADW_BIN (frame)), &all, baseline);
}

/**
 * strata_scroll_frame_new:
 * @scroller: (transfer floating): a scrolled window whose child it has put into a viewport
 * @most: in pixels
 *
 * Returns: (transfer floating): a frame that wants to be as high as what is scrolled,
 *   in whatever width, but not higher than @most
 */
GtkWidget *
strata_scroll_frame_new (GtkWidget *scroller,
                         int        most)
{
  GtkWidget *frame = adw_bin_new ();

  g_object_set_data (G_OBJECT (frame), "most", GINT_TO_POINTER (most));
  adw_bin_set_child (ADW_BIN (frame), scroller);
  gtk_widget_set_layout_manager (frame, gtk_custom_layout_new (request_mode, measure, allocate));
  return frame;
}
