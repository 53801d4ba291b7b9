#include "strata-filtered-rows.h"

struct _StrataFilteredRows
{
  GObject       parent_instance;

  GListModel   *rows;
  StrataFilter *filter;
  GPtrArray    *all;      /* StrataRow, as @rows has them */
  GArray       *places;   /* guint: where those are in the table */
  GPtrArray    *shown;    /* those let through, unowned */
};

static GType
get_item_type (GListModel *model)
{
  return STRATA_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return STRATA_FILTERED_ROWS (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *shown = STRATA_FILTERED_ROWS (model)->shown;

  return position < shown->len ? g_object_ref (shown->pdata[position]) : NULL;
}

static void
init_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StrataFilteredRows, strata_filtered_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_model))

static void
strata_filtered_rows_finalize (GObject *object)
{
  StrataFilteredRows *self = STRATA_FILTERED_ROWS (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->all);
  g_array_unref (self->places);

  G_OBJECT_CLASS (strata_filtered_rows_parent_class)->finalize (object);
}

static void
strata_filtered_rows_class_init (StrataFilteredRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_filtered_rows_finalize;
}

static void
strata_filtered_rows_init (StrataFilteredRows *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown = g_ptr_array_new ();
}

static GPtrArray *
list_matches (StrataFilteredRows *self)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    if (strata_filter_matches_at (self->filter, g_array_index (self->places, guint, i)))
      g_ptr_array_add (shown, self->all->pdata[i]);
  return shown;
}

/* What is the same at both ends stays. The rest is taken out before anything is put in:
 * a list looks for what it had among all that is put in instead, however much that is. */
static void
show (StrataFilteredRows *self)
{
  GPtrArray *old = self->shown;
  g_autoptr (GPtrArray) shown = list_matches (self);
  guint least = MIN (old->len, shown->len), head = 0, tail = 0, n;

  while (head < least && old->pdata[head] == shown->pdata[head])
    head++;
  while (tail < least - head
         && old->pdata[old->len - tail - 1] == shown->pdata[shown->len - tail - 1])
    tail++;
  n = old->len - tail - head;
  if (n > 0)
    {
      g_ptr_array_remove_range (old, head, n);
      g_list_model_items_changed (G_LIST_MODEL (self), head, n, 0);
    }
  self->shown = g_steal_pointer (&shown);
  g_ptr_array_unref (old);
  n = self->shown->len - tail - head;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, 0, n);
}

/**
 * strata_filtered_rows_new:
 * @rows: (transfer none): rows of a table, in any order; see
 *   strata_filtered_rows_read()
 * @filter: (transfer none): the table's filter
 *
 * Returns: (transfer full): the rows that it lets through now
 */
StrataFilteredRows *
strata_filtered_rows_new (GListModel   *rows,
                          StrataFilter *filter)
{
  StrataFilteredRows *self = g_object_new (STRATA_TYPE_FILTERED_ROWS, NULL);

  self->rows = g_object_ref (rows);
  self->filter = g_object_ref (filter);
  strata_filtered_rows_read (self);
  return self;
}

/**
 * strata_filtered_rows_refilter:
 * @self: the rows
 *
 * Asks the filter anew.
 */
void
strata_filtered_rows_refilter (StrataFilteredRows *self)
{
  g_return_if_fail (STRATA_IS_FILTERED_ROWS (self));

  show (self);
}

/**
 * strata_filtered_rows_read:
 * @self: the rows
 *
 * Takes the rows anew: they are in another order.
 */
void
strata_filtered_rows_read (StrataFilteredRows *self)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (STRATA_IS_FILTERED_ROWS (self));

  before = self->all;     /* what is shown until then */
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      StrataRow *row = g_list_model_get_item (self->rows, i);
      guint place = strata_row_get_position (row);

      g_ptr_array_add (self->all, row);
      g_array_append_val (self->places, place);
    }
  show (self);
}

/**
 * strata_filtered_rows_find:
 * @self: the rows
 * @row: (nullable): a row
 *
 * Returns: where it is; -1 if it is not let through
 */
int
strata_filtered_rows_find (StrataFilteredRows *self,
                           StrataRow          *row)
{
  guint position;

  g_return_val_if_fail (STRATA_IS_FILTERED_ROWS (self), -1);

  return row != NULL && g_ptr_array_find (self->shown, row, &position) ? (int) position : -1;
}
