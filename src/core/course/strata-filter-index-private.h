#pragma once

#include "strata-course.h"

G_BEGIN_DECLS

/* The values of a facet that rows have. */
typedef struct
{
  GPtrArray  *values;   /* char *, that one can choose from */
  GHashTable *places;   /* value → its place among them, from 1 */
  GArray     *starts;   /* guint: where a row's begin in @found; one more than rows */
  GArray     *found;    /* guint: places from 0 */
} StrataFilterFacet;

/* What a filter has to know of each row, found out once: typing has to keep up with
 * the keys. */
typedef struct
{
  StrataCourse  *course;
  StrataTable   *table;
  char         **languages;
  GPtrArray     *rows;      /* StrataRow, as they are in the table */
  GString       *texts;     /* folded, each with a 0 at its end */
  GArray        *starts;    /* gsize: where those begin that have been read */
  GPtrArray     *facets;    /* StrataFilterFacet for each column, or NULL */
} StrataFilterIndex;

StrataFilterIndex *_strata_filter_index_new       (StrataCourse             *course,
                                                   StrataTable              *table,
                                                   const char *const        *languages);
void               _strata_filter_index_free      (StrataFilterIndex        *self);
void               _strata_filter_index_add_facet (StrataFilterIndex        *self,
                                                   guint                     column,
                                                   GPtrArray                *values);
gboolean           _strata_filter_index_read      (StrataFilterIndex        *self,
                                                   guint                     n);
const char        *_strata_filter_index_get_text  (StrataFilterIndex        *self,
                                                   guint                     position);
int                _strata_filter_index_find      (StrataFilterIndex        *self,
                                                   StrataRow                *row);
gboolean           _strata_filter_has_value       (StrataRow                *row,
                                                   guint                     column,
                                                   const char               *value);

G_END_DECLS
