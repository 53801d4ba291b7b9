#include "strata-lesson-page.h"

struct _StrataLessonPage
{
  GtkWidget      parent_instance;

  StrataConcept *concept;
};

G_DEFINE_FINAL_TYPE (StrataLessonPage, strata_lesson_page, GTK_TYPE_WIDGET)

static void
strata_lesson_page_class_init (StrataLessonPageClass *klass)
{
}

static void
strata_lesson_page_init (StrataLessonPage *self)
{
}

GtkWidget *
strata_lesson_page_new (void)
{
  return g_object_new (STRATA_TYPE_LESSON_PAGE, NULL);
}

void
strata_lesson_page_show (StrataLessonPage  *self,
                         StrataCourse      *course,
                         StrataConcept     *concept,
                         const char *const *languages)
{
  self->concept = concept;
}

StrataConcept *
strata_lesson_page_get_concept (StrataLessonPage *self)
{
  return self->concept;
}

guint
strata_lesson_page_get_offset (StrataLessonPage *self)
{
  return 0;
}

void
strata_lesson_page_set_offset (StrataLessonPage *self,
                               guint             offset)
{
}

gboolean
strata_lesson_page_get_drawn (StrataLessonPage *self)
{
  return TRUE;
}
