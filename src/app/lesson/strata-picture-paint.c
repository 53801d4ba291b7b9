/* What is painted below and above a picture. */
#include "strata-picture-paint.h"

/* Of the ring of the focus in style.css. */
#define RING 3

/**
 * strata_picture_paint_ground:
 * @snapshot: to draw on
 * @tone: what page the picture needs behind it
 * @dark: whether it is on a dark page
 * @place: of the whole picture
 *
 * Puts a page of its own below a picture that would not be seen on this one.
 */
void
strata_picture_paint_ground (GtkSnapshot           *snapshot,
                             StrataTone             tone,
                             gboolean               dark,
                             const graphene_rect_t *place)
{
  const GdkRGBA white = { 0.98f, 0.98f, 0.98f, 1 }, black = { 0.14f, 0.12f, 0.19f, 1 };
  GskRoundedRect corners;

  if (tone != (dark ? STRATA_TONE_DARK : STRATA_TONE_LIGHT))
    return;
  gsk_rounded_rect_init_from_rect (&corners, place, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &corners);
  gtk_snapshot_append_color (snapshot, dark ? &white : &black, place);
  gtk_snapshot_pop (snapshot);
}

/**
 * strata_picture_paint_ring:
 * @snapshot: to draw on
 * @place: of the picture that has the focus
 *
 * The ring of the focus lies on the picture, for the text would cut it off: a
 * second one inside it is seen whatever the picture's colours are.
 */
void
strata_picture_paint_ring (GtkSnapshot           *snapshot,
                           const graphene_rect_t *place)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { white, white, white, white };
  const float widths[] = { 2, 2, 2, 2 };
  graphene_rect_t inside = *place;
  GskRoundedRect ring;

  graphene_rect_inset (&inside, RING, RING);
  gsk_rounded_rect_init_from_rect (&ring, &inside, RING);
  gtk_snapshot_append_border (snapshot, &ring, widths, colours);
}
