#include "strata-leak.h"

/**
 * strata_leak_new:
 * @concept: id of the concept whose edge is crossed
 * @title: (transfer none): what crosses it
 * @text: (transfer none): why the picture is too simple there
 *
 * Returns: (transfer full): a leak
 */
StrataLeak *
strata_leak_new (const char *concept,
                 StrataText *title,
                 StrataText *text)
{
  StrataLeak *self = g_new (StrataLeak, 1);

  self->concept = g_strdup (concept);
  self->title = strata_text_ref (title);
  self->text = strata_text_ref (text);
  return self;
}

void
strata_leak_free (StrataLeak *self)
{
  g_free (self->concept);
  strata_text_unref (self->title);
  strata_text_unref (self->text);
  g_free (self);
}
