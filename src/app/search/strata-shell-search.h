#pragma once

#include <gio/gio.h>

#include "course/strata-course.h"

G_BEGIN_DECLS

#define STRATA_TYPE_SHELL_SEARCH (strata_shell_search_get_type ())

/**
 * StrataShellSearch:
 *
 * Lessons and terms of the glossary among what the desktop's own search finds: the
 * D-Bus interface `org.gnome.Shell.SearchProvider2`. The signal `prepare` comes
 * before each search, for strata_shell_search_set_course(); `activated` brings the
 * place that was chosen, or an empty string and what was searched for.
 */
G_DECLARE_FINAL_TYPE (StrataShellSearch, strata_shell_search, STRATA, SHELL_SEARCH, GObject)

StrataShellSearch *strata_shell_search_new        (void);
void               strata_shell_search_set_course (StrataShellSearch *self,
                                                   StrataCourse      *course,
                                                   const char *const *languages);
StrataCourse      *strata_shell_search_get_course (StrataShellSearch *self);
gboolean           strata_shell_search_export     (StrataShellSearch *self,
                                                   GDBusConnection   *connection,
                                                   const char        *path,
                                                   GError           **error);
void               strata_shell_search_unexport   (StrataShellSearch *self);

G_END_DECLS
