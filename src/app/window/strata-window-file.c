/* A Markdown file that belongs to no course: read, shown, followed to others. */
#include <glib/gi18n.h>
#include <stdlib.h>

#include "course/strata-link.h"
#include "lesson/strata-lesson-page.h"
#include "strata-window-private.h"
#include "widgets/strata-text-scale.h"

static StrataLessonPage *
file_page (StrataWindow *self)
{
  if (self->file == NULL)
    {
      guint size = (guint) g_settings_get_int (self->settings, "text-size");

      self->file = strata_lesson_page_new ();
      strata_lesson_page_set_text_size (STRATA_LESSON_PAGE (self->file),
                                        strata_text_size_next (size, 0));
      _strata_window_adopt_lesson (self, self->file);
      gtk_stack_add_named (self->content, self->file, "file");
    }
  return STRATA_LESSON_PAGE (self->file);
}

/* The lesson that is seen, of the course or a file; NULL where a table is. */
GtkWidget *
_strata_window_get_lesson (StrataWindow *self)
{
  const char *content = gtk_stack_get_visible_child_name (self->content);

  if (g_strcmp0 (content, "file") == 0)
    return self->file;
  return adw_view_stack_get_visible_child (self->pages) == self->paned ? self->lesson : NULL;
}

/* Reading. ------------------------------------------------------------------- */

/* What stands in the place of a file that cannot be read any more. */
static StrataDocument *
document_of_error (const char *path,
                   GError     *error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GString) text = g_string_new ("# ");

  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_ispunct (*p))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append_printf (text, "\n\n%s\n", error->message);
  return strata_document_new (text->str, (gssize) text->len);
}

static void
drop_reading (StrataWindow *self)
{
  if (self->file_reading == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->file_reading, self);
  g_clear_object (&self->file_reading);
}

/* Where the file was left, or to the heading that the link named. */
static void
go_to_position (StrataWindow      *self,
                const StrataPlace *place)
{
  StrataLessonPage *page = file_page (self);

  if (self->anchor == NULL || !strata_lesson_page_show_heading (page, self->anchor))
    strata_lesson_position_set (strata_lesson_page_get_position (page), place->offset, place->into);
  g_clear_pointer (&self->anchor, g_free);
}

static void
show_read (StrataWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlace) place = strata_place_copy (strata_history_get_current (self->history));
  StrataDocument *document = strata_file_reading_take (self->file_reading, &error);
  StrataLessonPage *page = file_page (self);

  drop_reading (self);
  if (document == NULL)
    document = document_of_error (place->id, error);
  g_free (self->file_root);
  self->file_root = strata_place_dup_root (place);
  strata_lesson_page_show_file (page, document, place->id, self->file_root);
  _strata_window_watch_file (self, place->id);
  go_to_position (self, place);
  _strata_window_turn_to (self, "file");
}

static void
start_reading (StrataWindow      *self,
               const StrataPlace *place)
{
  /* It may have been begun while the toolkit started. */
  if (self->file_reading == NULL
      || !g_str_equal (strata_file_reading_get_path (self->file_reading), place->id))
    {
      drop_reading (self);
      self->file_reading = strata_file_reading_new (place->id);
    }
  if (strata_file_reading_get_done (self->file_reading))
    show_read (self);
  else
    g_signal_connect_swapped (self->file_reading, "done", G_CALLBACK (show_read), self);
}

/* Shows the file as soon as it is read; until then what was shown stays. */
void
_strata_window_show_file (StrataWindow      *self,
                          const StrataPlace *place)
{
  StrataLessonPage *page = file_page (self);

  g_clear_pointer (&self->said, g_free);
  if (g_strcmp0 (strata_lesson_page_get_path (page), place->id) != 0)
    {
      if (self->course == NULL)
        _strata_window_turn_to (self, "file");
      start_reading (self, place);
      return;
    }
  drop_reading (self);
  go_to_position (self, place);
  _strata_window_turn_to (self, "file");
}

/* Before the reader is anywhere else. */
void
_strata_window_leave_file (StrataWindow *self)
{
  drop_reading (self);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->said, g_free);
}

/**
 * strata_window_expect:
 * @self: the window
 * @reading: (transfer none): of a file that will be opened soon
 *
 * Gives the window a reading that was begun before there was a window.
 */
void
strata_window_expect (StrataWindow      *self,
                      StrataFileReading *reading)
{
  g_return_if_fail (STRATA_IS_WINDOW (self));

  drop_reading (self);
  g_set_object (&self->file_reading, reading);
}

/* Links. ---------------------------------------------------------------------- */

/* What a lesson may lead to: Strata runs and hands on nothing. */
static gboolean
is_markdown (const char *path)
{
  static const char *const ends[] = { ".md", ".markdown", ".mdown", ".mkd", ".txt" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (lower, ends[i]))
        return TRUE;
    }
  return FALSE;
}

/* A course is somebody else's: its links stay in its folder, wherever symbolic links
 * lead. One's own files may lead one up as well. */
static gboolean
leaves_course (StrataWindow *self,
               const char   *path)
{
  const char *folder = strata_course_get_folder (self->course);
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  char *real = realpath (path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (real != NULL ? real : path);

  free (real);
  return !g_file_has_prefix (file, root);
}

static void
follow_to (StrataWindow *self,
           const char   *path,
           gboolean      from_course,
           const char   *anchor)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlace) place = NULL;

  if (!is_markdown (path))
    sentence = g_strdup_printf (_("“%s” is not a Markdown file. Open it from your file manager."), name);
  else if (from_course && leaves_course (self, path))
    sentence = g_strdup_printf (_("“%s” lies outside the course, whose links stay inside."), name);
  else if (!strata_file_reading_check (path, &error))
    sentence = g_strdup (error->message);
  if (sentence != NULL)
    {
      _strata_window_say (self, sentence);
      return;
    }
  place = strata_place_new_file (path, from_course ? strata_course_get_folder (self->course)
                                                   : self->file_root);
  g_free (self->anchor);
  self->anchor = g_strdup (anchor);
  _strata_window_go_to (self, place);
}

/* Goes to the file that a link of the lesson leads to, `week%202.md#later`. */
void
_strata_window_follow (StrataWindow *self,
                       const char   *target)
{
  GtkWidget *lesson = _strata_window_get_lesson (self);
  const char *from = lesson != NULL ? strata_lesson_page_get_path (STRATA_LESSON_PAGE (lesson)) : NULL;
  g_autofree char *anchor = NULL;
  g_autofree char *path = from != NULL ? strata_link_dup_path (target, from, &anchor) : NULL;

  if (path != NULL)
    follow_to (self, path, lesson == self->lesson, anchor);
}

/* Back to the course, as it was left; opened now if none is. */
void
_strata_window_go_home (StrataWindow *self)
{
  g_autofree char *string = g_settings_get_string (self->settings, "place");
  g_autoptr (StrataPlace) place = strata_place_parse (string);

  if (self->course == NULL)
    strata_window_open_last_course (self, NULL);
  else if (place == NULL || place->kind == STRATA_PLACE_FILE || !_strata_window_go_to (self, place))
    _strata_window_return_to (self, STRATA_PLACE_CONCEPT, NULL);
}
