#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What texts and queries are cut into. */
typedef struct _StrataSearchTokeniser StrataSearchTokeniser;

/* One token: folded, not ended by a zero; @start and @end are bytes of the text.
 * FALSE ends it. */
typedef gboolean (*StrataSearchTokenFunc) (const char *token,
                                           gsize       length,
                                           gsize       start,
                                           gsize       end,
                                           gpointer    data);

gboolean               _strata_search_is_cjk             (gunichar                c);
int                    _strata_search_tokeniser_register (sqlite3                *database);
StrataSearchTokeniser *_strata_search_tokeniser_new      (sqlite3                *database);
void                   _strata_search_tokeniser_free     (StrataSearchTokeniser  *self);
void                   _strata_search_tokenise           (StrataSearchTokeniser  *self,
                                                          const char             *text,
                                                          gsize                   length,
                                                          StrataSearchTokenFunc   func,
                                                          gpointer                data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataSearchTokeniser, _strata_search_tokeniser_free)

G_END_DECLS
