#include "strata-columns.h"

/* A table that is scrolled anyway need not break its lines that often. */
#define SCROLLED_COMFORT 3

/* As narrow as a column is still read well. */
static int
least (const StrataColumnNeed *need,
       int                     comfort)
{
  return MAX (need->minimum, MIN (need->natural, comfort));
}

/* Gives each column its share of @room by how much it would like to have. */
static void
share (const StrataColumnNeed *needs,
       guint                   n_columns,
       gint64                  room,
       gint64                  wish,
       int                     comfort,
       int                    *widths)
{
  gint64 wished = 0, given = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      gint64 part;

      wished += needs[i].natural - MIN (needs[i].natural, least (&needs[i], comfort));
      part = wish > 0 ? room * wished / wish - given : 0;
      widths[i] = least (&needs[i], comfort) + (int) part;
      given += part;
    }
}

/**
 * strata_columns_fit:
 * @needs: (array length=n_columns): of each column
 * @n_columns: how many there are
 * @available: how wide the table should be at most, in pixels
 * @comfort: how wide a column should be at least if its lines are that long
 * @widths: (array length=n_columns) (out caller-allocates): of each column
 *
 * Columns are as wide as their longest line where there is room for all; else
 * they give way in proportion to what they have beyond @comfort. Where even that
 * is too wide, the table is wider than @available and is to be scrolled.
 *
 * Returns: how wide the table is
 */
int
strata_columns_fit (const StrataColumnNeed *needs,
                    guint                   n_columns,
                    int                     available,
                    int                     comfort,
                    int                    *widths)
{
  gint64 natural = 0, narrow = 0, wish = 0, total = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      natural += needs[i].natural;
      narrow += least (&needs[i], comfort);
      wish += needs[i].natural - MIN (needs[i].natural, least (&needs[i], comfort));
    }
  if (natural > available && narrow <= available)
    share (needs, n_columns, available - narrow, wish, comfort, widths);
  else
    for (guint i = 0; i < n_columns; i++)
      widths[i] = natural <= available
                      ? needs[i].natural
                      : least (&needs[i], MIN (comfort, G_MAXINT / SCROLLED_COMFORT)
                                              * SCROLLED_COMFORT);
  for (guint i = 0; i < n_columns; i++)
    total += widths[i];
  return (int) MIN (total, G_MAXINT);
}
