#pragma once

#include "navigation/strata-history.h"
#include "strata-library-page.h"
#include "strata-window.h"

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

  GtkWidget          *switcher;
  GtkWidget          *narrow_title;
  GtkWidget          *paned;
  GtkWidget          *map;
  GtkWidget          *hint;
  GtkWidget          *lesson;
  GtkWidget          *library;

  GSettings          *settings;
  StrataCourse       *course;
  char              **languages;
  StrataHistory      *history;
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
void             _strata_window_table_changed (StrataTablePage *page,
                                              gboolean      is_step,
                                              StrataWindow *self);

G_END_DECLS
