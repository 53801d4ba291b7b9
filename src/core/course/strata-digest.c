#include "strata-digest.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "strata-digest-private.h"

/* One file. With its length, so that no two rows of files read the same. */
void
_strata_checksum_add (GChecksum  *checksum,
                      const char *name,
                      const char *bytes,
                      gsize       length)
{
  g_autofree char *head = g_strdup_printf ("%s\n%" G_GSIZE_FORMAT "\n", name, length);

  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, (const guchar *) bytes, (gssize) length);
}

/* In pieces, for it may be of any size. One that went missing is not an error: it
 * makes another hash. */
static void
add_lesson (GChecksum     *checksum,
            StrataCourse  *course,
            StrataConcept *concept,
            const char    *language)
{
  const char *const languages[] = { language, NULL };
  g_autofree char *path = strata_course_dup_lesson_path (course, concept, languages);
  FILE *file = path != NULL ? g_fopen (path, "rbe") : NULL;
  g_autofree char *name = g_strconcat (language, "/", strata_concept_get_id (concept), NULL);
  char piece[16384];
  gsize n;

  if (file == NULL)
    return;
  _strata_checksum_add (checksum, name, "", 0);
  while ((n = fread (piece, 1, sizeof piece, file)) > 0)
    g_checksum_update (checksum, (const guchar *) piece, (gssize) n);
  fclose (file);
}

/**
 * strata_course_dup_content_hash:
 * @course: a loaded course
 * @cancellable: (nullable): a cancellable
 *
 * Hashes the JSON files as they were loaded and the lessons, in every language,
 * as they are now. Reads all of them: not for the main thread.
 *
 * Returns: (transfer full) (nullable): SHA-256 in hexadecimal; %NULL when
 *   cancelled
 */
char *
strata_course_dup_content_hash (StrataCourse *course,
                                GCancellable *cancellable)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  GPtrArray *concepts;
  const char *const *languages;

  g_return_val_if_fail (STRATA_IS_COURSE (course), NULL);

  concepts = strata_course_get_concepts (course);
  languages = strata_course_get_languages (course);
  g_checksum_update (checksum, (const guchar *) strata_course_get_digest (course), -1);
  for (guint i = 0; i < concepts->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      for (gsize l = 0; languages[l] != NULL; l++)
        add_lesson (checksum, course, g_ptr_array_index (concepts, i), languages[l]);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
