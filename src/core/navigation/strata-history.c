#include "strata-history.h"

#define MAX_PLACES 500

struct _StrataHistory
{
  GObject    parent_instance;

  GPtrArray *places;
  int        current;       /* index in @places, -1 before the first */
};

enum
{
  PROP_0,
  PROP_CAN_BACK,
  PROP_CAN_FORWARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StrataHistory, strata_history, G_TYPE_OBJECT)

static void
history_notify (StrataHistory *self,
                gboolean       could_back,
                gboolean       could_forward)
{
  if (could_back != strata_history_get_can_back (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_BACK]);
  if (could_forward != strata_history_get_can_forward (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_FORWARD]);
}

static void
strata_history_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  StrataHistory *self = STRATA_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_BACK:
      g_value_set_boolean (value, strata_history_get_can_back (self));
      break;
    case PROP_CAN_FORWARD:
      g_value_set_boolean (value, strata_history_get_can_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
strata_history_finalize (GObject *object)
{
  g_ptr_array_unref (STRATA_HISTORY (object)->places);

  G_OBJECT_CLASS (strata_history_parent_class)->finalize (object);
}

static void
strata_history_class_init (StrataHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = strata_history_get_property;
  object_class->finalize = strata_history_finalize;

  properties[PROP_CAN_BACK] =
      g_param_spec_boolean ("can-back", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_FORWARD] =
      g_param_spec_boolean ("can-forward", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
strata_history_init (StrataHistory *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_place_free);
  self->current = -1;
}

/**
 * strata_history_new:
 *
 * Returns: (transfer full): an empty history
 */
StrataHistory *
strata_history_new (void)
{
  return g_object_new (STRATA_TYPE_HISTORY, NULL);
}

/**
 * strata_history_get_current:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the present place, %NULL in an empty
 *   history
 */
const StrataPlace *
strata_history_get_current (StrataHistory *self)
{
  g_return_val_if_fail (STRATA_IS_HISTORY (self), NULL);

  return self->current >= 0 ? g_ptr_array_index (self->places, self->current) : NULL;
}

gboolean
strata_history_get_can_back (StrataHistory *self)
{
  g_return_val_if_fail (STRATA_IS_HISTORY (self), FALSE);

  return self->current > 0;
}

gboolean
strata_history_get_can_forward (StrataHistory *self)
{
  g_return_val_if_fail (STRATA_IS_HISTORY (self), FALSE);

  return self->current + 1 < (int) self->places->len;
}

static void
history_add (StrataHistory     *self,
             const StrataPlace *place)
{
  gboolean could_back = strata_history_get_can_back (self);
  gboolean could_forward = strata_history_get_can_forward (self);

  g_ptr_array_set_size (self->places, self->current + 1);
  g_ptr_array_add (self->places, strata_place_copy (place));
  if (self->places->len > MAX_PLACES)
    g_ptr_array_remove_index (self->places, 0);
  self->current = (int) self->places->len - 1;
  history_notify (self, could_back, could_forward);
}

/**
 * strata_history_push:
 * @self: a history
 * @place: where the reader goes
 *
 * Adds @place after the present one; what lay ahead is forgotten. Going to
 * where one already is adds nothing.
 */
void
strata_history_push (StrataHistory     *self,
                     const StrataPlace *place)
{
  const StrataPlace *current;

  g_return_if_fail (STRATA_IS_HISTORY (self) && place != NULL);

  current = strata_history_get_current (self);
  if (current == NULL || !strata_place_equal (current, place))
    history_add (self, place);
}

/**
 * strata_history_push_jump:
 * @self: a history
 * @place: where the reader goes, as to a heading of the same lesson
 *
 * As strata_history_push(), but another position in the same lesson is a step too.
 */
void
strata_history_push_jump (StrataHistory     *self,
                          const StrataPlace *place)
{
  const StrataPlace *current;

  g_return_if_fail (STRATA_IS_HISTORY (self) && place != NULL);

  current = strata_history_get_current (self);
  if (current == NULL || !strata_place_equal (current, place) || current->offset != place->offset
      || current->into != place->into)
    history_add (self, place);
}

/**
 * strata_history_replace:
 * @self: a history
 * @place: how the present place looks by now
 *
 * Changes the present place without a step that back would undo.
 */
void
strata_history_replace (StrataHistory     *self,
                        const StrataPlace *place)
{
  StrataPlace *copy;

  g_return_if_fail (STRATA_IS_HISTORY (self) && place != NULL);

  if (self->current < 0)
    {
      strata_history_push (self, place);
      return;
    }
  copy = strata_place_copy (place);
  strata_place_free (g_ptr_array_index (self->places, self->current));
  g_ptr_array_index (self->places, self->current) = copy;
}

static const StrataPlace *
history_step (StrataHistory *self,
              int            step)
{
  gboolean could_back = strata_history_get_can_back (self);
  gboolean could_forward = strata_history_get_can_forward (self);

  if ((step < 0 && !could_back) || (step > 0 && !could_forward))
    return NULL;
  self->current += step;
  history_notify (self, could_back, could_forward);
  return strata_history_get_current (self);
}

/**
 * strata_history_back:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the place before, now the present one;
 *   %NULL where there is none
 */
const StrataPlace *
strata_history_back (StrataHistory *self)
{
  g_return_val_if_fail (STRATA_IS_HISTORY (self), NULL);

  return history_step (self, -1);
}

/**
 * strata_history_forward:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the place after, now the present one;
 *   %NULL where there is none
 */
const StrataPlace *
strata_history_forward (StrataHistory *self)
{
  g_return_val_if_fail (STRATA_IS_HISTORY (self), NULL);

  return history_step (self, 1);
}

/**
 * strata_history_find_last:
 * @self: a history
 * @kind: a kind of place
 * @id: (nullable): a concept's or table's id, any where it is %NULL
 *
 * Returns: (transfer none) (nullable): the nearest such place up to the
 *   present one: how a page was left
 */
const StrataPlace *
strata_history_find_last (StrataHistory   *self,
                          StrataPlaceKind  kind,
                          const char      *id)
{
  g_return_val_if_fail (STRATA_IS_HISTORY (self), NULL);

  for (int i = self->current; i >= 0; i--)
    {
      const StrataPlace *place = g_ptr_array_index (self->places, i);

      if (place->kind == kind && (id == NULL || g_strcmp0 (place->id, id) == 0))
        return place;
    }
  return NULL;
}

/**
 * strata_history_clear:
 * @self: a history
 *
 * Forgets every place, as when another course opens.
 */
void
strata_history_clear (StrataHistory *self)
{
  gboolean could_back, could_forward;

  g_return_if_fail (STRATA_IS_HISTORY (self));

  could_back = strata_history_get_can_back (self);
  could_forward = strata_history_get_can_forward (self);
  g_ptr_array_set_size (self->places, 0);
  self->current = -1;
  history_notify (self, could_back, could_forward);
}
