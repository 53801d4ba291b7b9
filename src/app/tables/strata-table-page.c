#include "strata-table-page.h"

struct _StrataTablePage
{
  GtkWidget        parent_instance;

  StrataTable     *table;
  StrataListState *state;
};

enum
{
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataTablePage, strata_table_page, GTK_TYPE_WIDGET)

static void
strata_table_page_class_init (StrataTablePageClass *klass)
{
  /**
   * StrataTablePage::state-changed:
   * @self: the page
   * @is_step: whether back should undo it: a facet, an order, an opened row, the
   *   first letter of a query; %FALSE while one goes on typing
   *
   * The reader changed how the list is looked at; strata_table_page_set_state()
   * does not emit it.
   */
  signals[STATE_CHANGED] =
      g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
strata_table_page_init (StrataTablePage *self)
{
  self->state = strata_list_state_new ();
}

GtkWidget *
strata_table_page_new (void)
{
  return g_object_new (STRATA_TYPE_TABLE_PAGE, NULL);
}

void
strata_table_page_set_table (StrataTablePage   *self,
                             StrataCourse      *course,
                             StrataTable       *table,
                             const char *const *languages)
{
  self->table = table;
}

StrataTable *
strata_table_page_get_table (StrataTablePage *self)
{
  return self->table;
}

const StrataListState *
strata_table_page_get_state (StrataTablePage *self)
{
  return self->state;
}

void
strata_table_page_set_state (StrataTablePage       *self,
                             const StrataListState *state)
{
}

void
strata_table_page_set_narrow (StrataTablePage *self,
                              gboolean         narrow)
{
}

void
strata_table_page_focus_search (StrataTablePage *self)
{
}
