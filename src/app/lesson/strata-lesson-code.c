#include "strata-lesson-code.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer code is set as text: a label would take long to lay it out. */
#define MAX_LINES 400
#define MAX_LENGTH 40000
/* How long the button says that it copied. */
#define THANKS_SECONDS 2

struct _StrataLessonCode
{
  StrataLessonBlock parent_instance;

  StrataLessonRun *run;
  GtkWidget       *label;
  GtkWidget       *button;
  guint            source;      /* ends the thanks */
};

G_DEFINE_FINAL_TYPE (StrataLessonCode, strata_lesson_code, STRATA_TYPE_LESSON_BLOCK)

static void
name_button (StrataLessonCode *self,
             const char       *icon,
             const char       *name)
{
  gtk_button_set_icon_name (GTK_BUTTON (self->button), icon);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static gboolean
end_thanks (gpointer data)
{
  StrataLessonCode *self = data;

  self->source = 0;
  gtk_widget_remove_css_class (self->button, "copied");
  name_button (self, "edit-copy-symbolic", _("Copy code"));
  return G_SOURCE_REMOVE;
}

static void
copy (StrataLessonCode *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->run->text);
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_add_css_class (self->button, "copied");
  name_button (self, "object-select-symbolic", _("Copied"));
  self->source = g_timeout_add_seconds (THANKS_SECONDS, end_thanks, self);
}

static void
strata_lesson_code_mark (StrataLessonBlock *block)
{
  StrataLessonCode *self = STRATA_LESSON_CODE (block);
  PangoAttrList *attributes =
      _strata_lesson_run_attributes (self->run, strata_lesson_block_get_marks (block));

  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  pango_attr_list_unref (attributes);
}

static gboolean
strata_lesson_code_locate (StrataLessonBlock *block,
                           guint              offset,
                           graphene_rect_t   *where)
{
  StrataLessonCode *self = STRATA_LESSON_CODE (block);
  PangoRectangle place;
  graphene_point_t point;
  int x, y;

  if (offset < self->run->start || offset > self->run->start + self->run->length)
    return FALSE;
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (self->label)),
                             (int) self->run->bytes[offset - self->run->start], &place);
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  pango_extents_to_pixels (NULL, &place);
  if (!gtk_widget_compute_point (self->label, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (x + place.x, y + place.y), &point))
    return FALSE;
  *where = GRAPHENE_RECT_INIT (point.x, point.y, place.width, place.height);
  return TRUE;
}

static gboolean
strata_lesson_code_take_focus (StrataLessonBlock *block,
                               guint              offset,
                               gboolean           is_link)
{
  return gtk_widget_grab_focus (STRATA_LESSON_CODE (block)->button);
}

static void
strata_lesson_code_dispose (GObject *object)
{
  StrataLessonCode *self = STRATA_LESSON_CODE (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (strata_lesson_code_parent_class)->dispose (object);
}

static void
strata_lesson_code_finalize (GObject *object)
{
  g_clear_pointer (&STRATA_LESSON_CODE (object)->run, _strata_lesson_run_free);

  G_OBJECT_CLASS (strata_lesson_code_parent_class)->finalize (object);
}

static void
strata_lesson_code_class_init (StrataLessonCodeClass *klass)
{
  StrataLessonBlockClass *block_class = STRATA_LESSON_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_lesson_code_dispose;
  G_OBJECT_CLASS (klass)->finalize = strata_lesson_code_finalize;
  block_class->mark = strata_lesson_code_mark;
  block_class->locate = strata_lesson_code_locate;
  block_class->take_focus = strata_lesson_code_take_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lesson-code");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
strata_lesson_code_init (StrataLessonCode *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  self->button = gtk_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "copy-button");
  name_button (self, "edit-copy-symbolic", _("Copy code"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (copy), self);
}

/**
 * strata_lesson_code_suits:
 * @document: a lesson
 * @block: code in it
 *
 * Returns: whether the code is there and short enough for a widget of its own
 */
gboolean
strata_lesson_code_suits (const StrataDocument *document,
                          const StrataBlock    *block)
{
  const char *text = strata_document_get_text (document);
  const char *end = text + block->byte_end;
  guint n_lines = 1;

  if (block->end == block->start + block->marker || block->end - block->start > MAX_LENGTH)
    return FALSE;
  for (const char *p = text + block->byte_start; p < end; p = g_utf8_next_char (p))
    n_lines += g_utf8_get_char (p) == 0x2028;
  return n_lines <= MAX_LINES;
}

/**
 * strata_lesson_code_new:
 * @document: a lesson, which must live as long as the widget
 * @block: code in it that suits
 * @marks: those of the lesson; must live as long as the widget
 *
 * Returns: (transfer floating): the code
 */
GtkWidget *
strata_lesson_code_new (const StrataDocument    *document,
                        const StrataBlock       *block,
                        const StrataLessonMarks *marks)
{
  StrataLessonCode *self = g_object_new (STRATA_TYPE_LESSON_CODE, NULL);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *text = strata_document_get_text (document) + block->byte_start;
  g_autofree char *name = NULL;

  self->run = _strata_lesson_run_new (document, block->start + block->marker, block->end,
                                      g_utf8_offset_to_pointer (text, block->marker));
  gtk_label_set_text (GTK_LABEL (self->label), self->run->text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->label);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->button);
  strata_lesson_block_set_up (STRATA_LESSON_BLOCK (self), overlay, scroller, marks);
  /* Translators: code in a lesson, and the language it is written in. */
  name = block->info != NULL && *block->info != '\0' ? g_strdup_printf (_("Code, %s"), block->info)
                                                     : g_strdup (_("Code"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
