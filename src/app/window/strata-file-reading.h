#pragma once

#include <gio/gio.h>

#include "document/strata-document.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FILE_READING (strata_file_reading_get_type ())

/**
 * StrataFileReading:
 *
 * A Markdown file that is being read and taken apart in a thread of its own. The
 * signal `done` comes once, in the main thread.
 */
G_DECLARE_FINAL_TYPE (StrataFileReading, strata_file_reading, STRATA, FILE_READING, GObject)

StrataFileReading *strata_file_reading_new          (const char         *path);
const char        *strata_file_reading_get_path     (StrataFileReading  *self);
gboolean           strata_file_reading_get_done     (StrataFileReading  *self);
StrataDocument    *strata_file_reading_take         (StrataFileReading  *self,
                                                     GError            **error);
gboolean           strata_file_reading_check        (const char         *path,
                                                     GError            **error);

G_END_DECLS
