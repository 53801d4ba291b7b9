#pragma once

#include "strata-filtered-rows.h"
#include "strata-table-list.h"

G_BEGIN_DECLS

/* On what a cell holds: its StrataRow, unowned. */
#define CELL_ROW "row"

struct _StrataTableList
{
  GtkWidget           parent_instance;

  GtkWidget          *scroller;
  GtkWidget          *view;
  StrataFilteredRows *filtered;
  GtkSingleSelection *selection;
  GPtrArray          *view_columns;   /* GtkColumnViewColumn for each column, or NULL */
  GPtrArray          *columns;        /* StrataTableColumn, of those that are listed */
  StrataCourse       *course;
  StrataTable        *table;
  StrataFilter       *filter;
  char              **languages;
  gboolean            updating;
  gboolean            narrow;
  gboolean            probing;        /* see strata_table_list_get_sort() */
  int                 probed;
  guint               scroll_tick;    /* waits until there is room to scroll in */
  guint               scroll_to;      /* position of a row */
  guint               preparing;      /* reads the table for the filter, when there is time */
  StrataRow          *opened;         /* the one that is open or was just now, or NULL */
};

/* What sorts and fills the cells of one column; the sorter, the factory and the list
 * have it. */
typedef struct
{
  StrataTableList *list;    /* unowned: outlives its columns */
  guint            column;
  GHashTable      *keys;    /* StrataRow → collation key */
  GHashTable      *bound;   /* GtkListItem that shows a row now */
} StrataTableColumn;

StrataTableColumn  *_strata_table_column_new          (StrataTableList   *list,
                                                       guint              column);
void                _strata_table_column_unref        (gpointer           data);
int                 _strata_table_column_compare      (gconstpointer      a,
                                                       gconstpointer      b,
                                                       gpointer           data);
GtkListItemFactory *_strata_table_column_make_factory (StrataTableColumn *self);
void                _strata_table_column_refill       (StrataTableColumn *self);

G_END_DECLS
