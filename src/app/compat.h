#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StrataCompatChosen:
 * @file: (nullable): what was chosen, %NULL if nothing was
 * @data: as given
 */
typedef void (*StrataCompatChosen) (GFile    *file,
                                    gpointer  data);

void strata_compat_choose_drawing (void);
void strata_compat_choose_file    (GtkWindow          *parent,
                                   gboolean            folder,
                                   StrataCompatChosen  chosen,
                                   gpointer            data);
void strata_compat_choose_save    (GtkWindow          *parent,
                                   const char         *title,
                                   const char         *name,
                                   StrataCompatChosen  chosen,
                                   gpointer            data);
void strata_compat_show_about     (GtkWindow *parent);
void strata_compat_show_shortcuts (GtkWindow *parent);
void strata_compat_align_baseline (GtkWidget *widget);
void strata_compat_tell_hidden    (GType type);

G_END_DECLS
