/* What is read next is prepared while there is nothing to do, so that the frame after a page
 * down has little left to do. The text view keeps the lines that it has shaped, some three
 * screens of them: those that are a screen away are shaped. And cairo keeps the glyphs that
 * it has drawn: characters that come for the first time are drawn where nobody sees it. */
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-view-private.h"

/* What may be prepared at once between two frames. */
#define SLICE_MICROSECONDS 2000
/* In characters: what is longer takes longer than a slice, each time that one scrolls. */
#define LONGEST_LINE 5000

static gboolean
is_object (gunichar character,
           gpointer data)
{
  return character == 0xfffc;
}

/* GTK gives a widget its place when it shapes the line that it stands in. */
static gboolean
has_widget (const GtkTextIter *line)
{
  GtkTextIter at = *line, end = *line;

  gtk_text_iter_forward_line (&end);
  return gtk_text_iter_get_char (&at) == 0xfffc
         || gtk_text_iter_forward_find_char (&at, is_object, NULL, &end);
}

/* Those from @at to @end that were not drawn yet, which they count as from now on. */
static char *
get_new_characters (StrataLessonView *self,
                    GtkTextIter       at,
                    const GtkTextIter *end)
{
  GString *text = g_string_new (NULL);

  for (; gtk_text_iter_compare (&at, end) < 0; gtk_text_iter_forward_char (&at))
    {
      gunichar character = gtk_text_iter_get_char (&at);

      if (g_unichar_isgraph (character)
          && g_hash_table_add (self->ahead.drawn, GUINT_TO_POINTER (character)))
        g_string_append_unichar (text, character);
    }
  return g_string_free (text, FALSE);
}

static void
draw_unseen (StrataLessonView *self,
             const char       *text,
             PangoLanguage    *language)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface;
  int width, height;
  cairo_t *cr;

  pango_attr_list_insert (attributes, pango_attr_language_new (language));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 100) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_CHAR);
  pango_layout_get_pixel_size (layout, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Draws what the line has in characters that were not drawn yet. */
static void
draw_new (StrataLessonView  *self,
          const GtkTextIter *line)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  g_autofree char *text = NULL;
  GtkTextIter end = *line;

  if (serial != self->ahead.serial)
    g_hash_table_remove_all (self->ahead.drawn);
  self->ahead.serial = serial;
  gtk_text_iter_forward_line (&end);
  text = get_new_characters (self, *line, &end);
  if (text[0] != '\0')
    draw_unseen (self, text, gtk_text_iter_get_language (line));
}

static gboolean
suits (const GtkTextIter *line)
{
  return gtk_text_iter_get_chars_in_line (line) <= LONGEST_LINE && !has_widget (line);
}

/* Prepares the line at @y; returns where the next one begins. */
static double
prepare_line (StrataLessonView *self,
              double            y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle place;
  int top, height;

  gtk_text_view_get_line_at_y (view, &iter, (int) y, NULL);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  if (height > 0 && suits (&iter))
    {
      gtk_text_view_get_iter_location (view, &iter, &place);
      draw_new (self, &iter);
    }
  return MAX (top + height, y + 1);
}

static gboolean
prepare (gpointer data)
{
  StrataLessonView *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  while (self->ahead.y < self->ahead.end && g_get_monotonic_time () < end)
    self->ahead.y = prepare_line (self, self->ahead.y);
  if (self->ahead.y < self->ahead.end)
    return G_SOURCE_CONTINUE;
  self->ahead.source = 0;
  _strata_lesson_view_leave_far (self);
  return G_SOURCE_REMOVE;
}

/* Prepares the screen below the one that is seen, and the one above it. */
void
_strata_lesson_view_prepare_near (StrataLessonView *self)
{
  double top, page;

  if (!_strata_lesson_scroll_get_seen (GTK_TEXT_VIEW (self), &top, &page) || page <= 0)
    return;
  self->ahead.y = MAX (top - page, 0);
  self->ahead.end = MIN (top + 2 * page, strata_lesson_view_get_text_height (self, NULL));
  if (self->ahead.source == 0)
    self->ahead.source = g_idle_add_full (G_PRIORITY_LOW, prepare, self, NULL);
}
