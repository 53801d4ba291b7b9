#include "strata-search-entry-private.h"

void
_strata_search_entry_free (StrataSearchEntry *self)
{
  g_free (self->object);
  g_free (self->part);
  g_free (self->title);
  g_free (self->among);
  g_free (self->text);
  g_free (self);
}

/* The place as navigation writes and reads it, which a test holds up; @offset, in
 * characters, for a lesson. */
char *
_strata_search_entry_dup_place (const StrataSearchEntry *self,
                                guint                    offset)
{
  if (self->kind != STRATA_SEARCH_LESSON)
    return g_strdup_printf ("table:%s?row=%s", self->object, self->part);
  if (offset == 0)
    return g_strconcat ("concept:", self->object, NULL);
  return g_strdup_printf ("concept:%s?at=%u", self->object, offset);
}
