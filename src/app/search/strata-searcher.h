#pragma once

#include <gio/gio.h>

#include "course/strata-course.h"

G_BEGIN_DECLS

/**
 * StrataSearcherState:
 * @STRATA_SEARCHER_IDLE: there is no index, and none is being made
 * @STRATA_SEARCHER_PREPARING: the index is being opened or made
 * @STRATA_SEARCHER_READY: there is one
 * @STRATA_SEARCHER_FAILED: there is none to be had
 */
typedef enum
{
  STRATA_SEARCHER_IDLE,
  STRATA_SEARCHER_PREPARING,
  STRATA_SEARCHER_READY,
  STRATA_SEARCHER_FAILED,
} StrataSearcherState;

#define STRATA_TYPE_SEARCHER (strata_searcher_get_type ())

/**
 * StrataSearcher:
 *
 * Searches a course in threads of its own. The signal `found` brings the results of
 * the last search asked for, a #GListModel of #StrataSearchResult, and never those of
 * one before it; `state-changed` says that strata_searcher_get_state() is another.
 */
G_DECLARE_FINAL_TYPE (StrataSearcher, strata_searcher, STRATA, SEARCHER, GObject)

StrataSearcher      *strata_searcher_new        (void);
void                 strata_searcher_set_course (StrataSearcher    *self,
                                                 StrataCourse      *course);
void                 strata_searcher_prepare    (StrataSearcher    *self);
StrataSearcherState  strata_searcher_get_state  (StrataSearcher    *self);
void                 strata_searcher_search     (StrataSearcher    *self,
                                                 const char        *query,
                                                 const char *const *languages);
void                 strata_searcher_stop       (StrataSearcher    *self);

G_END_DECLS
