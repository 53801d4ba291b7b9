/* What there is to find in a course: the sections of its lessons and the rows of its
 * tables, in every language. */
#include "strata-search-source-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "course/strata-row-format.h"
#include "document/strata-document.h"

/* In bytes. A section that is longer is cut: what lies close together should be found
 * before what is only in the same lesson, and a snippet is looked for in all of it. */
#define MAX_TEXT 8192

typedef struct
{
  StrataCourse           *course;
  StrataSearchEntryFunc   func;
  gpointer                data;
  GCancellable           *cancellable;
  GError                **error;
  guint                   language;
  const char             *languages[2];   /* only that one, for strata_text_get() */
} Source;

/* Lessons. ----------------------------------------------------------------------- */

typedef struct
{
  Source               *source;
  const StrataDocument *document;
  const char           *object;
  const char           *context;
  char                 *title;
  guint                 section;
  guint                 start;
} Section;

/* Where to cut at the latest after @limit bytes: behind a space or a line break, else
 * between two characters. */
static gsize
cut_length (const char *text,
            gsize       length)
{
  gsize cut = MAX_TEXT;

  if (length <= MAX_TEXT)
    return length;
  while (cut > 0 && ((guchar) text[cut] & 0xC0) == 0x80)
    cut--;
  for (gsize i = cut; i > cut / 2; i--)
    {
      if (text[i - 1] == '\n' || text[i - 1] == ' ')
        return i;
    }
  return cut;
}

/* The text from @byte_start, which is the character @start, to @byte_end. */
static gboolean
send_section (const Section *section,
              gsize          byte_start,
              gsize          byte_end,
              guint          start)
{
  Source *source = section->source;
  const char *text = strata_document_get_text (section->document);
  gboolean sent = FALSE;

  while (byte_start < byte_end || !sent)
    {
      gsize length = cut_length (text + byte_start, byte_end - byte_start);
      g_autofree char *piece = g_strndup (text + byte_start, length);
      StrataSearchEntry entry = {
        .kind = STRATA_SEARCH_LESSON,
        .language = source->language,
        .object = (char *) section->object,
        .section = section->section,
        .start = section->start,
        .offset = start,
        .title = section->title,
        .among = (char *) section->context,
        .text = piece,
      };

      if (!source->func (&entry, source->data, source->error))
        return FALSE;
      sent = TRUE;
      start += (guint) g_utf8_strlen (piece, -1);
      byte_start += length;
    }
  return TRUE;
}

/* On one line, without the places of images. */
static char *
heading_words (const StrataDocument *document,
               const StrataBlock    *block)
{
  const char *text = strata_document_get_text (document);
  GString *words = g_string_new (NULL);

  for (const char *p = g_utf8_offset_to_pointer (text + block->byte_start, block->marker);
       p < text + block->byte_end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0xFFFC)
        g_string_append_unichar (words, c == 0x2028 || c == '\t' ? ' ' : c);
    }
  g_strstrip (words->str);
  return g_string_free (words, FALSE);
}

static gboolean
send_document (Source               *source,
               const StrataDocument *document,
               const char           *object,
               const char           *name,
               const char           *context)
{
  Section section = { source, document, object, context, g_strdup (name), 0, 0 };
  guint n = strata_document_get_n_blocks (document);
  gsize byte_start = 0;
  guint start = 0;
  gboolean going = TRUE;

  for (guint i = 0; going && i < n; i++)
    {
      const StrataBlock *block = strata_document_get_block (document, i);

      if (block->kind != STRATA_BLOCK_HEADING)
        continue;
      /* What stands before the first heading, often nothing, is a section too. */
      if (i > 0)
        going = send_section (&section, byte_start, block->byte_start, start);
      if (i > 0)
        section.section++;
      g_free (section.title);
      section.title = heading_words (document, block);
      section.start = block->start + block->marker;
      byte_start = MIN (block->byte_end + 1, strlen (strata_document_get_text (document)));
      start = block->end + (byte_start > block->byte_end ? 1 : 0);
    }
  if (going && n > 0)
    going = send_section (&section, byte_start, strlen (strata_document_get_text (document)),
                          start);
  g_free (section.title);
  return going;
}

/* NULL for one that cannot be read: the rest can still be found. */
static StrataDocument *
read_lesson (const char *path)
{
  g_autofree char *markdown = NULL;
  gsize length;
  GStatBuf info;

  if (path == NULL || g_stat (path, &info) != 0 || info.st_size > STRATA_DOCUMENT_MAX_LENGTH
      || !g_file_get_contents (path, &markdown, &length, NULL))
    return NULL;
  return strata_document_new (markdown, (gssize) length);
}

/* What an entry is shown in, in the language of a reader: the lesson or the table.
 * NULL where the course does not have it. */
char *
_strata_search_dup_context (StrataCourse      *course,
                            StrataSearchKind   kind,
                            const char        *object,
                            const char *const *languages)
{
  StrataConcept *concept = strata_course_find_concept (course, object);
  StrataTable *table = strata_course_find_table (course, object);
  const char *name;
  const char *abbreviation;

  if (kind != STRATA_SEARCH_LESSON)
    return table != NULL ? g_strdup (strata_text_get (strata_table_get_title (table), languages))
                         : NULL;
  if (concept == NULL)
    return NULL;
  name = strata_text_get (strata_concept_get_name (concept), languages);
  abbreviation = strata_concept_get_short (concept);
  return abbreviation == NULL || g_str_equal (abbreviation, name)
             ? g_strdup (name)
             : g_strconcat (abbreviation, " · ", name, NULL);
}

static gboolean
send_lesson (Source        *source,
             StrataConcept *concept)
{
  g_autofree char *path = strata_course_dup_lesson_path (source->course, concept,
                                                         source->languages);
  g_autoptr (StrataDocument) document = read_lesson (path);
  const char *name = strata_text_get (strata_concept_get_name (concept), source->languages);
  g_autofree char *context =
      _strata_search_dup_context (source->course, STRATA_SEARCH_LESSON,
                                  strata_concept_get_id (concept), source->languages);

  if (document == NULL)
    return TRUE;
  return send_document (source, document, strata_concept_get_id (concept), name, context);
}

/* Tables. ------------------------------------------------------------------------ */

/* The values of the columns of some types, a line each. Names of concepts and of other
 * rows are in none of them: a row is not about each of those. */
static char *
row_values (Source      *source,
            StrataTable *table,
            StrataRow   *row,
            guint        types)
{
  guint primary = strata_table_get_primary_column (table);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < strata_table_get_n_columns (table); i++)
    {
      guint type = 1u << strata_column_get_column_type (strata_table_get_column (table, i));
      g_autofree char *value = NULL;

      if (i == primary || (type & types) == 0)
        continue;
      value = strata_row_dup_display (source->course, table, row, i, source->languages);
      if (*value != '\0' && text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, value);
    }
  return g_string_free (text, FALSE);
}

static gboolean
send_row (Source          *source,
          StrataTable     *table,
          StrataRow       *row,
          StrataSearchKind kind)
{
  g_autofree char *text = row_values (source, table, row,
                                      1u << STRATA_COLUMN_TEXT | 1u << STRATA_COLUMN_LIST);
  g_autofree char *among = row_values (source, table, row,
                                       1u << STRATA_COLUMN_CHOICE | 1u << STRATA_COLUMN_YEAR);
  StrataSearchEntry entry = {
    .kind = kind,
    .language = source->language,
    .object = (char *) strata_table_get_id (table),
    .part = (char *) strata_row_get_id (row),
    .title = (char *) strata_table_get_row_name (table, row, source->languages),
    .among = among,
    .text = text,
  };

  return source->func (&entry, source->data, source->error);
}

static gboolean
send_table (Source      *source,
            StrataTable *table)
{
  GListModel *rows = strata_table_get_rows (table);
  StrataSearchKind kind =
      strata_table_get_meaning_column (table) >= 0 ? STRATA_SEARCH_TERM : STRATA_SEARCH_ROW;
  gboolean going = TRUE;

  for (guint i = 0; going && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRow) row = g_list_model_get_item (rows, i);

      going = !g_cancellable_set_error_if_cancelled (source->cancellable, source->error)
              && send_row (source, table, row, kind);
    }
  return going;
}

static gboolean
send_language (Source *source)
{
  GPtrArray *concepts = strata_course_get_concepts (source->course);
  GPtrArray *tables = strata_course_get_tables (source->course);
  gboolean going = TRUE;

  for (guint i = 0; going && i < concepts->len; i++)
    going = !g_cancellable_set_error_if_cancelled (source->cancellable, source->error)
            && send_lesson (source, g_ptr_array_index (concepts, i));
  for (guint i = 0; going && i < tables->len; i++)
    going = send_table (source, g_ptr_array_index (tables, i));
  return going;
}

/* Hands everything that can be found to @func. */
gboolean
_strata_search_source_read (StrataCourse          *course,
                            StrataSearchEntryFunc  func,
                            gpointer               data,
                            GCancellable          *cancellable,
                            GError               **error)
{
  const char *const *languages = strata_course_get_languages (course);
  gboolean going = TRUE;

  for (guint i = 0; going && languages[i] != NULL; i++)
    {
      Source source = { course, func, data, cancellable, error, i, { languages[i], NULL } };

      going = send_language (&source);
    }
  return going;
}
