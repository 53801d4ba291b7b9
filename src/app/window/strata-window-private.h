#pragma once

#include "navigation/strata-history.h"
#include "search/strata-searcher.h"
#include "strata-file-reading.h"
#include "strata-folder-watch.h"
#include "strata-library-page.h"
#include "strata-window.h"
#include "widgets/strata-notice-bar.h"

G_BEGIN_DECLS

struct _StrataWindow
{
  AdwApplicationWindow parent_instance;

  /* From the template. */
  AdwHeaderBar       *header;
  AdwViewStack       *pages;
  AdwViewSwitcherBar *switcher_bar;
  GtkMenuButton      *menu_button;
  GtkStack           *content;
  AdwBin             *fault_bin;
  GMenuModel         *main_menu;
  GMenu              *language_menu;
  GtkWidget          *home_button;
  GtkWidget          *forward_button;
  StrataNoticeBar    *notice_bar;
  GtkOverlay         *overlay;
  GtkBox             *task_bars;       /* of what takes long */

  GtkWidget          *titles;     /* a stack of these two */
  GtkWidget          *switcher;
  GtkWidget          *narrow_title;
  GtkWidget          *paned;
  GtkWidget          *map;
  GtkWidget          *hint;
  GtkWidget          *leaks;      /* the switch for what the picture hides */
  GtkWidget          *lesson;
  GtkWidget          *library;
  GtkWidget          *file;       /* a lesson page, made for the first file */
  GtkWidget          *search;     /* made when it is opened first */

  GSettings          *settings;
  StrataCourse       *course;
  char              **languages;
  StrataHistory      *history;
  StrataFileReading  *file_reading;   /* of the file that is to be shown */
  char               *file_root;      /* which the pictures of @file may not leave */
  char               *anchor;         /* the heading that the link led to */
  StrataFolderWatch  *file_watch;
  StrataFileReading  *file_again;     /* after a change */
  char               *said;           /* of what was asked for in vain, until the next place */
  gboolean            said_of_folder; /* that may be chosen with a button */
  char               *file_notice;    /* what is wrong with the file that is shown */
  StrataFolderWatch  *course_watch;
  GCancellable       *course_again;   /* the reading after the last change */
  StrataCourseReading *broken;        /* of a course that cannot be shown */
  char               *course_notice;
  StrataSearcher     *searcher;
  guint               search_tick;
  guint               search_source;
  guint               narrow_source;
  int                 wide_minimum;
  gboolean            narrow;
  gboolean            showing;    /* the window itself turns the pages */
};

void             _strata_window_install_actions (GtkWidgetClass *klass);
void             _strata_window_return_to  (StrataWindow    *self,
                                            StrataPlaceKind  kind,
                                            const char      *id);
gboolean         _strata_window_go_to      (StrataWindow *self,
                                            StrataPlace  *place);
void             _strata_window_show_place (StrataWindow      *self,
                                            const StrataPlace *place);
gboolean         _strata_window_jump_to    (StrataWindow *self,
                                            StrataPlace  *place);
void             _strata_window_remember_offset (StrataWindow *self);
void             _strata_window_update_title (StrataWindow *self);
void             _strata_window_step       (StrataWindow *self,
                                            gboolean      back);
void             _strata_window_build_pages  (StrataWindow *self);
void             _strata_window_clear_pages  (StrataWindow *self);
void             _strata_window_fill_pages   (StrataWindow *self);
StrataTablePage *_strata_window_show_table   (StrataWindow *self,
                                              StrataTable  *table);
gboolean         _strata_window_is_narrow    (StrataWindow *self,
                                              int           width);
void             _strata_window_set_narrow   (StrataWindow *self,
                                              gboolean      narrow);
void             _strata_window_save         (StrataWindow *self);
void             _strata_window_print        (StrataWindow *self);
void             _strata_window_export_pdf   (StrataWindow *self);
void             _strata_window_update_print (StrataWindow *self);
void             _strata_window_turn_to      (StrataWindow *self,
                                              const char   *content);
void             _strata_window_update_header (StrataWindow *self);
GtkWidget       *_strata_window_get_lesson   (StrataWindow *self);
void             _strata_window_show_file    (StrataWindow      *self,
                                              const StrataPlace *place);
void             _strata_window_leave_file   (StrataWindow *self);
void             _strata_window_follow       (StrataWindow *self,
                                              const char   *target);
void             _strata_window_go_home      (StrataWindow *self);
void             _strata_window_adopt_lesson (StrataWindow *self,
                                              GtkWidget    *page);
void             _strata_window_lesson_jumps (StrataWindow *self,
                                              guint         offset,
                                              int           into);
void             _strata_window_page_turned  (StrataWindow *self);
void             _strata_window_accept_drops (StrataWindow *self);
void             _strata_window_choose       (StrataWindow *self,
                                              gboolean      folder);
void             _strata_window_update_notice (StrataWindow *self);
void             _strata_window_notice_closed (StrataWindow *self);
void             _strata_window_watch_file   (StrataWindow *self,
                                              const char   *path);
void             _strata_window_watch_course (StrataWindow *self,
                                              const char   *folder);
void             _strata_window_stop_watching (StrataWindow *self);
void             _strata_window_look         (StrataWindow *self);
void             _strata_window_take_course  (StrataWindow *self,
                                              StrataCourse *course);
void             _strata_window_take_anew    (StrataWindow *self,
                                              StrataCourse *course);
void             _strata_window_course_is_sound (StrataWindow *self);
void             _strata_window_course_is_broken (StrataWindow        *self,
                                              StrataCourseReading *reading);
void             _strata_window_show_faults  (StrataWindow *self);
void             _strata_window_close_faults (StrataWindow *self);
gboolean         _strata_window_pages_fit    (StrataWindow *self);
gboolean         _strata_window_place_exists (StrataWindow *self,
                                              StrataPlace  *place);
void             _strata_window_search       (StrataWindow *self);
void             _strata_window_prepare_search (StrataWindow *self);
void             _strata_window_drop_search  (StrataWindow *self);
void             _strata_window_say          (StrataWindow *self,
                                              const char   *sentence);
void             _strata_window_table_changed (StrataTablePage *page,
                                              gboolean      is_step,
                                              StrataWindow *self);

G_END_DECLS
