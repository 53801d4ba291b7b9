#include "strata-lesson-run-private.h"

#include "course/strata-fold.h"
#include "strata-lesson-palette-private.h"

/* The first span from @offset on; spans are in the order of their beginnings. */
guint
_strata_lesson_run_first_span (const StrataDocument *document,
                               guint                 offset)
{
  guint low = 0, high = strata_document_get_n_spans (document);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strata_document_get_span (document, middle)->start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
append (GString              *out,
        const StrataDocument *document,
        guint                 offset,
        gunichar              c)
{
  const StrataSpan *span = NULL;

  if (c == 0xfffc)
    for (guint i = _strata_lesson_run_first_span (document, offset); i < strata_document_get_n_spans (document); i++)
      {
        span = strata_document_get_span (document, i);
        if (span->start > offset || span->kind == STRATA_SPAN_IMAGE)
          break;
      }
  if (span != NULL && span->start == offset && span->kind == STRATA_SPAN_IMAGE)
    g_string_append (out, span->alt != NULL ? span->alt : "");
  else
    g_string_append_unichar (out, c == 0x2028 ? '\n' : c);
}

/* @text is that of the document from @start on. */
StrataLessonRun *
_strata_lesson_run_new (const StrataDocument *document,
                        guint                 start,
                        guint                 end,
                        const char           *text)
{
  StrataLessonRun *self = g_new0 (StrataLessonRun, 1);
  GString *out = g_string_new (NULL);
  const char *p = text;

  self->document = document;
  self->start = start;
  self->length = end - start;
  self->bytes = g_new (guint, self->length + 1);
  for (guint i = 0; i < self->length; i++, p = g_utf8_next_char (p))
    {
      self->bytes[i] = (guint) out->len;
      append (out, document, start + i, g_utf8_get_char (p));
    }
  self->bytes[self->length] = (guint) out->len;
  self->text = g_string_free (out, FALSE);
  return self;
}

void
_strata_lesson_run_free (StrataLessonRun *self)
{
  g_free (self->text);
  g_free (self->bytes);
  g_free (self);
}

/* The character of the lesson that stands at a byte of the run's text. */
guint
_strata_lesson_run_get_offset (const StrataLessonRun *self,
                               guint                  byte)
{
  guint low = 0, high = self->length;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->bytes[middle + 1] <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return self->start + low;
}

/* Sets the characters from @start to @end, as far as they lie in the run. */
static void
insert (const StrataLessonRun *self,
        PangoAttrList         *attributes,
        PangoAttribute        *attribute,
        guint                  start,
        guint                  end)
{
  start = CLAMP (start, self->start, self->start + self->length) - self->start;
  end = CLAMP (end, self->start, self->start + self->length) - self->start;
  attribute->start_index = self->bytes[start];
  attribute->end_index = self->bytes[end];
  pango_attr_list_insert (attributes, attribute);
}

static void
insert_background (const StrataLessonRun *self,
                   PangoAttrList         *attributes,
                   const char            *name,
                   guint                  start,
                   guint                  end)
{
  GdkRGBA colour = _strata_lesson_palette_colour (name);

  insert (self, attributes,
          pango_attr_background_new ((guint16) (colour.red * G_MAXUINT16),
                                     (guint16) (colour.green * G_MAXUINT16),
                                     (guint16) (colour.blue * G_MAXUINT16)),
          start, end);
  insert (self, attributes, pango_attr_background_alpha_new ((guint16) (colour.alpha * G_MAXUINT16)),
          start, end);
}

static void
insert_link (const StrataLessonRun *self,
             PangoAttrList         *attributes,
             guint                  start,
             guint                  end)
{
  GdkRGBA colour = _strata_lesson_palette_colour (_strata_lesson_palette ()->link);

  insert (self, attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  insert (self, attributes,
          pango_attr_foreground_new ((guint16) (colour.red * G_MAXUINT16),
                                     (guint16) (colour.green * G_MAXUINT16),
                                     (guint16) (colour.blue * G_MAXUINT16)),
          start, end);
  insert (self, attributes, pango_attr_foreground_alpha_new (G_MAXUINT16), start, end);
}

/* As the tags of the text around it. */
static void
insert_span (const StrataLessonRun *self,
             PangoAttrList         *attributes,
             const StrataSpan      *span)
{
  guint start = span->start, end = span->end;

  switch (span->kind)
    {
    case STRATA_SPAN_EMPHASIS:
    case STRATA_SPAN_IMAGE:
      insert (self, attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      break;
    case STRATA_SPAN_STRONG:
      insert (self, attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;
    case STRATA_SPAN_CODE:
    case STRATA_SPAN_KEY:
      insert (self, attributes, pango_attr_family_new ("monospace"), start, end);
      insert (self, attributes, pango_attr_scale_new (0.92), start, end);
      insert_background (self, attributes, _strata_lesson_palette ()->code, start, end);
      break;
    case STRATA_SPAN_LINK:
      insert_link (self, attributes, start, end);
      break;
    case STRATA_SPAN_UNDERLINE:
      insert (self, attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      break;
    case STRATA_SPAN_SUBSCRIPT:
    case STRATA_SPAN_SUPERSCRIPT:
      insert (self, attributes,
              pango_attr_rise_new ((span->kind == STRATA_SPAN_SUBSCRIPT ? -3 : 5) * PANGO_SCALE),
              start, end);
      insert (self, attributes, pango_attr_scale_new (0.8), start, end);
      break;
    default:
      break;
    }
}

/* The first mark that ends after @offset. */
static guint
first_mark (const GArray *found,
            guint         offset)
{
  guint low = 0, high = found->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (found, StrataRange, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
insert_marks (const StrataLessonRun   *self,
              PangoAttrList           *attributes,
              const StrataLessonMarks *marks)
{
  guint end = self->start + self->length;

  if (marks->link_end > self->start && marks->link_start < end)
    insert_background (self, attributes, _strata_lesson_palette ()->focus, marks->link_start,
                       marks->link_end);
  for (guint i = first_mark (marks->found, self->start); i < marks->found->len; i++)
    {
      const StrataRange *range = &g_array_index (marks->found, StrataRange, i);

      if (range->start >= end)
        break;
      insert_background (self, attributes,
                         i == marks->found_at ? _strata_lesson_palette ()->found_here
                                              : _strata_lesson_palette ()->found,
                         (guint) range->start, (guint) range->end);
      if (i == marks->found_at)
        insert (self, attributes, pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE),
                (guint) range->start, (guint) range->end);
    }
}

/* How the run is set and what is marked in it, in the colours of the theme. */
PangoAttrList *
_strata_lesson_run_attributes (const StrataLessonRun   *self,
                               const StrataLessonMarks *marks)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  guint n = strata_document_get_n_spans (self->document);

  for (guint i = _strata_lesson_run_first_span (self->document, self->start); i < n; i++)
    {
      const StrataSpan *span = strata_document_get_span (self->document, i);

      if (span->start >= self->start + self->length)
        break;
      insert_span (self, attributes, span);
    }
  insert_marks (self, attributes, marks);
  return attributes;
}
