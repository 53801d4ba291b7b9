#include <adwaita.h>
#include <glib/gi18n.h>

#include "compat.h"
#include "course/strata-fold.h"
#include "strata-lesson-image.h"
#include "strata-lesson-indent-private.h"
#include "strata-lesson-scroll-private.h"
#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"
#include "widgets/strata-text-scale.h"

#define MIN_WIDTH 240

G_DEFINE_FINAL_TYPE_WITH_CODE (StrataLessonView, strata_lesson_view, GTK_TYPE_TEXT_VIEW,
                               strata_compat_tell_hidden (g_define_type_id);)

/* How much larger than usual the text is. */
double
_strata_lesson_view_get_scale (StrataLessonView *self)
{
  return strata_text_scale_get (GTK_WIDGET (self)) * self->text_size / 100;
}

/* Colours follow the theme. */
static void
update_colours (StrataLessonView *self)
{
  _strata_lesson_tags_colour (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  _strata_lesson_view_mark_blocks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * strata_lesson_view_set_lesson:
 * @self: the view
 * @markdown: CommonMark
 * @length: in bytes, or -1
 * @path: where the lesson is, for the pictures beside it
 * @folder: the course, which no picture may leave
 */
void
strata_lesson_view_set_lesson (StrataLessonView *self,
                               const char       *markdown,
                               gssize            length,
                               const char       *path,
                               const char       *folder)
{
  g_return_if_fail (STRATA_IS_LESSON_VIEW (self) && markdown != NULL);

  strata_lesson_view_set_document (self, strata_document_new (markdown, length), path, folder);
}

/**
 * strata_lesson_view_set_document:
 * @self: the view
 * @document: (transfer full): what is to be read
 * @path: where it is, for the pictures beside it
 * @folder: what no picture may leave
 */
void
strata_lesson_view_set_document (StrataLessonView *self,
                                 StrataDocument   *document,
                                 const char       *path,
                                 const char       *folder)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self) && document != NULL);

  _strata_lesson_view_stop_filling (self);
  _strata_lesson_view_stop_pointing (self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_ptr_array_set_size (self->links, 0);
  g_ptr_array_set_size (self->images, 0);
  g_array_set_size (self->found, 0);
  g_array_set_size (self->stops, 0);
  self->marks.link_end = 0;
  self->focus = -1;
  self->focused = self->pointed = NULL;
  gtk_text_buffer_set_text (buffer, "", 0);
  g_clear_pointer (&self->document, strata_document_free);
  g_free (self->path);
  g_free (self->folder);
  self->path = g_strdup (path);
  self->folder = g_strdup (folder);
  self->document = document;
  for (guint i = 0; i < strata_document_get_n_spans (self->document); i++)
    {
      const StrataSpan *span = strata_document_get_span (self->document, i);

      if (span->kind == STRATA_SPAN_LINK)
        g_ptr_array_add (self->links, (gpointer) span);
    }
  _strata_lesson_view_reset_blocks (self);
  _strata_lesson_view_reset_folds (self);
  _strata_lesson_indent_reset (self);
  _strata_lesson_view_find_terms (self);
  _strata_lesson_view_start_filling (self);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * strata_lesson_view_set_language:
 * @self: the view
 * @language: (nullable): BCP 47 tag of what is written, %NULL where it is not known
 *
 * Tells a screen reader in which language to read aloud.
 */
void
strata_lesson_view_set_language (StrataLessonView *self,
                                 const char       *language)
{
  GtkTextBuffer *buffer;
  GtkTextTag *tag;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "language");
  g_object_set (tag, "language", language, "language-set", language != NULL, NULL);
}

/* Drawing. -------------------------------------------------------------------- */

static void
strata_lesson_view_snapshot_layer (GtkTextView      *view,
                                   GtkTextViewLayer  layer,
                                   GtkSnapshot      *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && STRATA_LESSON_VIEW (view)->document != NULL)
    _strata_lesson_draw (STRATA_LESSON_VIEW (view), snapshot);
}

/* Pictures shrink with the text: they must not hold the window open. And GTK adds
 * the tallest of them to the height of the text, which they are part of already. */
static void
strata_lesson_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  GTK_WIDGET_CLASS (strata_lesson_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
  else
    {
      *minimum = 0;
      *natural = strata_lesson_view_get_text_height (STRATA_LESSON_VIEW (widget), NULL);
    }
}

static gboolean
look_around (gpointer data)
{
  StrataLessonView *self = data;

  self->look_source = 0;
  strata_lesson_view_look_around (self);
  return G_SOURCE_REMOVE;
}

/* What is near may be something else where the text has grown, also if nobody scrolls
 * because all of it is seen. Not while things are being laid out. */
static void
look_soon (StrataLessonView *self)
{
  int height = strata_lesson_view_get_text_height (self, NULL);

  if (height == self->looked_height)
    return;
  self->looked_height = height;
  if (self->look_source == 0)
    self->look_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, look_around, self, NULL);
}

static void
strata_lesson_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);

  for (guint i = 0; i < self->images->len; i++)
    strata_lesson_image_set_width (g_ptr_array_index (self->images, i), width - 2);
  _strata_lesson_indent_fit (self, width);
  _strata_lesson_view_size_blocks (self, width);
  GTK_WIDGET_CLASS (strata_lesson_view_parent_class)
      ->size_allocate (widget, width, height, baseline);
  _strata_lesson_view_place_popover (self);
  look_soon (self);
}

static void
update_spacing (StrataLessonView *self)
{
  _strata_lesson_tags_measure (self);
  _strata_lesson_view_clear_rooms (self);
  for (guint i = 0; i < self->n_blocks; i++)
    {
      const StrataBlock *block = strata_document_get_block (self->document, i);

      if (block->kind == STRATA_BLOCK_TABLE && !_strata_lesson_view_suits (self, i))
        _strata_lesson_view_tag_grid (self, block);
    }
}

/* Called for any change of style; only another font asks for other spaces. */
static void
strata_lesson_view_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);
  guint serial;

  GTK_WIDGET_CLASS (strata_lesson_view_parent_class)->css_changed (widget, change);
  serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  if (serial == self->font_serial)
    return;
  self->font_serial = serial;
  update_spacing (self);
}

static void
strata_lesson_view_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (strata_lesson_view_parent_class)->system_setting_changed (widget, setting);
  if (setting != GTK_SYSTEM_SETTING_ICON_THEME)
    update_spacing (STRATA_LESSON_VIEW (widget));
}

static void
strata_lesson_view_dispose (GObject *object)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (object);

  _strata_lesson_view_stop_filling (self);
  _strata_lesson_view_reset_blocks (self);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->ahead.source, g_source_remove);
  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
  g_clear_weak_pointer (&self->popover_origin);
  self->pointing.popover = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->term_popover, gtk_widget_unparent);
  g_clear_object (&self->concept);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_lesson_view_parent_class)->dispose (object);
}

static void
strata_lesson_view_finalize (GObject *object)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (object);

  g_clear_pointer (&self->document, strata_document_free);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->images);
  g_array_unref (self->found);
  g_array_unref (self->states);
  g_array_unref (self->folded);
  g_array_unref (self->stops);
  g_array_unref (self->last_numbers);
  g_hash_table_unref (self->widgets);
  g_hash_table_unref (self->firsts);
  g_hash_table_unref (self->ahead.drawn);
  g_clear_pointer (&self->terms, g_array_unref);
  g_clear_pointer (&self->glossary, strata_glossary_unref);
  g_strfreev (self->languages);
  g_free (self->path);
  g_free (self->folder);

  G_OBJECT_CLASS (strata_lesson_view_parent_class)->finalize (object);
}

static void
strata_lesson_view_class_init (StrataLessonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_lesson_view_finalize;
  widget_class->measure = strata_lesson_view_measure;
  widget_class->size_allocate = strata_lesson_view_size_allocate;
  widget_class->focus = _strata_lesson_view_focus;
  widget_class->css_changed = strata_lesson_view_css_changed;
  widget_class->system_setting_changed = strata_lesson_view_system_setting_changed;
  gtk_widget_class_install_action (widget_class, "lesson-view.show-address", "s",
                                   _strata_lesson_view_show_address);
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = strata_lesson_view_snapshot_layer;
  _strata_lesson_view_install_copy (widget_class);
  _strata_lesson_view_install_links (widget_class);
}

/* GTK says so after every insertion too: what comes into the text while one reads must
 * not lead back to the caret. */
static void
caret_moved (StrataLessonView *self)
{
  int caret;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "cursor-position", &caret, NULL);
  if (caret == self->caret)
    return;
  self->caret = caret;
  _strata_lesson_scroll_to_caret (GTK_TEXT_VIEW (self));
}

static void
strata_lesson_view_init (StrataLessonView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->links = g_ptr_array_new ();
  self->images = g_ptr_array_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (StrataRange));
  self->marks.found = self->found;
  self->states = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->folded = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->widgets = g_hash_table_new (NULL, NULL);
  self->firsts = g_hash_table_new (NULL, NULL);
  self->ahead.drawn = g_hash_table_new (NULL, NULL);
  self->last_numbers = g_array_new (FALSE, TRUE, sizeof (guint));
  self->stops = _strata_lesson_view_stops_new ();
  self->focus = -1;
  self->term_at = -1;
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lesson");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lesson"), -1);
  _strata_lesson_tags_add (gtk_text_view_get_buffer (view));
  strata_lesson_view_set_text_size (self, 100);
  update_colours (self);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position",
                           G_CALLBACK (caret_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  _strata_lesson_view_watch_folds (self);
  _strata_lesson_view_add_link_controllers (self);
  _strata_lesson_view_add_term_controllers (self);
  _strata_lesson_view_add_menu (self);
}

GtkWidget *
strata_lesson_view_new (void)
{
  return g_object_new (STRATA_TYPE_LESSON_VIEW, NULL);
}

/**
 * strata_lesson_view_get_document:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): what is read
 */
const StrataDocument *
strata_lesson_view_get_document (StrataLessonView *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), NULL);

  return self->document;
}

/**
 * strata_lesson_view_get_text_height:
 * @self: the view
 * @whole: (out) (optional): whether the last line of what is filled in is laid out, so
 *   that this is where the text ends
 *
 * Returns: how tall the text is, in pixels, as far as it is laid out
 */
int
strata_lesson_view_get_text_height (StrataLessonView *self,
                                    gboolean         *whole)
{
  GtkTextIter end;
  int y, height;

  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), 0);

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &end);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &end, &y, &height);
  if (whole != NULL)
    *whole = height > 0;
  return y + height;
}

/* Where a picture's line begins and ends, in pixels of the text; whether that was laid out. */
static gboolean
get_image_extent (StrataLessonView *self,
                  GtkWidget        *image,
                  int              *top,
                  int              *bottom)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int height;

  gtk_text_buffer_get_iter_at_child_anchor (gtk_text_view_get_buffer (view), &iter,
                                            g_object_get_data (G_OBJECT (image), "anchor"));
  gtk_text_view_get_line_yrange (view, &iter, top, &height);
  *bottom = *top + height;
  return height > 0;
}

/**
 * strata_lesson_view_look_around:
 * @self: the view, in a scrolled window
 *
 * Tells the pictures that are on the screen, or a page away from it, that they
 * are near, and those some pages away that they are not, and makes the widgets of
 * the blocks there; a popover goes along with what it points to. To be called when
 * what is seen has moved.
 */
void
strata_lesson_view_look_around (StrataLessonView *self)
{
  double top, page;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self));

  if (self->document == NULL || !_strata_lesson_scroll_get_seen (GTK_TEXT_VIEW (self), &top, &page))
    return;
  _strata_lesson_view_keep_pointing (self);
  _strata_lesson_view_make_near (self);
  _strata_lesson_view_show_near (self);
  _strata_lesson_view_prepare_near (self);
  for (guint i = 0; page > 0 && i < self->images->len; i++)
    {
      StrataLessonImage *image = g_ptr_array_index (self->images, i);
      int from, to;

      if (!gtk_widget_get_visible (GTK_WIDGET (image))
          || !get_image_extent (self, GTK_WIDGET (image), &from, &to))
        continue;
      if (from < top + 2 * page && to > top - page)
        strata_lesson_image_set_near (image, TRUE);
      else if (from > top + 4 * page || to < top - 3 * page)
        strata_lesson_image_set_near (image, FALSE);
    }
}

/**
 * strata_lesson_view_get_drawn:
 * @self: the view
 *
 * Returns: whether all of the text is there, and the pictures and blocks that are near
 */
gboolean
strata_lesson_view_get_drawn (StrataLessonView *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_VIEW (self), FALSE);

  if (self->fill_source != 0 || self->make_source != 0 || self->look_source != 0)
    return FALSE;
  for (guint i = 0; i < self->images->len; i++)
    {
      if (!strata_lesson_image_get_drawn (g_ptr_array_index (self->images, i)))
        return FALSE;
    }
  return TRUE;
}

/**
 * strata_lesson_view_set_text_size:
 * @self: the view
 * @percent: of the usual size, one of those of strata_text_size_next()
 */
void
strata_lesson_view_set_text_size (StrataLessonView *self,
                                  guint             percent)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  g_return_if_fail (STRATA_IS_LESSON_VIEW (self));

  old = g_strdup_printf ("size-%u", self->text_size);
  new = g_strdup_printf ("size-%u", percent);
  self->text_size = percent;
  gtk_widget_remove_css_class (GTK_WIDGET (self), old);
  gtk_widget_add_css_class (GTK_WIDGET (self), new);
  update_spacing (self);
}
