#include "strata-concept.h"

struct _StrataConcept
{
  GObject        parent_instance;

  char          *id;
  char          *abbreviation;
  StrataText    *name;
  StrataText    *summary;
  char          *lesson;
  StrataConcept *parent;      /* unowned: a parent owns its children */
  GPtrArray     *children;
};

G_DEFINE_FINAL_TYPE (StrataConcept, strata_concept, G_TYPE_OBJECT)

static void
strata_concept_finalize (GObject *object)
{
  StrataConcept *self = STRATA_CONCEPT (object);

  for (guint i = 0; i < self->children->len; i++)
    STRATA_CONCEPT (g_ptr_array_index (self->children, i))->parent = NULL;
  g_ptr_array_unref (self->children);
  g_free (self->id);
  g_free (self->abbreviation);
  g_free (self->lesson);
  g_clear_pointer (&self->name, strata_text_unref);
  g_clear_pointer (&self->summary, strata_text_unref);

  G_OBJECT_CLASS (strata_concept_parent_class)->finalize (object);
}

static void
strata_concept_class_init (StrataConceptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_concept_finalize;
}

static void
strata_concept_init (StrataConcept *self)
{
  self->children = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * strata_concept_new:
 * @id: unique in its course
 * @abbreviation: (nullable): a short name that is the same in every language;
 *   @id where there is none
 * @name: (transfer none): full name
 * @summary: (transfer none) (nullable): one sentence
 * @lesson: (nullable): file name below `lessons/<language>/`
 *
 * Returns: (transfer full): a concept without parent or children
 */
StrataConcept *
strata_concept_new (const char *id,
                    const char *abbreviation,
                    StrataText *name,
                    StrataText *summary,
                    const char *lesson)
{
  StrataConcept *self;

  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  self = g_object_new (STRATA_TYPE_CONCEPT, NULL);
  self->id = g_strdup (id);
  self->abbreviation = g_strdup (abbreviation != NULL ? abbreviation : id);
  self->name = strata_text_ref (name);
  self->summary = summary != NULL ? strata_text_ref (summary) : NULL;
  self->lesson = g_strdup (lesson);
  return self;
}

const char *
strata_concept_get_id (StrataConcept *self)
{
  g_return_val_if_fail (STRATA_IS_CONCEPT (self), NULL);

  return self->id;
}

/**
 * strata_concept_get_short:
 * @self: a concept
 *
 * Returns: (transfer none): the short name, as "AI"
 */
const char *
strata_concept_get_short (StrataConcept *self)
{
  g_return_val_if_fail (STRATA_IS_CONCEPT (self), NULL);

  return self->abbreviation;
}

/**
 * strata_concept_get_name:
 * @self: a concept
 *
 * Returns: (transfer none): the full name
 */
StrataText *
strata_concept_get_name (StrataConcept *self)
{
  g_return_val_if_fail (STRATA_IS_CONCEPT (self), NULL);

  return self->name;
}

/**
 * strata_concept_get_summary:
 * @self: a concept
 *
 * Returns: (transfer none) (nullable): one sentence about it
 */
StrataText *
strata_concept_get_summary (StrataConcept *self)
{
  g_return_val_if_fail (STRATA_IS_CONCEPT (self), NULL);

  return self->summary;
}

/**
 * strata_concept_get_lesson:
 * @self: a concept
 *
 * Returns: (transfer none) (nullable): file name of the lesson below
 *   `lessons/<language>/`; see strata_course_dup_lesson_path()
 */
const char *
strata_concept_get_lesson (StrataConcept *self)
{
  g_return_val_if_fail (STRATA_IS_CONCEPT (self), NULL);

  return self->lesson;
}

/**
 * strata_concept_get_parent:
 * @self: a concept
 *
 * Returns: (transfer none) (nullable): the layer around it; %NULL at the root
 */
StrataConcept *
strata_concept_get_parent (StrataConcept *self)
{
  g_return_val_if_fail (STRATA_IS_CONCEPT (self), NULL);

  return self->parent;
}

/**
 * strata_concept_get_level:
 * @self: a concept
 *
 * Returns: 1 for the root, 2 for its children, and so on
 */
guint
strata_concept_get_level (StrataConcept *self)
{
  guint level = 0;

  for (; self != NULL; self = self->parent)
    level++;
  return level;
}

guint
strata_concept_get_n_children (StrataConcept *self)
{
  g_return_val_if_fail (STRATA_IS_CONCEPT (self), 0);

  return self->children->len;
}

/**
 * strata_concept_get_child:
 * @self: a concept
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the child, %NULL past the end
 */
StrataConcept *
strata_concept_get_child (StrataConcept *self,
                          guint          position)
{
  g_return_val_if_fail (STRATA_IS_CONCEPT (self), NULL);

  return position < self->children->len ? g_ptr_array_index (self->children, position) : NULL;
}

/**
 * strata_concept_get_position:
 * @self: a concept
 *
 * Returns: its place among its siblings, from 0; -1 at the root
 */
int
strata_concept_get_position (StrataConcept *self)
{
  guint position;

  g_return_val_if_fail (STRATA_IS_CONCEPT (self), -1);

  if (self->parent == NULL || !g_ptr_array_find (self->parent->children, self, &position))
    return -1;
  return (int) position;
}

/**
 * strata_concept_append:
 * @self: a concept
 * @child: (transfer none): a concept without a parent
 *
 * Puts @child inside @self, after its other children.
 */
void
strata_concept_append (StrataConcept *self,
                       StrataConcept *child)
{
  g_return_if_fail (STRATA_IS_CONCEPT (self) && STRATA_IS_CONCEPT (child));
  g_return_if_fail (child->parent == NULL && child != self);

  child->parent = self;
  g_ptr_array_add (self->children, g_object_ref (child));
}
