/* Which figure draws what. */
#include "strata-figure.h"

#include "strata-bubbles-figure.h"
#include "strata-mind-map-figure.h"
#include "strata-timeline-figure.h"

/* More marks than this nobody can read, and each is a widget. */
#define MOST_ROWS 1000

static GType
type_of (StrataFigureType type)
{
  switch (type)
    {
    case STRATA_FIGURE_MIND_MAP:
      return STRATA_TYPE_MIND_MAP_FIGURE;
    case STRATA_FIGURE_TIMELINE:
      return STRATA_TYPE_TIMELINE_FIGURE;
    case STRATA_FIGURE_BUBBLES:
      return STRATA_TYPE_BUBBLES_FIGURE;
    default:
      return G_TYPE_INVALID;
    }
}

/**
 * strata_figure_can_show:
 * @table: a table
 *
 * Returns: whether its course gives it a figure that can be drawn, and it has no
 *   more rows than one can read
 */
gboolean
strata_figure_can_show (StrataTable *table)
{
  const StrataFigureSpec *spec = strata_table_get_figure (table);
  guint n_rows = g_list_model_get_n_items (strata_table_get_rows (table));

  return spec != NULL && type_of (spec->type) != G_TYPE_INVALID && n_rows > 0
         && n_rows <= MOST_ROWS;
}

/**
 * strata_figure_new:
 * @type: of a table that strata_figure_can_show()
 *
 * Returns: (transfer floating): a figure of nothing; see strata_figure_show()
 */
GtkWidget *
strata_figure_new (StrataFigureType type)
{
  g_return_val_if_fail (type_of (type) != G_TYPE_INVALID, NULL);

  return g_object_new (type_of (type), NULL);
}
