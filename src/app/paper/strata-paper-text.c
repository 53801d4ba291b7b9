/* A stretch of the document as Pango takes it: spans become attributes, pictures
 * stand in it as shapes or as their words, and numbers are put behind links. */
#include <string.h>

#include "course/strata-link.h"
#include "picture/strata-picture-file.h"
#include "strata-paper-private.h"

#define OBJECT_CHARACTER 0xfffc
#define LINE_SEPARATOR 0x2028
#define BALLOT_BOX 0x2610
#define BALLOT_BOX_WITH_CHECK 0x2611
#define WORD_JOINER "\xe2\x81\xa0"   /* no line begins with a number */
#define MAX_ALTERNATIVE 1000          /* characters of a picture's words */
#define POINTS_PER_PIXEL 0.75

typedef struct
{
  StrataPaper     *paper;
  StrataPaperText *text;
  guint            start;
  guint            end;
  guint            first_span;
  double           size;
  double           width;
  gboolean         is_code;
} Builder;

/**
 * _strata_paper_first_span:
 * @offset: in characters
 *
 * Returns: the first span that begins at @offset or behind it
 */
guint
_strata_paper_first_span (StrataPaper *self,
                          guint        offset)
{
  guint low = 0, high = strata_document_get_n_spans (self->document);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strata_document_get_span (self->document, middle)->start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The number of an address: the same wherever it stands. */
guint
_strata_paper_number (StrataPaper *self,
                      const char  *address)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->note_ids, address));

  if (id == 0)
    {
      StrataPaperNote note = { address, -1 };

      g_array_append_val (self->notes, note);
      id = self->notes->len;
      g_hash_table_insert (self->note_ids, (gpointer) address, GUINT_TO_POINTER (id));
    }
  return id;
}

static void
add_attribute (StrataPaperText *text,
               PangoAttribute  *attribute,
               guint            start,
               guint            end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (text->attributes, attribute);
}

/* The last character of the text is @shape, drawn by the paper itself. */
static void
add_shape (Builder    *self,
           const char *shape,
           double      width,
           double      height)
{
  PangoRectangle rect = { 0, (int) (-height * PANGO_SCALE), (int) (width * PANGO_SCALE),
                          (int) (height * PANGO_SCALE) };
  guint end = (guint) self->text->text->len;

  add_attribute (self->text, pango_attr_shape_new_with_data (&rect, &rect, (gpointer) shape, NULL, NULL),
                 end - 3, end);
}

/* Pictures. ---------------------------------------------------------------------- */

static const StrataSpan *
find_image (Builder *self,
            guint    offset)
{
  guint n = strata_document_get_n_spans (self->paper->document);

  for (guint i = _strata_paper_first_span (self->paper, offset); i < n; i++)
    {
      const StrataSpan *span = strata_document_get_span (self->paper->document, i);

      if (span->start > offset)
        break;
      if (span->kind == STRATA_SPAN_IMAGE)
        return span;
    }
  return NULL;
}

static void
append_alternative (Builder          *self,
                    const StrataSpan *span)
{
  const char *words = span->alt != NULL ? span->alt : "";
  glong n = g_utf8_strlen (words, -1);
  const char *end = g_utf8_offset_to_pointer (words, MIN (n, MAX_ALTERNATIVE));
  guint start = (guint) self->text->text->len;

  if (*words == '\0')
    return;
  g_string_append_c (self->text->text, '[');
  g_string_append_len (self->text->text, words, end - words);
  g_string_append (self->text->text, n > MAX_ALTERNATIVE ? "\xe2\x80\xa6]" : "]");
  add_attribute (self->text, pango_attr_style_new (PANGO_STYLE_ITALIC), start,
                 (guint) self->text->text->len);
}

/* Never wider than the text, and never so high that a page holds nothing else. */
static void
append_image (Builder          *self,
              const StrataSpan *span)
{
  const StrataPaperAbout *about = &self->paper->about;
  g_autofree char *path = strata_picture_file_find (span->target, about->path, about->folder);
  double width = 0, height = 0, scale;
  const char *kept = path != NULL ? strata_paper_images_measure (self->paper->images, path, &width,
                                                                 &height)
                                  : NULL;

  if (kept == NULL)
    {
      append_alternative (self, span);
      return;
    }
  scale = span->width > 0 ? span->width / width : 1;
  scale *= POINTS_PER_PIXEL;
  scale = MIN (scale, self->width / width);
  scale = MIN (scale, self->paper->height * 0.8 / height);
  g_string_append (self->text->text, "\xef\xbf\xbc");
  add_shape (self, kept, width * scale, height * scale);
}

/* Text. --------------------------------------------------------------------------- */

static void
append_words (Builder    *self,
              const char *p)
{
  GString *text = self->text->text;

  for (guint offset = self->start; offset < self->end; offset++, p = g_utf8_next_char (p))
    {
      guint byte = (guint) text->len;
      gunichar c = g_utf8_get_char (p);
      const StrataSpan *image = c == OBJECT_CHARACTER ? find_image (self, offset) : NULL;

      g_array_append_val (self->text->bytes, byte);
      if (image != NULL)
        append_image (self, image);
      else if (c == LINE_SEPARATOR && self->is_code)
        g_string_append_c (text, '\n');   /* a paragraph each, with fonts of its own */
      else
        g_string_append_unichar (text, c);
      if (self->is_code)
        continue;
      if (c == BALLOT_BOX || c == BALLOT_BOX_WITH_CHECK)
        add_shape (self, c == BALLOT_BOX ? "box" : "done", self->size * 0.8, self->size * 0.8);
    }
  g_array_append_val (self->text->bytes, text->len);
}

static guint
byte_at (Builder *self,
         guint    offset)
{
  return g_array_index (self->text->bytes, guint,
                        CLAMP (offset, self->start, self->end) - self->start);
}

static void
set_span (Builder          *self,
          const StrataSpan *span,
          guint             start,
          guint             end)
{
  StrataPaperText *text = self->text;

  switch (span->kind)
    {
    case STRATA_SPAN_EMPHASIS:
      add_attribute (text, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      break;
    case STRATA_SPAN_STRONG:
      add_attribute (text, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;
    case STRATA_SPAN_CODE:
    case STRATA_SPAN_KEY:
      add_attribute (text, pango_attr_family_new ("monospace"), start, end);
      add_attribute (text, pango_attr_scale_new (0.9), start, end);
      add_attribute (text, pango_attr_background_new (0xefef, 0xeded, 0xf4f4), start, end);
      break;
    case STRATA_SPAN_UNDERLINE:
      add_attribute (text, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      break;
    case STRATA_SPAN_SUBSCRIPT:
    case STRATA_SPAN_SUPERSCRIPT:
      add_attribute (text, pango_attr_scale_new (0.72), start, end);
      add_attribute (text,
                     pango_attr_rise_new ((int) (self->size * PANGO_SCALE
                                                 * (span->kind == STRATA_SPAN_SUBSCRIPT ? -0.18
                                                                                        : 0.36))),
                     start, end);
      break;
    case STRATA_SPAN_LINK:
    case STRATA_SPAN_IMAGE:
      break;
    }
}

/* Where a link or a picture leads on the web; not where its words say it already. */
static const char *
noted_address (Builder          *self,
               const StrataSpan *span)
{
  g_autoptr (StrataLink) link = NULL;

  if ((span->kind != STRATA_SPAN_LINK && span->kind != STRATA_SPAN_IMAGE) || span->target == NULL)
    return NULL;
  link = strata_link_parse (span->target);
  return link->kind == STRATA_LINK_WEB ? span->target : NULL;
}

static gboolean
says_address (Builder          *self,
              const StrataSpan *span,
              const char       *address)
{
  guint start = byte_at (self, span->start), end = byte_at (self, span->end);
  const char *words = self->text->text->str + start;
  const char *bare = g_str_has_prefix (address, "mailto:") ? address + strlen ("mailto:") : address;

  return strlen (bare) == end - start && memcmp (words, bare, end - start) == 0;
}

static void
add_link (Builder          *self,
          const StrataSpan *span,
          const char       *address)
{
  StrataPaperLink link = { MAX (span->start, self->start), MIN (span->end, self->end), address };

  g_array_append_val (self->text->links, link);
}

/* The spans' attributes, and where a number has to be put in. */
static void
set_spans (Builder *self)
{
  const StrataDocument *document = self->paper->document;

  for (guint i = self->first_span; i < strata_document_get_n_spans (document); i++)
    {
      const StrataSpan *span = strata_document_get_span (document, i);
      guint start, end;
      const char *address;

      if (span->start >= self->end)
        break;
      if (span->end < self->start || (span->end == self->start && span->start < self->start))
        continue;
      start = byte_at (self, span->start);
      end = byte_at (self, span->end);
      set_span (self, span, start, end);
      address = noted_address (self, span);
      if (address == NULL)
        continue;
      add_attribute (self->text, pango_attr_foreground_new (0x4a4a, 0x2828, 0x9696), start, end);
      add_link (self, span, address);
      if (span->end <= self->end && !says_address (self, span, address))
        {
          StrataPaperMark mark = { end, _strata_paper_number (self->paper, address) };

          g_array_append_val (self->text->marks, mark);
        }
    }
}

/* Numbers. ------------------------------------------------------------------------- */

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const StrataPaperMark *one = a, *other = b;

  return one->byte != other->byte ? (one->byte < other->byte ? -1 : 1)
                                  : (one->id > other->id) - (one->id < other->id);
}

static void
shift_bytes (GArray *bytes,
             guint   from,
             guint   length)
{
  for (guint i = bytes->len; i > 0 && g_array_index (bytes, guint, i - 1) > from; i--)
    g_array_index (bytes, guint, i - 1) += length;
}

/* Puts the numbers behind their links, from the last to the first. */
static void
insert_numbers (Builder *self)
{
  StrataPaperText *text = self->text;

  g_array_sort (text->marks, compare_marks);
  for (guint i = text->marks->len; i > 0; i--)
    {
      StrataPaperMark *mark = &g_array_index (text->marks, StrataPaperMark, i - 1);
      gboolean follows = i > 1 && g_array_index (text->marks, StrataPaperMark, i - 2).byte == mark->byte;
      g_autofree char *number =
          g_strdup_printf ("%s%s%u", WORD_JOINER, follows ? "\xe2\x80\x89" : "", mark->id);
      guint length = (guint) strlen (number);

      g_string_insert (text->text, mark->byte, number);
      pango_attr_list_update (text->attributes, (int) mark->byte, 0, (int) length);
      add_attribute (text, pango_attr_scale_new (0.66), mark->byte, mark->byte + length);
      add_attribute (text, pango_attr_rise_new ((int) (self->size * 0.36 * PANGO_SCALE)), mark->byte,
                     mark->byte + length);
      shift_bytes (text->bytes, mark->byte, length);
      for (guint later = i; later < text->marks->len; later++)
        g_array_index (text->marks, StrataPaperMark, later).byte += length;
    }
}

/**
 * _strata_paper_text_new:
 * @start: offset of the first character
 * @end: offset after the last one
 * @first_span: the first span of the block or cell
 * @text: the document's text from @start
 * @size: of the font
 * @width: that a picture may have at most
 * @is_code: whether it is a block of code
 *
 * Returns: (transfer full): the stretch; a mark's byte is that of its number
 */
StrataPaperText *
_strata_paper_text_new (StrataPaper *self,
                        guint        start,
                        guint        end,
                        guint        first_span,
                        const char  *text,
                        double       size,
                        double       width,
                        gboolean     is_code)
{
  StrataPaperText *result = g_new0 (StrataPaperText, 1);
  Builder builder = { self, result, start, end, first_span, size, width, is_code };

  result->text = g_string_new (NULL);
  result->attributes = pango_attr_list_new ();
  result->marks = g_array_new (FALSE, FALSE, sizeof (StrataPaperMark));
  result->start = start;
  result->links = g_array_new (FALSE, FALSE, sizeof (StrataPaperLink));
  result->bytes = g_array_new (FALSE, FALSE, sizeof (guint));
  append_words (&builder, text);
  set_spans (&builder);
  insert_numbers (&builder);
  return result;
}

void
_strata_paper_text_free (StrataPaperText *text)
{
  g_string_free (text->text, TRUE);
  pango_attr_list_unref (text->attributes);
  g_array_unref (text->marks);
  g_array_unref (text->links);
  g_array_unref (text->bytes);
  g_free (text);
}
