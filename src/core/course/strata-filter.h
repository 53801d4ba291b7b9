#pragma once

#include "strata-course.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FILTER (strata_filter_get_type ())

/**
 * StrataFilter:
 *
 * Which rows of a table are let through: all words of a query, in any order
 * and anywhere in the row, and one value of each column that is narrowed.
 */
G_DECLARE_FINAL_TYPE (StrataFilter, strata_filter, STRATA, FILTER, GObject)

StrataFilter      *strata_filter_new         (StrataCourse       *course,
                                              StrataTable        *table,
                                              const char *const  *languages);
void               strata_filter_set_query   (StrataFilter       *self,
                                              const char         *query);
const char *const *strata_filter_get_words   (StrataFilter       *self);
void               strata_filter_set_facet   (StrataFilter       *self,
                                              guint               column,
                                              const char         *value,
                                              gboolean            on);
void               strata_filter_clear_facets (StrataFilter      *self);
gboolean           strata_filter_prepare     (StrataFilter       *self,
                                              guint               n);
gboolean           strata_filter_matches     (StrataFilter       *self,
                                              StrataRow          *row);
gboolean           strata_filter_matches_at  (StrataFilter       *self,
                                              guint               position);
guint              strata_filter_count       (StrataFilter       *self);
guint              strata_filter_count_value (StrataFilter       *self,
                                              guint               column,
                                              const char         *value);
guint              strata_filter_count_without (StrataFilter     *self,
                                              int                 column);
char              *strata_filter_dup_snippet (StrataFilter       *self,
                                              StrataRow          *row);
GPtrArray         *strata_filter_list_values (StrataFilter       *self,
                                              guint               column);
const char        *strata_filter_value_name  (StrataFilter       *self,
                                              guint               column,
                                              const char         *value);

G_END_DECLS
