#include "strata-course.h"

struct _StrataCourse
{
  GObject         parent_instance;

  char           *id;
  StrataText     *title;
  char          **languages;
  char           *folder;
  char           *digest;
  StrataConcept  *root;
  GPtrArray      *concepts;   /* depth first, as they are read */
  GPtrArray      *tables;
  GPtrArray      *leaks;
};

G_DEFINE_FINAL_TYPE (StrataCourse, strata_course, G_TYPE_OBJECT)

static void
strata_course_finalize (GObject *object)
{
  StrataCourse *self = STRATA_COURSE (object);

  g_free (self->id);
  g_free (self->folder);
  g_free (self->digest);
  g_strfreev (self->languages);
  g_clear_pointer (&self->title, strata_text_unref);
  g_clear_object (&self->root);
  g_ptr_array_unref (self->concepts);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->leaks);

  G_OBJECT_CLASS (strata_course_parent_class)->finalize (object);
}

static void
strata_course_class_init (StrataCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_course_finalize;
}

static void
strata_course_init (StrataCourse *self)
{
  self->concepts = g_ptr_array_new_with_free_func (g_object_unref);
  self->tables = g_ptr_array_new_with_free_func (g_object_unref);
  self->leaks = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_leak_free);
}

/**
 * strata_course_new:
 * @id: the course's id
 * @title: (transfer none): its title
 * @languages: (array zero-terminated=1): BCP 47 tags, the first of which every
 *   reader falls back to
 * @folder: absolute path of the course
 *
 * Returns: (transfer full): a course without concepts and tables
 */
StrataCourse *
strata_course_new (const char        *id,
                   StrataText        *title,
                   const char *const *languages,
                   const char        *folder)
{
  StrataCourse *self;

  g_return_val_if_fail (id != NULL && title != NULL && languages != NULL, NULL);

  self = g_object_new (STRATA_TYPE_COURSE, NULL);
  self->id = g_strdup (id);
  self->title = strata_text_ref (title);
  self->languages = g_strdupv ((char **) languages);
  self->folder = g_strdup (folder);
  return self;
}

const char *
strata_course_get_id (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return self->id;
}

/**
 * strata_course_get_title:
 * @self: a course
 *
 * Returns: (transfer none): its title
 */
StrataText *
strata_course_get_title (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return self->title;
}

/**
 * strata_course_get_languages:
 * @self: a course
 *
 * Returns: (transfer none) (array zero-terminated=1): BCP 47 tags
 */
const char *const *
strata_course_get_languages (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return (const char *const *) self->languages;
}

const char *
strata_course_get_folder (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return self->folder;
}

/**
 * strata_course_get_digest:
 * @self: a course
 *
 * Returns: (transfer none): SHA-256 in hexadecimal of the JSON files it was
 *   loaded from, "" for one that was not loaded. The lessons are read anew
 *   whenever they are shown: strata_course_dup_content_hash() has them too.
 */
const char *
strata_course_get_digest (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return self->digest != NULL ? self->digest : "";
}

/**
 * strata_course_set_digest:
 * @self: a course
 * @digest: what strata_course_get_digest() tells from now on
 */
void
strata_course_set_digest (StrataCourse *self,
                          const char   *digest)
{
  g_return_if_fail (STRATA_IS_COURSE (self));

  g_free (self->digest);
  self->digest = g_strdup (digest);
}

/**
 * strata_course_get_root:
 * @self: a course
 *
 * Returns: (transfer none) (nullable): the outermost concept
 */
StrataConcept *
strata_course_get_root (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return self->root;
}

static void
course_collect (StrataCourse  *self,
                StrataConcept *concept)
{
  g_ptr_array_add (self->concepts, g_object_ref (concept));
  for (guint i = 0; i < strata_concept_get_n_children (concept); i++)
    course_collect (self, strata_concept_get_child (concept, i));
}

/**
 * strata_course_set_root:
 * @self: a course
 * @root: (transfer none): a concept with everything below it in place
 */
void
strata_course_set_root (StrataCourse  *self,
                        StrataConcept *root)
{
  g_return_if_fail (STRATA_IS_COURSE (self) && STRATA_IS_CONCEPT (root));

  g_set_object (&self->root, root);
  g_ptr_array_set_size (self->concepts, 0);
  course_collect (self, root);
}

/**
 * strata_course_get_concepts:
 * @self: a course
 *
 * Returns: (transfer none) (element-type StrataConcept): every concept, a
 *   parent before its children: the order in which lessons are read
 */
GPtrArray *
strata_course_get_concepts (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return self->concepts;
}

/**
 * strata_course_find_concept:
 * @self: a course
 * @id: (nullable): a concept's id
 *
 * Returns: (transfer none) (nullable): the concept
 */
StrataConcept *
strata_course_find_concept (StrataCourse *self,
                            const char   *id)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  for (guint i = 0; i < self->concepts->len; i++)
    {
      StrataConcept *concept = g_ptr_array_index (self->concepts, i);

      if (g_strcmp0 (strata_concept_get_id (concept), id) == 0)
        return concept;
    }
  return NULL;
}

/**
 * strata_course_get_next:
 * @self: a course
 * @concept: one of its concepts
 *
 * Returns: (transfer none) (nullable): the concept to read after @concept
 */
StrataConcept *
strata_course_get_next (StrataCourse  *self,
                        StrataConcept *concept)
{
  guint position;

  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  if (!g_ptr_array_find (self->concepts, concept, &position)
      || position + 1 >= self->concepts->len)
    return NULL;
  return g_ptr_array_index (self->concepts, position + 1);
}

/**
 * strata_course_get_leaks:
 * @self: a course
 *
 * Returns: (transfer none) (element-type StrataLeak): what its nested picture
 *   hides
 */
GPtrArray *
strata_course_get_leaks (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return self->leaks;
}

/**
 * strata_course_add_leak:
 * @self: a course
 * @leak: (transfer full): at one of its concepts
 */
void
strata_course_add_leak (StrataCourse *self,
                        StrataLeak   *leak)
{
  g_return_if_fail (STRATA_IS_COURSE (self) && leak != NULL);

  g_ptr_array_add (self->leaks, leak);
}

/**
 * strata_course_get_tables:
 * @self: a course
 *
 * Returns: (transfer none) (element-type StrataTable): its tables
 */
GPtrArray *
strata_course_get_tables (StrataCourse *self)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  return self->tables;
}

void
strata_course_add_table (StrataCourse *self,
                         StrataTable  *table)
{
  g_return_if_fail (STRATA_IS_COURSE (self) && STRATA_IS_TABLE (table));

  g_ptr_array_add (self->tables, g_object_ref (table));
}

/**
 * strata_course_find_table:
 * @self: a course
 * @id: (nullable): a table's id
 *
 * Returns: (transfer none) (nullable): the table
 */
StrataTable *
strata_course_find_table (StrataCourse *self,
                          const char   *id)
{
  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  for (guint i = 0; i < self->tables->len; i++)
    {
      StrataTable *table = g_ptr_array_index (self->tables, i);

      if (g_strcmp0 (strata_table_get_id (table), id) == 0)
        return table;
    }
  return NULL;
}

/**
 * strata_course_dup_languages:
 * @self: a course
 * @wanted: (nullable) (array zero-terminated=1): what the reader reads, best
 *   first, as BCP 47 tags or locale names
 *
 * Returns: (transfer full) (array zero-terminated=1): those languages of the
 *   course that serve the reader, best first, and the course's first language
 *   at the end: what strata_text_get() takes. Never empty.
 */
char **
strata_course_dup_languages (StrataCourse      *self,
                             const char *const *wanted)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  g_return_val_if_fail (STRATA_IS_COURSE (self), NULL);

  for (gsize i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      int at = strata_language_match ((const char *const *) self->languages, wanted[i]);

      if (at >= 0 && !g_ptr_array_find (found, self->languages[at], NULL))
        g_ptr_array_add (found, self->languages[at]);
    }
  if (self->languages[0] != NULL && !g_ptr_array_find (found, self->languages[0], NULL))
    g_ptr_array_add (found, self->languages[0]);
  g_ptr_array_add (found, NULL);
  return g_strdupv ((char **) found->pdata);
}

/**
 * strata_course_dup_lesson_path:
 * @self: a course
 * @concept: one of its concepts
 * @languages: (array zero-terminated=1): from strata_course_dup_languages()
 *
 * Returns: (transfer full) (nullable): absolute path of the lesson in the
 *   first of @languages that has one
 */
char *
strata_course_dup_lesson_path (StrataCourse      *self,
                               StrataConcept     *concept,
                               const char *const *languages)
{
  const char *lesson;

  g_return_val_if_fail (STRATA_IS_COURSE (self) && STRATA_IS_CONCEPT (concept), NULL);

  lesson = strata_concept_get_lesson (concept);
  for (gsize i = 0; lesson != NULL && languages != NULL && languages[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (self->folder, "lessons", languages[i], lesson, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}
