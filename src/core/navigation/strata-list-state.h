#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STRATA_TYPE_LIST_STATE (strata_list_state_get_type ())

/**
 * StrataListState:
 * @query: (nullable): what stands in the search entry
 * @sort: (nullable): id of the column the list is sorted by
 * @descending: whether largest comes first
 * @row: (nullable): id of the row whose detail is open
 * @figure: whether the table is drawn rather than listed
 *
 * How a table is being looked at: what back and forward restore, and what
 * comes back at the next start. Facets are read through
 * strata_list_state_has_facet() and its siblings.
 */
typedef struct
{
  char      *query;
  char      *sort;
  char      *row;
  gboolean   descending;
  gboolean   figure;
  /*< private >*/
  GPtrArray *facets;      /* "column=value", sorted */
} StrataListState;

GType            strata_list_state_get_type     (void) G_GNUC_CONST;
StrataListState *strata_list_state_new          (void);
StrataListState *strata_list_state_copy         (const StrataListState *self);
void             strata_list_state_free         (StrataListState       *self);
gboolean         strata_list_state_equal        (const StrataListState *self,
                                                 const StrataListState *other);
guint            strata_list_state_get_n_facets (const StrataListState *self);
void             strata_list_state_get_facet    (const StrataListState *self,
                                                 guint                  position,
                                                 char                 **column,
                                                 char                 **value);
gboolean         strata_list_state_has_facet    (const StrataListState *self,
                                                 const char            *column,
                                                 const char            *value);
void             strata_list_state_set_facet    (StrataListState       *self,
                                                 const char            *column,
                                                 const char            *value,
                                                 gboolean               on);
void             strata_list_state_clear_column (StrataListState       *self,
                                                 const char            *column);
void             strata_list_state_clear_filter (StrataListState       *self);
gboolean         strata_list_state_is_filtered  (const StrataListState *self);
char            *strata_list_state_to_string    (const StrataListState *self);
StrataListState *strata_list_state_parse        (const char            *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataListState, strata_list_state_free)

G_END_DECLS
