/* How far the blocks of a lesson stand in: by the quotes, items and folded parts that
 * they lie in, from the outermost inward. */
#include "strata-lesson-indent-private.h"

#include <string.h>

#include "strata-lesson-style-private.h"
#include "strata-lesson-view-private.h"
#include "strata-text-tag.h"

/* Of each kind: what lies deeper does not stand further in, or no line would fit. */
#define MAX_DEPTH 6
/* And of all kinds together, in a narrow window with large text: of the view's width. */
#define MAX_SHARE 0.45
#define QUOTE_INDENT 20
#define FOLD_INDENT 26
#define MARKER_END ".\xe2\x80\x82"

/* What a tag of an indent needs to be measured anew. */
typedef struct
{
  StrataLessonView *view;
  guint             container;
  gboolean          in_card;    /* whether it is code with a card of its own */
  char             *marker;
} Indent;

static void
indent_free (gpointer data)
{
  Indent *indent = data;

  g_free (indent->marker);
  g_free (indent);
}

static int
text_width (StrataLessonView *self,
            const char       *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* How many digits the numbers of an item's list have, at least two. */
static guint
n_digits (StrataLessonView      *self,
          const StrataContainer *item)
{
  guint last = 0, n = 2;

  if (item->ordered && item->list < self->last_numbers->len)
    last = g_array_index (self->last_numbers, guint, item->list);
  for (guint power = 100; last >= power && n < 9; power *= 10)
    n++;
  return n;
}

/* Every item of a list stands in as far as its widest number needs. */
static int
item_width (StrataLessonView      *self,
            const StrataContainer *item)
{
  g_autoptr (GString) widest = g_string_new (NULL);
  guint n = n_digits (self, item);

  if (self->item_widths[n] == 0)
    {
      for (guint i = 0; i < n; i++)
        g_string_append_c (widest, '0');
      g_string_append (widest, MARKER_END);
      self->item_widths[n] = text_width (self, widest->str);
    }
  return self->item_widths[n];
}

/**
 * _strata_lesson_indent_get:
 * @self: the view
 * @container: id of a container, 0 for none
 *
 * Returns: how far what lies in it stands in, in pixels
 */
int
_strata_lesson_indent_get (StrataLessonView *self,
                           guint             container)
{
  double scale = _strata_lesson_view_get_scale (self);
  guint n[3] = { 0, 0, 0 };
  int indent = 0;

  while (container > 0)
    {
      const StrataContainer *c = strata_document_get_container (self->document, container);

      if (n[c->kind]++ < MAX_DEPTH)
        switch (c->kind)
          {
          case STRATA_CONTAINER_QUOTE:
            indent += (int) (QUOTE_INDENT * scale);
            break;
          case STRATA_CONTAINER_ITEM:
            indent += item_width (self, c);
            break;
          case STRATA_CONTAINER_DETAILS:
          default:
            indent += (int) (FOLD_INDENT * scale);
            break;
          }
      container = c->parent;
    }
  return self->indent_room > 0 ? MIN (indent, (int) (MAX_SHARE * self->indent_room)) : indent;
}

/* The container by which a block stands in: a summary stands where what it folds does,
 * with the triangle beside it, and further out where it folds nothing. */
guint
_strata_lesson_indent_outside (StrataLessonView  *self,
                               const StrataBlock *block)
{
  if (block->kind == STRATA_BLOCK_SUMMARY && block->container > 0
      && _strata_lesson_view_fold_of (self, block) == 0)
    {
      const StrataContainer *container =
          strata_document_get_container (self->document, block->container);

      if (container->kind == STRATA_CONTAINER_DETAILS)
        return container->parent;
    }
  return block->container;
}

/* A hanging indent: bullet or number stand to the left of the text, and the text
 * of every item of a list begins at the same place. */
static void
measure_indent (GtkTextTag *tag,
                gpointer    data)
{
  const Indent *indent = g_object_get_data (G_OBJECT (tag), "indent");
  int margin, marker, old_margin, old_indent;

  if (indent == NULL)
    return;
  margin = _strata_lesson_indent_get (indent->view, indent->container);
  margin += indent->in_card ? STRATA_LESSON_PADDING : 0;
  marker = indent->marker != NULL ? text_width (indent->view, indent->marker) : 0;
  margin = MAX (0, margin - marker);
  g_object_get (tag, "left-margin", &old_margin, "indent", &old_indent, NULL);
  /* Lines are laid out anew for every setting. */
  if (margin != old_margin || marker != -old_indent)
    g_object_set (tag, "left-margin", margin, "indent", -marker, NULL);
}

/* After the font has changed. */
void
_strata_lesson_indent_measure (StrataLessonView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  memset (self->item_widths, 0, sizeof self->item_widths);
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), measure_indent, NULL);
}

/**
 * _strata_lesson_indent_fit:
 * @self: the view
 * @width: in pixels, that it will have
 *
 * Lets nothing stand in so far that there is no room for words beside it.
 */
void
_strata_lesson_indent_fit (StrataLessonView *self,
                           int               width)
{
  if (width == self->indent_room)
    return;
  self->indent_room = width;
  gtk_text_tag_table_foreach (
      gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))),
      measure_indent, NULL);
}

static void
collect_indent (GtkTextTag *tag,
                gpointer    tags)
{
  if (g_object_get_data (G_OBJECT (tag), "indent") != NULL)
    g_ptr_array_add (tags, tag);
}

static void
collect_last_numbers (StrataLessonView *self)
{
  guint n = strata_document_get_n_containers (self->document);

  g_array_set_size (self->last_numbers, 0);
  for (guint id = 1; id <= n; id++)
    {
      const StrataContainer *item = strata_document_get_container (self->document, id);
      guint *last;

      if (item->kind != STRATA_CONTAINER_ITEM)
        continue;
      if (item->list >= self->last_numbers->len)
        g_array_set_size (self->last_numbers, item->list + 1);
      last = &g_array_index (self->last_numbers, guint, item->list);
      *last = MAX (*last, item->number);
    }
}

/* For another document: tags know containers of theirs. */
void
_strata_lesson_indent_reset (StrataLessonView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  gtk_text_tag_table_foreach (table, collect_indent, tags);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (tags, i));
  if (self->document != NULL)
    collect_last_numbers (self);
}

/* What blocks that stand in alike have in common. */
static char *
indent_name (StrataLessonView *self,
             guint             container,
             gboolean          in_card,
             const char       *marker)
{
  GString *name = g_string_new (in_card ? "indent-c" : "indent-");

  while (container > 0)
    {
      const StrataContainer *c = strata_document_get_container (self->document, container);

      if (c->kind == STRATA_CONTAINER_ITEM)
        g_string_append_printf (name, "%u", n_digits (self, c));
      else
        g_string_append_c (name, c->kind == STRATA_CONTAINER_QUOTE ? 'q' : 'd');
      container = c->parent;
    }
  g_string_append_printf (name, "-%s", marker);
  return g_string_free (name, FALSE);
}

void
_strata_lesson_indent_apply (StrataLessonView *self,
                             guint             position)
{
  const StrataBlock *block = strata_document_get_block (self->document, position);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  const char *text = strata_document_get_text (self->document) + block->byte_start;
  const char *words = g_utf8_offset_to_pointer (text, block->marker);
  g_autofree char *marker = g_strndup (text, (gsize) (words - text));
  guint container = _strata_lesson_indent_outside (self, block);
  gboolean in_card = block->kind == STRATA_BLOCK_CODE && !_strata_lesson_view_suits (self, position);
  g_autofree char *name = NULL;

  if (container == 0 && *marker == '\0' && !in_card)
    return;
  name = indent_name (self, container, in_card, marker);
  if (gtk_text_tag_table_lookup (table, name) == NULL)
    {
      g_autoptr (GtkTextTag) tag = strata_text_tag_new (name);
      Indent *indent = g_new0 (Indent, 1);

      *indent = (Indent) { self, container, in_card,
                           *marker != '\0' ? g_steal_pointer (&marker) : NULL };
      gtk_text_tag_table_add (table, tag);
      g_object_set_data_full (G_OBJECT (tag), "indent", indent, indent_free);
      if (block->quote > 0 || in_card)
        g_object_set (tag, "right-margin", STRATA_LESSON_PADDING, NULL);
      measure_indent (tag, NULL);
    }
  _strata_lesson_tags_apply (buffer, name, block->start, block->end + 1);
}
