#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_TEXT_TAG (strata_text_tag_get_type ())

/**
 * StrataTextTag:
 *
 * The only kind of tag that Strata uses. GTK 4.8 ends the program when a
 * screen reader asks for the attributes of text whose tag has a foreground,
 * because that property cannot be read; here it can. Set colours through
 * `foreground-rgba` only.
 */
G_DECLARE_FINAL_TYPE (StrataTextTag, strata_text_tag, STRATA, TEXT_TAG, GtkTextTag)

GtkTextTag *strata_text_tag_new (const char *name);

G_END_DECLS
