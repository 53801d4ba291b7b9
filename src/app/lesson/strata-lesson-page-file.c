/* A Markdown file that belongs to no course, and texts that were written anew. */
#include "strata-find-bar.h"
#include "strata-lesson-page-private.h"
#include "strata-lesson-view.h"
#include "text/strata-shift.h"

static const StrataDocument *
document (StrataLessonPage *self)
{
  return strata_lesson_view_get_document (STRATA_LESSON_VIEW (self->view));
}

char *
_strata_lesson_page_dup_text (StrataLessonPage *self)
{
  return g_strdup (document (self) != NULL ? strata_document_get_text (document (self)) : "");
}

/* Where @offset of the text @before is now. */
guint
_strata_lesson_page_keep_place (StrataLessonPage *self,
                                const char       *before,
                                guint             offset)
{
  return before != NULL && offset > 0
             ? strata_shift_offset (before, strata_document_get_text (document (self)), offset)
             : 0;
}

/**
 * strata_lesson_page_show_file:
 * @self: a page that no course is shown in
 * @text: (transfer full): what is in the file
 * @path: absolute path of the file
 * @root: the folder that its pictures may not leave
 *
 * Shows a file from its beginning; if it is shown already, it stays where it is,
 * as if it was written anew meanwhile.
 */
void
strata_lesson_page_show_file (StrataLessonPage *self,
                              StrataDocument   *text,
                              const char       *path,
                              const char       *root)
{
  g_autofree char *before = NULL;
  guint offset = 0;
  int into = 0;

  g_return_if_fail (STRATA_IS_LESSON_PAGE (self) && text != NULL && path != NULL && root != NULL);

  if (g_strcmp0 (path, self->path) == 0)
    {
      before = _strata_lesson_page_dup_text (self);
      offset = strata_lesson_position_get_offset (self->position);
      into = strata_lesson_position_get_into (self->position);
    }
  else
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  strata_lesson_view_set_glossary (STRATA_LESSON_VIEW (self->view), NULL, NULL, NULL);
  strata_lesson_view_set_language (STRATA_LESSON_VIEW (self->view), NULL);
  strata_lesson_view_set_document (STRATA_LESSON_VIEW (self->view), text, path, root);
  gtk_widget_set_visible (self->breadcrumb, FALSE);
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_widget_set_visible (self->relations, FALSE);
  gtk_widget_set_visible (self->next_button, FALSE);
  _strata_lesson_page_fill_outline (self);
  strata_lesson_position_set (self->position, _strata_lesson_page_keep_place (self, before, offset),
                              into);
  strata_find_bar_refresh (STRATA_FIND_BAR (self->find_bar));
}

/**
 * strata_lesson_page_get_path:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): absolute path of what is shown
 */
const char *
strata_lesson_page_get_path (StrataLessonPage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_PAGE (self), NULL);

  return self->path;
}

/**
 * strata_lesson_page_dup_title:
 * @self: the page
 *
 * Returns: (transfer full) (nullable): the first heading of the text, whatever its
 *   level; %NULL if it has none
 */
char *
strata_lesson_page_dup_title (StrataLessonPage *self)
{
  g_return_val_if_fail (STRATA_IS_LESSON_PAGE (self), NULL);

  for (guint i = 0; document (self) != NULL && i < strata_document_get_n_blocks (document (self)); i++)
    {
      const StrataBlock *block = strata_document_get_block (document (self), i);
      const char *text = strata_document_get_text (document (self));

      if (block->kind == STRATA_BLOCK_HEADING && block->byte_end > block->byte_start)
        return g_strndup (text + block->byte_start, block->byte_end - block->byte_start);
    }
  return NULL;
}

/**
 * strata_lesson_page_show_heading:
 * @self: the page
 * @anchor: what a link says after its `#`
 *
 * Brings a heading to the top edge.
 *
 * Returns: whether there is such a heading; if not, nothing changes
 */
gboolean
strata_lesson_page_show_heading (StrataLessonPage *self,
                                 const char       *anchor)
{
  int offset;

  g_return_val_if_fail (STRATA_IS_LESSON_PAGE (self) && document (self) != NULL, FALSE);

  offset = strata_document_find_heading (document (self), anchor);
  if (offset >= 0)
    strata_lesson_position_set (self->position, (guint) offset, -ROOM_ABOVE);
  return offset >= 0;
}
