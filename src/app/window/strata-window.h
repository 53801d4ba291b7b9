#pragma once

#include <adwaita.h>

#include "strata-course-reading.h"
#include "strata-file-reading.h"

G_BEGIN_DECLS

#define STRATA_TYPE_WINDOW (strata_window_get_type ())

/**
 * StrataWindow:
 *
 * The window: pages over one course, a history of places, what is remembered
 * from one start to the next.
 */
G_DECLARE_FINAL_TYPE (StrataWindow, strata_window, STRATA, WINDOW, AdwApplicationWindow)

StrataWindow *strata_window_new         (GtkApplication    *application,
                                         GSettings         *settings);
gboolean      strata_window_open_course (StrataWindow      *self,
                                         const char        *folder);
gboolean      strata_window_open_reading (StrataWindow        *self,
                                          StrataCourseReading *reading);
gboolean      strata_window_open_last_course (StrataWindow    *self,
                                             StrataCourseReading *reading);
gboolean      strata_window_open_remembered (StrataWindow     *self,
                                             StrataCourseReading *reading);
void          strata_window_expect      (StrataWindow      *self,
                                         StrataFileReading *reading);
gboolean      strata_window_open_path   (StrataWindow      *self,
                                         const char        *path);
gboolean      strata_window_open_files  (StrataWindow      *self,
                                         GFile            **files,
                                         guint              n_files);
void          strata_window_search      (StrataWindow      *self,
                                         const char        *query);
StrataCourse *strata_window_get_course  (StrataWindow      *self);
const char   *strata_window_get_notice  (StrataWindow      *self);
gboolean      strata_window_go          (StrataWindow      *self,
                                         const char        *link);
void          strata_window_set_language (StrataWindow     *self,
                                         const char        *language);
void          strata_window_resize      (StrataWindow      *self,
                                         int                width,
                                         int                height);
gboolean      strata_window_is_drawn    (StrataWindow      *self);
char         *strata_window_dup_place   (StrataWindow      *self);

G_END_DECLS
