#pragma once

#include "strata-table-list.h"

G_BEGIN_DECLS

/* On what a cell holds: its StrataRow, unowned. */
#define CELL_ROW "row"

struct _StrataTableList
{
  GtkWidget           parent_instance;

  GtkWidget          *scroller;
  GtkWidget          *view;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GtkFilter          *gtk_filter;
  GPtrArray          *view_columns;   /* GtkColumnViewColumn for each column, or NULL */
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
  StrataRow          *opened;         /* the one that is open or was just now, or NULL */
};

/* What sorts and fills the cells of one column. */
typedef struct
{
  StrataTableList *list;    /* unowned: outlives its columns */
  guint            column;
  GHashTable      *keys;    /* StrataRow → collation key */
} StrataTableColumn;

void _strata_table_column_free    (gpointer                  data);
int  _strata_table_column_compare (gconstpointer             a,
                                   gconstpointer             b,
                                   gpointer                  data);
void _strata_table_column_setup   (GtkSignalListItemFactory *factory,
                                   GtkListItem              *item,
                                   StrataTableColumn        *column);
void _strata_table_column_bind    (GtkSignalListItemFactory *factory,
                                   GtkListItem              *item,
                                   StrataTableColumn        *column);

G_END_DECLS
