#include "strata-map.h"

struct _StrataMap
{
  GtkWidget      parent_instance;

  StrataConcept *selected;
};

enum
{
  CONCEPT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataMap, strata_map, GTK_TYPE_WIDGET)

static void
strata_map_class_init (StrataMapClass *klass)
{
  /**
   * StrataMap::concept-activated:
   * @self: the map
   * @concept: the layer that was pressed
   */
  signals[CONCEPT_ACTIVATED] =
      g_signal_new ("concept-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, STRATA_TYPE_CONCEPT);
}

static void
strata_map_init (StrataMap *self)
{
}

GtkWidget *
strata_map_new (void)
{
  return g_object_new (STRATA_TYPE_MAP, NULL);
}

void
strata_map_set_root (StrataMap         *self,
                     StrataConcept     *root,
                     const char *const *languages)
{
}

StrataConcept *
strata_map_get_selected (StrataMap *self)
{
  return self->selected;
}

void
strata_map_set_selected (StrataMap     *self,
                         StrataConcept *concept)
{
  self->selected = concept;
}
