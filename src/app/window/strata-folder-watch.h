#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define STRATA_TYPE_FOLDER_WATCH (strata_folder_watch_get_type ())

/**
 * StrataFolderWatch:
 *
 * Says when what is shown was written anew on disk. The signal `changed` comes
 * once things have been quiet for a moment, however the editor saves.
 */
G_DECLARE_FINAL_TYPE (StrataFolderWatch, strata_folder_watch, STRATA, FOLDER_WATCH, GObject)

StrataFolderWatch *strata_folder_watch_new_file   (const char        *path);
StrataFolderWatch *strata_folder_watch_new_course (const char        *folder);
const char        *strata_folder_watch_get_path   (StrataFolderWatch *self);
void               strata_folder_watch_look       (StrataFolderWatch *self);

G_END_DECLS
